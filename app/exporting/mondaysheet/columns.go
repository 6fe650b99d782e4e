package mondaysheet

import (
	"cmp"
	"slices"

	"ringback.app/app/exporting/printed"
)

const (
	between    = 8.0  // two columns
	apart      = 4.5  // two parts
	leastBars  = 34.0 // what bars are cut down to
	leastLines = 80.0 // what figures are cut down to
	riskHeight = 13.0
	endless    = 1e5 // a page that nothing is cut on
	slack      = 1.0 // of what a line is reckoned to take, beside what it takes
)

// part draws something, down to the limit at most, and returns where it ends.
type part func(d *drawing, x, y, width float64) float64

// sized is a part with how high it is, and how high at least.
type sized struct {
	draw        part
	full, least float64
	high        float64 // as it is drawn
}

// columns are the two columns of the first page, and what neither has room for.
// Nothing is left out: one column takes what the other has no room for, lists are
// cut where both are full, and what is more than that is for the second page.
func (d *drawing) columns(room float64) (left, right, over []sized) {
	left = d.measured(
		sized{draw: chart(d.Talk, mostTalk), least: leastBars}, sized{draw: (*drawing).scores, least: endless},
		sized{draw: chart(d.Stars, mostBars), least: leastBars}, sized{draw: chart(d.Items, mostBars), least: leastBars},
	)
	right = d.measured(
		sized{draw: lines(d.Standards), least: leastLines}, sized{draw: lines(d.Right), least: leastLines},
		sized{draw: chart(d.Sellers, mostBars), least: leastBars},
		sized{draw: lines(d.After), least: leastLines}, sized{draw: lines(d.Remedies), least: leastLines},
	)
	left, right = evenOut(left, right, room)
	left, over = spill(left, room)
	right, more := spill(right, room)
	return left, right, append(over, more...)
}

// measured draws parts on another sheet to see how high they are, with no limit
// and with the one that is their least, and leaves out what there is nothing of.
func (d *drawing) measured(parts ...sized) []sized {
	try := *d
	try.Pages = d.scratch
	var all []sized
	for _, p := range parts {
		try.limit = endless
		p.full = p.draw(&try, margin, 0, d.columnWidth())
		try.limit = p.least
		if p.least = min(p.full, p.draw(&try, margin, 0, d.columnWidth())); p.full > 0 {
			all = append(all, p)
		}
	}
	return all
}

func (d *drawing) columnWidth() float64 { return (d.Width - between) / 2 }

// beside draws columns of parts that have so much room.
func (d *drawing) beside(y, room float64, columns ...[]sized) {
	width := d.columnWidth()
	for i, column := range columns {
		share(column, room)
		at := y
		for _, p := range column {
			d.limit = at + p.high + slack
			at = p.draw(d, margin+float64(i)*(width+between), at, width) + apart
		}
	}
}

// spill takes the last parts off a column that has no room for them however they
// are cut.
func spill(column []sized, room float64) (kept, over []sized) {
	kept = column
	for len(kept) > 1 && leastHeight(kept) > room {
		kept = kept[:len(kept)-1]
	}
	return kept, column[len(kept):]
}

// halves parts a column in two, which are read one after the other.
func halves(column []sized) (left, right []sized) {
	half := (len(column) + 1) / 2
	return column[:half], column[half:]
}

// evenOut moves the last parts of a column that has no room for them in full to
// the other, where that has.
func evenOut(left, right []sized, room float64) (_, _ []sized) {
	for len(right) > 0 && height(right) > room && height(left)+apart+right[len(right)-1].full <= room {
		left, right = append(left, right[len(right)-1]), right[:len(right)-1]
	}
	for len(left) > 0 && height(left) > room && height(right)+apart+left[len(left)-1].full <= room {
		right, left = append(right, left[len(left)-1]), left[:len(left)-1]
	}
	return left, right
}

// height is what parts take in full.
func height(column []sized) float64 {
	high := apart * float64(len(column)-1)
	for _, p := range column {
		high += p.full
	}
	return high
}

func leastHeight(column []sized) float64 {
	high := apart * float64(len(column)-1)
	for _, p := range column {
		high += p.least
	}
	return high
}

// share gives each part of a column as much of the room as it needs, and those
// that need most alike where there is not enough.
func share(column []sized, room float64) {
	room -= apart * float64(len(column)-1)
	hungry := make([]*sized, len(column))
	for i := range column {
		hungry[i] = &column[i]
		room -= column[i].least
	}
	slices.SortStableFunc(hungry, func(a, b *sized) int { return cmp.Compare(a.full-a.least, b.full-b.least) })
	for i, p := range hungry {
		more := min(p.full-p.least, max(0, room)/float64(len(hungry)-i))
		p.high = p.least + more
		room -= more
	}
}

// newScratch returns a sheet to try out on how high something is.
func newScratch(s Sheet) (*printed.Pages, error) {
	pages, err := printed.New("", s.Made, printed.Paper{Letter: s.Letter, Margin: margin})
	if err != nil {
		return nil, err
	}
	pages.AddPage()
	return pages, nil
}
