package receipts

import (
	"cmp"
	"slices"

	"ringback.app/app"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// An order that an export shows cancelled may be in the book from an export
// before, in which it was not. It was given back then, so that nobody asks how it
// is. An export may show but one thing of it cancelled, or have no other rows than
// those that were.

// leaveOut leaves out the lines of an order that was never a purchase, and says
// so on its first. Of what the book has of it a return is made in the end.
func (b *Table) leaveOut(row tables.Row, number string, said fate) (bool, error) {
	isPart := b.isPart(row, number) // of every row: those without a day are of the order above
	ended := row.Cell(b.Columns.Cancelled)
	was := app.Args{"Status": written.Clip(said.text), "Column": b.Columns.Names[max(said.column, 0)]}
	never := said.Outcome == written.Cancelled || said.Outcome == written.Failed
	// What may yet be paid must not take back what is in the book.
	over := said.Outcome == written.Cancelled
	switch {
	case never && number != "" && isPart:
		return true, b.end(row, number, over, app.InvalidLine("import.row.undone-alone", row.Line, was))
	case number != "" && ended != "":
		over = true
		was = app.Args{"Day": written.Clip(ended), "Column": b.Columns.Names[b.Columns.Cancelled]}
		b.undone[number] = &b.Counts.Undone
		return true, b.end(row, number, over, app.InvalidLine("import.row.cancelled", row.Line, was))
	case never:
		b.undone[number] = &b.Counts.Undone
		return true, b.end(row, number, over, app.InvalidLine("import.row.undone", row.Line, was))
	case said.text == "" && number != "" && b.undone[number] != nil:
		if e := b.lastEnding; e != nil && e.number == number {
			b.goOn(e, row)
		} else {
			*b.undone[number]++
		}
		return true, nil
	}
	return false, nil
}

// end leaves a row out of an order, or of a part of one, that was never a purchase,
// and keeps what it says was cancelled.
func (b *Table) end(row tables.Row, number string, over bool, why *app.Error) error {
	if over && number != "" && b.own == nil {
		e, err := b.endingOf(row, number)
		if err != nil {
			return err
		}
		e.why = cmp.Or(e.why, why)
		if b.goOn(e, row); e.sale != nil {
			return nil
		}
	} else {
		b.Counts.Undone++
	}
	b.pass(row, why)
	return nil
}

// goOn takes a row for a further one of an order that was cancelled.
func (b *Table) goOn(e *ending, row tables.Row) {
	e.things.add(b.thingsOn(row, e.number))
	if e.sale == nil {
		b.Counts.Undone++
		return
	}
	if e.rows++; e.rows == 1 {
		e.left = b.leftOut(row)
	}
	b.isOver = true
}

// leaveOutEnded leaves out the orders that one of the files shows cancelled, and
// another one of before does not, and gives back of others what was cancelled.
func (l *Ledger) leaveOutEnded() error {
	byNumber := make(map[string][]*ending)
	for _, b := range l.tables {
		for _, e := range b.endings {
			byNumber[e.number] = append(byNumber[e.number], e)
		}
	}
	if len(l.tables) < 2 || len(byNumber) == 0 {
		return nil
	}
	for _, b := range l.tables {
		for _, rec := range slices.Clone(b.Receipts) {
			if rec.Rejected || rec.of != nil || rec.Purchase.IsReturn() || !rec.own.IsZero() {
				continue
			}
			if err := l.leaveOutOf(rec, byNumber[rec.Purchase.Receipt]); err != nil {
				return err
			}
		}
	}
	return nil
}

// leaveOutOf leaves a receipt out that another file shows cancelled, or gives back what
// of it was in any. Of what the book has those files' own rows do.
func (l *Ledger) leaveOutOf(rec *Receipt, all []*ending) error {
	var ended []*ending
	for _, e := range all {
		who, err := e.who(l.people)
		if err != nil {
			return err
		}
		if e.table == rec.table || who != rec.Buyer || e.day != rec.Purchase.Day {
			continue
		}
		if _, whole := e.things.of(rec.Purchase, e.table.receiptLike(rec) != nil); whole {
			rec.ended = app.InvalidLine("import.row.ended", rec.Line, app.Args{"File": e.table.table.Title})
			return nil // whatever was before, of that nothing is left
		}
		ended = append(ended, e)
	}
	for _, e := range ended {
		if err := l.giveBackOf(rec, e); err != nil {
			return err
		}
	}
	return nil
}

// giveBackOf gives back what of a receipt another file shows cancelled, beside what was
// given back of it already.
func (l *Ledger) giveBackOf(rec *Receipt, e *ending) error {
	given := e.things.named(rec.Purchase, rec.refund.lines)
	if len(given) == 0 || rec.refunded && (rec.refund.whole || rec.refund.money > 0) || l.standsWithout(rec, e) {
		return nil
	}
	if !rec.Buyer.IsNew {
		had, err := l.past.like(rec)
		if err != nil || len(had) > 0 {
			return err
		}
	}
	rec.refund.lines = append(rec.refund.lines, given...)
	rec.refund.since = app.InvalidLine("import.receipt.ended-part", rec.Line, app.Args{
		"File": e.table.table.Title, "Receipt": rec.Purchase.Receipt, "Things": app.Goods{Lines: given, Currency: rec.Purchase.Currency},
	})
	if rec.back == nil {
		rec.table.refund(rec)
		return nil
	}
	*rec.back = *rec.givenBack(rec.back.Index)
	return nil
}

// withoutSale tells whether a return is of a receipt that was left out since it was made.
func (rec *Receipt) withoutSale() bool { return rec.of != nil && rec.of.Rejected }

// standsWithout tells whether the file that shows things of a receipt cancelled comes
// first and has the receipt, too, without them: that one stands.
func (l *Ledger) standsWithout(rec *Receipt, e *ending) bool {
	if slices.Index(l.tables, e.table) > slices.Index(l.tables, rec.table) {
		return false
	}
	own := e.table.receiptLike(rec)
	return own != nil && !covers(rec.Purchase.Lines, own.Purchase.Lines)
}

// receiptLike returns what a table has of a receipt of another one; nil if nothing.
func (b *Table) receiptLike(rec *Receipt) *Receipt {
	return b.byKey[receiptKey{buyer: rec.Buyer, receipt: rec.Purchase.Receipt, day: rec.Purchase.Day}]
}
