package importing

import (
	"context"
	"slices"

	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/texts"
)

// bareNames are columns that are called Customer and no more: what is in them
// tells whether that is the shop's number or the name.
var bareNames = []string{
	"customer", "client", "buyer", "kunde", "asiakas", "cliente", "klant", "kund", "klient", "πελατησ", "khachhang",
}

// findBare finds the column that may hold the customer's number or their name,
// where none is called by either alone, and the one that has the name then.
func (c *columns) findBare(plain []string, taken map[int]bool) {
	if _, numbered := c.at[FieldCustomer]; numbered || c.settled[FieldCustomer] || c.preset != nil {
		return
	}
	name := c.of(FieldName)
	if name >= 0 && c.said[name] {
		return
	}
	c.bare = slices.IndexFunc(plain, func(n string) bool { return slices.Contains(bareNames, n) })
	switch {
	case c.bare < 0 || c.bare != name && taken[c.bare]:
		c.bare = -1
	case c.bare != name:
		c.named = name
	default:
		for _, other := range headers[FieldName] {
			if i := slices.Index(plain, other); i >= 0 && i != c.bare && !taken[i] {
				c.named = i
				return
			}
		}
	}
}

// bareCells counts what is in such a column.
type bareCells struct {
	all   int
	codes int // of them, those that are numbers
}

func (b *bareCells) see(text string) {
	if text == "" || isPlaceholder(text) {
		return
	}
	b.all++
	if isCode(text) {
		b.codes++
	}
}

// numbers tells whether the column holds numbers.
func (b bareCells) numbers() bool { return b.all > 0 && b.codes == b.all }

// decideBare settles what the bare column holds.
func (c *columns) decideBare(cells bareCells) {
	if c.bare < 0 || !cells.numbers() {
		return
	}
	c.at[FieldCustomer] = c.bare
	switch {
	case c.named >= 0:
		c.at[FieldName] = c.named
	case c.of(FieldName) == c.bare:
		delete(c.at, FieldName)
	}
}

// decideBare does so in a table of contacts, where other columns have the name.
func (b *addressBook) decideBare(ctx context.Context, r *reading, f *file) error {
	at := slices.IndexFunc(b.columns, func(c contactColumn) bool { return c.part == partFull && !c.said })
	if at < 0 || b.own != nil || !slices.Contains(bareNames, plainName(f.header[at])) {
		return nil
	}
	if b.count(partFull) < 2 && b.count(partGiven)+b.count(partFamily) == 0 {
		return nil
	}
	var cells bareCells
	err := r.table(ctx, f, func(tables.Row) error { return nil }, func(row tables.Row) error {
		cells.see(cellText(row.Cell(at)))
		return nil
	})
	if err == nil && cells.numbers() {
		b.columns[at].part = partNumber
	}
	return err
}

// codeOf is the row's number for the customer if the column of their name turns
// out to hold numbers; "" if it cannot.
func (b *bookkeeping) codeOf(row tables.Row) string {
	at := b.columns.bare
	if at < 0 {
		at = b.columns.of(FieldName)
	}
	if text := row.Cell(at); isCode(text) && !isPlaceholder(text) {
		return texts.ShopNumber(text)
	}
	return ""
}
