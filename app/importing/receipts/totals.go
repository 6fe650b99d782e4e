package receipts

import (
	"slices"

	"ringback.app/app"
	"ringback.app/app/importing/fields"
)

// A column called Total is of the receipt in one table, on its first line or again
// on each, and of the line in another. Its cells tell: two lines of one receipt
// have the same total only if it is the receipt's, or they cost the same.

// stated is what the lines of a receipt say in a column of totals.
type stated struct {
	rows   int
	totals []int64 // of the rows that have one
	worths []worth // of the receipt's rows, one for each line
}

// state keeps what a row says of a total, where nobody has said what the column
// is of.
func (b *Table) state(r *Receipt, s sold) {
	if !b.Columns.Has(fields.Total) || b.own != nil || b.Columns.IsKnown() || b.Columns.WholeTotal {
		return
	}
	r.stated.rows++
	if s.total == nil {
		return
	}
	total := *s.total
	if len(s.lines) == 1 && s.lines[0].Quantity < 0 && total > 0 {
		total = -total
	}
	r.stated.totals = append(r.stated.totals, total)
}

// without forgets what the rows of lines say that were taken off, of so many.
func (s *stated) without(dropped []int, lines int) {
	if s.rows != lines {
		return
	}
	if len(s.totals) == lines {
		for _, i := range slices.Backward(slices.Sorted(slices.Values(dropped))) {
			s.totals = slices.Delete(s.totals, i, i+1)
		}
	}
	s.rows -= len(dropped)
}

// ofWhat is what the totals of a receipt are of, as far as they tell.
type ofWhat uint8

const (
	untold     ofWhat = iota // it has but one line, or one total for one of its lines
	ofLine                   // they differ, or what the lines cost adds up to all of them together
	ofReceipt                // they are one, and it comes nearer to what the lines cost
	ofEachSame               // they are one, and nothing says what the lines cost
)

func (rec *Receipt) totalsAreOf() ofWhat {
	totals := rec.stated.totals
	if rec.stated.rows < 2 || len(totals) == 0 {
		return untold
	}
	sum, cost := int64(0), int64(0)
	for _, total := range totals {
		sum += total
	}
	for _, line := range rec.Purchase.Lines {
		cost += line.Amount
	}
	differ := slices.ContainsFunc(totals, func(t int64) bool { return t != totals[0] })
	switch {
	case differ:
		return ofLine
	case len(totals) == 1:
		return ofReceipt
	case cost == 0 || totals[0] == 0:
		return ofEachSame
	case distance(sum, cost) < distance(totals[0], cost):
		return ofLine
	}
	return ofReceipt
}

func distance(a, b int64) int64 { return max(a-b, b-a) }

// settleTotals finds out over the whole table what the column of totals is of, and
// adds them up where that is the lines. What a receipt says against it is told.
func (b *Table) settleTotals() {
	count := make(map[ofWhat]int)
	for _, rec := range b.Receipts {
		count[rec.totalsAreOf()]++
	}
	const enough = 3 // receipts whose totals are one on each line are no chance; fewer prove nothing
	lines := count[ofLine] > count[ofReceipt] && count[ofEachSame] <= enough*count[ofLine]
	divided := count[ofLine] > 0 && count[ofReceipt] == 0
	alone := count[ofLine]+count[ofReceipt] == 0 && count[ofEachSame] <= enough
	for _, rec := range b.Receipts {
		key := ""
		switch of := rec.totalsAreOf(); {
		case !lines && of == ofLine:
			key = "import.receipt.total-first"
		case lines && (of == ofReceipt || of == ofEachSame):
			key = "import.receipt.total-added"
		case of == ofEachSame && (alone || divided):
			key = "import.receipt.total-same"
		}
		if key != "" {
			rec.problem(app.InvalidLine(key, rec.Line, app.Args{"Receipt": rec.Purchase.Receipt, "Column": b.Columns.Name(fields.Total)}))
		}
		if of := rec.stated; b.Columns.GuessedTotal && of.rows == 1 && len(of.totals) == 1 && len(rec.Purchase.Lines) == 1 {
			rec.Purchase.Lines[0].Amount = of.totals[0]
		}
		if lines {
			rec.addTotals(!b.Columns.Has(fields.Amount))
		}
		rec.stated = stated{}
	}
	if lines && !b.Columns.Has(fields.Amount) {
		at := b.Columns.Of(fields.Total)
		b.Described[at].Field = fields.Amount
	}
}

// addTotals takes what the lines say as what each of them comes to.
func (rec *Receipt) addTotals(amounts bool) {
	if len(rec.stated.totals) == 0 {
		return
	}
	each := len(rec.stated.totals) == len(rec.Purchase.Lines)
	if !each && len(rec.stated.totals) < rec.stated.rows {
		return // not all of them do
	}
	rec.Purchase.Total = 0
	for i, total := range rec.stated.totals {
		rec.sum(total)
		if each && amounts {
			rec.Purchase.Lines[i].Amount = total
		}
	}
}
