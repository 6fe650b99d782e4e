package receipts

import (
	"cmp"
	"context"
	"slices"

	"ringback.app/app"
	"ringback.app/app/importing/people"
)

// mostLooked is how many purchases are looked at for one return, the latest ones
// of which something is left. Nobody has as many of one thing but a number that a
// till writes for all whom it does not know.
const mostLooked = 1000

// link finds for each return the purchase it gives back: the customer's latest
// one before it that has all of its items, and enough of them that were not
// given back yet; first of all the one whose number it has. Where there is none, the
// return stands alone.
func (l *Ledger) link(ctx context.Context, all []*Receipt, step stepper) error {
	byBuyer := make(map[*people.Person][]*Receipt)
	var order []*people.Person
	for _, rec := range all {
		if byBuyer[rec.Buyer] == nil {
			order = append(order, rec.Buyer)
		}
		byBuyer[rec.Buyer] = append(byBuyer[rec.Buyer], rec)
	}
	for i, buyer := range order {
		if err := step(ctx, i); err != nil {
			return err
		}
		receipts := byBuyer[buyer]
		if !slices.ContainsFunc(receipts, (*Receipt).open) {
			continue
		}
		var before []app.Purchase
		if !buyer.IsNew {
			had, err := l.past.history(buyer.ID())
			if err != nil {
				return err
			}
			before = had.all
		}
		if err := linkOne(ctx, receipts, before, step); err != nil {
			return err
		}
	}
	return nil
}

// open tells whether it is a return of which nobody knows what it gives back.
// What the book wrote out itself it knows as well as it can be known.
func (rec *Receipt) open() bool {
	return rec.Purchase.IsReturn() && rec.Purchase.Returns.IsZero() && (rec.own.IsZero() || rec.book == nil)
}

// linkOne links the open returns among all receipts of one customer; before is
// what the book has of theirs.
func linkOne(ctx context.Context, receipts []*Receipt, before []app.Purchase, step stepper) error {
	bought := stocked(receipts, before)
	var open []*Receipt
	for _, rec := range receipts {
		if rec.open() {
			open = append(open, rec)
		}
	}
	slices.SortStableFunc(open, func(a, b *Receipt) int {
		return cmp.Or(cmp.Compare(a.Purchase.Day, b.Purchase.Day), cmp.Compare(a.minute, b.minute))
	})
	open = linkByNumber(open, bought)
	shelves := make(shelves)
	for i, rec := range open {
		if err := step(ctx, i); err != nil {
			return err
		}
		for len(bought) > 0 && bought[0].isBefore(rec) {
			shelves.put(bought[0])
			bought = bought[1:]
		}
		if s := shelves.take(quantities(rec.Purchase.Lines)); s != nil {
			rec.Purchase.Returns = s.purchase.ID
		}
	}
	return nil
}

// linkByNumber links the returns that have the number of a purchase before them with all
// of their items, and returns the others. Of more than that had, nobody can say what it
// gives back: hardly something of another number.
func linkByNumber(open []*Receipt, bought []*stock) (others []*Receipt) {
	byNumber := make(map[string][]*stock)
	for _, s := range bought {
		if key := numberKey(s.purchase.Receipt); key != "" {
			byNumber[key] = append(byNumber[key], s)
		}
	}
	for _, rec := range open {
		if isNameless(rec.Purchase) && rec.giveBackMoney(byNumber[numberKey(rec.Purchase.Receipt)]) {
			continue
		}
		back, had := quantities(rec.Purchase.Lines), false
		for _, s := range slices.Backward(byNumber[numberKey(rec.Purchase.Receipt)]) {
			if !s.isBefore(rec) || !covers(s.purchase.Lines, counted(rec.Purchase.Lines)) {
				continue
			}
			had = true
			if s.covers(back) {
				s.giveBack(back)
				rec.Purchase.Returns = s.purchase.ID
				break
			}
		}
		if !had {
			others = append(others, rec)
		}
	}
	return others
}

