package importing

import (
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

// lookBare takes a row into account for whether the bare column holds numbers.
func (b *bookkeeping) lookBare(row tables.Row) {
	text := row.Cell(b.columns.bare)
	if text == "" || isPlaceholder(text) {
		return
	}
	b.survey.bare++
	if isCode(text) {
		b.survey.codes++
	}
}

// decideBare settles what the bare column holds.
func (b *bookkeeping) decideBare() {
	c := &b.columns
	if c.bare < 0 || b.survey.bare == 0 || b.survey.codes < b.survey.bare {
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
