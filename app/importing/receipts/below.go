package receipts

import (
	"slices"

	"ringback.app/app"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
)

// above is what became of the last row that says of which receipt it is. Where a
// sheet has merged cells, or a person leaves out what would be the same again,
// the rows below it are of that receipt, too, and do not say so.
type above struct {
	line     int
	number   string
	receipt  *Receipt // nil: the row was left out
	rejected bool
	noSale   bool
	left     *int // counts the lines that are left out for the same reason; nil: none
}

// aboveNext is what the rows below a row have above them; was is what the file
// had come to before it.
func (b *Table) aboveNext(row tables.Row, number string, was Counts) above {
	a := above{line: row.Line, number: number}
	switch about := &b.Counts; {
	case about.Rejected > was.Rejected:
		a.rejected = true
	case about.NoOne > was.NoOne:
		a.left = &about.NoOne
	case about.Undone > was.Undone:
		a.left = &about.Undone
	case !b.isOver:
		a.receipt = b.last
	}
	return a
}

// isBelow tells whether a row without a receipt's number is plainly a further one
// of the receipt above: it says what was bought and what it comes to, and nothing
// of when, or of whom.
func (b *Table) isBelow(row tables.Row) bool {
	if b.own != nil || b.above.line == 0 || row.Apart || b.Columns.Raw(row, fields.Day) != "" {
		return false
	}
	about := []fields.Field{fields.Receipt, fields.Time, fields.Customer, fields.Name, fields.Given, fields.Family, fields.Firm, fields.Email}
	for _, kind := range fields.Telephones() {
		about = append(about, kind.Field)
	}
	filled := func(f fields.Field) bool { return b.Columns.Raw(row, f) != "" }
	if slices.ContainsFunc(about, filled) || b.Columns.Named >= 0 && row.Cell(b.Columns.Named) != "" {
		return false
	}
	item := filled(fields.Item) || filled(fields.Code) || slices.ContainsFunc(b.Columns.Items, func(i int) bool { return row.Cell(i) != "" })
	return item && (!b.Columns.Has(fields.Numbers()...) || slices.ContainsFunc(fields.Numbers(), filled))
}

// below takes a row for what the one above it was taken for.
func (b *Table) below(row tables.Row) error {
	a := b.above
	switch {
	case a.rejected:
		b.reject(row, app.InvalidLine("import.row.below", row.Line, app.Args{"Above": a.line}))
		return nil
	case a.noSale:
		b.Counts.NoSale++
		return nil
	case a.receipt == nil && a.number == "" && a.left != nil:
		*a.left++
		return nil
	case a.receipt == nil:
		return b.take(row, a.number, false)
	}
	r := a.receipt
	if len(r.Purchase.Lines) == 1 && isNameless(r.Purchase) && r.Purchase.Lines[0].Amount == 0 {
		r.Purchase.Lines = nil // it stands for what is named only now
	}
	whole, totalled, rejected := r.Purchase.Total, r.totalled, b.Counts.Rejected
	r.Purchase.Total, r.totalled = 0, false
	err := b.take(row, a.number, true)
	switch {
	case totalled && r.totalled: // on every line, so that each is of its line
		r.sum(whole)
	case totalled:
		r.Purchase.Total, r.totalled = whole, true
	case !r.totalled:
		r.sum(whole)
	}
	if b.Counts.Rejected == rejected {
		b.Counts.Below++
	}
	return err
}
