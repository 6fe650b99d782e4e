package receipts

import (
	"strings"

	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
	"ringback.app/app/texts"
)

// A status may be of the order, on its first row or again on each, or of the row
// alone. Its rows tell: of an order of which some were sold and some were not, each is
// of itself.

// parts are what the rows of orders say of themselves, by order.
type parts struct {
	of   map[string]part
	last string // the order of the row before
}

type part uint8

const (
	soldPart part = 1 << iota
	endedPart
	returnedPart
)

// orderOf is what tells the order of a row from others: its number, or who bought where
// it has none, and its day, since one number may come again and again. A further row
// without a day is of the order above.
func (b *Table) orderOf(p *parts, row tables.Row, number string) string {
	if number == "" {
		for _, f := range []fields.Field{fields.Customer, fields.Name, fields.Email, fields.Phone} {
			number += "\x01" + b.Columns.Raw(row, f)
		}
	}
	day := b.Columns.Raw(row, fields.Day)
	if day == "" && strings.HasPrefix(p.last, number+"\x00") {
		return p.last
	}
	p.last = number + "\x00" + withoutClock(day)
	return p.last
}

// withoutClock is a day and hour without the hour, as they are written.
func withoutClock(text string) string {
	day, _, clock := strings.Cut(text, ":")
	if !clock {
		return text
	}
	return strings.TrimRight(strings.TrimRight(day, "0123456789"), "T, ")
}

// lookPart takes into account what a row says of itself.
func (b *Table) lookPart(row tables.Row) {
	number := texts.ShopNumber(row.Cell(b.Columns.Of(fields.Receipt)))
	if len(b.Columns.Statuses) == 0 {
		return
	}
	order := b.orderOf(&b.survey.parts, row, number)
	said := b.fate(row)
	if said.text == "" {
		return // it goes with the others
	}
	met := soldPart
	switch said.Outcome {
	case written.Cancelled, written.Failed:
		met = endedPart
	case written.Returned:
		met = returnedPart
	}
	if had := b.survey.parts.of[order]; had&met == 0 {
		b.survey.parts.of[strings.Clone(order)] = had | met
	}
}

// isPart tells whether what a row says became of it is of that row alone: other rows
// of its order say otherwise.
func (b *Table) isPart(row tables.Row, number string) bool {
	if len(b.Columns.Statuses) == 0 {
		return false
	}
	met := b.survey.parts.of[b.orderOf(&b.reading, row, number)]
	return met&(met-1) != 0
}
