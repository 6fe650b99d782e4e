package columns

import (
	"slices"
	"strings"

	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/values"
	"ringback.app/app/importing/written"
)

// Table is a table of which it is to be told what its columns hold.
type Table struct {
	Title     string // as errors name it
	Charset   string // it is read in; empty: of a workbook
	Delimiter byte   // that keeps its columns apart; 0: of a workbook
	Header    []string
	shown     [][]string // the first rows under it
	first     [][]string // likewise, without those in which a page ends
	sample    [][]string // the first rows, and more of them
	headless  bool       // it has no header; its columns are numbered
	Maps      []Mapping  // what the person says of its columns, now or before
	Alone     bool       // nothing else is imported with it
}

// Begin takes the header and the first rows of a table, and returns the line the
// header is on.
func (t *Table) Begin(rows Rows) (line int, err error) {
	if rows, t.headless, err = WithHeader(rows); err != nil {
		return 0, err
	}
	row, err := rows.Next()
	if err != nil {
		return 0, err
	}
	t.Header = CellsOf(row)
	t.sample = firstRows(rows)
	t.shown = t.sample[:min(len(t.sample), shownRows)]
	t.first = slices.Clone(t.sample)
	if !t.headless {
		t.first = slices.DeleteFunc(t.first, t.isBreak)
	}
	if len(t.first) == 0 {
		t.first = slices.Clone(t.sample)
	}
	t.first = t.first[:min(len(t.first), shownRows)]
	return row.Line, nil
}

// isBreak tells of a row whether a page ends there: it has the header again, or the number
// of the page and no more.
func (t Table) isBreak(row []string) bool {
	const columns = 3 // with fewer a row may well have one cell
	filled := 0
	for _, cell := range row {
		if strings.TrimSpace(cell) != "" {
			filled++
		}
	}
	return slices.Equal(row, t.Header) || len(t.Header) >= columns && filled == 1 && strings.TrimSpace(row[0]) != ""
}

// CellsOf copies the cells of a row.
func CellsOf(row tables.Row) []string {
	cells := make([]string, len(row.Cells))
	for i := range cells {
		cells[i] = strings.Clone(row.Cell(i))
	}
	return cells
}

// firstRows reads the first rows under the header. What cannot be read of them
// is said when the whole table is.
func firstRows(t Rows) [][]string {
	var rows [][]string
	for len(rows) < sampledRows {
		row, err := t.Next()
		if err != nil {
			break
		}
		if !row.Blank() {
			rows = append(rows, CellsOf(row))
		}
	}
	return slices.Clip(rows)
}

// isSaid tells whether the person said what the column holds, also that it is
// nothing.
func (t Table) isSaid(column int) bool {
	return slices.ContainsFunc(t.Maps, func(m Mapping) bool { return written.Plain(m.Column) == written.Plain(t.Header[column]) })
}

// column is what is in the first rows of a column, as far as anything is.
func (t Table) column(i int) []string {
	var cells []string
	for _, row := range t.first {
		if i < len(row) && strings.TrimSpace(row[i]) != "" {
			cells = append(cells, strings.TrimSpace(row[i]))
		}
	}
	return cells
}

// SaidOrder is the order in which the person says that the days of a field are
// written.
func (t Table) SaidOrder(f fields.Field) values.Order {
	for _, m := range t.Maps {
		if m.Field == f && m.Order != values.AnyOrder {
			return m.Order
		}
	}
	return values.AnyOrder
}
