package receipts

import (
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/values"
)

// Bookkeeping programs may write what was sold below nothing: what is given back stands
// above it then, and only the quantities tell.

// signs counts the rows of a table by the signs of their quantity and their amount.
type signs struct {
	soldAbove, soldBelow, backAbove, backBelow int
}

// lookSigns takes the signs of a row into account.
func (b *Table) lookSigns(row tables.Row) {
	text := b.Columns.Raw(row, fields.Amount)
	if text == "" {
		text = b.Columns.Raw(row, fields.Total)
	}
	count := b.Columns.Raw(row, fields.Quantity)
	if !strings.ContainsAny(text, "123456789") || !strings.ContainsAny(count, "123456789") || b.own != nil || b.Columns.IsKnown() {
		return
	}
	s := &b.survey.signs
	switch back, below := isBelow(count), isBelow(text); {
	case back && below:
		s.backBelow++
	case back:
		s.backAbove++
	case below:
		s.soldBelow++
	default:
		s.soldAbove++
	}
}

// isBelow tells whether a number is below nothing, whatever stands before its decimals.
func isBelow(text string) bool {
	if !strings.ContainsAny(text, "-−–(") {
		return false // as nearly every one is, of a million
	}
	for _, point := range []values.Point{values.Dot, values.Comma} {
		if a, err := values.ParseAmount(text, point); err == nil && a.Units < 0 {
			return true
		}
	}
	return false
}

// turned tells whether the amounts of the table have the other sign: all that was sold
// is below nothing, and what was given back above it.
func (s signs) turned() bool {
	return s.soldBelow > 0 && s.backAbove > 0 && s.soldAbove+s.backBelow == 0
}

// allBelow tells whether all amounts are below nothing, and no quantity is: they may be
// a list of returns, or have the other sign.
func (s signs) allBelow() bool {
	return s.soldBelow > 1 && s.soldAbove+s.backAbove+s.backBelow == 0
}

// tellSigns says of a table that is nothing but returns by its amounts alone that it may
// be of sales.
func (b *Table) tellSigns() {
	if !b.survey.signs.allBelow() || b.Columns.Returns || b.Columns.Sort >= 0 {
		return
	}
	for _, rec := range b.Receipts {
		if !rec.Rejected {
			column := b.Columns.Name(fields.Amount)
			if column == "" {
				column = b.Columns.Name(fields.Total)
			}
			rec.problem(app.InvalidLine("import.receipt.all-below", rec.Line, app.Args{"Receipt": rec.Purchase.Receipt, "Column": column}))
			return
		}
	}
}

// settled is the total of a row, of which the change is taken off that was given, and to
// which is added what is left to pay; false where that cannot be read.
func (b *Table) settled(row tables.Row, total int64, places int) (int64, bool) {
	for _, column := range []int{b.Columns.Change, b.Columns.Due} {
		text := row.Cell(column)
		if text == "" {
			continue
		}
		a, err := b.amount(text, fields.Total)
		n, ok := a.In(places)
		if err != nil || !ok {
			return 0, false
		}
		if total += n; column == b.Columns.Change {
			total -= n + max(n, -n) // with a minus or without
		}
	}
	return total, true
}