// giveBackMoney makes a return that names no things one of the latest purchase of its
// number that cost as much: of all its things if it is the whole price, else of money. It
// tells whether there is one.
func (rec *Receipt) giveBackMoney(bought []*stock) bool {
	for _, s := range slices.Backward(bought) {
		sale := s.purchase
		if !s.isBefore(rec) || sale.Currency != rec.Purchase.Currency || sale.Total+rec.Purchase.Total < 0 {
			continue
		}
		rec.Purchase.Returns = sale.ID
		if all := counted(sale.Lines); sale.Total == -rec.Purchase.Total && !isNameless(sale) && s.covers(quantities(all)) {
			s.giveBack(quantities(all))
			rec.Purchase.Lines = takenBack(sale.Lines, rec.Purchase.Total)
		}
		return true
	}
	return false
}

// counted are lines that give back as if they were bought.
func counted(lines []app.Line) []app.Line {
	lines = slices.Clone(lines)
	for i := range lines {
		lines[i].Quantity = -lines[i].Quantity
	}
	return lines
}

// stock is a purchase and what of it was not given back yet.
type stock struct {
	purchase app.Purchase
	minute   app.Minute
	position int // in the file; what the book had comes first
	left     map[string]app.Quantity
}

// stocked returns the purchases of a customer, the oldest first, without what is
// known to have been given back of them.
func stocked(receipts []*Receipt, before []app.Purchase) []*stock {
	var bought []*stock
	byID := make(map[app.ID]*stock)
	add := func(p app.Purchase, minute app.Minute, position int) {
		if p.IsReturn() || byID[p.ID] != nil {
			return
		}
		s := &stock{purchase: p, minute: minute, position: position, left: quantities(p.Lines)}
		bought = append(bought, s)
		byID[p.ID] = s
	}
	for i, rec := range receipts {
		add(rec.Purchase, rec.minute, i+1)
	}
	var given []app.Purchase
	for _, p := range before {
		add(p, 0, 0)
		given = append(given, p)
	}
	for _, rec := range receipts {
		if rec.of != nil && rec.book == nil {
			given = append(given, rec.Purchase)
		}
	}
	for _, p := range given {
		if s := byID[p.Returns]; p.IsReturn() && s != nil {
			s.giveBack(quantities(p.Lines))
		}
	}
	slices.Reverse(bought) // of two that nothing tells apart the one that came first was the later one
	slices.SortStableFunc(bought, func(a, b *stock) int {
		return cmp.Or(cmp.Compare(a.purchase.Day, b.purchase.Day), cmp.Compare(a.minute, b.minute), cmp.Compare(a.position, b.position))
	})
	return bought
}

// quantities adds up the quantities by item.
func quantities(lines []app.Line) map[string]app.Quantity {
	sums := make(map[string]app.Quantity, len(lines))
	for _, l := range lines {
		sums[thing(l)] += l.Quantity
	}
	return sums
}

// thing is what tells the thing of a line from others.
func thing(l app.Line) string {
	if l.Code == "" {
		return "\x00" + l.Item
	}
	return l.Code
}

func (s *stock) isBefore(rec *Receipt) bool {
	if s.purchase.Day != rec.Purchase.Day {
		return s.purchase.Day < rec.Purchase.Day
	}
	return s.minute <= rec.minute
}

func (s *stock) covers(back map[string]app.Quantity) bool {
	for item, n := range back {
		if n >= 0 || s.left[item]+n < 0 {
			return false
		}
	}
	return len(back) > 0
}

func (s *stock) giveBack(back map[string]app.Quantity) {
	for item, n := range back {
		s.left[item] += n
	}
}

// shelves are the purchases that an item is left of, the latest last, by item.
type shelves map[string][]*stock

func (sh shelves) put(s *stock) {
	for item, n := range s.left {
		if n > 0 {
			sh[item] = append(sh[item], s)
		}
	}
}

// take gives back to the latest purchase that has all of that, and returns it;
// nil if none has.
func (sh shelves) take(back map[string]app.Quantity) *stock {
	rarest, found := "", false
	for item := range back {
		if !found || len(sh[item]) < len(sh[rarest]) {
			rarest, found = item, true
		}
	}
	all := sh[rarest]
	at := len(all)
	var taken *stock
	for looked := 0; at > 0 && taken == nil && looked < mostLooked; {
		at--
		if all[at].left[rarest] <= 0 {
			continue
		}
		looked++
		if all[at].covers(back) {
			taken = all[at]
			taken.giveBack(back)
		}
	}
	// Those of which nothing is left are not met again.
	left := slices.DeleteFunc(all[at:], func(s *stock) bool { return s.left[rarest] <= 0 })
	sh[rarest] = all[:at+len(left)]
	return taken
}
