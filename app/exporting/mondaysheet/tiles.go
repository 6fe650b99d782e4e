package mondaysheet

import (
	"ringback.app/app/exporting/printed"
	"ringback.app/app/review/inwords"
)

const (
	tileHeight = 25.0
	tileGap    = 3.0
	tileEdge   = 2.5
	smallest   = 6.0  // points of a number, however long
	besides    = 12.0 // points of a number that leaves room for what it is of beside it
)

// tiles draws the figures above all others, and returns where they end.
func (d *drawing) tiles(y float64) float64 {
	if len(d.Tiles) == 0 {
		return y
	}
	wide := (d.Width - tileGap*float64(len(d.Tiles)-1)) / float64(len(d.Tiles))
	for i, t := range d.Tiles {
		x := margin + float64(i)*(wide+tileGap)
		d.line()
		d.RoundedRect(x, y, wide, tileHeight, 1.8, "1234", "D")
		d.tile(x+tileEdge, y, wide-2*tileEdge, t)
	}
	return y + tileHeight
}

func (d *drawing) tile(x, y, width float64, t inwords.Figure) {
	d.note(x, y+2.2, width, t.Label, 1)
	below := y + 15
	if beside, ok := d.sizeOf(t.Value, d.widthOf(t), width, besides); ok {
		taken := d.tileNumber(x, y, width, t.Value, beside)
		d.of(x+taken+1.5, y+8.2, width-taken-1.5, t)
	} else {
		alone, _ := d.sizeOf(t.Value, 0, width, smallest)
		d.tileNumber(x, y, width, t.Value, alone)
		d.of(x, y+12.6, width, t)
		if t.Of != "" {
			below = y + 17
		}
	}
	end := d.note(x, below, width, t.Note, 2)
	if t.Late != "" && end < y+tileHeight-3 {
		d.Font(printed.Bold, noteSize)
		d.text(x, end, width, 3.6, t.Late, "L")
	}
}

// widthOf is the room for what a figure is of, beside it.
func (d *drawing) widthOf(t inwords.Figure) float64 {
	if t.Of == "" {
		return 0
	}
	d.Font(printed.Bold, noteSize)
	return d.GetStringWidth(d.Shown(t.Of)) + 1.5
}

// sizeOf returns in what size a number leaves that much of the width, and whether
// that is no less than least.
func (d *drawing) sizeOf(value string, leaves, width, least float64) (size float64, ok bool) {
	value = d.Shown(value)
	for size = numberSize; size >= least; size -= 0.5 {
		d.Font(printed.Bold, size)
		if d.GetStringWidth(value)+leaves <= width {
			return size, true
		}
	}
	return least, false
}

// tileNumber writes the number of a tile and returns how wide it is.
func (d *drawing) tileNumber(x, y, width float64, value string, size float64) float64 {
	d.Font(printed.Bold, size)
	value = d.Fit(value, width)
	d.text(x, y+6.2, width, 8, value, "L")
	return d.GetStringWidth(value)
}

func (d *drawing) of(x, y, width float64, t inwords.Figure) {
	if t.Of == "" {
		return
	}
	d.Font(printed.Bold, noteSize)
	d.Ink(printed.Grey)
	d.text(x, y, width, 6, t.Of, "L")
	d.Ink(0)
}
