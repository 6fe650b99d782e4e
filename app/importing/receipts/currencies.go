package receipts

import (
	"strings"

	"golang.org/x/text/currency"

	"ringback.app/app"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/values"
	"ringback.app/app/importing/written"
)

// unclear is an amount whose sign stands for several currencies, none of them
// the shop's.
type unclear struct {
	field fields.Field
	text  string
	codes []string
}

// lookCurrency takes a row into account for the currency of its amounts.
func (b *Table) lookCurrency(row tables.Row) {
	b.Columns.SeeRestated(row)
	if b.survey.unclear.codes != nil || b.Columns.Raw(row, fields.Currency) != "" {
		return
	}
	for _, f := range fields.Priced() {
		text := b.Columns.Raw(row, f)
		if codes := values.Currencies(text); len(codes) > 1 && b.which(codes) == "" {
			b.survey.unclear = unclear{f, strings.Clone(text), codes}
			return
		}
		if again := row.Cell(b.Columns.Restated); text != "" && again != "" && b.survey.restated.codes == nil {
			if codes := values.Currencies(again); len(codes) > 1 && b.which(codes) == "" {
				b.survey.restated = unclear{f, strings.Clone(again), codes}
			}
		}
	}
}

// which is the currency that a sign stands for in this table: what the person
// says goes before the shop's own.
func (b *Table) which(codes []string) string {
	if code := values.OneOf(codes, b.Columns.Money); code != "" {
		return code
	}
	if _, stated := b.Columns.StatedMoney(); len(stated) == 1 {
		if code := values.OneOf(codes, stated[0]); code != "" {
			return code
		}
	}
	return values.OneOf(codes, b.plan.Currency)
}

// decideCurrency returns an Error with CodeInvalid where nobody has said what a
// sign stands for.
func (b *Table) decideCurrency() error {
	u := b.survey.unclear
	if u.codes == nil && b.Columns.Restated >= 0 {
		u = b.survey.restated
	}
	if f, codes := b.Columns.StatedMoney(); u.codes == nil && codes != nil && b.Columns.Money == "" && !b.Columns.Has(fields.Currency) {
		if b.Money.stated = b.which(codes); b.Money.stated == "" {
			u = unclear{f, b.Columns.Name(f), codes}
		}
	}
	if u.codes == nil {
		return nil
	}
	return app.Invalid("error.import.currency", app.Args{
		"File": b.table.Title, "Column": b.Columns.Name(u.field), "Field": string(u.field), "Example": written.Clip(written.OneLine(u.text)),
		"Codes": u.codes, "Code": strings.ToLower(u.codes[0]), "Currencies": strings.Join(u.codes, ", "),
	})
}

// currency is the row's currency: as its column has it, else as an amount says, or what says it again,
// else as the person says, else as the name of a column of amounts does, else the
// plan's; a row that goes on with a receipt may
// leave it to the one before. It returns a problem where column and amount
// differ, or the column holds none.
//
// Where there is an amount and nothing in the file says its currency, the file is
// about amounts that were taken as something.
func (b *Table) currency(row tables.Row, goesOn bool) (string, *app.Error) {
	beside, codes, priceless := "", []string(nil), true
	for _, f := range fields.Priced() {
		text := b.Columns.Raw(row, f)
		if priceless = priceless && text == ""; codes == nil {
			beside, codes = text, values.Currencies(text)
		}
	}
	if codes == nil {
		codes = values.Currencies(row.Cell(b.Columns.Restated))
	}
	if text := b.Columns.Raw(row, fields.Currency); text != "" {
		code := b.which(values.Currencies(text))
		if unit, err := currency.ParseISO(text); err == nil {
			code = unit.String()
		}
		if code == "" || codes != nil && values.OneOf(codes, code) != code {
			return "", app.InvalidLine("import.row.currency", row.Line, app.Args{
				"Text": written.Clip(written.OneLine(text)), "Column": b.Columns.Name(fields.Currency), "Amount": written.Clip(written.OneLine(beside)),
			})
		}
		return code, nil
	}
	switch {
	case codes != nil:
		return b.which(codes), nil
	case b.Columns.Money != "":
		b.takeAs(b.Columns.Money, priceless)
		return b.Columns.Money, nil
	case b.Money.stated != "":
		return b.Money.stated, nil
	case b.order != nil:
		return b.order.currency, nil
	case goesOn:
		return b.last.Purchase.Currency, nil
	}
	b.takeAs(b.plan.Currency, priceless)
	return b.plan.Currency, nil
}

// takeAs notes as what amounts of the row were taken that do not say it.
func (b *Table) takeAs(code string, priceless bool) {
	if !priceless {
		b.Money.assumed = code
	}
}
