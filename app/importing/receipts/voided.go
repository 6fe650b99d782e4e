package receipts

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// An order that an export shows cancelled may be in the book from an export
// before, in which it was not. It was given back then, so that nobody asks how it
// is.

// leaveOut leaves out the lines of an order that was never a purchase, and says
// so on its first. Of one that the book has it makes a return.
func (b *Table) leaveOut(row tables.Row, number string, said fate) (bool, error) {
	var why *app.Error
	over := false
	isPart := b.isPart(row, number)
	switch {
	case isPart && number != "" && (said.Outcome == written.Cancelled || said.Outcome == written.Failed):
		b.leaveOutPart(row, said)
		return true, nil
	case number != "" && row.Cell(b.Columns.Cancelled) != "":
		over, why = true, app.InvalidLine("import.row.cancelled", row.Line, app.Args{
			"Day": written.Clip(row.Cell(b.Columns.Cancelled)), "Column": b.Columns.Names[b.Columns.Cancelled],
		})
	case said.Outcome == written.Cancelled, said.Outcome == written.Failed:
		// What may yet be paid must not take back what is in the book.
		over, why = said.Outcome == written.Cancelled, app.InvalidLine("import.row.undone", row.Line, app.Args{
			"Status": written.Clip(said.text), "Column": b.Columns.Names[said.column],
		})
	case said.text == "" && number != "" && b.undone[number] != nil:
		if !b.voided[number] {
			*b.undone[number]++
		}
		return true, nil
	default:
		return false, nil
	}
	if b.voided[number] {
		return true, nil
	}
	b.undone[number] = &b.Counts.Undone
	back, err := b.void(row, number, over, why)
	if err != nil {
		return true, err
	}
	if back == nil {
		b.Counts.Undone++
		b.pass(row, why)
		return true, nil
	}
	b.voided[number] = true
	b.Receipts = append(b.Receipts, back)
	return true, nil
}

// void returns what gives back the order of a row, if that is over and the book
// has it; else nil, and it is kept to be looked for in the other files.
func (b *Table) void(row tables.Row, number string, over bool, why *app.Error) (*Receipt, error) {
	if !over || number == "" || b.own != nil {
		return nil, nil
	}
	c, named := b.record(row)
	var s sold
	bad := b.when(row, false, &s)
	if !named {
		return nil, nil
	}
	if bad == nil {
		b.ledger.ended = append(b.ledger.ended, ended{c, strings.Clone(number), s.day, b.table.Title})
	}
	who, err := b.ledger.people.WhoIs(c)
	if who == nil || err != nil || who.IsNew {
		return nil, err
	}
	had, err := b.ledger.past.history(who.ID())
	if err != nil {
		return nil, err
	}
	same := had.on(s.day, number)
	if len(same) == 0 {
		same = had.on(s.asSaid, number)
	}
	if bad != nil {
		same = had.numbered(number)
	}
	same = slices.DeleteFunc(same, func(p app.Purchase) bool { return p.Receipt != number || p.IsReturn() })
	if len(same) != 1 {
		return nil, nil // the book has none, or nobody can say which of them
	}
	sale := &Receipt{Purchase: same[0], Buyer: who, Line: row.Line, table: b}
	given := slices.ContainsFunc(had.byReturn[sale.Purchase.ID], func(i int) bool {
		return had.all[i].Receipt != number || had.all[i].Day != sale.Purchase.Day
	})
	if given {
		return nil, nil // by a receipt of its own, beside which another would be one too many
	}
	if who.HasSeveralNumbers() {
		sale.Under = strings.Clone(b.number(row))
	}
	sale.refund.whole = true
	back := sale.givenBack(len(b.Receipts))
	back.since = app.InvalidLine("import.row.cancelled-since", row.Line, app.Args{"Receipt": number})
	return back, nil
}

// ended is an order that a file shows cancelled.
type ended struct {
	customer app.Customer
	number   string
	day      app.Day
	file     string
}

// leaveOutEnded leaves out the orders that one of the files shows cancelled, and
// another one of before does not.
func (l *Ledger) leaveOutEnded() error {
	if len(l.tables) < 2 || len(l.ended) == 0 {
		return nil
	}
	byNumber := make(map[string][]ended)
	for _, e := range l.ended {
		byNumber[e.number] = append(byNumber[e.number], e)
	}
	for _, b := range l.tables {
		for _, rec := range b.Receipts {
			if rec.Rejected || rec.of != nil || rec.Purchase.IsReturn() {
				continue
			}
			for _, e := range byNumber[rec.Purchase.Receipt] {
				who, err := l.people.WhoIs(e.customer)
				if err != nil {
					return err
				}
				if who == rec.Buyer && e.day == rec.Purchase.Day && rec.own.IsZero() {
					rec.ended = app.InvalidLine("import.row.ended", rec.Line, app.Args{"File": e.file})
				}
			}
		}
	}
	return nil
}
