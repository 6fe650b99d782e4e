package importing

import (
	"strings"

	"ringback.app/app"
	"ringback.app/app/alike"
	"ringback.app/app/importing/tables"
)

// gathered is what all lines of a table say of one customer: the first of them
// may say no more than the number.
type gathered struct {
	said     string // what the line before said of them
	customer app.Customer
	full     []full
}

// gathers tells whether the lines of one customer can say different things of
// them: whoever has a number, or a name that nobody else has, or says on one of
// them that they do not want to be called.
func (b *bookkeeping) gathers() bool {
	c := b.columns
	numbered := c.has(FieldCustomer, FieldName) || c.preset != nil && c.preset.oneName
	return b.own == nil && (c.wishes() || numbered && c.has(gatheredFields...))
}

// wishes tells whether a column says who may be called.
func (c columns) wishes() bool { return c.has(FieldDoNotCall, FieldMayCall) }

// gatheredFields are what lines say of a customer.
var gatheredFields = []Field{
	FieldName, FieldGiven, FieldFamily, FieldFirm, FieldPhone, FieldEmail, FieldMobile, FieldHome, FieldWork, FieldFax,
	FieldDoNotCall, FieldMayCall,
}

// gather takes into account what a row says of its customer.
func (b *bookkeeping) gather(row tables.Row) {
	key, _ := b.key(row)
	number := ""
	if !b.columns.has(FieldCustomer) {
		if number = b.codeOf(row); number != "" {
			key = number // as a column of nothing else but these will be read
		}
	}
	if key == "" || strings.HasPrefix(key, "\x00") && !b.columns.oneName() && !b.columns.wishes() {
		return // the key is all that is said of them
	}
	said := b.saidOf(row)
	if said == "" {
		return
	}
	known := b.gathering[key]
	if known == nil {
		known = &gathered{}
		b.gathering[strings.Clone(key)] = known
	}
	if known.said == said {
		return
	}
	known.said = said
	c := b.customer(row)
	if number != "" {
		c.Name = b.nameBeside(row)
	}
	m := together(known.customer, c)
	known.customer, known.full = m.c, adding(known.full, m.full)
}

// saidOf is the cells of a row that say something of a customer.
func (b *bookkeeping) saidOf(row tables.Row) string {
	var said strings.Builder
	if i := b.columns.named; i >= 0 {
		said.WriteString(row.Cell(i))
		said.WriteByte(0)
	}
	add := func(f Field) {
		if i := b.columns.of(f); i >= 0 {
			said.WriteString(b.raw(row, f))
			said.WriteByte(0)
		}
	}
	for _, f := range gatheredFields {
		add(f)
	}
	if strings.Trim(said.String(), "\x00") == "" {
		return ""
	}
	return said.String()
}

// all is what the table says of the row's customer, and of what it says more than
// there is room for.
func (b *bookkeeping) all(key string, row tables.Row) (app.Customer, []full) {
	c, over := within(b.customer(row))
	known := b.gathering[key]
	if known == nil {
		return c, over
	}
	m := together(c, known.customer)
	return m.c, adding(adding(over, known.full), m.full)
}

// together adds what another line says of a customer to what is known of them.
// Who has another name beside the same number is somebody else, whose telephone
// is not the customer's.
func together(c, further app.Customer) merger {
	if len(alike.Words(c)) > 0 && len(alike.Words(further)) > 0 && alike.Names(c, further) == alike.Other {
		return merger{c: c}
	}
	return merge(c, further)
}
