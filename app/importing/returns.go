package importing

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"ringback.app/app"
)

// link finds for each return the purchase it gives back: the customer's latest
// one before it that has all of its items, and enough of them that were not
// given back yet. Where there is none, the return stands alone.
func (r *reading) link(ctx context.Context, known Known, all []*receipt) error {
	byBuyer := make(map[*person][]*receipt)
	var order []*person
	for _, rec := range all {
		if byBuyer[rec.buyer] == nil {
			order = append(order, rec.buyer)
		}
		byBuyer[rec.buyer] = append(byBuyer[rec.buyer], rec)
	}
	for i, buyer := range order {
		if err := r.step(ctx, i); err != nil {
			return err
		}
		receipts := byBuyer[buyer]
		if !slices.ContainsFunc(receipts, (*receipt).open) {
			continue
		}
		var before []app.Purchase
		if !buyer.isNew {
			var err error
			if before, err = known.Purchases(buyer.id()); err != nil {
				return fmt.Errorf("read purchases: %w", err)
			}
		}
		linkOne(receipts, before)
	}
	return nil
}

// open tells whether it is a return of which nobody knows what it gives back.
// What the book wrote out itself it knows as well as it can be known.
func (rec *receipt) open() bool {
	return rec.purchase.IsReturn() && rec.purchase.Returns.IsZero() && (rec.own.IsZero() || rec.book == nil)
}

// stock is a purchase and what of it was not given back yet.
type stock struct {
	purchase app.Purchase
	minute   app.Minute
	position int // in the file; what the book had comes first
	left     map[string]app.Quantity
}

func linkOne(receipts []*receipt, before []app.Purchase) {
	var bought []*stock
	byID := make(map[app.ID]*stock)
	add := func(p app.Purchase, minute app.Minute, position int) {
		if p.IsReturn() || byID[p.ID] != nil {
			return
		}
		s := &stock{purchase: p, minute: minute, position: position, left: amounts(p.Lines)}
		bought = append(bought, s)
		byID[p.ID] = s
	}
	var open []*receipt
	for i, rec := range receipts {
		add(rec.purchase, rec.minute, i+1)
		if rec.open() {
			open = append(open, rec)
		}
	}
	var given []app.Purchase
	for _, p := range before {
		add(p, 0, 0)
		given = append(given, p)
	}
	for _, rec := range receipts {
		if rec.of != nil && rec.book == nil {
			given = append(given, rec.purchase)
		}
	}
	for _, p := range given {
		if s := byID[p.Returns]; p.IsReturn() && s != nil {
			s.giveBack(amounts(p.Lines))
		}
	}
	slices.SortStableFunc(bought, func(a, b *stock) int {
		return cmp.Or(cmp.Compare(b.purchase.Day, a.purchase.Day), cmp.Compare(b.minute, a.minute),
			cmp.Compare(b.position, a.position))
	})
	slices.SortStableFunc(open, func(a, b *receipt) int {
		return cmp.Or(cmp.Compare(a.purchase.Day, b.purchase.Day), cmp.Compare(a.minute, b.minute))
	})
	for _, rec := range open {
		back := amounts(rec.purchase.Lines)
		for _, s := range bought {
			if s.isBefore(rec) && s.covers(back) {
				rec.purchase.Returns = s.purchase.ID
				s.giveBack(back)
				break
			}
		}
	}
}

// amounts adds up the quantities by item.
func amounts(lines []app.Line) map[string]app.Quantity {
	sums := make(map[string]app.Quantity, len(lines))
	for _, l := range lines {
		key := l.Code
		if key == "" {
			key = "\x00" + l.Item
		}
		sums[key] += l.Quantity
	}
	return sums
}

func (s *stock) isBefore(rec *receipt) bool {
	if s.purchase.Day != rec.purchase.Day {
		return s.purchase.Day < rec.purchase.Day
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
