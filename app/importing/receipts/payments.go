package receipts

import (
	"slices"

	"ringback.app/app/importing/written"
)

// payment is what some lines of a receipt may say of how it was paid.
type payment struct {
	lines  []int
	paid   int64
	kept   int64   // of it, without what was handed back, however that is written
	rest   int64   // what the other lines come to
	due    []int64 // what may have been paid: that, or what the receipt says it comes to
	sorted bool    // their sort calls all of them payments
	plain  bool    // one of them is called what nobody sells
	below  bool    // all of them stand below the rest
	summed bool    // and below a sum
}

// mayPay tells whether a line may say how the receipt was paid: by its sort, and by its
// name; plain, only what nobody sells.
func (rec *Receipt) mayPay(w words, line int, plain bool) bool {
	l := rec.Purchase.Lines[line]
	is := w.of(l)
	return slices.Contains(rec.payments, line) || is == ofTender || is == mayBeTender && !plain && l.Quantity >= 0
}

// payment takes the lines for payments that are some.
func (rec *Receipt) payment(w words, isSome func(line int) bool) payment {
	p := payment{sorted: true, below: true}
	for i, l := range rec.Purchase.Lines {
		if !isSome(i) {
			p.rest += l.Amount
			p.below = p.below && len(p.lines) == 0
			continue
		}
		p.lines = append(p.lines, i)
		p.paid += l.Amount
		if written.IsMoneyBack(named(l)) {
			p.kept -= max(l.Amount, -l.Amount)
		} else {
			p.kept += l.Amount
		}
		p.sorted, p.plain = p.sorted && slices.Contains(rec.payments, i), p.plain || w.of(l) == ofTender
	}
	p.summed = p.below && len(p.lines) > 0 && rec.belowSum > 0 && p.lines[0] >= rec.belowSum
	p.due = append(rec.dues(p.lines), p.rest)
	return p
}

// dues is what a column of totals says that the receipt comes to, beside its payments:
// with the postage and the tax, of which no line may tell.
func (rec *Receipt) dues(payments []int) []int64 {
	var dues []int64
	if rec.totalled {
		dues = append(dues, rec.Purchase.Total)
	}
	if totals := rec.stated.totals; len(totals) == len(rec.Purchase.Lines) && len(totals) > 0 {
		sum := int64(0)
		for i, total := range totals {
			if !slices.Contains(payments, i) {
				sum += total
			}
		}
		dues = append(dues, sum)
	}
	return dues
}

// payments are what may say how the receipt was paid, the surest first: all lines called
// as what nobody sells, all that may be payments, and those at its end, of which the last
// may have been paid for the others.
func (rec *Receipt) mayHavePaid(w words) (sure payment, tries []payment) {
	sure = rec.payment(w, func(line int) bool { return rec.mayPay(w, line, true) })
	every := rec.payment(w, func(line int) bool { return rec.mayPay(w, line, false) })
	tries = []payment{sure, every} // a gift card that was bought is no payment
	if len(sure.lines) < len(every.lines) && every.rest > sure.rest {
		tries = tries[1:] // what may be either takes something off, as nothing bought does
	}
	for at := len(rec.Purchase.Lines) - 1; at > 0 && rec.mayPay(w, at, false); at-- {
		tries = append(tries, rec.payment(w, func(line int) bool { return line >= at }))
	}
	return sure, slices.DeleteFunc(tries, func(p payment) bool { return len(p.lines) == 0 || p.rest == 0 })
}

// isTakenOff tells whether payments take off what was to be paid.
func (p payment) isTakenOff() bool { return slices.Contains(p.due, -p.paid) }

// isAsSold tells whether payments are written as if they were bought, too.
func (p payment) isAsSold() bool {
	return slices.Contains(p.due, p.paid) || slices.Contains(p.due, p.kept)
}
