package mondaysheet

import (
	"ringback.app/app/exporting/printed"
	"ringback.app/app/review/inwords"
)

// How many bars and lines are drawn at most, so that the page holds them.
const (
	mostTalk  = 9
	mostBars  = 6
	mostLines = 7
)

// figures draws the first page: the tiles, and below them two columns of parts.
func (d *drawing) figures() {
	y := d.tiles(d.GetY()) + 6
	room := d.bottom() - riskHeight - y
	left, right, over := d.columns(room)
	d.over = over
	d.beside(y, room, left, right)
	d.note(margin, d.bottom()-riskHeight+2, d.Width, d.Risk, 3)
}

const (
	barLine   = 6.0
	barHeight = 3.4
)

// chart draws bars; none where there are none and nothing is to be said of that.
func chart(c Chart, most int) part {
	return func(d *drawing, x, y, width float64) float64 {
		switch {
		case len(c.Bars) > 0:
			return d.bars(x, d.heading(x, y, width, c.Title), width, c, most)
		case c.None != "":
			return d.note(x, d.heading(x, y, width, c.Title), width, c.None, 3)
		}
		return y
	}
}

func (d *drawing) bars(x, y, width float64, c Chart, most int) float64 {
	y = d.note(x, y-0.5, width, c.Note, 2) + 0.5
	most = min(most, len(c.Bars))
	if high := barLine * float64(most); y+high > d.limit || most < len(c.Bars) && y+high+noteLine+0.5 > d.limit {
		most = min(most, max(1, int((d.limit-y-noteLine-0.5)/barLine)))
	}
	shown := c.Bars[:most]
	d.Font(printed.Plain, bodySize)
	names, numbers, longest := 0.0, 0.0, 1
	for _, b := range shown {
		names = max(names, d.GetStringWidth(d.Shown(b.Name)))
		numbers = max(numbers, d.GetStringWidth(d.Shown(b.Number+"  "+b.Change)))
		longest = max(longest, b.Count)
	}
	names, numbers = min(names, 0.42*width), min(numbers, 0.3*width)
	room := width - names - numbers - 5
	for _, b := range shown {
		d.Font(printed.Plain, bodySize)
		d.text(x, y, names, barLine, b.Name, "L")
		end := d.bar(x+names+2.5, y+(barLine-barHeight)/2, room*float64(b.Count)/float64(longest), b)
		d.text(end+2, y, numbers+room, barLine, b.Number, "L")
		at := end + 2 + d.GetStringWidth(b.Number) + 1.5
		d.Font(printed.Plain, noteSize)
		d.Ink(printed.Grey)
		d.text(at, y, max(0, x+width-at), barLine, b.Change, "L")
		d.Ink(0)
		y += barLine
	}
	if more := len(c.Bars) - len(shown); more > 0 {
		y = d.note(x, y+0.5, width, d.More(more), 1)
	}
	return y
}

// bar draws one bar, the unhappy ones hollow, and returns where it ends.
func (d *drawing) bar(x, y, wide float64, b inwords.Bar) float64 {
	hollow := wide * float64(b.Unhappy) / float64(max(1, b.Count))
	d.accent()
	if solid := wide - hollow; solid > 0.05 {
		d.Rect(x, y, solid, barHeight, "F")
	}
	if hollow > 0.05 {
		d.edge()
		d.Rect(x+wide-hollow+0.3, y+0.17, max(0.4, hollow-0.5), barHeight-0.35, "D")
	}
	return x + wide
}

// scores draws who would recommend the shop, and returns where that ends.
func (d *drawing) scores(x, y, width float64) float64 {
	y = d.heading(x, y, width, d.Scores.Title)
	all := d.Scores.Full + d.Scores.Pale + d.Scores.Hollow
	if all == 0 {
		return d.note(x, y, width, d.Scores.None, 2)
	}
	y = d.note(x, y-0.5, width, d.Scores.Note, 1) + 0.8
	at := x
	for i, n := range []int{d.Scores.Full, d.Scores.Pale, d.Scores.Hollow} {
		wide := width * float64(n) / float64(all)
		style := "F"
		switch i {
		case 0:
			d.accent()
		case 1:
			d.pale()
		case 2:
			d.edge()
			style = "D"
		}
		if n > 0 {
			d.Rect(at+0.2, y, max(0.4, wide-0.4), 4.5, style)
		}
		at += wide
	}
	y += 6.5
	for _, f := range d.Scores.Lines {
		y = d.number(x, y, width, f)
	}
	return y
}

// lines draws figures below each other; nothing where there are none.
func lines(l Lines) part {
	return func(d *drawing, x, y, width float64) float64 {
		if len(l.Lines) == 0 {
			return y
		}
		y = d.heading(x, y, width, l.Title)
		y = d.note(x, y-0.5, width, l.Note, 2) + 0.5
		for i, f := range l.Lines {
			if i == mostLines || y+d.heightOfNumber(f, width) > d.limit {
				return d.note(x, y, width, d.More(len(l.Lines)-i), 1)
			}
			y = d.number(x, y, width, f)
		}
		return y
	}
}

// heightOfNumber is what a figure takes of the page as a line.
func (d *drawing) heightOfNumber(f inwords.Figure, width float64) float64 {
	d.Font(printed.Bold, bodySize)
	room := width - min(width/2, d.GetStringWidth(d.Shown(f.Value))) - 6
	d.Font(printed.Plain, bodySize)
	high := bodyLine * float64(len(d.Wrap(f.Label, room, 2)))
	d.Font(printed.Plain, noteSize)
	high += noteLine * float64(len(d.Wrap(f.Note, room, 3)))
	if f.Late != "" {
		high += noteLine
	}
	return high + 1.5
}

// number draws a figure as a line: what it is at the left, the number at the
// right, in a box where it may be good or bad. A bad one has a thick edge.
func (d *drawing) number(x, y, width float64, f inwords.Figure) float64 {
	d.Font(printed.Bold, bodySize)
	value := d.Fit(f.Value, width/2)
	wide := d.GetStringWidth(value) + 3
	switch f.Mood {
	case inwords.Good:
		d.pale()
		d.RoundedRect(x+width-wide, y+0.2, wide, 4.8, 1.6, "1234", "F")
	case inwords.Fair:
		d.line()
		d.RoundedRect(x+width-wide, y+0.2, wide, 4.8, 1.6, "1234", "D")
	case inwords.Bad:
		d.edge()
		d.RoundedRect(x+width-wide, y+0.2, wide, 4.8, 1.6, "1234", "D")
	}
	align, pad := "R", 0.0
	if f.Mood != inwords.Plain {
		align, pad = "C", 3
	}
	d.text(x+width-wide, y, wide, 5.2, value, align)
	d.Font(printed.Plain, bodySize)
	end := d.paragraph(x, y+0.3, width-wide-3-pad/3, bodyLine, f.Label, 2)
	end = d.note(x, end, width-wide-3, f.Note, 3)
	if f.Late != "" {
		d.Font(printed.Bold, noteSize)
		d.text(x, end, width-wide-3, noteLine, f.Late, "L")
		end += noteLine
	}
	return max(end, y+5.2) + 1.2
}
