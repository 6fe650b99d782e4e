// Package tellus prints tell-us cards, as PDF: the cards that go with an order
// and ask for an opinion. Four fit on a page, with marks to cut along; each is
// in its customer's language where we have it, and bears the customer's number,
// so that it finds its owner when it comes back.
//
// What letters can be printed the package printed says.
package tellus

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"ringback.app/app/exporting/printed"
)

// Card is one card in words.
type Card struct {
	Shop    string
	Heading string
	Read    string // who reads it
	Direct  string // the owner's number; may be empty
	Score   string // asks for a score of 0 to MaxScore
	Least   string // below the lowest score
	Most    string // below the highest
	Words   string // asks for their words
	Staff   string // before room for who served them
	Quote   string // beside a box: the words may be published
	Call    string // beside a box: they want to be called
	Day     string // before room for the day
	Whose   string // at the foot: whose it is, of which order; "" for anybody's
}

// Sheet is a stack of cards.
type Sheet struct {
	Title    string // of the document; it is not on the cards
	Cards    []Card
	MaxScore int
	Made     time.Time
	Letter   bool // on paper of American size; else A4
}

// apart stands between what says whose a card is.
const apart = " · "

// PerPage is how many cards a page has.
const PerPage = 4

// Write draws the sheet. It returns the error of w.
func Write(w io.Writer, s Sheet) error {
	pages, err := printed.New(s.Title, s.Made, printed.Paper{Letter: s.Letter})
	if err != nil {
		return fmt.Errorf("draw tell-us cards: %w", err)
	}
	d := &drawing{Pages: pages, most: s.MaxScore, wide: pages.Width / 2, high: pages.Height / 2}
	for i, c := range s.Cards {
		place := i % PerPage
		if place == 0 {
			pages.AddPage()
			d.marks()
		}
		d.left, d.top = float64(place%2)*d.wide, float64(place/2)*d.high
		d.card(c)
	}
	if len(s.Cards) == 0 {
		pages.AddPage()
	}
	return pages.Finish(w)
}

// The measures of a card, in millimetres.
const (
	margin     = 8.0
	cutMark    = 6.0
	tick       = 3.6 // a box to tick
	writeSpace = 8.2 // between two lines to write on
	writeLeast = 3   // lines for their words, however long the rest is
	whoseLine  = 4.5 // a line that says whose it is
)

// drawing is a sheet while it is drawn.
type drawing struct {
	*printed.Pages
	most       int     // the highest score
	wide, high float64 // of a card
	left, top  float64 // of the card being drawn
}

// inner is how wide the text of a card is.
func (d *drawing) inner() float64 { return d.wide - 2*margin }

// marks draws where to cut: at the edges, and a cross in the middle.
func (d *drawing) marks() {
	d.SetDrawColor(150, 150, 150)
	d.SetLineWidth(0.1)
	x, y, right, bottom := d.wide, d.high, 2*d.wide, 2*d.high
	d.Line(x, 0, x, cutMark)
	d.Line(x, bottom-cutMark, x, bottom)
	d.Line(0, y, cutMark, y)
	d.Line(right-cutMark, y, right, y)
	d.Line(x-cutMark/2, y, x+cutMark/2, y)
	d.Line(x, y-cutMark/2, x, y+cutMark/2)
}

// card draws one card: what is asked from the top down, whose it is at the
// foot, and in between as much room to write as there is.
func (d *drawing) card(c Card) {
	d.SetXY(d.left+margin, d.top+margin)
	d.Font(printed.Bold, 13)
	d.paragraph(c.Shop, 6, 2)
	d.Font(printed.Bold, 10)
	d.paragraph(c.Heading, 5.5, 2)
	d.Font(printed.Plain, 8.5)
	d.paragraph(c.Read, 4, 2)
	d.Font(printed.Bold, 8.5)
	d.paragraph(c.Direct, 4, 1)
	d.down(2.5)
	d.scores(c)
	d.Font(printed.Plain, 8.5)
	d.paragraph(c.Words, 4.2, 2)

	foot := d.foot(c)
	for y, n := d.GetY()+writeSpace-1, 0; y < foot-1 || n < writeLeast; y, n = y+writeSpace, n+1 {
		d.rule(d.left+margin, y, d.inner())
	}
}

