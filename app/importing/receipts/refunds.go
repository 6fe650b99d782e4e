package receipts

import (
	"slices"

	"ringback.app/app"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// What became of an order is told in one way of all programs. One that never was
// (voided, failed, not paid, cancelled) is left out by name. One that was and
// was given back comes in as both: the purchase, and a return of all that was
// on it, so that nobody asks how it is. Of one that was paid back in part the
// money is a return that names the purchase and no things.

// refund is what was given back of an order, as its own row says.
type refund struct {
	whole bool
	part  bool       // of a row: that row, of an order of which others were not
	lines []app.Line // of an order: those rows
	money int64      // in minor units; 0: all there was
	since *app.Error // says that it was cancelled after it came into the book
}

// refundOf reads of a row what was given back of its order.
func (b *Table) refundOf(row tables.Row, number string, places int) (refund, *app.Error) {
	r := refund{whole: b.fate(row).Outcome == written.Returned}
	if r.whole && b.isPart(row, number) {
		r.whole, r.part = false, true
	}
	text := row.Cell(b.Columns.MoneyBack)
	if text == "" {
		return r, nil
	}
	as := fields.Total
	if !b.Columns.Has(fields.Total) {
		as = fields.Amount
	}
	a, err := b.amount(text, as)
	money, ok := a.In(places)
	if err != nil || !ok {
		return r, written.Unread("import.row.number", row, text, b.Columns.Names[b.Columns.MoneyBack])
	}
	r.money = max(money, -money)
	return r, nil
}

// bought are the lines that do not give back themselves.
func bought(lines []app.Line) []app.Line {
	return slices.DeleteFunc(slices.Clone(lines), func(l app.Line) bool { return l.Quantity < 0 || l.Amount < 0 })
}

// finish turns receipts on which all is negative into returns, and makes returns
// of what was given back of others.
func (b *Table) finish() error {
	b.settleRefunds()
	if err := b.giveBackRows(); err != nil {
		return err
	}
	for _, rec := range slices.Clone(b.Receipts) {
		if rec.Rejected {
			continue
		}
		if b.own == nil {
			rec.turn()
			if err := b.leaveGivenBefore(rec); err != nil {
				return err
			}
		}
		b.refund(rec)
	}
	return nil
}

// refund makes the return of what was given back of a receipt, if anything was.
func (b *Table) refund(rec *Receipt) {
	if back := rec.givenBack(len(b.Receipts)); back != nil {
		rec.refunded, rec.back = true, back
		b.Receipts = append(b.Receipts, back)
	}
}

// turn makes a return of a receipt that counts things and takes money off for
// them, and turns the total of one that is as as if they were sold. A
// discount among things that were bought is none.
func (rec *Receipt) turn() {
	lines := rec.Purchase.Lines
	if rec.totalled && rec.Purchase.Total > 0 && rec.Purchase.IsReturn() {
		rec.Purchase.Total = -rec.Purchase.Total // each line says that it was given back
	}
	if rec.Purchase.Total >= 0 || slices.ContainsFunc(lines, func(l app.Line) bool { return l.Amount > 0 || l.Quantity < 0 }) {
		return
	}
	for i := range lines {
		lines[i].Quantity = -lines[i].Quantity
	}
}

// givenBack is the return of what was given back of the receipt; nil if that is
// nothing.
func (rec *Receipt) givenBack(index int) *Receipt {
	p := rec.Purchase
	money := min(rec.refund.money, max(p.Total, 0))
	whole := rec.refund.whole || money > 0 && money == p.Total
	if !whole && money == 0 && len(rec.refund.lines) == 0 || p.IsReturn() {
		return nil
	}
	back := &Receipt{Buyer: rec.Buyer, Line: rec.Line, Index: index, minute: rec.minute, table: rec.table, totalled: true, of: rec, Under: rec.Under, since: rec.refund.since}
	back.Purchase = app.Purchase{Receipt: p.Receipt, Day: p.Day, Customer: p.Customer, Currency: p.Currency, SoldBy: p.SoldBy, Total: -money}
	given := rec.refund.lines
	if whole {
		given = p.Lines
	}
	switch {
	case money > 0:
	case whole:
		back.Purchase.Total = -p.Total
	default:
		back.Purchase.Total = -min(max(sumOf(given), 0), max(p.Total, 0))
	}
	back.Purchase.Lines = takenBack(given, back.Purchase.Total)
	return back
}

// takenBack are the lines of a return of those, which comes to that much. What was given
// back on the order itself, and what was taken off it as if it had been, is not given
// back again. Of a thing that an export counts no more it is not known how many there
// were: where the return comes to nothing, it has to name one.
func takenBack(given []app.Line, total int64) (lines []app.Line) {
	some := slices.ContainsFunc(given, func(l app.Line) bool { return l.Quantity > 0 })
	for _, l := range given {
		l.Quantity, l.Amount = -l.Quantity, -l.Amount
		switch {
		case l.Quantity > 0, !some && total != 0:
			continue
		case !some:
			l.Quantity = -app.One
		}
		lines = append(lines, l)
	}
	return lines
}

// canBe tells whether a receipt of the book with the same number and day may be
// this one: a return of the order's own has both from it.
func (rec *Receipt) canBe(p app.Purchase) bool {
	switch {
	case rec.of != nil:
		return givesBack(p)
	case rec.refunded:
		return !givesBack(p)
	}
	return true
}

// givesBack tells whether a purchase of the book is a return, whatever is on it beside
// what was given back.
func givesBack(p app.Purchase) bool { return p.IsReturn() || !p.Returns.IsZero() }

// unlike is 0 for a receipt of the book that gives back as this one does, or
// neither does, and 1 for another.
func (rec *Receipt) unlike(p app.Purchase) int {
	if p.IsReturn() == rec.Purchase.IsReturn() {
		return 0
	}
	return 1
}

// standing is the receipt that goes into the book for this one.
func (rec *Receipt) standing() *Receipt {
	if rec.twin != nil {
		return rec.twin
	}
	return rec
}
