package receipts

import (
	"cmp"
	"fmt"
	"slices"

	"ringback.app/app"
	"ringback.app/app/folding"
)

// Book is what a book has of what customers bought.
type Book interface {
	PurchaseByReceipt(customer app.ID, receipt string) ([]app.ID, error)
	Purchase(id app.ID) (app.Purchase, error)
	Purchases(customer app.ID) ([]app.Purchase, error)
	// Receipted yields, in the order of their IDs, all purchases whose receipt, folded,
	// is one of those; what gives something back is left out. It reads all purchases
	// once, and ends with the error that yield returns.
	Receipted(receipts map[string]bool, yield func(app.Purchase) error) error
	// Record returns the record of that sort and ID, or an Error with
	// CodeNotFound.
	Record(kind app.Kind, id app.ID) (app.Record, error)
}

// manyPurchases is of how many purchases a customer's are kept once they were
// read. A till writes one number for all whom it does not know, and asks about
// them with each receipt; those of everybody else are read again more cheaply
// than they are kept.
const manyPurchases = 16

// past is what the book has of the purchases of those in the files.
type past struct {
	known Book
	of    map[app.ID]*history
}

// history is all that a customer bought and gave back, as the book has it.
type history struct {
	all       []app.Purchase
	byReceipt map[string][]int // of those with that number, by day
	byReturn  map[app.ID][]int // of those that give back that purchase
}

func newPast(known Book) *past { return &past{known, make(map[app.ID]*history)} }

// history returns all purchases of a customer.
func (p *past) history(customer app.ID) (*history, error) {
	if h := p.of[customer]; h != nil {
		return h, nil
	}
	all, err := p.known.Purchases(customer)
	if err != nil {
		return nil, fmt.Errorf("read purchases: %w", err)
	}
	h := &history{all: all, byReceipt: make(map[string][]int), byReturn: make(map[app.ID][]int)}
	for i, bought := range all {
		h.byReceipt[numberKey(bought.Receipt)] = append(h.byReceipt[numberKey(bought.Receipt)], i)
		if bought.IsReturn() {
			h.byReturn[bought.Returns] = append(h.byReturn[bought.Returns], i)
		}
	}
	for _, same := range h.byReceipt {
		slices.SortStableFunc(same, func(a, b int) int { return cmp.Compare(all[a].Day, all[b].Day) })
	}
	if len(all) > manyPurchases {
		p.of[customer] = h
	}
	return h, nil
}

// numberKey is the same of numbers that the book takes for one.
func numberKey(receipt string) string {
	if receipt == "" {
		return ""
	}
	return "#" + folding.Fold(receipt)
}

// on returns the purchases of that day with that number, which may be none.
func (h *history) on(day app.Day, receipt string) []app.Purchase {
	same := h.byReceipt[numberKey(receipt)]
	at, _ := slices.BinarySearchFunc(same, day, func(i int, day app.Day) int { return cmp.Compare(h.all[i].Day, day) })
	var found []app.Purchase
	for ; at < len(same) && h.all[same[at]].Day == day; at++ {
		found = append(found, h.all[same[at]])
	}
	return found
}

// numbered returns the purchases with that number.
func (h *history) numbered(receipt string) []app.Purchase {
	var found []app.Purchase
	for _, i := range h.byReceipt[numberKey(receipt)] {
		found = append(found, h.all[i])
	}
	return found
}

// like returns the purchases of a customer that have the receipt's day and
// number: if there are none, those of the day that is written where the receipt has
// another zone than the shop, which may have been elsewhere when they came in.
func (p *past) like(rec *Receipt) ([]app.Purchase, error) {
	found, err := p.on(rec, rec.Purchase.Day)
	if err != nil || len(found) > 0 || rec.asSaid == rec.Purchase.Day || rec.Purchase.Receipt == "" {
		return found, err
	}
	return p.on(rec, rec.asSaid)
}

// dayMoves is for how many days apart two receipts of one number and the same things
// may be one, of which the day was corrected. A till begins its numbers anew sometime.
const dayMoves = 60

// ofAnotherDay returns the purchase of the book that has the number and the things of a
// receipt, and another day; false if there is none, or several.
func (p *past) ofAnotherDay(rec *Receipt) (app.Purchase, bool, error) {
	if rec.Purchase.Receipt == "" || rec.of != nil || isNameless(rec.Purchase) {
		return app.Purchase{}, false, nil
	}
	ids, err := p.known.PurchaseByReceipt(rec.Buyer.ID(), rec.Purchase.Receipt)
	if err != nil || len(ids) != 1 {
		return app.Purchase{}, false, err
	}
	had, err := p.known.Purchase(ids[0])
	if err != nil {
		return app.Purchase{}, false, fmt.Errorf("read a purchase: %w", err)
	}
	days := had.Day - rec.Purchase.Day
	return had, max(days, -days) <= dayMoves && sameLines(had.Lines, rec.Purchase.Lines), nil
}

// on returns the purchases of a receipt's customer of that day that have its number.
func (p *past) on(rec *Receipt, day app.Day) ([]app.Purchase, error) {
	id, receipt := rec.Buyer.ID(), rec.Purchase.Receipt
	if receipt != "" && p.of[id] == nil {
		ids, err := p.known.PurchaseByReceipt(id, receipt)
		if err != nil {
			return nil, fmt.Errorf("look a receipt up: %w", err)
		}
		if len(ids) <= manyPurchases {
			return p.among(ids, day)
		}
	}
	h, err := p.history(id)
	if err != nil {
		return nil, err
	}
	return h.on(day, receipt), nil
}

// among reads those of the purchases that are of that day.
func (p *past) among(ids []app.ID, day app.Day) ([]app.Purchase, error) {
	var found []app.Purchase
	for _, id := range ids {
		bought, err := p.known.Purchase(id)
		if err != nil {
			return nil, fmt.Errorf("read a purchase: %w", err)
		}
		if bought.Day == day {
			found = append(found, bought)
		}
	}
	return found, nil
}
