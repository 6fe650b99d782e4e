package exporting

import (
	"encoding/csv"
	"io"

	"ringback.app/app/spreadsheet"
)

// column is one column of a table of records.
type column[T any] struct {
	name string // the last part of its heading's key
	cell func(s sheet, record T) string
	// number marks cells that hold a number of ours and need no guard.
	number bool
}

// table writes records as lines of CSV.
type table[T any] struct {
	sheet
	columns []column[T]
	heads   string // what the keys of the headings begin with
	raw     io.Writer
	out     *csv.Writer
	row     []string
}

func newTable[T any](s sheet, w io.Writer, heads string, columns []column[T]) *table[T] {
	out := csv.NewWriter(w)
	out.UseCRLF = true // as RFC 4180 has it
	return &table[T]{sheet: s, columns: columns, heads: heads, raw: w, out: out, row: make([]string, len(columns))}
}

// begin writes the byte order mark, without which Excel takes the file for one
// of its own charset and spoils every accent, and the headings.
func (t *table[T]) begin() error {
	if _, err := io.WriteString(t.raw, "\ufeff"); err != nil {
		return unwritable(err)
	}
	for i, col := range t.columns {
		t.row[i] = spreadsheet.Guard(t.voice.Say(t.heads+col.name, nil))
	}
	return unwritable(t.out.Write(t.row))
}

func (t *table[T]) record(r T) error {
	for i, col := range t.columns {
		cell := col.cell(t.sheet, r)
		if !col.number {
			cell = spreadsheet.Guard(cell)
		}
		t.row[i] = cell
	}
	return unwritable(t.out.Write(t.row))
}

func (t *table[T]) end(Count) error {
	t.out.Flush()
	return unwritable(t.out.Error())
}
