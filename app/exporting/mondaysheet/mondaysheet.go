// Package mondaysheet draws Review on paper, as PDF: two pages for the Monday
// meeting, the figures on the first, what to talk about on the second. They say
// the same printed without colours.
package mondaysheet

import (
	"fmt"
	"io"
	"time"

	"ringback.app/app/exporting/printed"
	"ringback.app/app/review/inwords"
)

// Sheet is Review in words.
type Sheet struct {
	Title string
	About string // which days, and when it was printed

	Tiles     []inwords.Figure
	Talk      Chart
	Scores    Scores
	Stars     Chart
	Items     Chart
	Sellers   Chart
	Standards Lines
	Right     Lines
	After     Lines // what became of those who complained
	Remedies  Lines
	Risk      string // how the sum at risk is reckoned

	Open     Cases
	Praise   Sayings
	Verbatim Sayings
	Decided  string // above lines to write on

	// More says how many more there are than are drawn.
	More func(n int) string
	// Page says which page this is, of how many.
	Page func(page, of string) string

	Made   time.Time
	Letter bool // on paper of American size; else A4
}

// Chart is bars below a title.
type Chart struct {
	Title string
	Bars  []inwords.Bar
	None  string // in place of bars; if that is empty, the chart is left out
	Note  string // above them
}

// Scores are the parts of the NPS.
type Scores struct {
	Title              string
	Full, Pale, Hollow int
	Lines              []inwords.Figure // of the three, in that order
	Note               string
	None               string // in place of them
}

// Lines are figures below each other.
type Lines struct {
	Title string
	Note  string
	Lines []inwords.Figure
}

// Cases are complaints.
type Cases struct {
	Title string
	None  string
	Cases []Case
}

// Case is a complaint that is open.
type Case struct {
	Who   string
	Wrong string // what went wrong, in their words
	Wish  string // what would put it right, and what we promised
	Clock string
	Late  bool
}

// Sayings are what customers said.
type Sayings struct {
	Title string
	None  string
	Said  []Saying
}

// Saying is what one of them said.
type Saying struct{ Words, Who string }

// Write draws the sheet, on two pages whatever there is. It returns the error
// of w.
func Write(w io.Writer, s Sheet) error {
	pages, err := printed.New(s.Title, s.Made, printed.Paper{Letter: s.Letter, Margin: margin})
	if err != nil {
		return err
	}
	scratch, err := newScratch(s)
	if err != nil {
		return err
	}
	d := &drawing{Sheet: s, Pages: pages, scratch: scratch}
	pages.SetFooterFunc(d.foot)
	pages.AddPage()
	d.head()
	d.figures()
	pages.AddPage()
	d.words()
	return pages.Finish(w)
}

const margin = 14.0 // millimetres, as are all lengths

type drawing struct {
	Sheet
	*printed.Pages
	scratch *printed.Pages // to try out on how high a part is
	limit   float64        // how far down a part may go
	over    []sized        // what the first page has no room for
}

// The sizes of text, in points.
const (
	titleSize  = 17
	headSize   = 10.5
	numberSize = 17
	bodySize   = 9.5
	noteSize   = 7.8
)

// The heights of their lines.
const (
	bodyLine = 4.6
	noteLine = 3.7
)

// What may be drawn with: the accent prints as a dark grey.
func (d *drawing) accent() { d.SetFillColor(11, 110, 105) }
func (d *drawing) pale()   { d.SetFillColor(226, 226, 222) }
func (d *drawing) line()   { d.SetDrawColor(190, 190, 190); d.SetLineWidth(0.2) }
func (d *drawing) edge()   { d.SetDrawColor(40, 40, 40); d.SetLineWidth(0.35) }

func (d *drawing) bottom() float64 { return d.Height - margin }

func (d *drawing) foot() {
	d.SetXY(margin, d.bottom()+3)
	d.Font(printed.Plain, noteSize)
	d.Ink(printed.Grey)
	d.Cell(d.Width, 4, d.Page(fmt.Sprint(d.PageNo()), printed.All), "R")
	d.Ink(0)
}

func (d *drawing) head() {
	d.Font(printed.Bold, titleSize)
	d.text(margin, d.GetY(), d.Width, 9, d.Title, "L")
	d.SetXY(margin, d.GetY()+9)
	d.Font(printed.Plain, bodySize)
	d.Ink(printed.Grey)
	for _, line := range d.Wrap(d.About, d.Width, 2) {
		d.text(margin, d.GetY(), d.Width, 4.6, line, "L")
		d.SetY(d.GetY() + 4.6)
	}
	d.Ink(0)
	d.SetY(d.GetY() + 4)
}

// text writes a text into a box, cut to its width.
func (d *drawing) text(x, y, width, height float64, text, align string) {
	d.SetXY(x, y)
	d.Cell(width, height, d.Fit(text, width), align)
	d.SetXY(x, y)
}

// heading writes the title of a part and returns where the part begins.
func (d *drawing) heading(x, y, width float64, title string) float64 {
	d.Font(printed.Bold, headSize)
	d.text(x, y, width, 6, title, "L")
	d.line()
	d.Line(x, y+6.5, x+width, y+6.5)
	return y + 9
}

// paragraph writes a text in at most so many lines and returns where it ends.
func (d *drawing) paragraph(x, y, width, height float64, text string, most int) float64 {
	for _, line := range d.Wrap(text, width, most) {
		d.text(x, y, width, height, line, "L")
		y += height
	}
	return y
}

// note writes small and in grey.
func (d *drawing) note(x, y, width float64, text string, most int) float64 {
	if text == "" {
		return y
	}
	d.Font(printed.Plain, noteSize)
	d.Ink(printed.Grey)
	y = d.paragraph(x, y, width, noteLine, text, most)
	d.Ink(0)
	return y
}
