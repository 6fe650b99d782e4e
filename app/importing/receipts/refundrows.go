package receipts

import (
	"cmp"
	"slices"

	"ringback.app/app"
)

// Some tills write what was given back as a row of its own, of the day on which it was,
// with the number of what was bought and its amounts as if it were bought again, and
// only a status tells. What was bought may say so, too.

// daysToReturn is how many days after it was bought something may be given back by a row
// that has the number of the order and says so: after that it may be another of that number.
const daysToReturn = 366

// refundRows are the receipts of a table as far as rows may give them back.
type refundRows struct {
	byNumber map[string][]*Receipt
	left     map[*Receipt]map[string]app.Quantity // of what rows gave back
}

// giveBackRows makes returns of the receipts that are but that: the same customer's
// receipt of that number had all of their things, some days before.
func (b *Table) giveBackRows() error {
	var rows []*Receipt
	for _, rec := range b.Receipts {
		if rec.isRefundAlone() {
			rows = append(rows, rec)
		}
	}
	if len(rows) == 0 {
		return nil
	}
	r := refundRows{make(map[string][]*Receipt), make(map[*Receipt]map[string]app.Quantity)}
	for _, rec := range b.Receipts {
		if !rec.Rejected {
			r.byNumber[rec.Purchase.Receipt] = append(r.byNumber[rec.Purchase.Receipt], rec)
		}
	}
	slices.SortStableFunc(rows, func(x, y *Receipt) int { return cmp.Compare(x.Purchase.Day, y.Purchase.Day) })
	for _, rec := range rows {
		if err := b.giveBackRow(rec, &r); err != nil {
			return err
		}
	}
	return nil
}

// isRefundAlone tells whether all of a receipt says that it was given back.
func (rec *Receipt) isRefundAlone() bool {
	p := rec.Purchase
	all := rec.refund.whole || len(rec.refund.lines) > 0 && sameLines(rec.refund.lines, p.Lines)
	return !rec.Rejected && all && p.Receipt != "" && !p.IsReturn() && rec.refund.money == 0
}

// giveBackRow makes a return of a receipt if it gives back one of some days before, and
// leaves it out if the book has that as given back already.
func (b *Table) giveBackRow(rec *Receipt, r *refundRows) error {
	sale := r.of(rec)
	told, err := b.ledger.past.refundOf(rec)
	switch {
	case err != nil:
		return err
	case told == refundedBefore:
		rec.Rejected, rec.Problems = true, []*app.Error{app.InvalidLine("import.row.given-before", rec.Line, app.Args{"Receipt": rec.Purchase.Receipt})}
		b.Counts.Undone++
		return nil
	case told == soldThen || sale == nil && told == noRefund:
		return nil
	}
	if sale != nil {
		r.take(sale, rec)
		sale.refund = sale.refundBeside(rec.Purchase.Lines)
	}
	rec.giveBack()
	return nil
}

// giveBack makes a return of a receipt. Its amounts may say so already.
func (rec *Receipt) giveBack() {
	sign := int64(-1)
	if rec.Purchase.Total < 0 {
		sign = 1
	}
	for i := range rec.Purchase.Lines {
		l := &rec.Purchase.Lines[i]
		l.Quantity, l.Amount = -l.Quantity, sign*l.Amount
	}
	rec.Purchase.Total, rec.refund = sign*rec.Purchase.Total, refund{}
}

// refundBeside is what a receipt says was given back of it, without what a row of its
// own gives back.
func (rec *Receipt) refundBeside(given []app.Line) refund {
	said := rec.refund.lines
	if rec.refund.whole {
		said = bought(rec.Purchase.Lines)
	}
	gone := quantities(given)
	var rest []app.Line
	for _, l := range said {
		n := min(gone[thing(l)], l.Quantity)
		gone[thing(l)] -= n
		if left := l.Quantity - n; left > 0 {
			l.Amount = int64(left) * l.Amount / int64(l.Quantity)
			l.Quantity = left
			rest = append(rest, l)
		}
	}
	return refund{lines: rest}
}

// of returns the receipt of the table that a row gives back; nil if there is none.
func (r *refundRows) of(rec *Receipt) *Receipt {
	for _, sale := range r.byNumber[rec.Purchase.Receipt] {
		if sale.Buyer == rec.Buyer && isOf(rec.Purchase, sale.Purchase, r.left[sale]) {
			return sale
		}
	}
	return nil
}

// take notes what of a receipt a row gave back.
func (r *refundRows) take(sale, rec *Receipt) {
	if r.left[sale] == nil {
		r.left[sale] = quantities(sale.Purchase.Lines)
	}
	for thing, n := range quantities(rec.Purchase.Lines) {
		r.left[sale][thing] -= n
	}
}

// isOf tells whether a purchase may give back things of another, of which so much is
// left; nil: all.
func isOf(back, sale app.Purchase, left map[string]app.Quantity) bool {
	days := back.Day - sale.Day
	if days <= 0 || days > daysToReturn || sale.IsReturn() || sale.Currency != back.Currency {
		return false
	}
	if left == nil {
		left = quantities(sale.Lines)
	}
	for thing, n := range quantities(back.Lines) {
		if n <= 0 || left[thing] < n {
			return false
		}
	}
	return !isNameless(back) || back.Total == sale.Total
}

// told is what the book has of a row that says it was given back.
type told uint8

const (
	noRefund       told = iota // nothing that it can be of
	soldThen                   // it came in as a sale
	refundedRow                // it gives back what the book has, or did so already
	refundedBefore             // the book has as given back otherwise what it is of
)

// refundOf looks for what the book has of a receipt that says it was given back.
func (p *past) refundOf(rec *Receipt) (told, error) {
	if rec.Buyer.IsNew {
		return noRefund, nil
	}
	had, err := p.history(rec.Buyer.ID())
	if err != nil {
		return noRefund, err
	}
	found := noRefund
	for _, then := range had.on(rec.Purchase.Day, rec.Purchase.Receipt) {
		if !then.IsReturn() {
			return soldThen, nil
		}
		found = refundedRow
	}
	if found == refundedRow {
		return found, nil
	}
	for _, sale := range had.numbered(rec.Purchase.Receipt) {
		if !isOf(rec.Purchase, sale, nil) {
			continue
		}
		left := quantities(sale.Lines)
		for _, i := range had.byReturn[sale.ID] {
			for thing, n := range quantities(had.all[i].Lines) {
				left[thing] += n
			}
		}
		if isOf(rec.Purchase, sale, left) {
			found = refundedRow
		} else if found == noRefund {
			found = refundedBefore
		}
	}
	return found, nil
}
