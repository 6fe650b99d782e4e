package data

import (
	"encoding/binary"
	"fmt"
	"slices"

	"ringback.app/app"
	"ringback.app/app/folding"
)

// What was bought is indexed once for each item, not for each customer: a
// dictionary gives each folded name a number, and a posting says who bought it.

// settleItems keeps who bought what, for one customer.
func (w *writing) settleItems(t *touched, number uint32) error {
	gained, lost := make(map[string]bool), make(map[string]bool)
	for _, p := range t.purchases {
		if is, ok := p.is.(app.Purchase); ok {
			w.foldItems(is, gained)
		}
		if was, ok := p.was.(app.Purchase); ok {
			w.foldItems(was, lost)
		}
	}
	if len(lost) > 0 {
		if err := w.loseItems(t, number, lost); err != nil {
			return err
		}
	}
	for item := range gained {
		n, err := w.itemNumber(item)
		if err != nil {
			return err
		}
		w.buyers(n).add.put(number)
		for _, p := range w.itemStarts(item) {
			p.add.put(number)
		}
	}
	return nil
}

// itemStarts returns the postings of how the words of an item begin.
func (w *writing) itemStarts(item string) []*posting {
	all, ok := w.index.starts[item]
	if !ok {
		var g grams
		g.starts(itemStart, item, gramSize-1)
		for _, one := range g.once() {
			all = append(all, w.posting(one))
		}
		w.index.starts[item] = all
	}
	return all
}

// loseItems takes out what a customer has no purchase of any more.
func (w *writing) loseItems(t *touched, number uint32, lost map[string]bool) error {
	kept := make(map[string]bool)
	all, err := parted[app.Purchase](w, inPurchasesByCustomer, t.id, t.purchases)
	if err != nil {
		return err
	}
	for _, p := range all {
		w.foldItems(p, kept)
	}
	var still, gone grams
	for item := range kept {
		still.starts(itemStart, item, gramSize-1)
	}
	for item := range lost {
		if kept[item] {
			continue
		}
		gone.starts(itemStart, item, gramSize-1)
		n, err := w.itemNumber(item)
		if err != nil {
			return err
		}
		w.buyers(n).drop.put(number)
	}
	left := still.once()
	for _, g := range gone.once() {
		if _, ok := slices.BinarySearch(left, g); !ok {
			w.posting(g).drop.put(number)
		}
	}
	return nil
}

func (w *writing) foldItems(p app.Purchase, into map[string]bool) {
	for _, l := range p.Lines {
		folded, ok := w.index.folded[l.Item]
		if !ok {
			folded = folding.Fold(l.Item)
			w.index.folded[l.Item] = folded
		}
		if folded != "" {
			into[folded] = true
		}
	}
}

// itemNumber returns the item's number, giving it one if it is new.
func (w *writing) itemNumber(folded string) (uint32, error) {
	if n, ok := w.index.items[folded]; ok {
		return n, nil
	}
	key := w.hash(inItemNumbers, folded)
	raw, err := w.get(inItemNumbers, key)
	if err != nil {
		return 0, err
	}
	var n uint32
	if len(raw) == 4 {
		n = binary.BigEndian.Uint32(raw)
	} else {
		if n, err = w.nextOf(metaItem); err != nil {
			return 0, err
		}
		w.put(inItemNumbers, key, u32(n))
		w.put(inItems, u32(n), []byte(folded))
		for _, g := range itemGrams(folded) {
			w.posting(g).add.put(n)
		}
	}
	w.index.items[folded] = n
	return n, nil
}

func itemGrams(folded string) []gram {
	var g grams
	g.inside(itemInside, folded)
	return g.once()
}

// flushBuyers writes who bought what; an item that nobody bought is forgotten.
func (w *writing) flushBuyers() error {
	texts := make(map[uint32]string, len(w.index.items))
	for folded, n := range w.index.items {
		texts[n] = folded
	}
	for n, p := range w.index.byItem {
		before := len(w.ops[inItemBuyers].all)
		if err := w.post(inItemBuyers, u32(n), p); err != nil {
			return err
		}
		left, err := w.anyLeft(u32(n), before)
		if err != nil {
			return err
		}
		if left {
			continue
		}
		folded := texts[n]
		w.remove(inItems, u32(n))
		w.remove(inItemNumbers, w.hash(inItemNumbers, folded))
		for _, g := range itemGrams(folded) {
			w.posting(g).drop.put(n)
		}
	}
	return nil
}

// anyLeft tells whether any buyers are under the prefix once the ops are done, from
// that one on.
func (w *writing) anyLeft(prefix []byte, first int) (bool, error) {
	ops := &w.ops[inItemBuyers]
	gone := make(map[string]bool, len(ops.all)-first)
	for _, o := range ops.all[first:] {
		if o.value != nil {
			return true, nil
		}
		gone[string(ops.key(o))] = true
	}
	left := false
	err := w.scanPrefix(inItemBuyers, prefix, func(k, _ []byte) (bool, error) {
		left = !gone[string(k)]
		return !left, nil
	})
	return left, err
}

// item reads an item's folded name.
func (s *state) item(number uint32) (string, error) {
	raw, err := s.get(inItems, u32(number))
	if err == nil && raw == nil {
		err = damaged(fmt.Errorf("item %d has no name", number))
	}
	return string(raw), err
}
