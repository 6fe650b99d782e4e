package callsheet

import (
	"fmt"

	"ringback.app/app/exporting/printed"
)

// The heights of a customer's parts.
const (
	nameHeight  = 7.0
	lineHeight  = 4.6
	tickHeight  = 5.2
	writeHeight = 7.5
	writeLines  = 3
	gap         = 3.0

	indent    = 8.0 // left of it is the number
	numberMax = 62.0
	mostLines = 3 // of one reason or fact
)

// height is what a customer takes of a page.
func (d *drawing) height(p Person) float64 {
	text := 0
	d.pdf.Font(printed.Plain, 9)
	for _, said := range [][]string{p.Why, p.Facts} {
		for _, s := range said {
			text += len(d.wrap(s, d.width-indent, mostLines))
		}
	}
	return nameHeight + float64(text)*lineHeight + float64(len(d.ticks()))*tickHeight + tickHeight + writeLines*writeHeight + gap
}

// person draws a customer in one piece.
func (d *drawing) person(number int, p Person) {
	d.room(d.height(p))
	pdf := d.pdf
	pdf.SetDrawColor(150, 150, 150)
	pdf.Line(margin, pdf.GetY(), margin+d.width, pdf.GetY())
	pdf.Ln(1)
	top := pdf.GetY()
	pdf.Font(printed.Plain, 10)
	d.grey(true)
	d.cell(indent, nameHeight-1, fmt.Sprint(number), "L")
	d.grey(false)
	pdf.Font(printed.Bold, 12)
	name := d.fit(p.Name, d.width-indent-numberMax-2)
	d.cell(pdf.GetStringWidth(name)+3, nameHeight-1, name, "L")
	if left := margin + d.width - numberMax - pdf.GetX(); left > 15 && p.Aside != "" {
		pdf.Font(printed.Plain, 9)
		d.grey(true)
		d.cell(left, nameHeight-1, d.fit(p.Aside, left-2), "L")
		d.grey(false)
	}
	pdf.SetXY(margin+d.width-numberMax, top)
	pdf.Font(printed.Bold, 13)
	d.cell(numberMax, nameHeight-1, d.fit(p.Number, numberMax), "R")
	pdf.SetXY(margin, top+nameHeight-1)
	for i, why := range p.Why {
		d.lines(why, i > 0)
	}
	for _, fact := range p.Facts {
		d.lines(fact, true)
	}
	d.boxes()
	d.writing()
	pdf.SetXY(margin, pdf.GetY()+gap)
}

// lines draws a text below the name.
func (d *drawing) lines(text string, grey bool) {
	d.pdf.Font(printed.Plain, 9)
	d.grey(grey)
	for _, line := range d.wrap(text, d.width-indent, mostLines) {
		d.pdf.SetX(margin + indent)
		d.cell(d.width-indent, lineHeight, line, "L")
		d.pdf.Ln(lineHeight)
	}
	d.grey(false)
}

const (
	box      = 3.0
	boxSpace = 5.0
)

// ticks are the outcomes in as many rows as they need.
func (d *drawing) ticks() [][]string {
	d.pdf.Font(printed.Plain, 8)
	var rows [][]string
	used := d.width
	for _, outcome := range d.Outcomes {
		text := d.fit(outcome, d.width/2)
		wide := box + 1 + d.pdf.GetStringWidth(text) + boxSpace
		if used+wide > d.width-indent {
			rows, used = append(rows, nil), 0
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], text)
		used += wide
	}
	return rows
}

// boxes draws what to tick and to ring: the outcomes, and the score.
func (d *drawing) boxes() {
	pdf := d.pdf
	pdf.SetDrawColor(90, 90, 90)
	for _, row := range d.ticks() {
		pdf.SetX(margin + indent)
		for _, text := range row {
			pdf.Rect(pdf.GetX(), pdf.GetY()+(tickHeight-box)/2, box, box, "D")
			pdf.SetX(pdf.GetX() + box + 1)
			d.cell(pdf.GetStringWidth(text)+boxSpace, tickHeight, text, "L")
		}
		pdf.Ln(tickHeight)
	}
	pdf.SetX(margin + indent)
	label := d.fit(d.Score, d.width/4)
	d.cell(pdf.GetStringWidth(label)+3, tickHeight, label, "L")
	for score := range d.MaxScore + 1 {
		d.cell(6.5, tickHeight, fmt.Sprint(score), "C")
	}
	next := d.fit(d.Next, d.width/4)
	pdf.SetX(pdf.GetX() + 5)
	d.cell(pdf.GetStringWidth(next)+2, tickHeight, next, "L")
	if x, y := pdf.GetX(), pdf.GetY()+tickHeight-1; x < margin+d.width {
		pdf.Line(x, y, margin+d.width, y)
	}
	pdf.Ln(tickHeight)
}

// writing draws lines to write on.
func (d *drawing) writing() {
	d.pdf.SetDrawColor(190, 190, 190)
	for range writeLines {
		y := d.pdf.GetY() + writeHeight
		d.pdf.Line(margin+indent, y, margin+d.width, y)
		d.pdf.SetY(y)
	}
}

func (d *drawing) cell(width, height float64, text, align string) {
	d.pdf.Cell(width, height, text, align)
}

func (d *drawing) grey(on bool) {
	shade := 0
	if on {
		shade = printed.Grey
	}
	d.pdf.Ink(shade)
}

func (d *drawing) fit(text string, width float64) string { return d.pdf.Fit(text, width) }

func (d *drawing) wrap(text string, width float64, most int) []string {
	return d.pdf.Wrap(text, width, most)
}
