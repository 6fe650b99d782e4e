package importing

import (
	"slices"

	"ringback.app/app"
	"ringback.app/app/importing/columns"
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
	money int64 // in minor units; 0: all there was
}

// refundOf reads of a row what was given back of its order.
func (b *bookkeeping) refundOf(row tables.Row, places int) (refund, *app.Error) {
	r := refund{whole: b.fate(row).Outcome == written.Returned}
	text := row.Cell(b.columns.MoneyBack)
	if text == "" {
		return r, nil
	}
	as := columns.FieldTotal
	if !b.columns.Has(columns.FieldTotal) {
		as = columns.FieldAmount
	}
	a, err := b.amount(text, as)
	money, ok := a.In(places)
	if err != nil || !ok {
		return r, written.Unread("import.row.number", row, text, b.columns.Names[b.columns.MoneyBack])
	}
	r.money = max(money, -money)
	return r, nil
}

// finish turns receipts on which all is negative into returns, and makes returns
// of what was given back of others.
func (b *bookkeeping) finish() {
	for _, rec := range slices.Clone(b.receipts) {
		if rec.rejected {
			continue
		}
		if b.own == nil {
			rec.turn()
		}
		if back := rec.givenBack(len(b.receipts)); back != nil {
			rec.refunded = true
			b.receipts = append(b.receipts, back)
		}
	}
}

// turn makes a return of a receipt that counts things and takes money off for
// them, and turns the total of one that is as as if they were sold. A
// discount among things that were bought is none.
func (rec *receipt) turn() {
	lines := rec.purchase.Lines
	if rec.totalled && rec.purchase.Total > 0 && rec.purchase.IsReturn() {
		rec.purchase.Total = -rec.purchase.Total // each line says that it was given back
	}
	if rec.purchase.Total >= 0 || slices.ContainsFunc(lines, func(l app.Line) bool { return l.Amount > 0 || l.Quantity < 0 }) {
		return
	}
	for i := range lines {
		lines[i].Quantity = -lines[i].Quantity
	}
}

// givenBack is the return of what was given back of the receipt; nil if that is
// nothing.
func (rec *receipt) givenBack(index int) *receipt {
	p := rec.purchase
	money := min(rec.refund.money, max(p.Total, 0))
	whole := rec.refund.whole || money > 0 && money == p.Total
	if !whole && money == 0 || p.IsReturn() {
		return nil
	}
	back := &receipt{buyer: rec.buyer, line: rec.line, index: index, minute: rec.minute, file: rec.file, totalled: true, of: rec, under: rec.under}
	back.purchase = app.Purchase{Receipt: p.Receipt, Day: p.Day, Customer: p.Customer, Currency: p.Currency, SoldBy: p.SoldBy, Total: -money}
	if !whole {
		return back
	}
	if money == 0 {
		back.purchase.Total = -p.Total
	}
	for _, l := range p.Lines {
		l.Quantity, l.Amount = -l.Quantity, -l.Amount
		back.purchase.Lines = append(back.purchase.Lines, l)
	}
	return back
}

// canBe tells whether a receipt of the book with the same number and day may be
// this one: a return of the order's own has both from it.
func (rec *receipt) canBe(p app.Purchase) bool {
	switch {
	case rec.of != nil:
		return p.IsReturn()
	case rec.refunded:
		return !p.IsReturn()
	}
	return true
}

// unlike is 0 for a receipt of the book that gives back as this one does, or
// neither does, and 1 for another.
func (rec *receipt) unlike(p app.Purchase) int {
	if p.IsReturn() == rec.purchase.IsReturn() {
		return 0
	}
	return 1
}

// standing is the receipt that goes into the book for this one.
func (rec *receipt) standing() *receipt {
	if rec.twin != nil {
		return rec.twin
	}
	return rec
}
