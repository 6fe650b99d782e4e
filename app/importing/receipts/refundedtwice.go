package receipts

import (
	"cmp"
	"slices"

	"ringback.app/app"
	"ringback.app/app/importing/people"
)

// A shop writes of an order that it was given back, and the same as a row of less than
// nothing, with its number. It came back once.

// order is what an order and the rows that give it back have in common.
type order struct {
	number, currency string
	buyer            *people.Person
}

func (rec *Receipt) order() order {
	return order{rec.Purchase.Receipt, rec.Purchase.Currency, rec.Buyer}
}

// isLess tells whether it is a row of less than nothing that has a number.
func (rec *Receipt) isLess() bool {
	return !rec.Rejected && rec.of == nil && rec.Purchase.Receipt != "" && rec.Purchase.Total < 0
}

// settleRefunds leaves to rows of less than nothing what orders of the table say was
// given back of them.
func (b *Table) settleRefunds() {
	if b.own != nil {
		return
	}
	back := make(map[order][]*Receipt)
	for _, rec := range b.Receipts {
		if rec.isLess() {
			back[rec.order()] = append(back[rec.order()], rec)
		}
	}
	if len(back) == 0 {
		return
	}
	for _, sale := range b.Receipts {
		said := min(cmp.Or(sale.refund.money, sale.Purchase.Total), sale.Purchase.Total)
		if sale.Rejected || said <= 0 || !sale.refund.whole && sale.refund.money == 0 {
			continue
		}
		left, named := said, sale.refund.whole
		var given []app.Line
		for _, row := range back[sale.order()] {
			if row.Purchase.Day >= sale.Purchase.Day {
				left += row.Purchase.Total
				named = named && !isNameless(row.Purchase)
				given = append(given, row.Purchase.Lines...)
			}
		}
		since := sale.refund.since
		switch {
		case left == said:
			continue
		case left > 0 && named:
			for i := range given {
				given[i].Quantity = max(given[i].Quantity, -given[i].Quantity)
			}
			sale.refund = sale.refundBeside(given)
		default:
			sale.refund = refund{money: max(left, 0)}
		}
		sale.refund.since = since
	}
}

// settleAcross drops the returns that orders say of themselves, where another file of the
// import has the row that gives back all of that.
func (l *Ledger) settleAcross() {
	back := make(map[order][]*Receipt)
	for _, b := range l.tables {
		for _, rec := range b.Receipts {
			if rec.isLess() {
				back[rec.order()] = append(back[rec.order()], rec)
			}
		}
	}
	if len(back) == 0 {
		return
	}
	for _, b := range l.tables {
		gone := make(map[*Receipt]bool)
		for _, sale := range b.Receipts {
			given := slices.ContainsFunc(back[sale.order()], func(row *Receipt) bool {
				return row.table != b && row.Purchase.Day >= sale.Purchase.Day && sale.back != nil && row.Purchase.Total <= sale.back.Purchase.Total
			})
			if given {
				gone[sale.back] = true
				sale.refund, sale.refunded, sale.back = refund{}, false, nil
			}
		}
		b.Receipts = slices.DeleteFunc(b.Receipts, func(rec *Receipt) bool { return gone[rec] })
	}
}

// giveBackAcross makes returns of the receipts that are but that of what another file
// of the import shows bought.
func (l *Ledger) giveBackAcross() {
	if len(l.tables) < 2 {
		return
	}
	l.settleAcross()
	byNumber := make(map[string][]*Receipt)
	for _, b := range l.tables {
		for _, rec := range b.Receipts {
			if !rec.Rejected && rec.of == nil && rec.Purchase.Receipt != "" {
				byNumber[rec.Purchase.Receipt] = append(byNumber[rec.Purchase.Receipt], rec)
			}
		}
	}
	for _, b := range l.tables {
		turned := make(map[*Receipt]bool)
		for _, rec := range b.Receipts {
			if rec.of != nil || !rec.isRefundAlone() {
				continue
			}
			bought := slices.ContainsFunc(byNumber[rec.Purchase.Receipt], func(sale *Receipt) bool {
				return sale.table != b && sale.Buyer == rec.Buyer && !sale.refunded && isOf(rec.Purchase, sale.Purchase, nil)
			})
			if bought {
				rec.giveBack()
				turned[rec] = true
			}
		}
		b.Receipts = slices.DeleteFunc(b.Receipts, func(back *Receipt) bool { return back.of != nil && turned[back.of] })
	}
}

// leaveGivenBefore leaves out a row of less than nothing if the book has all of its order
// as given back already, as the order said then.
func (b *Table) leaveGivenBefore(rec *Receipt) error {
	if !rec.isLess() || rec.Buyer.IsNew {
		return nil
	}
	had, err := b.ledger.past.history(rec.Buyer.ID())
	if err != nil {
		return err
	}
	if slices.ContainsFunc(had.on(rec.Purchase.Day, rec.Purchase.Receipt), app.Purchase.IsReturn) {
		return nil // it is that one
	}
	for _, sale := range had.numbered(rec.Purchase.Receipt) {
		back := sale.Total
		for _, i := range had.byReturn[sale.ID] {
			if of := had.all[i]; of.Day == sale.Day && of.Receipt == sale.Receipt {
				back += of.Total
			}
		}
		if sale.Total > 0 && back <= 0 && sale.Day <= rec.Purchase.Day && sale.Currency == rec.Purchase.Currency && -rec.Purchase.Total <= sale.Total {
			rec.Rejected, rec.Problems = true, []*app.Error{app.InvalidLine("import.row.given-before", rec.Line, app.Args{"Receipt": rec.Purchase.Receipt})}
			b.Counts.Undone++
			return nil
		}
	}
	return nil
}
