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
		sums := rec.dropSums(w)
		for _, name := range append(sums, rec.dropPayments(w, len(sums) > 0)...) {
			b.Counts.NoSale++
			b.papers.left.add(name)
		}
	}
}

// word is what the name of a line may be of.
type word uint8

const (
	ofGoods word = iota
	ofSum
	ofPart // a sum, or goods
	ofTender
)

// words are what the names met so far are of: a shop sells the same again and again.
type words map[string]word

func (w words) of(l app.Line) word {
	name := named(l)
	is, met := w[name]
	if met {
		return is
	}
	switch {
	case written.IsSumWord(name):
		is = ofSum
	case written.BeginsOrEndsAsSum(name):
		is = ofPart
	case written.IsTender(name):
		is = ofTender
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

// dropSums takes the lines off that are called a sum and are that of those above.
// What is only called so was bought, as far as anybody knows, and that is said. It
// returns what was taken off.
func (rec *Receipt) dropSums(w words) []string {
	above := int64(0)
	for i, l := range rec.Purchase.Lines {
		switch is := w.of(l); {
		case l.Amount == 0 || is != ofSum && is != ofPart:
			above += l.Amount
		case i > 0 && l.Amount == above:
			rec.drop(i)
		case is == ofPart:
			above += l.Amount
		default:
			above += l.Amount
			rec.problem(app.InvalidLine("import.receipt.no-sum", rec.Line, app.Args{"Item": written.Clip(named(l)), "Receipt": rec.Purchase.Receipt}))
		}
	}
	return rec.takeOff()
}

// dropPayments takes the payments off that come to all the rest together: those that
// their sort calls so, whichever way they are written, and those that are called as
// something one pays with and are written as what takes from the rest. What was paid
// back for a return is told from goods by the sum on the receipt. It returns what was
// taken off.
func (rec *Receipt) dropPayments(w words, summed bool) []string {
	rest, paid, sorted := int64(0), int64(0), true
	for i, l := range rec.Purchase.Lines {
		switch isSorted := slices.Contains(rec.payments, i); {
		case isSorted || w.of(l) == ofTender && l.Quantity >= 0:
			paid += l.Amount
			sorted = sorted && isSorted
			rec.drop(i)
		default:
			rest += l.Amount
		}
	}
	if (rest > 0 || rest < 0 && summed) && (paid == -rest || sorted && paid == rest) {
		return rec.takeOff()
	}
	rec.dropped = nil
	return nil
}

// drop marks a line of the receipt to be taken off.
func (rec *Receipt) drop(line int) { rec.dropped = append(rec.dropped, line) }

// takeOff takes the marked lines off, and returns what they were called.
func (rec *Receipt) takeOff() (names []string) {
	if len(rec.dropped) == 0 {
		return nil
	}
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
		rec.Purchase.Total = 0
		for _, l := range left {
			rec.sum(l.Amount)
		}
	}
	return names
}
