package receipts

import (
	"fmt"

	"ringback.app/app"
)

// Some tills write what was given back as a row of its own, of the day on which it was,
// with the number of what was bought and its amounts as if it were bought again, and
// only a status tells.

// isRefundRow tells whether a receipt that says it was given back is but that: the
// same customer's receipt of that number had all of its things, some days before.
func (b *Table) isRefundRow(rec *Receipt) (bool, error) {
	p := rec.Purchase
	part := len(rec.refund.lines) > 0 && sameLines(rec.refund.lines, p.Lines)
	if p.Receipt == "" || p.IsReturn() || !rec.refund.whole && !part || rec.refund.money > 0 {
		return false, nil
	}
	if b.byNumber == nil {
		b.byNumber = make(map[string][]*Receipt)
		for _, r := range b.Receipts {
			if !r.Rejected {
				b.byNumber[r.Purchase.Receipt] = append(b.byNumber[r.Purchase.Receipt], r)
			}
		}
	}
	for _, r := range b.byNumber[p.Receipt] {
		if r.Buyer == rec.Buyer && !r.refunded && isOf(p, r.Purchase) {
			return true, nil
		}
	}
	if rec.Buyer.IsNew {
		return false, nil
	}
	ids, err := b.ledger.past.known.PurchaseByReceipt(rec.Buyer.ID(), p.Receipt)
	if err != nil {
		return false, fmt.Errorf("look a receipt up: %w", err)
	}
	if len(ids) > manyPurchases {
		return false, nil // a number that a till writes again and again
	}
	for _, id := range ids {
		had, err := b.ledger.past.known.Purchase(id)
		if err != nil {
			return false, fmt.Errorf("read a purchase: %w", err)
		}
		if had.Day == p.Day && !had.IsReturn() {
			return false, nil // it came in as a sale
		}
		if isOf(p, had) {
			return true, nil
		}
	}
	return false, nil
}

// isOf tells whether a purchase may give back things of another, by what they are.
func isOf(back, sale app.Purchase) bool {
	days := back.Day - sale.Day
	if days <= 0 || days > dayMoves || sale.IsReturn() || sale.Currency != back.Currency {
		return false
	}
	if isNameless(back) || isNameless(sale) {
		return back.Total == sale.Total
	}
	left := quantities(sale.Lines)
	for thing, n := range quantities(back.Lines) {
		if n <= 0 || left[thing] < n {
			return false
		}
	}
	return true
}

// giveBack makes a return of a receipt.
func (rec *Receipt) giveBack() {
	for i := range rec.Purchase.Lines {
		l := &rec.Purchase.Lines[i]
		l.Quantity, l.Amount = -l.Quantity, -l.Amount
	}
	rec.Purchase.Total, rec.refund = -rec.Purchase.Total, refund{}
}
