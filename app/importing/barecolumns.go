package importing

import (
	"context"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
	"ringback.app/app/texts"
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
		for _, other := range columnNames()[FieldName] {
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

	code, name string // the first of each
}

func (b *bareCells) see(text string) {
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
func (b bareCells) numbers() bool { return b.all > 0 && b.codes == b.all }

// Of a column, nine in ten are clear: the others are slips, or lines of the till's
// own.
const (
	clearlyOf = 10
	clearly   = 9
)

// mostlyNumbers tells whether the column clearly holds numbers, whatever a few
// cells of it are.
func (b bareCells) mostlyNumbers() bool { return b.all > 0 && clearlyOf*b.codes >= clearly*b.all }

// mixed tells whether nobody can say if the column holds numbers or names.
func (b bareCells) mixed() bool {
	return !b.mostlyNumbers() && clearlyOf*b.codes > (clearlyOf-clearly)*b.all
}

// decideBare settles what the bare column holds.
func (c *columns) decideBare(cells bareCells) {
	if c.bare < 0 || !cells.mostlyNumbers() {
		return
	}
	c.at[FieldCustomer], c.slips = c.bare, !cells.numbers()
	if c.of(FieldName) == c.bare {
		delete(c.at, FieldName)
	}
	if c.named >= 0 {
		c.at[c.partOf(c.named)] = c.named
	}
}

// nameBeside is what the row's other columns have of a name where the bare one
// has the number.
func (b *bookkeeping) nameBeside(row tables.Row) app.Name {
	c := b.columns
	n := app.Name{Given: strings.Clone(b.cell(row, FieldGiven)), Family: strings.Clone(b.cell(row, FieldFamily))}
	if c.named >= 0 {
		text := strings.Clone(written.OneLine(row.Cell(c.named)))
		*map[Field]*string{FieldName: &n.Full, FieldGiven: &n.Given, FieldFamily: &n.Family}[c.partOf(c.named)] = text
	}
	if n.Full == "" {
		n.Full = strings.TrimSpace(n.Given + " " + n.Family)
	}
	return n
}

// votes tells whether a row counts for what the column of customers holds: one
// that will be left out anyway, such as a sum or a title, does not.
func (b *bookkeeping) votes(row tables.Row) bool {
	day := b.raw(row, FieldDay)
	for _, order := range []tables.Order{tables.DayMonth, tables.MonthDay} {
		if _, _, err := tables.ParseDay(day, order); err == nil {
			return b.tooShort(row, false) == nil
		}
	}
	return false
}

// decideCustomer settles whether the column of customers holds numbers or names.
// It returns an Error with CodeInvalid where nobody can tell.
func (b *bookkeeping) decideCustomer() error {
	c, called := &b.columns, b.survey.called
	c.decideBare(b.survey.bare)
	switch {
	case c.has(FieldCustomer) || called.all == 0:
	case called.numbers(), called.mostlyNumbers() && !c.byName():
		// A column called Customer holds the customers' numbers.
		c.at[FieldCustomer], c.slips = c.at[FieldName], !called.numbers()
		delete(c.at, FieldName)
	case called.mixed() && c.bare < 0:
		return b.numberOrName(c.of(FieldName), called)
	}
	if c.bare >= 0 && b.survey.bare.mixed() {
		return b.numberOrName(c.bare, b.survey.bare)
	}
	return nil
}

// numberOrName asks what such a column holds, unless something else says who
// somebody is.
func (b *bookkeeping) numberOrName(at int, cells bareCells) error {
	if c := b.columns; c.byName() || c.reaches() || c.has(FieldCustomer) {
		return nil
	}
	return app.Invalid("error.import.number-or-name", app.Args{
		"File": b.f.title(), "Column": b.columns.names[at], "Code": cells.code, "Name": cells.name,
	})
}

// reaches tells whether a column has a telephone's number or an address for mail.
func (c columns) reaches() bool {
	return c.has(FieldPhone, FieldEmail) || slices.ContainsFunc(phoneFields, func(k phoneField) bool { return c.has(k.field) })
}

// slip is a name in a column that otherwise holds numbers; "" of any other row.
func (b *bookkeeping) slip(row tables.Row) string {
	if !b.columns.slips {
		return ""
	}
	if text := b.who(row, FieldCustomer); !written.IsCode(text) {
		return text
	}
	return ""
}

// decideBare does so in a table of contacts, where other columns have the name.
func (b *addressBook) decideBare(ctx context.Context, r *reading, f *file) error {
	at := slices.IndexFunc(b.columns, func(c contactColumn) bool { return c.part == FieldName && !c.said })
	if at < 0 || b.own != nil || !slices.Contains(bareNames, written.Plain(f.header[at])) {
		return nil
	}
	if b.count(FieldName) < 2 && b.count(FieldGiven)+b.count(FieldFamily) == 0 {
		return nil
	}
	var cells bareCells
	err := r.table(ctx, f, func(tables.Row) error { return nil }, func(row tables.Row) error {
		cells.see(written.Text(row.Cell(at)))
		return nil
	})
	if err == nil && cells.mostlyNumbers() {
		b.columns[at].part, b.bare = FieldCustomer, at
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
	if text := row.Cell(at); written.IsCode(text) && !written.IsPlaceholder(text) {
		return texts.ShopNumber(text)
	}
	return ""
}
