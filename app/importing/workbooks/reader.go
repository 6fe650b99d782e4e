package workbooks

import (
	"io"
	"strings"

	"ringback.app/app/importing/tables"
)

// Reader hands out the rows of a sheet, from the one that names the columns on.
type Reader struct {
	sheet *Sheet
	next  int
	names []string // as they are made of a head of several rows; nil once handed out
	cells []string
}

// NewReader returns a reader of the sheet. Named tells whether a column of that
// name is known: it finds the row that names the columns, which may stand under
// a title.
func (s *Sheet) NewReader(named func(string) bool) *Reader {
	at, names := s.head(named)
	return &Reader{sheet: s, next: at, names: names}
}

// Next returns the next row that is not empty, or io.EOF after the last.
func (r *Reader) Next() (tables.Row, error) {
	if r.next >= len(r.sheet.rows) {
		return tables.Row{}, io.EOF
	}
	row := r.sheet.rows[r.next]
	apart := r.next > 0 && r.sheet.rows[r.next-1].number+1 < row.number
	r.next++
	if r.names != nil {
		names := r.names
		r.names = nil
		return tables.Row{Line: row.number, Cells: names}, nil
	}
	r.cells = r.cells[:0]
	for cell := range strings.SplitSeq(row.text, separator) {
		r.cells = append(r.cells, cell)
	}
	return tables.Row{Line: row.number, Cells: r.cells, Merged: r.sheet.merged[row.number], Apart: apart}, nil
}

// deepest is how far down the columns' names are looked for.
const deepest = 20

// head finds the row that names most columns that are known. Where heads are
// merged over rows, a column's name stands in a row above: it is taken from
// there.
func (s *Sheet) head(named func(string) bool) (at int, names []string) {
	best := -1
	var above []string
	for i, row := range s.rows[:min(len(s.rows), deepest)] {
		cells := strings.Split(row.text, separator)
		for len(cells) < len(above) {
			cells = append(cells, "")
		}
		if isHead := i > 0 && s.rows[i-1].number == row.number-1; isHead {
			for j, name := range above {
				if cells[j] == "" {
					cells[j] = name
				}
			}
		}
		known := 0
		for _, cell := range cells {
			if named(cell) {
				known++
			}
		}
		if known > best {
			at, names, best = i, cells, known
		}
		above = strings.Split(row.text, separator)
	}
	return at, names
}
