package receipts

import (
	"ringback.app/app"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// reached is the first number of the row's; whichever there is names somebody.
func (b *Table) reached(row tables.Row) string {
	reached := ""
	for _, kind := range fields.Telephones() {
		if reached == "" {
			reached = b.who(row, kind.Field)
		}
	}
	return reached
}

// unreached says what of a row stands where a telephone or an address should, and was
// left out since it is none.
func (b *Table) unreached(row tables.Row) []*app.Error {
	var said []*app.Error
	say := func(f fields.Field) {
		if text := b.cell(row, f); text != "" && !f.Reaches(text) && !written.IsPlaceholder(text) && !written.SaysNothing(text) {
			said = append(said, app.InvalidLine("import.card.cell", row.Line, app.Args{"Text": written.Clip(text), "Column": b.Columns.Name(f)}))
		}
	}
	say(fields.Email)
	for _, kind := range fields.Telephones() {
		say(kind.Field)
	}
	return said
}
