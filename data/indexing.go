package data

import (
	"ringback.app/app"
)

// indexing is what one transaction changes in the search index.
type indexing struct {
	postings map[gram]*posting
	byItem   map[uint32]*posting
	names    map[uint32]map[byte]nameRow
	items    map[string]uint32 // the numbers of the items met
	folded   map[string]string // the items met, as typed and folded
	starts   map[string][]*posting
	last     map[string]uint32 // counters that moved

	before, after grams // of one customer, to be used again
}

func newIndexing() indexing {
	return indexing{
		postings: make(map[gram]*posting),
		byItem:   make(map[uint32]*posting),
		names:    make(map[uint32]map[byte]nameRow),
		items:    make(map[string]uint32),
		folded:   make(map[string]string),
		starts:   make(map[string][]*posting),
		last:     make(map[string]uint32),
	}
}

func (w *writing) posting(g gram) *posting { return entryOf(w.index.postings, g) }

func (w *writing) buyers(item uint32) *posting { return entryOf(w.index.byItem, item) }

func entryOf[K comparable](m map[K]*posting, key K) *posting {
	p := m[key]
	if p == nil {
		p = new(posting)
		m[key] = p
	}
	return p
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
	was, had := t.customer.was.(app.Customer)
	is, has := t.customer.is.(app.Customer)
	number, err := w.numbered(t.id, had, has)
	if err != nil {
		return 0, err
	}
	before, after := &w.index.before, &w.index.after
	before.reset()
	after.reset()
	var oldRow, row nameRow
	if had {
		f := fieldsOf(was)
		before.of(f)
		oldRow = nameRowOf(was, f)
	}
	if has {
		f := fieldsOf(is)
		after.of(f)
		row = nameRowOf(is, f)
	}
	w.regram(number, before, after)
	if row != oldRow {
		w.setName(number, row)
	}
	return number, nil
}

// regram gathers what changes in the postings of a customer's grams.
func (w *writing) regram(number uint32, before, after *grams) {
	old, now := before.all, after.all
	if len(old) > 0 && len(now) > 0 {
		old, now = before.once(), after.once()
	}
	for len(old) > 0 || len(now) > 0 {
		switch {
		case len(now) == 0 || len(old) > 0 && old[0] < now[0]:
			w.posting(old[0]).drop.put(number)
			old = old[1:]
		case len(old) == 0 || now[0] < old[0]:
			w.posting(now[0]).add.put(number)
			now = now[1:]
		default:
			old, now = old[1:], now[1:]
		}
	}
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
	for g, p := range w.index.postings {
		if err := stopped(w.ctx); err != nil {
			return err
		}
		if err := w.post(inGrams, w.gramKey(g), p); err != nil {
			return err
		}
	}
	return w.flushNames()
}
