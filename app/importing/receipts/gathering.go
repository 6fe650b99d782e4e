package receipts

import (
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/people"
	"ringback.app/app/importing/tables"
)

// gathered is what all lines of a table say of one customer: the first of them
// may say no more than the number.
type gathered struct {
	said     string // what the line before said of them
	customer app.Customer
	full     []people.Excess
}

// gathers tells whether the lines of one customer can say different things of
// them: whoever has a number, or a name that nobody else has, or says on one of
// them that they do not want to be called.
func (b *Table) gathers() bool {
	c := b.Columns
	numbered := c.Has(fields.Customer, fields.Name) || c.OneName()
	return b.own == nil && (c.Wishes() || numbered && c.Has(gatheredFields...))
}

// gatheredFields are what lines say of a customer.
var gatheredFields = []fields.Field{
	fields.Name, fields.Given, fields.Family, fields.Firm, fields.Phone, fields.Email, fields.Mobile, fields.Home, fields.Work, fields.Fax,
	fields.DoNotCall, fields.MayCall,
}

// gather takes into account what a row says of its customer.
func (b *Table) gather(row tables.Row) {
	key, _ := b.key(row)
	number := ""
	if !b.Columns.Has(fields.Customer) {
		if number = b.codeOf(row); number != "" {
			key = number // as a column of nothing else but these will be read
		}
	}
	if key == "" || strings.HasPrefix(key, "\x00") && !b.Columns.OneName() && !b.Columns.Wishes() {
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
	var over []people.Excess
	known.customer, over = people.Together(known.customer, c)
	known.full = people.AndExcess(known.full, over)
}

// saidOf is the cells of a row that say something of a customer.
func (b *Table) saidOf(row tables.Row) string {
	var said strings.Builder
	if i := b.Columns.Named; i >= 0 {
		said.WriteString(row.Cell(i))
		said.WriteByte(0)
	}
	add := func(f fields.Field) {
		if i := b.Columns.Of(f); i >= 0 {
			said.WriteString(b.Columns.Raw(row, f))
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
func (b *Table) all(key string, row tables.Row) (app.Customer, []people.Excess) {
	c, over := people.Within(b.customer(row))
	known := b.gathering[key]
	if known == nil {
		return c, over
	}
	c, more := people.Together(c, known.customer)
	return c, people.AndExcess(people.AndExcess(over, known.full), more)
}
