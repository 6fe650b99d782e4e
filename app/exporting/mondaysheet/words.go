package mondaysheet

import "ringback.app/app/exporting/printed"

// How many of each are drawn at most.
const (
	mostCases  = 9
	mostPraise = 6
)

// decided is the room at the foot of the second page for what the meeting
// decides.
const decided = 38.0

// mostOver is the room on the second page for what the first has none for.
const mostOver = 100.0

// words draws the second page. What is at its top may take so much of it that
// the rest still has room, and what the first page has no room for.
func (d *drawing) words() {
	left, right := halves(d.over)
	high := min(max(height(left), height(right), 0), mostOver)
	end := d.bottom() - decided
	if high > 0 {
		end -= high + apart
	}
	room := end - d.GetY()
	y := d.cases(d.GetY(), d.GetY()+0.5*room) + 4
	half := (d.Width - between) / 2
	y = max(
		d.sayings(margin, y, half, end, d.Praise, mostPraise),
		d.sayings(margin+half+between, y, half, end, d.Verbatim, len(d.Verbatim.Said)),
	)
	y = min(y, end)
	if high > 0 {
		d.beside(y+apart, high, left, right)
		y += apart + high
	}
	y = d.heading(margin, y+4, d.Width, d.Decided)
	d.line()
	for y += 5; y < d.bottom(); y += 8 {
		d.Line(margin, y, margin+d.Width, y)
	}
}

const clockWidth = 66.0

// cases draws the open complaints as far as there is room, and returns where
// they end.
func (d *drawing) cases(y, end float64) float64 {
	y = d.heading(margin, y, d.Width, d.Open.Title)
	if len(d.Open.Cases) == 0 {
		return d.note(margin, y, d.Width, d.Open.None, 2)
	}
	for i, c := range d.Open.Cases {
		if i == mostCases || y+d.heightOf(c) > end && i > 0 {
			return d.note(margin, y, d.Width, d.More(len(d.Open.Cases)-i), 1)
		}
		y = d.open(y, c)
	}
	return y
}

// heightOf is what a case takes of the page.
func (d *drawing) heightOf(c Case) float64 {
	d.Font(printed.Plain, bodySize)
	high := 5.0 + bodyLine*float64(len(d.Wrap(c.Wrong, d.Width-2, 2)))
	d.Font(printed.Plain, noteSize)
	return high + noteLine*float64(len(d.Wrap(c.Wish, d.Width-2, 2))) + 2.5
}

func (d *drawing) open(y float64, c Case) float64 {
	d.Font(printed.Bold, bodySize)
	d.text(margin, y, d.Width-clockWidth-3, 5, c.Who, "L")
	clock := d.Fit(c.Clock, clockWidth-4)
	wide := d.GetStringWidth(clock) + 4
	x := margin + d.Width - wide
	if c.Late {
		d.SetFillColor(40, 40, 40)
		d.RoundedRect(x, y, wide, 5, 1.6, "1234", "F")
		d.Ink(255)
	}
	d.text(x, y, wide, 5, clock, "C")
	d.Ink(0)
	d.Font(printed.Plain, bodySize)
	y = d.paragraph(margin, y+5, d.Width-2, bodyLine, c.Wrong, 2)
	return d.note(margin, y, d.Width-2, c.Wish, 2) + 2.5
}

// sayings draws what customers said, as far as there is room, and returns where
// they end.
func (d *drawing) sayings(x, y, width, end float64, s Sayings, most int) float64 {
	y = d.heading(x, y, width, s.Title)
	if len(s.Said) == 0 {
		return d.note(x, y, width, s.None, 3)
	}
	for i, one := range s.Said {
		d.Font(printed.Plain, bodySize)
		lines := d.Wrap(one.Words, width-4, 5)
		high := bodyLine*float64(len(lines)) + noteLine
		if i == most || y+high > end-4 {
			return d.note(x, y, width, d.More(len(s.Said)-i), 1)
		}
		d.SetDrawColor(150, 150, 150)
		d.SetLineWidth(0.8)
		d.Line(x+0.4, y+0.5, x+0.4, y+high-0.5)
		at := y
		for _, line := range lines {
			d.text(x+4, at, width-4, bodyLine, line, "L")
			at += bodyLine
		}
		d.note(x+4, at, width-4, one.Who, 1)
		y += high + 2.5
	}
	return y
}
