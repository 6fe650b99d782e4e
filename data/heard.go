package data

import (
	"bytes"
	"slices"
	"time"

	"ringback.app/app"
	"ringback.app/app/review"
)

// heard is what one customer's records say, before a change or after it, as far
// as the sums of days, the ledger and the words are concerned.
type heard struct {
	bought     []app.Day
	calls      []app.Call
	opinions   []app.Opinion
	complaints []app.Complaint
	about      func(app.ID) (app.Purchase, bool)
	summary    *app.Summary // nil: no such customer
}

// settleHeard gathers the difference between what a customer's records said and
// what they say.
func (w *writing) settleHeard(t *touched, old, next *app.Summary, had bool) error {
	moved := len(t.purchases)+len(t.calls)+len(t.opinions)+len(t.complaints) > 0
	told := old.Reach.Archived != next.Reach.Archived || old.Reach.Thanked != next.Reach.Thanked
	if !moved && !told && had == t.there && !w.calendar.anew && !w.rebrief {
		return nil
	}
	was, is, err := w.hear(t, next.Talk)
	if err != nil {
		return err
	}
	was.bought, is.bought = old.Buying.Dates.Days(), next.Buying.Dates.Days()
	if had {
		was.summary = old
	}
	if t.there {
		is.summary = next
	}
	var failed error
	was.about = w.purchasesOf(t, true, &failed)
	is.about = w.purchasesOf(t, false, &failed)
	w.reword(t, was, is)
	if w.calendar.anew {
		was = heard{}
	}
	w.addDays(was, -1)
	w.addDays(is, +1)
	w.reledger(t.id, was, is)
	return failed
}

func (w *writing) addDays(h heard, times int) {
	w.calendar.days.Add(h.records(), w.calendar.zone, times)
}

func (h heard) records() review.Records {
	return review.Records{Bought: h.bought, Calls: h.calls, Opinions: h.opinions, About: h.about}
}

// hear returns the records of a customer before the change and after it. Of what
// nobody knows whose it is, only what is touched: there no record concerns
// another one, and they may be many.
func (w *writing) hear(t *touched, talk app.Contact) (was, is heard, err error) {
	if t.id.IsZero() && !w.calendar.anew {
		was.opinions, is.opinions = partsOf[app.Opinion](t.opinions)
		was.complaints, is.complaints = partsOf[app.Complaint](t.complaints)
		return was, is, nil
	}
	if t.contact != nil {
		is = *t.contact
	} else if is, err = w.readContact(t.id, talk); err != nil {
		return was, is, err
	}
	was.calls = before(is.calls, t.calls)
	was.opinions = before(is.opinions, t.opinions)
	was.complaints = before(is.complaints, t.complaints)
	return was, is, nil
}

// readContact reads what none of the changes touches. Complaints go by the shop's
// days only: where those stay, so does what follows from them.
func (w *writing) readContact(id app.ID, talk app.Contact) (h heard, err error) {
	if talk.Calls > 0 || w.calendar.anew {
		if h.calls, err = newest[app.Call](w.state, inCallsByCustomer, id, 0); err != nil {
			return h, err
		}
	}
	if talk.Opinions > 0 || w.calendar.anew {
		if h.opinions, err = newest[app.Opinion](w.state, inOpinionsByCustomer, id, 0); err != nil {
			return h, err
		}
	}
	if w.calendar.anew {
		h.complaints, err = newest[app.Complaint](w.state, inComplaintsByCustomer, id, 0)
	}
	return h, err
}

// before returns the records as they were before the parts.
func before[T app.Record](now []T, parts []part) []T {
	if len(parts) == 0 {
		return now
	}
	was, _ := partsOf[T](parts)
	for _, r := range now {
		_, id := r.Key()
		if !slices.ContainsFunc(parts, func(p part) bool { return p.id == id }) {
			was = append(was, r)
		}
	}
	return was
}

func partsOf[T app.Record](parts []part) (was, is []T) {
	for _, p := range parts {
		if r, ok := p.was.(T); ok {
			was = append(was, r)
		}
		if r, ok := p.is.(T); ok {
			is = append(is, r)
		}
	}
	return was, is
}

