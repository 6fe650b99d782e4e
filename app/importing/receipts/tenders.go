package receipts

import (
	"slices"

	"ringback.app/app"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// Tills write below what was bought what it comes to, and with what it was paid, as
// lines like the others. Nobody bought these.

// isPayment tells whether the row's column of sorts says that it is a payment.
func (b *Table) isPayment(row tables.Row) bool {
	return b.own == nil && b.papers.means[row.Cell(b.Columns.Sort)] == written.Payment
}

// settleTenders takes the sums and the payments off the receipts of the table.
func (b *Table) settleTenders() {
	if b.own != nil {
		return
	}
	w := words{}
	for _, rec := range b.Receipts {
		if rec.Rejected || len(rec.Purchase.Lines) < 2 {
			continue
		}
		b.leaveTenders(rec.dropSums(w))
	}
	asSold := b.paysAsSold(w)
	paid := make(map[string]bool)
	for _, rec := range b.Receipts {
		if !rec.Rejected && len(rec.Purchase.Lines) > 1 {
			names := rec.dropPayments(w, asSold)
			b.leaveTenders(names)
			for _, name := range names {
				paid[name] = true
			}
		}
	}
	for _, rec := range b.Receipts {
		if !rec.Rejected && len(rec.Purchase.Lines) > 1 && len(paid) > 0 {
			b.leaveTenders(rec.dropPaidBack(w, paid))
		}
	}
}

// leaveTenders counts lines that were left out since nobody bought them.
func (b *Table) leaveTenders(names []string) {
	for _, name := range names {
		b.Counts.NoSale++
		b.papers.left.add(name)
	}
}

// paysAsSold tells whether the table writes what was paid below what was bought as if
// it were that, too: it comes to the same on some receipts, and on hardly any it does
// not. A shop of cards sells cards at any price, but nobody sells cash.
func (b *Table) paysAsSold(w words) bool {
	var plain, all fit
	for _, rec := range b.Receipts {
		if rec.Rejected {
			continue
		}
		sure, tries := rec.mayHavePaid(w)
		if len(tries) == 0 || tries[len(tries)-1].paid <= 0 && sure.paid <= 0 {
			continue
		}
		fits := func(p payment) bool { return p.below && p.isAsSold() }
		// Else the change was not written, or the tax.
		all.add(slices.ContainsFunc(tries, fits) || sure.isTooMuch())
		if sure.plain {
			plain.add(slices.ContainsFunc(tries, func(p payment) bool { return p.plain && fits(p) }) || sure.isTooMuch())
		}
	}
	return plain.isUsual() || all.isUsual()
}

// fit is how many receipts are as a table is thought to write them, and how many are not.
type fit struct{ fits, misses int }

func (f *fit) add(fits bool) {
	if fits {
		f.fits++
	} else {
		f.misses++
	}
}

func (f fit) isUsual() bool {
	const enough, seldom = 3, 10
	return f.fits >= enough && seldom*f.misses <= f.fits
}

// word is what the name of a line may be of.
type word uint8

const (
	ofGoods     word = iota
	ofSum            // what programs write before a sum
	ofPart           // a sum, or goods
	ofTender         // what one pays with
	mayBeTender      // likewise, or goods
)

// words are what the names met so far are of: a shop sells the same again and again.
type words map[string]word

func (w words) of(l app.Line) word {
	name := named(l)
	is, met := w[name]
	if met {
		return is
	}
	switch tender := written.TenderOf(name); {
	case written.IsSumWord(name):
		is = ofSum
	case written.BeginsOrEndsAsSum(name):
		is = ofPart
	case tender == written.IsTender:
		is = ofTender
	case tender == written.MayBeTender:
		is = mayBeTender
	}
	w[name] = is
	return is
}

// named is what a line calls itself.
func named(l app.Line) string {
	if l.Item == "" {
		return l.Code
	}
	return l.Item
}

// dropSums takes the lines off that are called a sum and are that of those above, or
// of all that are on the receipt.
// What is only called so was bought, as far as anybody knows, and that is said. It
// returns what was taken off.
func (rec *Receipt) dropSums(w words) []string {
	above, all := int64(0), int64(0)
	for _, l := range rec.Purchase.Lines {
		if w.of(l) == ofGoods {
			all += l.Amount
		}
	}
	for i, l := range rec.Purchase.Lines {
		is := w.of(l)
		switch {
		case l.Amount == 0 || is != ofSum && is != ofPart:
			above += l.Amount
		case i > 0 && l.Amount == above, is == ofSum && (l.Amount == all || i > 0 && isRounded(l.Amount, above, i)):
			rec.drop(i)
		case is == ofPart:
			above += l.Amount
		default:
			above += l.Amount
			rec.problem(app.InvalidLine("import.receipt.no-sum", rec.Line, app.Args{"Item": written.Clip(named(l)), "Receipt": rec.Purchase.Receipt}))
		}
	}
	if n := len(rec.dropped); n > 0 {
		rec.belowSum = rec.dropped[n-1] - n + 1
	}
	return rec.takeOff()
}

// isRounded tells whether a sum is that of so many amounts but for how each of them was
// rounded.
func isRounded(sum, of int64, amounts int) bool {
	const most, hundredth = 5, 100
	off := distance(sum, of)
	return off <= int64(min(amounts, most)) && hundredth*off < max(of, -of)
}

// isTooMuch tells whether what is plainly a payment comes to more than what was bought.
func (p payment) isTooMuch() bool { return p.plain && p.below && p.rest > 0 && p.paid > p.rest }

// dropPayments takes the payments off that come to all the rest together: those that
// their sort calls so, or that the table writes below what was bought, whichever way
// they are written, and those that are called as something one pays with and are
// written as what takes from the rest. What was paid back for a return is told from
// goods by the sum on the receipt. It returns what was taken off.
func (rec *Receipt) dropPayments(w words, asSold bool) []string {
	sure, tries := rec.mayHavePaid(w)
	for _, p := range tries {
		whole := p.rest > 0 || p.rest < 0 && (rec.belowSum > 0 || asSold && p.plain)
		below := p.below && (asSold || p.plain || p.summed)
		if whole && (p.isTakenOff() || p.isAsSold() && (p.sorted || below)) {
			rec.dropped = p.lines
			return rec.takeOff()
		}
	}
	switch {
	case len(sure.lines) == 0 || sure.paid <= 0 || !sure.plain:
	case asSold && sure.isTooMuch(): // the change was not written, or the tax
		rec.dropped = sure.lines
		return rec.takeOff()
	default:
		rec.problem(app.InvalidLine("import.receipt.no-payment", rec.Line, app.Args{
			"Item": written.Clip(named(rec.Purchase.Lines[sure.lines[0]])), "Receipt": rec.Purchase.Receipt,
		}))
		return nil
	}
	every := rec.payment(w, func(line int) bool { return rec.mayPay(w, line, false) })
	if asSold && len(every.lines) > 0 && every.paid > 0 {
		rec.problem(app.InvalidLine("import.receipt.perhaps-payment", rec.Line, app.Args{
			"Item": written.Clip(named(rec.Purchase.Lines[every.lines[0]])), "Receipt": rec.Purchase.Receipt,
		}))
	}
	return nil
}

// dropPaidBack takes off a return what other receipts of the table were paid with, where
// it is what was paid back. It returns what was taken off.
func (rec *Receipt) dropPaidBack(w words, paid map[string]bool) []string {
	_, tries := rec.mayHavePaid(w)
	for _, p := range tries {
		other := slices.ContainsFunc(p.lines, func(line int) bool { return !paid[named(rec.Purchase.Lines[line])] })
		if p.rest < 0 && p.below && !other && (p.isTakenOff() || p.isAsSold()) {
			rec.dropped = p.lines
			return rec.takeOff()
		}
	}
	return nil
}

// drop marks a line of the receipt to be taken off.
func (rec *Receipt) drop(line int) { rec.dropped = append(rec.dropped, line) }

// takeOff takes the marked lines off, and returns what they were called.
func (rec *Receipt) takeOff() (names []string) {
	if len(rec.dropped) == 0 {
		return nil
	}
	rec.stated.without(rec.dropped, len(rec.Purchase.Lines))
	var left []app.Line
	var payments []int
	for i, l := range rec.Purchase.Lines {
		if slices.Contains(rec.dropped, i) {
			names = append(names, named(l))
			continue
		}
		if slices.Contains(rec.payments, i) {
			payments = append(payments, len(left))
		}
		left = append(left, l)
	}
	rec.Purchase.Lines, rec.payments, rec.dropped = left, payments, nil
	if !rec.totalled {
		rec.Purchase.Total = rec.together
		for _, l := range left {
			rec.sum(l.Amount)
		}
	}
	return names
}
