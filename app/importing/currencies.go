package importing

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/currency"

	"ringback.app/app"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// unclear is an amount whose sign stands for several currencies, none of them
// the shop's.
type unclear struct {
	field columns.Field
	text  string
	codes []string
}

// lookCurrency takes a row into account for the currency of its amounts.
func (b *bookkeeping) lookCurrency(row tables.Row) {
	if b.survey.unclear.codes != nil || b.columns.Raw(row, columns.FieldCurrency) != "" {
		return
	}
	for _, f := range columns.PricedFields() {
		text := b.columns.Raw(row, f)
		if codes := tables.Currencies(text); len(codes) > 1 && b.which(codes) == "" {
			b.survey.unclear = unclear{f, strings.Clone(text), codes}
			return
		}
	}
}

// which is the currency that a sign stands for in this table: what the person
// says goes before the shop's own.
func (b *bookkeeping) which(codes []string) string {
	if code := tables.OneOf(codes, b.columns.Money); code != "" {
		return code
	}
	if _, stated := b.columns.StatedMoney(); len(stated) == 1 {
		if code := tables.OneOf(codes, stated[0]); code != "" {
			return code
		}
	}
	return tables.OneOf(codes, b.plan.Currency)
}

// decideCurrency returns an Error with CodeInvalid where nobody has said what a
// sign stands for.
func (b *bookkeeping) decideCurrency() error {
	u := b.survey.unclear
	if f, codes := b.columns.StatedMoney(); u.codes == nil && codes != nil && b.columns.Money == "" && !b.columns.Has(columns.FieldCurrency) {
		if b.stated = b.which(codes); b.stated == "" {
			u = unclear{f, b.columns.Name(f), codes}
		}
	}
	if u.codes == nil {
		return nil
	}
	return app.Invalid("error.import.currency", app.Args{
		"File": b.f.Title, "Column": b.columns.Name(u.field), "Field": string(u.field), "Example": written.Clip(written.OneLine(u.text)),
		"Codes": u.codes, "Code": strings.ToLower(u.codes[0]), "Currencies": strings.Join(u.codes, ", "),
	})
}

// currency is the row's currency: as its column has it, else as an amount says,
// else as the person says, else as the name of a column of amounts does, else the
// plan's; a row that goes on with a receipt may
// leave it to the one before. It returns a problem where column and amount
// differ, or the column holds none.
//
// Where there is an amount and nothing in the file says its currency, the file is
// about amounts that were taken as something.
func (b *bookkeeping) currency(row tables.Row, goesOn bool) (string, *app.Error) {
	beside, codes, priceless := "", []string(nil), true
	for _, f := range columns.PricedFields() {
		text := b.columns.Raw(row, f)
		if priceless = priceless && text == ""; codes == nil {
			beside, codes = text, tables.Currencies(text)
		}
	}
	if text := b.columns.Raw(row, columns.FieldCurrency); text != "" {
		code := b.which(tables.Currencies(text))
		if unit, err := currency.ParseISO(text); err == nil {
			code = unit.String()
		}
		if code == "" || codes != nil && tables.OneOf(codes, code) != code {
			return "", app.InvalidLine("import.row.currency", row.Line, app.Args{
				"Text": written.Clip(written.OneLine(text)), "Column": b.columns.Name(columns.FieldCurrency), "Amount": written.Clip(written.OneLine(beside)),
			})
		}
		return code, nil
	}
	switch {
	case codes != nil:
		return b.which(codes), nil
	case b.columns.Money != "":
		b.takeAs(b.columns.Money, priceless)
		return b.columns.Money, nil
	case b.stated != "":
		return b.stated, nil
	case goesOn:
		return b.last.purchase.Currency, nil
	}
	b.takeAs(b.plan.Currency, priceless)
	return b.plan.Currency, nil
}

// takeAs notes as what amounts of the row were taken that do not say it.
func (b *bookkeeping) takeAs(code string, priceless bool) {
	if !priceless {
		b.assumed = code
	}
}

// Priced returns the column of a table of which a mapping says the currency of its
// amounts; false if there is none.
func (f File) Priced() (columns.Column, bool) {
	for _, c := range f.Columns {
		if slices.Contains(columns.PricedFields(), c.Field) {
			return c, true
		}
	}
	return columns.Column{}, false
}

// follow has the plan take on the currency of the first purchases, if it is one
// and nobody has chosen the plan's: else all sums would leave them out.
func (r *reading) follow(plan app.Plan, size app.Size) {
	if r.chosen || size.Purchases > 0 || len(r.purchases) == 0 {
		return
	}
	first := r.purchases[0].Currency
	for _, p := range r.purchases {
		if p.Currency != first {
			return
		}
	}
	if first != plan.Currency {
		plan.Currency, r.preview.Currency = first, first
		r.records = append(r.records, plan)
	}
}

// mostOfNew is how many batches a book has at the most that has no purchases and
// whose settings nobody has looked at.
const mostOfNew = 100

// chosen tells whether somebody saved the settings, and its currency with them.
func (im *Importer) chosen(ctx context.Context) (bool, error) {
	batches, err := im.book.Batches(ctx, mostOfNew)
	if err != nil {
		return false, fmt.Errorf("read who set the plan: %w", err)
	}
	saved := func(b app.BatchInfo) bool { return b.Act == app.ActEditPlan && b.Undone.IsZero() }
	return len(batches) == mostOfNew || slices.ContainsFunc(batches, saved), nil
}
