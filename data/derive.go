package data

import (
	"cmp"
	"fmt"
	"slices"

	"ringback.app/app"
)

// part is one edit as it concerns one customer: what was theirs and what is. A
// purchase that goes from one customer to another is a part of both.
type part struct {
	customer app.ID
	kind     app.Kind
	id       app.ID
	was, is  app.Record
}

// derive gathers the writes of all that follows from the edits, customer by
// customer, and returns whom they concern.
func (w *writing) derive(edits []edit) ([]app.ID, error) {
	before, after, err := w.plans(edits)
	if err != nil {
		return nil, err
	}
	parts := make([]part, 0, len(edits))
	for _, e := range edits {
		if e.kind == app.KindPlan {
			continue
		}
		w.count(e)
		parts = addParts(parts, e)
	}
	slices.SortFunc(parts, func(x, y part) int {
		return cmp.Or(x.customer.Compare(y.customer), cmp.Compare(x.kind, y.kind), x.id.Compare(y.id))
	})
	var customers []app.ID
	all := len(parts)
	for len(parts) > 0 {
		if len(customers)%256 == 0 {
			if err := w.at(deriving, all-len(parts), all); err != nil {
				return nil, err
			}
		}
		n := 1
		for n < len(parts) && parts[n].customer == parts[0].customer {
			n++
		}
		if err := w.readParts(parts[:n]); err != nil {
			return nil, err
		}
		if err := w.settle(parts[0].customer, parts[:n], before, after); err != nil {
			return nil, err
		}
		customers = append(customers, parts[0].customer)
		clear(parts[:n]) // a large batch shall not lie in memory until the commit
		parts = parts[n:]
	}
	if w.replanned {
		err = w.replan(before, after, customers)
	}
	return customers, err
}

// readParts reads the records that were left unread.
func (w *writing) readParts(parts []part) (err error) {
	for i, p := range parts {
		if u, ok := p.was.(*unread); ok {
			if parts[i].was, err = w.record(u.kind, u.raw); err != nil {
				return err
			}
		}
	}
	return nil
}

func addParts(parts []part, e edit) []part {
	switch {
	case e.was == nil:
		return append(parts, part{e.is.Whose(), e.kind, e.id, nil, e.is})
	case e.is == nil:
		return append(parts, part{e.was.Whose(), e.kind, e.id, e.was, nil})
	case e.was.Whose() == e.is.Whose():
		return append(parts, part{e.is.Whose(), e.kind, e.id, e.was, e.is})
	}
	return append(parts,
		part{e.was.Whose(), e.kind, e.id, e.was, nil},
		part{e.is.Whose(), e.kind, e.id, nil, e.is})
}

func (w *writing) count(e edit) {
	if e.was == nil {
		w.counts[e.kind]++
	}
	if e.is == nil {
		w.counts[e.kind]--
	}
}

// touched is one customer in whose records something changes.
type touched struct {
	id                                     app.ID
	there                                  bool // there is such a customer, afterwards
	customer                               *part
	purchases, calls, opinions, complaints []part
	left                                   int    // how many records they have, afterwards
	contact                                *heard // their calls, opinions and complaints, afterwards; nil if not read
}

func sortOut(id app.ID, parts []part) touched {
	t := touched{id: id}
	for i, p := range parts {
		switch p.kind {
		case app.KindCustomer:
			t.customer = &parts[i]
		case app.KindPurchase:
			t.purchases = append(t.purchases, p)
		case app.KindCall:
			t.calls = append(t.calls, p)
		case app.KindOpinion:
			t.opinions = append(t.opinions, p)
		case app.KindComplaint:
			t.complaints = append(t.complaints, p)
		}
	}
	return t
}

// settle gathers the writes for one customer. Only the parts of the summary
// that are touched are made anew, or follow from the plan and that is another.
func (w *writing) settle(id app.ID, parts []part, before, after app.Plan) error {
	t := sortOut(id, parts)
	if id.IsZero() {
		return w.settleNobodys(&t)
	}
	old, next := &w.settled.old, &w.settled.next
	var had bool
	var err error
	if *old, had, err = w.summary(id); err != nil {
		return err
	}
	t.there = had
	if t.customer != nil {
		t.there = t.customer.is != nil
	}
	if !t.there {
		if p := firstLeft(parts); p != nil {
			return whoseError(id, p)
		}
	}
	*next = *old
	if t.customer != nil {
		if c, ok := t.customer.is.(app.Customer); ok {
			next.Reach = app.SummarizeReach(c)
		}
	}
	if err := w.settleBuying(&t, next, after); err != nil {
		return err
	}
	if err := w.settleContact(&t, next); err != nil {
		return err
	}
	if err := w.settleCustomer(&t, next); err != nil {
		return err
	}
	if err := w.settleHeard(&t, old, next, had); err != nil {
		return err
	}
	return w.settleSummary(&t, old, next, had, before, after)
}

// settleNobodys gathers the writes for opinions and complaints of which nobody
// knows yet whose they are. Anything else belongs to somebody.
func (w *writing) settleNobodys(t *touched) error {
	if p := firstLeft(slices.Concat(t.purchases, t.calls)); p != nil {
		return whoseError(t.id, p)
	}
	for _, p := range t.opinions {
		w.reindexOpinion(p)
	}
	for _, p := range t.complaints {
		w.reindexComplaint(p)
	}
	if w.calendar.anew {
		opinions, err := parted[app.Opinion](w, inOpinionsByCustomer, t.id, t.opinions)
		if err != nil {
			return err
		}
		complaints, err := parted[app.Complaint](w, inComplaintsByCustomer, t.id, t.complaints)
		if err != nil {
			return err
		}
		t.contact = &heard{opinions: opinions, complaints: complaints}
	}
	return w.settleHeard(t, new(app.Summary), new(app.Summary), false)
}

func whoseError(id app.ID, p *part) error {
	return &app.Error{
		Code: app.CodeInvalid, Key: "error.book.whose", Args: app.Args{"ID": id.String()},
		Err: fmt.Errorf("record %v of kind %d is of customer %v", p.id, p.kind, id),
	}
}

func firstLeft(parts []part) *part {
	for i, p := range parts {
		if p.is != nil && p.kind != app.KindCustomer {
			return &parts[i]
		}
	}
	return nil
}

// settleSummary gathers the summary and the openings that follow from it.
func (w *writing) settleSummary(t *touched, old, next *app.Summary, had bool, before, after app.Plan) error {
	if !t.there {
		if had {
			w.remove(inSummaries, t.id[:])
		}
	} else if err := w.encodeTo(inSummaries, t.id[:], next); err != nil {
		return err
	}
	var was, is *app.Summary
	if had {
		was = old
	}
	if t.there {
		is = next
	}
	return w.reopen(t.id, was, is, before, after)
}

// summary reads a customer's summary as it is kept, and whether there is one.
func (s *state) summary(id app.ID) (app.Summary, bool, error) {
	raw, err := s.get(inSummaries, id[:])
	if err != nil || raw == nil {
		return app.Summary{}, false, err
	}
	sum, err := decode[app.Summary](s.coding, raw)
	return sum, true, err
}
