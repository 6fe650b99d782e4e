package receipts

import (
	"strings"

	"ringback.app/app/amounts"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/values"
	"ringback.app/app/importing/written"
)

// survey is what the first reading of a table finds out about its columns.
type survey struct {
	orders    values.Orders
	points    map[fields.Field]*values.Points
	plain     bool          // a receipt's number is nothing but digits
	cancelled bool          // a receipt's number is digits after a C
	names     int           // cells of the name column
	called    columns.Codes // the same, of the rows that count
	bare      columns.Codes // of the column that may hold the customer's number or name
	unclear   unclear
	restated  unclear // likewise, in the column that says the amounts again
	parts     parts
	signs     signs
	lists     lists
	splits    splits
}

// Look takes a row into account for how its columns are written.
func (b *Table) Look(row tables.Row) error {
	if b.isSum(row) {
		return nil
	}
	b.survey.orders.See(b.Columns.Raw(row, fields.Day))
	b.Columns.SeeHour(row, fields.Day)
	for _, f := range fields.Numbers() {
		text := b.Columns.Raw(row, f)
		if number, _, _ := strings.Cut(text, " "); b.table.Charset == "" && written.IsPlain(number) {
			text = "0.5" // a workbook's own numbers are not written one way or the other
		} else if f != fields.Quantity && strings.ContainsAny(text, ".,") && values.Currencies(text) == nil {
			text = strings.TrimSpace(text + " " + b.unnamed(row))
		}
		b.survey.points[f].See(text)
	}
	b.lookCount(row)
	b.lookSigns(row)
	b.lookPaper(row)
	b.lookPart(row)
	b.lookCurrency(row)
	b.lookList(row)
	votes := b.votes(row)
	if votes {
		b.survey.bare.See(row.Cell(b.Columns.Bare))
	}
	if b.gathering != nil {
		b.gather(row)
	}
	number := b.numberOf(row)
	b.lookSplit(row, number)
	b.lookOrder(number)
	b.survey.plain = b.survey.plain || written.IsDigits(number)
	b.survey.cancelled = b.survey.cancelled || cancels(number)
	if name := row.Cell(b.Columns.Of(fields.Name)); name != "" && !written.IsPlaceholder(name) {
		b.survey.names++
		if votes {
			b.survey.called.See(name)
		}
	}
	return nil
}

// lookCount looks whether what a row comes to proves where the decimals begin of how
// many there are of a thing, if that can be read either way.
func (b *Table) lookCount(row tables.Row) {
	const places = 4
	text := b.Columns.Raw(row, fields.Quantity)
	if !strings.ContainsAny(text, ".,") {
		return
	}
	price, err := values.ParseAmount(b.Columns.Raw(row, fields.Price), values.NoPoint)
	if err != nil || price.Units == 0 {
		return
	}
	sums := make(map[int64]bool)
	for _, f := range []fields.Field{fields.Amount, fields.Total} {
		sum, err := values.ParseAmount(b.Columns.Raw(row, f), values.NoPoint)
		if n, ok := sum.In(places); err == nil && ok {
			sums[max(n, -n)] = true
		}
	}
	for _, sign := range []values.Point{values.Dot, values.Comma} {
		count, err := values.ParseQuantity(text, sign)
		thousandths, fits := count.In(3)
		if n, ok := price.Times(thousandths, places); err == nil && fits && ok && sums[max(n, -n)] {
			b.survey.points[fields.Quantity].Prove(sign)
		}
	}
}

// unnamed is the currency of amounts that do not say it themselves, if it is one
// without decimals: then there is no question where they begin, as in 75.000.
func (b *Table) unnamed(row tables.Row) string {
	code := b.plan.Currency
	if text := b.Columns.Raw(row, fields.Currency); text != "" {
		code = strings.ToUpper(strings.TrimSpace(text))
	} else if b.Columns.Money != "" {
		code = b.Columns.Money
	} else if _, stated := b.Columns.StatedMoney(); stated != nil {
		code = stated[0]
	}
	if places, known := amounts.Digits(code); !known || places > 0 {
		return ""
	}
	return code
}

// Decide settles how each column is to be read. It returns an Error with
// CodeInvalid where a column can be read in two ways and nobody has said which. Days is what all columns of the table say of the order in which
// days are written.
func (b *Table) Decide(days columns.Days) error {
	c := &b.Columns
	if err := b.findOrders(); err != nil {
		return err
	}
	b.decideSplits()
	b.decidePapers()
	if err := c.DecideCustomer(b.table, b.survey.bare, b.survey.called); err != nil {
		return err
	}
	if err := c.DecideDay(b.table, days, b.survey.orders); err != nil {
		return err
	}
	if err := c.DecidePoints(b.table, b.survey.points); err != nil {
		return err
	}
	if err := b.decideCurrency(); err != nil {
		return err
	}
	b.Described = c.Described()
	return nil
}
