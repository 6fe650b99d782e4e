package receipts

import (
	"maps"

	"ringback.app/app"
	"ringback.app/app/importing/tables"
)

// things are what rows say was cancelled of an order.
type things struct {
	unnamed bool                    // a row names none
	count   map[string]app.Quantity // 0: however many there were
}

// thingsOn is what a row names; nothing where that cannot be read.
func (b *Table) thingsOn(row tables.Row, number string) []app.Line {
	money, bad := b.currency(row, b.last != nil && b.last.Purchase.Receipt == number)
	if bad != nil {
		return nil
	}
	b.Money.row = money
	lines, _, bad := b.goods(row, number)
	if bad != nil {
		return nil
	}
	return lines
}

// add takes what a row names into account.
func (t *things) add(lines []app.Line) {
	if t.count == nil {
		t.count = make(map[string]app.Quantity)
	}
	t.unnamed = t.unnamed || isNameless(app.Purchase{Lines: lines})
	for _, l := range lines {
		n, key := max(l.Quantity, -l.Quantity), thing(l)
		if had, met := t.count[key]; met && (had == 0 || n == 0) {
			t.count[key] = 0
		} else if l.Item != "" || l.Code != "" {
			t.count[key] = had + n
		}
	}
}

// of is what was cancelled of a purchase; whole tells that nothing is left of it. Of one
// of which nothing says what it was, that is all, if nothing else of it was sold.
func (t *things) of(p app.Purchase, others bool) (given []app.Line, whole bool) {
	if t.unnamed {
		return nil, true
	}
	if isNameless(p) {
		return nil, !others
	}
	given = t.named(p, nil)
	return given, pieceCount(bought(given)) == pieceCount(bought(p.Lines))
}

// named are the things of a purchase that were cancelled by name, each as many as were,
// without those that are still on the order: it may have another of the same.
func (t *things) named(p app.Purchase, still []app.Line) (given []app.Line) {
	left, gone := maps.Clone(t.count), quantities(bought(p.Lines))
	for thing, n := range quantities(bought(still)) {
		gone[thing] -= n
	}
	for _, l := range p.Lines {
		n, met := left[thing(l)]
		if !met || l.Quantity <= 0 {
			continue
		}
		if n == 0 || n > l.Quantity {
			n = l.Quantity
		}
		if n = min(n, gone[thing(l)]); n <= 0 {
			continue
		}
		gone[thing(l)] -= n
		if had := left[thing(l)]; had > n {
			left[thing(l)] = had - n
		} else if had > 0 {
			delete(left, thing(l))
		}
		if n < l.Quantity {
			l.Amount = int64(n) * l.Amount / int64(l.Quantity)
			l.Quantity = n
		}
		given = append(given, l)
	}
	return given
}

func pieceCount(lines []app.Line) (n app.Quantity) {
	for _, l := range lines {
		n += l.Quantity
	}
	return n
}
