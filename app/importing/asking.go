package importing

import (
	"errors"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// shownRows is how many rows a person is shown of a table whose columns could not
// be told.
const shownRows = 10

// Unknown is a table whose columns could not be told: what a person needs to
// see to say what they hold.
type Unknown struct {
	Charset   string     // the table is read in; empty: of a workbook
	Delimiter string     // that keeps its columns apart; empty: of a workbook
	Names     []string   // of the columns
	Fields    []Field    // what each was taken for, as far as it could be told; else empty
	Likely    []Field    // what each may hold by the looks of it, where nothing else tells; else empty
	Rows      [][]string // the first ones, one cell for each column
}

// Asks returns the table that an error of Read asks about; false if it asks
// about none.
func Asks(err error) (Unknown, bool) {
	var e *app.Error
	if !errors.As(err, &e) {
		return Unknown{}, false
	}
	table, ok := e.Args["Table"].(Unknown)
	return table, ok
}

// asking adds the table to an error that says that its columns could not be
// told.
func (l look) asking(err error) error {
	var e *app.Error
	if !errors.As(err, &e) || e.Args["Names"] == nil {
		return err
	}
	table := Unknown{Charset: l.charset, Names: l.header, Fields: make([]Field, len(l.header))}
	if l.delimiter != 0 {
		table.Delimiter = string(rune(l.delimiter))
	}
	c := readColumns(l.header, l.maps)
	for _, f := range Fields() {
		if i := c.of(f); i >= 0 {
			table.Fields[i] = f
			if e.Key == "error.import.only-names" && f == FieldName {
				table.Fields[i] = "" // whether it is, is what is asked
			}
		}
	}
	if e.Key == "error.import.perhaps-purchases" {
		l.fillContacts(table.Fields)
	}
	table.Likely = l.likely(table.Fields)
	table.Rows = l.shown()
	e.Args["Table"] = table
	return err
}

// fillContacts adds what the columns hold that only contacts have.
func (l look) fillContacts(fields []Field) {
	for i, name := range l.header {
		if field := contactColumnOf(name).field(); fields[i] == "" && !slices.Contains(fields, field) && slices.Contains(Fields(), field) {
			fields[i] = field
		}
	}
}

// nothingBought asks which column says what was bought, or what it cost, where
// none is known and there is one that may.
func (b *bookkeeping) nothingBought() error {
	c := b.columns
	if c.preset != nil || len(b.files) > 1 || len(c.items) > 0 || c.has(FieldItem, FieldCode, FieldPrice, FieldAmount, FieldTotal) {
		return nil
	}
	known := c.known()
	for i, name := range c.names {
		cells := b.f.column(i)
		may := len(cells) > 0 && !written.All(cells, written.IsDate) && !isColumnOfContact(name)
		if may && !known[i] && !b.f.isSaid(i) {
			return app.Invalid("error.import.no-goods", app.Args{"File": b.f.title(), "Columns": listed(c.names), "Names": c.names})
		}
	}
	return nil
}

func isColumnOfContact(name string) bool { return contactColumnOf(name).part != FieldNone }

// shown are the first rows as they are shown to a person: one cell for each
// column, none too long.
func (l look) shown() [][]string {
	var rows [][]string
	for _, cells := range l.first {
		row := make([]string, len(l.header))
		for i := range min(len(row), len(cells)) {
			row[i] = written.Beginning(written.OneLine(cells[i]))
		}
		rows = append(rows, row)
	}
	return rows
}

// cellsOf copies the cells of a row.
func cellsOf(row tables.Row) []string {
	cells := make([]string, len(row.Cells))
	for i := range cells {
		cells[i] = strings.Clone(row.Cell(i))
	}
	return cells
}

// firstRows reads the first rows under the header. What cannot be read of them
// is said when the whole table is.
func firstRows(t rowReader) [][]string {
	var rows [][]string
	for len(rows) < shownRows {
		row, err := t.Next()
		if err != nil {
			break
		}
		if !row.Blank() {
			rows = append(rows, cellsOf(row))
		}
	}
	return slices.Clip(rows)
}
