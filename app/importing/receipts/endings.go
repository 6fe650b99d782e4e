package receipts

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/people"
	"ringback.app/app/importing/tables"
)

// ending is an order of which rows of a table say that it was cancelled.
type ending struct {
	number   string
	day      app.Day
	table    *Table
	customer app.Customer
	buyer    *people.Person // nil: nobody is known who has what the customer has
	things   things
	sale     *Receipt   // as the book has it; nil: it does not, or nobody can say which it is
	before   []app.Line // of it, what the book has as given back by the same number
	rows     int
	why      *app.Error // says of the first of the rows why it is left out
	left     *Receipt   // for what is said of the rows where the book has none of the things
}

// endingKey tells the orders apart that a table shows cancelled.
type endingKey struct {
	number string
	day    app.Day
	buyer  *people.Person // nil: not known
	said   string         // by what the row names them, if so
}

// who is whose order it was.
func (e *ending) who(all *people.People) (*people.Person, error) {
	if e.buyer != nil {
		return e.buyer, nil
	}
	return all.WhoIs(e.customer)
}

// endingOf returns the order of a row that says that it was cancelled.
func (b *Table) endingOf(row tables.Row, number string) (*ending, error) {
	if e := b.lastEnding; e != nil && e.number == number && b.Columns.Raw(row, fields.Day) == "" {
		return e, nil
	}
	var s sold
	goesOn := b.last != nil && b.last.Purchase.Receipt == number
	bad := b.when(row, goesOn, &s)
	c, named := b.record(row)
	var who *people.Person
	var err error
	switch {
	case named:
		who, err = b.ledger.people.WhoIs(c)
	case goesOn:
		who = b.last.Buyer
	}
	if err != nil {
		return nil, err
	}
	key := endingKey{number: number, day: s.day, buyer: who}
	if who == nil {
		key.said, _ = b.key(row)
	}
	if b.ending[key] == nil {
		e := &ending{number: strings.Clone(number), day: s.day, table: b, customer: c, buyer: who}
		if err := b.findSale(e, row, s, bad != nil); err != nil {
			return nil, err
		}
		key.number, key.said = e.number, strings.Clone(key.said)
		b.ending[key] = e
		b.endings = append(b.endings, e)
	}
	b.lastEnding = b.ending[key]
	return b.lastEnding, nil
}

// findSale looks for what the book has of an order that was cancelled.
func (b *Table) findSale(e *ending, row tables.Row, s sold, anyDay bool) error {
	if e.buyer == nil || e.buyer.IsNew {
		return nil
	}
	had, err := b.ledger.past.history(e.buyer.ID())
	if err != nil {
		return err
	}
	same := had.on(s.day, e.number)
	if len(same) == 0 {
		same = had.on(s.asSaid, e.number)
	}
	if anyDay {
		same = had.numbered(e.number)
	}
	same = slices.DeleteFunc(same, func(p app.Purchase) bool { return p.Receipt != e.number || p.IsReturn() })
	if len(same) != 1 {
		return nil
	}
	sale := &Receipt{Purchase: same[0], Buyer: e.buyer, Line: row.Line, table: b}
	for _, i := range had.byReturn[sale.Purchase.ID] {
		if back := had.all[i]; back.Receipt != e.number || back.Day != sale.Purchase.Day {
			return nil // by a receipt of its own, beside which another would be one too many
		}
		e.before = append(e.before, had.all[i].Lines...)
	}
	if e.buyer.HasSeveralNumbers() {
		sale.Under = strings.Clone(b.number(row))
	}
	e.sale = sale
	return nil
}

// settleEndings makes returns of what the book has of orders that were cancelled.
func (b *Table) settleEndings() {
	for _, e := range b.endings {
		if e.sale == nil {
			continue
		}
		sale := e.sale.Purchase
		rec := b.byKey[receiptKey{buyer: e.buyer, receipt: e.number, day: sale.Day}]
		given, whole := e.things.of(sale, rec != nil)
		if rec != nil { // other things of it were not cancelled
			given, whole = e.things.named(sale, rec.Purchase.Lines), false
		}
		args := app.Args{"Receipt": e.number, "Things": app.Goods{Lines: given, Currency: sale.Currency}}
		switch {
		case whole:
			e.sale.refund = refund{whole: true, since: app.InvalidLine("import.row.cancelled-since", e.sale.Line, args)}
		case len(given) == 0 && rec != nil:
			b.Counts.Undone += e.rows
			b.tellLeft(e.left, e.why) // it was cancelled before the order came into the book
			continue
		case len(given) == 0:
			b.Counts.Undone += e.rows
			b.tellLeft(e.left, app.InvalidLine("import.row.ended-other", e.sale.Line, args))
			continue
		default:
			since := app.InvalidLine("import.row.part-since", e.sale.Line, args)
			if rec != nil { // the file has them, too
				rec.add(given, 0, nil)
				rec.refund.endPart(given, e.before, since)
				continue
			}
			e.sale.refund.endPart(given, e.before, since)
		}
		b.refund(e.sale)
	}
}

// endPart takes what was cancelled of an order for given back, beside what was before.
func (r *refund) endPart(given, before []app.Line, since *app.Error) {
	r.since, r.lines = since, append(r.lines, given...)
	r.lines = append(r.lines, gone(before, r.lines)...)
}

// gone is what was given back of other things before, as it was sold.
func gone(before, given []app.Line) (others []app.Line) {
	now := quantities(given)
	for _, l := range before {
		if _, again := now[thing(l)]; !again {
			l.Quantity, l.Amount = -l.Quantity, -l.Amount
			others = append(others, l)
		}
	}
	return others
}
