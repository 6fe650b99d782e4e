package data

import (
	"ringback.app/app"
)

// indexing is what one transaction changes in the search index.
type indexing struct {
	naming   *naming
	postings map[gram]*posting // of items
	byItem   map[uint32]*posting
	items    map[string]uint32 // the numbers of the items met
	folded   map[string]string // the items met, as typed and folded
	starts   map[string][]*posting
	last     map[string]uint32 // counters that moved
}

func newIndexing() indexing {
	return indexing{
		naming:   newNaming(),
		postings: make(map[gram]*posting),
		byItem:   make(map[uint32]*posting),
		items:    make(map[string]uint32),
		folded:   make(map[string]string),
		starts:   make(map[string][]*posting),
		last:     make(map[string]uint32),
	}
}

func (w *writing) posting(g gram) *posting { return entryOf(w.index.postings, g) }

func (w *writing) buyers(item uint32) *posting { return entryOf(w.index.byItem, item) }

func entryOf[K comparable, V any](m map[K]*V, key K) *V {
	v := m[key]
	if v == nil {
		v = new(V)
		m[key] = v
	}
	return v
}

// settleIndexing keeps what one customer is found by.
func (w *writing) settleIndexing(t *touched) error {
	number, err := w.settleName(t)
	if err != nil || len(t.purchases) == 0 {
		return err
	}
	return w.settleItems(t, number)
}

// settleName keeps what follows from the customer's own record, and returns
// their number.
func (w *writing) settleName(t *touched) (uint32, error) {
	if t.customer == nil {
		return w.numberOf(t.id)
	}
	number, err := w.numbered(t.id, t.customer.was != nil, t.customer.is != nil)
	if err != nil {
		return 0, err
	}
	return number, w.index.naming.add(renamed{number, t.customer.was, t.customer.is})
}

// numbered finds a customer's number, gives a new one theirs, and takes it from
// one who goes.
func (w *writing) numbered(id app.ID, had, has bool) (uint32, error) {
	if !had {
		n, err := w.nextOf(metaNumber)
		w.put(inNumbers, id[:], u32(n))
		return n, err
	}
	n, err := w.numberOf(id)
	if err == nil && !has {
		w.remove(inNumbers, id[:])
	}
	return n, err
}

func (w *writing) flushIndexing() error {
	if err := w.flushBuyers(); err != nil {
		return err
	}
	if err := w.index.naming.finish(); err != nil {
		return err
	}
	for _, postings := range []map[gram]*posting{w.index.postings, w.index.naming.postings} {
		for g, p := range postings {
			if err := stopped(w.ctx); err != nil {
				return err
			}
			if err := w.post(inGrams, w.gramKey(g), p); err != nil {
				return err
			}
		}
	}
	return w.flushNames()
}
