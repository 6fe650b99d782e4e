package importing

import (
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/people"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
	"ringback.app/app/texts"
)

// ownBuyer finds whose purchase a row is of a table that Ringback wrote: by the
// ID; where the book does not have it, by what else names them.
func (b *bookkeeping) ownBuyer(row tables.Row) (*people.Person, error) {
	id := b.own.Buyer(row)
	if id.IsZero() {
		p, _, err := b.buyer(row)
		return p, err
	}
	if p, err := b.people.Became(id); p != nil || err != nil {
		return p, err
	}
	c := app.Customer{ID: id, Name: b.name(row)}
	if number := texts.ShopNumber(b.cell(row, columns.FieldCustomer)); number != "" {
		c.References = []app.Reference{{Kind: app.ReferenceShop, Value: strings.Clone(number)}}
		if c.Name.Full == number {
			c.Name.Full = "" // it stands in for a name
		}
	}
	met, err := b.people.Meet(c)
	if met.IsNew {
		b.preview.Summary.NumberOnly++
	}
	return met.Person, err
}

// ownOpinion reads what only our own table says of an opinion. Whom it is to be
// quoted by is read only where it may be.
func (h *hearing) ownOpinion(row tables.Row, o *app.Opinion) {
	o.Staff = h.several(row.Cell(h.columns.Of(columns.FieldSoldBy)))
	o.Praise = h.several(row.Cell(h.own.Praise))
	for _, source := range []app.Source{app.FromCall, app.FromCard, app.FromVisit, app.FromLetter, app.FromWeb} {
		if written.OwnCell(row.Cell(h.own.Source)) == string(source) {
			o.Source = source
		}
	}
	if written.OwnCell(row.Cell(h.own.Quote)) == "yes" {
		o.Quote = &app.Quote{
			Words: written.OwnText(row.Cell(h.own.Words)), Where: written.OwnText(row.Cell(h.own.Where)), Name: written.OwnText(row.Cell(h.own.As)),
		}
	}
}
