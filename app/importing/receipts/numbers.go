package receipts

import (
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/values"
	"ringback.app/app/importing/written"
	"ringback.app/app/texts"
)

// nameBeside is what the row's other columns have of a name where the bare one
// has the number.
func (b *Table) nameBeside(row tables.Row) app.Name {
	c := b.Columns
	n := app.Name{Given: strings.Clone(b.cell(row, fields.Given)), Family: strings.Clone(b.cell(row, fields.Family))}
	if c.Named >= 0 {
		text := strings.Clone(written.OneLine(row.Cell(c.Named)))
		*map[fields.Field]*string{fields.Name: &n.Full, fields.Given: &n.Given, fields.Family: &n.Family}[c.PartOf(c.Named)] = text
	}
	if n.Full == "" {
		n.Full = strings.TrimSpace(n.Given + " " + n.Family)
	}
	return n
}

// votes tells whether a row counts for what the column of customers holds: one
// that will be left out anyway, such as a sum or a title, does not.
func (b *Table) votes(row tables.Row) bool {
	day := b.Columns.Raw(row, fields.Day)
	for _, order := range []values.Order{values.DayMonth, values.MonthDay} {
		if _, _, err := values.ParseDay(day, order); err == nil {
			return b.tooShort(row, false) == nil
		}
	}
	return false
}

// slip is a name in a column that otherwise holds numbers; "" of any other row.
func (b *Table) slip(row tables.Row) string {
	if !b.Columns.Slips {
		return ""
	}
	if text := b.who(row, fields.Customer); !written.IsCode(text) {
		return text
	}
	return ""
}

// codeOf is the row's number for the customer if the column of their name turns
// out to hold numbers; "" if it cannot.
func (b *Table) codeOf(row tables.Row) string {
	at := b.Columns.Bare
	if at < 0 {
		at = b.Columns.Of(fields.Name)
	}
	if text := row.Cell(at); written.IsCode(text) && !written.IsPlaceholder(text) {
		return texts.ShopNumber(text)
	}
	return ""
}