// purchasesOf finds the purchases of a customer's that opinions are about, before
// the change or after it.
func (s *state) purchasesOf(t *touched, before bool, failed *error) func(app.ID) (app.Purchase, bool) {
	return func(id app.ID) (app.Purchase, bool) {
		for _, p := range t.purchases {
			if p.id != id {
				continue
			}
			r := p.is
			if before {
				r = p.was
			}
			purchase, ok := r.(app.Purchase)
			return purchase, ok
		}
		p, err := one[app.Purchase](s, id)
		if err != nil {
			if app.CodeOf(err) != app.CodeNotFound {
				*failed = err
			}
			return p, false
		}
		return p, p.Customer == t.id
	}
}

// reledger gathers the difference between the rows of the ledger.
func (w *writing) reledger(id app.ID, was, is heard) {
	old, now := rowsOf(id, was, w.calendar.zone), rowsOf(id, is, w.calendar.zone)
	for _, r := range now {
		if i := slices.IndexFunc(old, r.at); i < 0 || !bytes.Equal(old[i].value, r.value) {
			w.put(r.in, r.key, r.value)
		}
	}
	for _, r := range old {
		if !slices.ContainsFunc(now, r.at) {
			w.remove(r.in, r.key)
		}
	}
}

// row is one row of the ledger.
type row struct {
	in         bucket
	key, value []byte
}

func (r row) at(other row) bool { return r.in == other.in && bytes.Equal(r.key, other.key) }

// timesPutRight returns when a complaint was put right, as it seemed then, each
// second once.
func timesPutRight(c app.Complaint) []time.Time {
	var all []time.Time
	add := func(at time.Time) {
		if !at.IsZero() && !slices.ContainsFunc(all, func(t time.Time) bool { return t.Unix() == at.Unix() }) {
			all = append(all, at)
		}
	}
	for _, given := range c.Earlier {
		add(given.At)
	}
	add(c.PutRight)
	return all
}

// rowsOf returns the rows of the ledger that follow from what one customer's
// records say, in a shop of that zone.
func rowsOf(id app.ID, h heard, zone *time.Location) []row {
	var rows []row
	add := func(in bucket, value []byte, key ...[]byte) { rows = append(rows, row{in, join(key...), value}) }
	for _, c := range h.complaints {
		add(inComplaintsByTime, nil, moment(c.Received), c.ID[:])
		if c.Open() {
			add(inOpenComplaints, nil, moment(c.Received), c.ID[:])
		}
		for _, at := range timesPutRight(c) {
			add(inPutRight, nil, moment(at), c.ID[:])
		}
	}
	for _, o := range h.opinions {
		if o.Quote != nil {
			add(inQuotes, nil, moment(o.Taken), o.ID[:])
		}
		switch p, praises := review.PraiseIn(o); {
		case !praises:
		case p.Passed.IsZero():
			add(inPraiseWaiting, nil, moment(o.Taken), o.ID[:])
		default:
			add(inPraisePassed, moment(p.Passed), moment(o.Taken), o.ID[:])
		}
	}
	for _, p := range review.PromisesOf(h.calls, h.complaints, zone) {
		add(inPromises, join(id[:], []byte{byte(p.Kind), byte(p.State)}), moment(p.At), p.ID[:], u16(uint16(p.Number)))
	}
	if s := h.summary; s != nil {
		if s.Reach.Archived {
			add(inArchived, nil, id[:])
		}
		if currency := s.Buying.Currency(); currency != "" {
			add(inCurrencies, nil, []byte(currency), id[:])
		}
		if !s.Reach.Thanked.IsZero() {
			add(inThanked, nil, dayKey(s.Reach.Thanked), id[:])
		}
		if since, unhappy := review.UnhappySince(*s, zone); unhappy {
			add(inUnhappy, u64(uint64(s.Buying.YearValue)), moment(since), id[:])
		}
	}
	return rows
}
