package columns

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/written"
)

// bareNames are columns that are called Customer and no more: what is in them
// tells whether that is the shop's number or the name.
var bareNames = []string{
	"customer", "client", "buyer", "kunde", "asiakas", "cliente", "klant", "kund", "klient", "πελατησ", "khachhang",
}

// findBare finds the column that may hold the customer's number or their name,
// where none is called by either alone, and the one that has the name then.
func (c *Columns) findBare(plain []string, taken map[int]bool) {
	if _, numbered := c.at[fields.Customer]; numbered || c.settled[fields.Customer] || c.program != nil {
		return
	}
	name := c.Of(fields.Name)
	if name >= 0 && c.said[name] {
		return
	}
	c.Bare = slices.IndexFunc(plain, func(n string) bool { return slices.Contains(bareNames, n) })
	switch {
	case c.Bare < 0 || c.Bare != name && taken[c.Bare]:
		c.Bare = -1
	case c.Bare != name:
		c.Named = name
	default:
		for _, other := range fields.Names()[fields.Name] {
			if i := slices.Index(plain, other); i >= 0 && i != c.Bare && !taken[i] {
				c.Named = i
				return
			}
		}
	}
}

// Codes counts what is in such a column.
type Codes struct {
	all   int
	codes int // of them, those that are numbers

	code, name string // the first of each
}

// See takes a cell into account.
func (b *Codes) See(text string) {
	if text == "" || written.IsPlaceholder(text) {
		return
	}
	b.all++
	first := &b.name
	if written.IsCode(text) {
		b.codes++
		first = &b.code
	}
	if *first == "" {
		*first = strings.Clone(written.Clip(written.OneLine(text)))
	}
}

// numbers tells whether the column holds numbers.
func (b Codes) numbers() bool { return b.all > 0 && b.codes == b.all }

// Of a column, nine in ten are clear: the others are slips, or lines of the till's
// own.
const (
	clearlyOf = 10
	clearly   = 9
)

// MostlyNumbers tells whether the column clearly holds numbers, whatever a few
// cells of it are.
func (b Codes) MostlyNumbers() bool { return b.all > 0 && clearlyOf*b.codes >= clearly*b.all }

// mixed tells whether nobody can say if the column holds numbers or names.
func (b Codes) mixed() bool {
	return !b.MostlyNumbers() && clearlyOf*b.codes > (clearlyOf-clearly)*b.all
}

// DecideBare settles what the bare column holds.
func (c *Columns) DecideBare(cells Codes) {
	if c.Bare < 0 || !cells.MostlyNumbers() {
		return
	}
	c.at[fields.Customer], c.Slips = c.Bare, !cells.numbers()
	if c.Of(fields.Name) == c.Bare {
		delete(c.at, fields.Name)
	}
	if c.Named >= 0 {
		c.at[c.PartOf(c.Named)] = c.Named
	}
}

// DecideCustomer settles by what is in the column that may hold either, and in that
// called Name, whether the column of customers holds numbers or names.
// It returns an Error with CodeInvalid where nobody can tell.
func (c *Columns) DecideCustomer(t Table, bare, called Codes) error {
	c.DecideBare(bare)
	switch {
	case c.Has(fields.Customer) || called.all == 0:
	case called.numbers(), called.MostlyNumbers() && !c.ByName():
		// A column called Customer holds the customers' numbers.
		c.at[fields.Customer], c.Slips = c.at[fields.Name], !called.numbers()
		delete(c.at, fields.Name)
	case called.mixed() && c.Bare < 0:
		return c.numberOrName(t, c.Of(fields.Name), called)
	}
	if c.Bare >= 0 && bare.mixed() {
		return c.numberOrName(t, c.Bare, bare)
	}
	return nil
}

// numberOrName asks what such a column holds, unless something else says who
// somebody is.
func (c *Columns) numberOrName(t Table, at int, cells Codes) error {
	if c.ByName() || c.reaches() || c.Has(fields.Customer) {
		return nil
	}
	return app.Invalid("error.import.number-or-name", app.Args{
		"File": t.Title, "Column": c.Names[at], "Code": cells.code, "Name": cells.name,
	})
}

// reaches tells whether a column has a telephone's number or an address for mail.
func (c Columns) reaches() bool {
	return c.Has(fields.Email) || slices.ContainsFunc(fields.Telephones(), func(k fields.Telephone) bool { return c.Has(k.Field) })
}
