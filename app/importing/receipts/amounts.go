package receipts

import (
	"ringback.app/app"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
)

// A column called Amount is of the line, but some tables say in it what the whole
// receipt comes to: on each line, or on the first alone. Quantity and price tell the
// two apart: lines of 20 and 10 of which some say 30 say it of the receipt.

// worth is what a row's line comes to as it is read, and what so many cost at the
// row's price.
type worth struct {
	line           int // of the receipt
	amount, priced int64
	says           bool // the amount itself stands in the row
	hasPrice       bool
}

// stateAmount keeps what a row says of its amount, where nobody has said what the
// column is of.
func (b *Table) stateAmount(row tables.Row, r *Receipt, s sold) {
	c := &b.Columns
	if !c.Has(fields.Amount) || b.own != nil || c.IsKnown() || c.EachAmount || len(s.lines) != 1 {
		return
	}
	w := worth{line: len(r.Purchase.Lines) - 1, amount: s.lines[0].Amount, says: b.hasAmount(row)}
	if priced := s.lines[0]; b.hasPrice(row) {
		w.hasPrice = b.timesPrice(row, &priced, decimals(b.Money.row)) == nil
		w.priced = priced.Amount
	}
	r.stated.worths = append(r.stated.worths, w)
}

// amountsAreOf tells what the amounts of a receipt are of. Counted tells that the
// table says how many there are of a thing: without, a price proves the more
// exact sum only.
func (rec *Receipt) amountsAreOf(counted bool) ofWhat {
	all, first := rec.stated.worths, rec.saidAmount()
	if len(all) < 2 || len(all) != len(rec.Purchase.Lines) || first == 0 {
		return untold
	}
	sum, cost, said, priced := int64(0), int64(0), 0, true
	for _, w := range all {
		if w.says && w.amount != first {
			return ofLine
		}
		if w.says {
			said++
		}
		sum, cost, priced = sum+w.amount, cost+w.priced, priced && w.hasPrice
	}
	off := distance(first, cost)
	switch unproven := !priced || cost == 0; {
	case unproven && said < len(all):
		return untold
	case unproven:
		return ofEachSame
	case off == 0 || counted && off < distance(sum, cost):
		return ofReceipt
	}
	return ofLine
}

// saidAmount is the first amount that a row of the receipt says, 0 if none does.
func (rec *Receipt) saidAmount() int64 {
	for _, w := range rec.stated.worths {
		if w.says {
			return w.amount
		}
	}
	return 0
}

// settleAmounts finds out over the whole table what the column of amounts is of,
// and takes it for the receipts' totals where the prices prove it. Else it stays
// what each line comes to. What a receipt says against it is told.
func (b *Table) settleAmounts() {
	counted := b.Columns.Has(fields.Quantity)
	count := make(map[ofWhat]int)
	for _, rec := range b.Receipts {
		count[rec.amountsAreOf(counted)]++
	}
	whole := count[ofReceipt] > count[ofLine]
	for _, rec := range b.Receipts {
		key := ""
		switch of := rec.amountsAreOf(counted); {
		case whole && of == ofLine && rec.amountsDiffer():
			key = "import.receipt.total-first"
		case whole && of == ofLine:
			key = "import.receipt.total-same"
		case !whole && of == ofReceipt:
			key = "import.receipt.total-added"
		case !whole && of == ofEachSame && count[ofLine] == 0:
			key = "import.receipt.amount-same"
		}
		if key != "" && !b.Columns.Has(fields.Total) {
			rec.problem(app.InvalidLine(key, rec.Line, app.Args{"Receipt": rec.Purchase.Receipt, "Column": b.Columns.Name(fields.Amount)}))
		}
		if whole {
			rec.takeForTotal(!b.Columns.Has(fields.Total))
		}
		rec.stated.worths = nil
	}
	if whole && !b.Columns.Has(fields.Total) {
		b.Described[b.Columns.Of(fields.Amount)].Field = fields.Total
	}
}

func (rec *Receipt) amountsDiffer() bool {
	for _, w := range rec.stated.worths {
		if w.says && w.amount != rec.saidAmount() {
			return true
		}
	}
	return false
}

// takeForTotal takes what the lines say that they come to for what all of them do.
func (rec *Receipt) takeForTotal(total bool) {
	all := rec.stated.worths
	for _, w := range all {
		if w.hasPrice || len(all) > 1 {
			rec.Purchase.Lines[w.line].Amount = w.priced
		}
	}
	if said := rec.saidAmount(); total && said != 0 {
		rec.Purchase.Total = said
	}
}