// foot draws the lower part of a card and returns where it begins.
func (d *drawing) foot(c Card) float64 {
	after := d.GetY()
	defer d.SetY(after)
	const row = 7.5
	whose := d.whose(c)
	below := d.top + d.high - margin - whoseLine*float64(len(whose))
	d.SetY(below)
	for _, line := range whose {
		d.SetX(d.left + margin)
		d.Cell(d.inner(), whoseLine, line, "L")
		d.SetXY(d.left+margin, d.GetY()+whoseLine)
	}
	d.Font(printed.Plain, 8.5)
	asked := [][2]string{{"", c.Staff}, {"□", c.Quote}, {"□", c.Call}, {"", c.Day}}
	top := below - 1.5 - row*float64(len(asked))
	for i, a := range asked {
		d.fill(top+row*float64(i), row, a[0] != "", a[1])
	}
	return top
}

// whose sets the font for whose card it is and returns its lines, one or two: what
// must be read when the card comes back is rather written small than cut.
func (d *drawing) whose(c Card) (lines []string) {
	for _, points := range []float64{9, 8, 7} {
		d.Font(printed.Bold, points)
		lines = []string{c.Whose}
		parts := strings.Split(c.Whose, apart)
		for n := len(parts) - 1; n > 0 && !d.fits(lines); n-- {
			lines = []string{strings.Join(parts[:n], apart), strings.Join(parts[n:], apart)}
		}
		if d.fits(lines) {
			break
		}
	}
	for i, line := range lines {
		lines[i] = d.Fit(line, d.inner())
	}
	return lines
}

func (d *drawing) fits(lines []string) bool {
	return !slices.ContainsFunc(lines, func(line string) bool { return d.Fit(line, d.inner()) != d.Shown(line) })
}

// fill draws a line to fill in: a box if it is to be ticked, what is asked, and
// the room that is left.
func (d *drawing) fill(y, height float64, box bool, asked string) {
	x, right := d.left+margin, d.left+d.wide-margin
	if box {
		d.SetDrawColor(60, 60, 60)
		d.SetLineWidth(0.2)
		d.Rect(x, y+(height-tick)/2, tick, tick, "D")
		x += tick + 1.8
	}
	const least = 18 // to write on
	text := d.Fit(asked, right-x-least)
	d.SetXY(x, y)
	d.Cell(d.GetStringWidth(text)+1.5, height, text, "L")
	d.rule(d.GetX(), y+height-1.8, right-d.GetX())
}

// scores draws a box for each score.
func (d *drawing) scores(c Card) {
	d.Font(printed.Plain, 8.5)
	d.paragraph(c.Score, 4.2, 2)
	d.down(1)
	step := d.inner() / float64(d.most+1)
	side, y := min(step-1, 7), d.GetY()
	d.SetDrawColor(60, 60, 60)
	d.SetLineWidth(0.2)
	d.Font(printed.Plain, 9)
	for n := range d.most + 1 {
		x := d.left + margin + step*float64(n)
		d.Rect(x, y, side, side, "D")
		d.SetXY(x, y)
		d.Cell(side, side, fmt.Sprint(n), "C")
	}
	d.Font(printed.Plain, 7)
	d.Ink(printed.Grey)
	half := d.inner()/2 - 1
	d.SetXY(d.left+margin, y+side+0.5)
	d.Cell(half, 4, d.Fit(c.Least, half), "L")
	d.SetX(d.left + d.wide - margin - half - (step - side))
	d.Cell(half, 4, d.Fit(c.Most, half), "R")
	d.Ink(0)
	d.SetXY(d.left+margin, y+side+7)
}

// paragraph writes a text below what was written last.
func (d *drawing) paragraph(text string, height float64, most int) {
	for _, line := range d.Wrap(text, d.inner(), most) {
		d.SetX(d.left + margin)
		d.Cell(d.inner(), height, line, "L")
		d.SetXY(d.left+margin, d.GetY()+height)
	}
}

func (d *drawing) down(by float64) { d.SetXY(d.left+margin, d.GetY()+by) }

// rule draws a line to write on.
func (d *drawing) rule(x, y, width float64) {
	d.SetDrawColor(170, 170, 170)
	d.SetLineWidth(0.15)
	d.Line(x, y, x+width, y)
}
