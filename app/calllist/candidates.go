package calllist

import (
	"cmp"
	"iter"
	"slices"
	"time"

	"ringback.app/app"
)

// candidate is a customer who may be due, for one kind of reason, and the moment
// that their place goes by.
type candidate struct {
	due      time.Time
	value    int64
	customer app.ID
}

// place is the moment that a reason's place within its kind goes by: since when it
// is due and, of a complaint, when it comes to be late.
func (r Reason) place() time.Time {
	if r.Kind == app.Complained {
		return r.Ends
	}
	return r.Due
}

// compare gives the order within a kind: the longest due first, or late, then the
// highest yearly value, then the customer's ID.
func (c candidate) compare(other candidate) int {
	return cmp.Or(
		c.due.Compare(other.due),
		cmp.Compare(other.value, c.value),
		c.customer.Compare(other.customer),
	)
}

// scope says among whom to look for candidates.
type scope struct {
	zones []string // time zones
	// everybody: also those whom nothing but a change of their record lets us
	// call, and those who rest.
	everybody bool
}

// candidates yields the candidates of a kind in order. A customer can come
// more than once, and some are not due when looked at closely.
func (a *asked) candidates(k rule, in scope) iter.Seq2[candidate, error] {
	if k.kind == app.NeverAsked {
		return a.drawnCandidates()
	}
	var sources []iter.Seq2[candidate, error]
	for _, st := range k.stretches(a.moment) {
		if !st.from.Before(st.to) {
			continue
		}
		st.kind = k.kind
		for _, zone := range in.zones {
			r := Range{Stream: st.stream, Zone: zone, From: st.from, To: st.to}
			sources = append(sources, a.source(st, r, in))
			if in.everybody {
				r.Blocked = true
				sources = append(sources, a.source(st, r, in))
			}
		}
	}
	return merge(sources)
}

// wanted yields the candidates of a kind as long as there is room for any, and then
// only those who have a place already, since they were called today.
func (a *asked) wanted(k rule, in scope) iter.Seq2[candidate, error] {
	return func(yield func(candidate, error) bool) {
		if a.hasRoom(k.kind) {
			for c, err := range a.candidates(k, in) {
				if !yield(c, err) {
					return
				}
				if !a.hasRoom(k.kind) {
					break
				}
			}
		}
		if a.hasRoom(k.kind) {
			return
		}
		again, err := a.calledAgain(k.kind)
		if err != nil {
			yield(candidate{}, err)
			return
		}
		inOrder(again, yield)
	}
}

// calledAgain returns those called today whose headline is of that kind now and who
// are not on the list yet.
func (a *asked) calledAgain(k app.ReasonKind) ([]candidate, error) {
	var again []candidate
	for customer := range a.called {
		if a.seen[customer] {
			continue
		}
		s, err := a.snap.Summary(customer)
		if err != nil {
			return nil, err
		}
		reasons, err := a.withDraw(customer, &s, a.reasons(&s))
		if err != nil {
			return nil, err
		}
		reasons, _ = a.judge(&s, reasons)
		if len(reasons) > 0 && reasons[0].Kind == k {
			again = append(again, candidate{reasons[0].place(), s.Buying.YearValue, customer})
		}
	}
	return again, nil
}

// source yields the candidates of one range of the book, in order.
func (a *asked) source(st stretch, r Range, in scope) iter.Seq2[candidate, error] {
	if st.unordered {
		return a.sorted(st, r, in)
	}
	return func(yield func(candidate, error) bool) {
		var at, due time.Time
		stands, more := true, true
		lately, err := a.lately()
		if err != nil {
			yield(candidate{}, err)
			return
		}
		err = a.snap.Openings(r, func(o Opening) bool {
			if a.passes(st, o, in, lately) {
				return true
			}
			if due.IsZero() || !o.At.Equal(at) {
				at, due = o.At, o.At
				if st.due != nil {
					due, stands = st.due(o)
				}
			}
			if stands {
				more = yield(candidate{due, o.Value, o.Customer}, nil)
			}
			return more
		})
		if err != nil && more {
			yield(candidate{}, err)
		}
	}
}

// sorted yields the candidates of a range whose order is not that of when they
// are due: it takes them all, and sorts.
func (a *asked) sorted(st stretch, r Range, in scope) iter.Seq2[candidate, error] {
	return func(yield func(candidate, error) bool) {
		var all []candidate
		lately, err := a.lately()
		if err != nil {
			yield(candidate{}, err)
			return
		}
		err = a.snap.Openings(r, func(o Opening) bool {
			if a.passes(st, o, in, lately) {
				return true
			}
			if due, stands := st.due(o); stands {
				all = append(all, candidate{due, o.Value, o.Customer})
			}
			return true
		})
		if err != nil {
			yield(candidate{}, err)
			return
		}
		inOrder(all, yield)
	}
}

// inOrder yields the candidates in their order.
func inOrder(all []candidate, yield func(candidate, error) bool) {
	slices.SortFunc(all, candidate.compare)
	for _, c := range all {
		if !yield(c, nil) {
			return
		}
	}
}

// drawnCandidates yields those whom the week's lot fell on.
func (a *asked) drawnCandidates() iter.Seq2[candidate, error] {
	return func(yield func(candidate, error) bool) {
		drawn, err := a.draw.all()
		if err != nil {
			yield(candidate{}, err)
			return
		}
		all := make([]candidate, 0, len(drawn))
		for _, l := range drawn {
			s, err := a.snap.Summary(l.customer)
			if err != nil {
				yield(candidate{}, err)
				return
			}
			all = append(all, candidate{a.start(a.week()), s.Buying.YearValue, l.customer})
		}
		inOrder(all, yield)
	}
}

// merge yields what sources in order yield, in order, and no more of each than
// is asked for.
func merge(sources []iter.Seq2[candidate, error]) iter.Seq2[candidate, error] {
	type head struct {
		candidate
		next func() (candidate, error, bool)
	}
	return func(yield func(candidate, error) bool) {
		heads := make([]head, 0, len(sources))
		for _, source := range sources {
			next, stop := iter.Pull2(source)
			defer stop()
			c, err, ok := next()
			if err != nil {
				yield(c, err)
				return
			}
			if ok {
				heads = append(heads, head{c, next})
			}
		}
		for len(heads) > 0 {
			first := 0
			for i := range heads {
				if heads[i].compare(heads[first].candidate) < 0 {
					first = i
				}
			}
			if !yield(heads[first].candidate, nil) {
				return
			}
			c, err, ok := heads[first].next()
			switch {
			case err != nil:
				yield(c, err)
				return
			case ok:
				heads[first].candidate = c
			default:
				heads = slices.Delete(heads, first, first+1)
			}
		}
	}
}
