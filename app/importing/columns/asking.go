package columns

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/written"
)

// shownRows is how many rows a person is shown of a table whose columns could not
// be told.
const shownRows = 10

// Unknown is a table whose columns could not be told: what a person needs to
// see to say what they hold.
type Unknown struct {
	Charset   string         // the table is read in; empty: of a workbook
	Delimiter string         // that keeps its columns apart; empty: of a workbook
	Names     []string       // of the columns
	Fields    []fields.Field // what each was taken for, as far as it could be told; else empty
	Likely    []fields.Field // what each may hold by the looks of it, where nothing else tells; else empty
	Rows      [][]string     // the first ones, one cell for each column
}

// Asks returns the table that an error of an import asks about; false if it asks
// about none.
func Asks(err error) (Unknown, bool) {
	var e *app.Error
	if !errors.As(err, &e) {
		return Unknown{}, false
	}
	table, ok := e.Args["Table"].(Unknown)
	return table, ok
}

// Ask is the error that asks what the table's columns hold. The Args tell of it
// what Columns does not.
func (t Table) Ask(key string, args app.Args) error {
	unknown := Unknown{Charset: t.Charset, Names: t.Header, Fields: make([]fields.Field, len(t.Header)), Rows: t.Shown()}
	if t.Delimiter != 0 {
		unknown.Delimiter = string(rune(t.Delimiter))
	}
	c := readColumns(t.Header, t.Maps)
	for _, f := range fields.All() {
		if i := c.Of(f); i >= 0 {
			unknown.Fields[i] = f
			if (key == "error.import.only-names" || key == nameOrGoods) && f == fields.Name {
				unknown.Fields[i] = "" // whether it is, is what is asked
			}
		}
	}
	if key == "error.import.perhaps-purchases" {
		t.fillContacts(unknown.Fields)
	}
	unknown.Likely = t.likely(unknown.Fields)
	all := app.Args{"File": t.Title, "Columns": Listed(c.Names), "Names": c.Names, "Table": unknown}
	maps.Copy(all, args)
	return app.Invalid(key, all)
}

// fillContacts adds what the columns hold that only contacts have.
func (t Table) fillContacts(told []fields.Field) {
	for i, name := range t.Header {
		if field := fields.OfContact(name).Field(); told[i] == "" && !slices.Contains(told, field) && slices.Contains(fields.All(), field) {
			told[i] = field
		}
	}
}

// nothingBought asks which column says what was bought, or what it cost, where
// none is known and there is one that may. Beside other tables, which may say it, nobody
// is asked.
func (c *Columns) nothingBought(t Table) error {
	if c.program != nil || len(c.Items) > 0 || c.Has(fields.Item, fields.Code, fields.Price, fields.Amount, fields.Total) {
		return nil
	}
	claimed := c.claimed()
	for i, name := range c.Names {
		cells := t.column(i)
		may := len(cells) > 0 && !written.All(cells, written.IsDate) && !isColumnOfContact(name)
		c.Unsaid = c.Unsaid || may && !claimed[i] && !t.isSaid(i)
	}
	if c.Unsaid && t.Alone {
		return t.Ask("error.import.no-goods", nil)
	}
	return nil
}

// perhapsGoods asks of a table of receipts with their totals whether a column that
// nobody knows says what was bought: without it nobody knows at the telephone what to
// ask about. It has words, not the same few on each line, and is not called by what
// else there may be of an order.
func (c *Columns) perhapsGoods(t Table) error {
	const few, enough = 2, 5
	if c.program != nil || c.Own != nil || !t.Alone || len(c.Items) > 0 || c.Has(fields.Item, fields.Code) || !c.Has(fields.Price, fields.Amount, fields.Total) {
		return nil
	}
	claimed := c.claimed()
	for i, name := range c.Names {
		cells, plain := t.column(i), written.Plain(name)
		if claimed[i] || t.isSaid(i) || isColumnOfContact(name) || fields.IsOfOthers(plain) || fields.IsBesideGoods(plain) || !written.All(cells, written.IsWords) {
			continue
		}
		slices.Sort(cells)
		if sorts := len(slices.Compact(slices.Clone(cells))); 2*len(cells) > len(t.first) && (len(cells) < enough || sorts > few) {
			return t.Ask("error.import.perhaps-goods", app.Args{"Column": strings.TrimSpace(name)})
		}
	}
	return nil
}

func isColumnOfContact(name string) bool { return fields.OfContact(name).Part != fields.None }

// Shown are the first rows as they are shown to a person: one cell for each
// column, none too long.
func (t Table) Shown() [][]string {
	var rows [][]string
	for _, cells := range t.shown {
		row := make([]string, len(t.Header))
		for i := range min(len(row), len(cells)) {
			row[i] = written.Beginning(written.OneLine(cells[i]))
		}
		rows = append(rows, row)
	}
	return rows
}
