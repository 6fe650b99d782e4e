package receipts

import (
	"slices"

	"ringback.app/app"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// A column of money given back is of the order in one table, on its first line or again
// on each, and of the line in another. Its cells tell: two lines of one order say the
// same of it, or each its own.

// lineBack is what a row says was given back, of so many lines of its receipt.
type lineBack struct {
	from, to int
	money    int64
}

// stateBack keeps what a row says was given back, if it says anything.
func (b *Table) stateBack(row tables.Row, r *Receipt, s sold) {
	if row.Cell(b.Columns.MoneyBack) == "" {
		return
	}
	from := len(r.Purchase.Lines) - len(s.lines)
	r.backs = append(r.backs, lineBack{from, len(r.Purchase.Lines), s.back.money})
}

// backsAreOf tells what the money is of that was given back of a receipt. The same
// on each line is the order's if so much was not paid as all of them come to.
func (rec *Receipt) backsAreOf() ofWhat {
	if len(rec.backs) < 2 {
		return untold
	}
	first, sum, cost := rec.backs[0].money, int64(0), int64(0)
	for _, back := range rec.backs {
		sum += back.money
	}
	for _, line := range rec.Purchase.Lines {
		cost += line.Amount
	}
	switch {
	case sum == 0:
		return untold
	case slices.ContainsFunc(rec.backs, func(b lineBack) bool { return b.money != first }):
		return ofLine
	case sum > max(rec.Purchase.Total, cost):
		return ofReceipt
	}
	return ofEachSame
}

// settleBacks finds out over the whole table whether what was given back is said of the
// line, and adds it up where it is. What nothing proves is told.
func (b *Table) settleBacks() {
	count := make(map[ofWhat]int)
	for _, rec := range b.Receipts {
		count[rec.backsAreOf()]++
	}
	lines := count[ofLine] > count[ofReceipt] && !b.Columns.IsKnown()
	for _, rec := range b.Receipts {
		rec.addCounts()
		switch of := rec.backsAreOf(); {
		case of == ofLine, of == ofEachSame && lines:
			rec.addBacks()
		case of == ofEachSame && count[ofReceipt] == 0 && !b.Columns.IsKnown():
			rec.problem(app.InvalidLine("import.receipt.refund-same", rec.Line, app.Args{"Receipt": rec.Purchase.Receipt, "Column": b.Columns.Names[b.Columns.MoneyBack]}))
		}
		rec.backs = nil
	}
}

// addBacks takes what the lines say for what was given back of each. Those of which all
// was are the things that came back.
func (rec *Receipt) addBacks() {
	rec.refund.money = 0
	var whole []app.Line
	for _, back := range rec.backs {
		rec.refund.money += back.money
		if back.to-back.from != 1 {
			continue
		}
		if line := rec.Purchase.Lines[back.from]; line.Amount > 0 && line.Amount == back.money {
			whole = append(whole, line)
		}
	}
	if len(rec.refund.lines) == 0 {
		rec.refund.lines = whole
	}
}

// countBack is how many were given back of what a line of a receipt has.
type countBack struct {
	line int
	n    app.Quantity
}

// stateCount keeps how many of a row's things it says were given back, where no status
// says of all of them that they were.
func (b *Table) stateCount(row tables.Row, r *Receipt, s sold) {
	text := row.Cell(b.Columns.CountBack)
	if text == "" || b.own != nil || len(s.lines) != 1 || s.back.whole || s.back.part {
		return
	}
	a, err := b.amount(text, fields.Quantity)
	n, ok := a.In(3)
	if err != nil || !ok {
		r.problem(app.InvalidLine("import.receipt.count-back", row.Line, app.Args{"Receipt": r.Purchase.Receipt, "Text": written.Clip(text), "Column": b.Columns.Names[b.Columns.CountBack]}))
		return
	}
	if n = min(max(n, -n), int64(s.lines[0].Quantity)); n > 0 {
		r.counts = append(r.counts, countBack{len(r.Purchase.Lines) - 1, app.Quantity(n)})
	}
}

// addCounts takes the things that were given back for a return of the receipt. Where
// nothing but the receipt says what its one line came to, that tells what is given back.
func (rec *Receipt) addCounts() {
	for _, back := range rec.counts {
		line := rec.Purchase.Lines[back.line]
		if line.Amount == 0 && len(rec.Purchase.Lines) == 1 {
			line.Amount = rec.Purchase.Total
		}
		line.Amount = int64(back.n) * line.Amount / int64(line.Quantity)
		line.Quantity = back.n
		rec.refund.lines = append(rec.refund.lines, line)
	}
	rec.counts = nil
}
