package calllist

import (
	"cmp"
	"iter"
	"slices"
	"time"

	"ringback.app/app"
)

// candidate is a customer who may be due, for one kind of reason, since a
// moment.
type candidate struct {
	due      time.Time
	value    int64
	customer app.ID
}

// compare gives the order within a kind: the longest due first, then the
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
	zones   []string // time zones
	blocked bool     // also those whom nothing but a change of their record lets us call
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
		for _, zone := range in.zones {
			r := Range{Stream: st.stream, Zone: zone, From: st.from, To: st.to}
			sources = append(sources, a.source(k, st, r))
			if in.blocked {
				r.Blocked = true
				sources = append(sources, a.source(k, st, r))
			}
		}
	}
	return merge(sources)
}

// source yields the candidates of one range of the book, in order.
func (a *asked) source(k rule, st stretch, r Range) iter.Seq2[candidate, error] {
	if st.unordered {
		return a.sorted(k, st, r)
	}
	return func(yield func(candidate, error) bool) {
		var at, due time.Time
		more := true
		err := a.snap.Openings(r, func(o Opening) bool {
			if due.IsZero() || !o.At.Equal(at) {
				at, due = o.At, o.At
				if st.due != nil {
					due = st.due(o.At)
				}
			}
			more = yield(candidate{due, o.Value, o.Customer}, nil)
			return more
		})
		if err != nil && more {
			yield(candidate{}, err)
		}
	}
}

// sorted yields the candidates of a range whose order is not that of when they
// are due: it takes them all, and sorts. Where their openings do not say when
// that is, the kind's own rule does.
func (a *asked) sorted(k rule, st stretch, r Range) iter.Seq2[candidate, error] {
	return func(yield func(candidate, error) bool) {
		var found []candidate
		err := a.snap.Openings(r, func(o Opening) bool {
			found = append(found, candidate{o.At, o.Value, o.Customer})
			return true
		})
		if err != nil {
			yield(candidate{}, err)
			return
		}
		all := make([]candidate, 0, len(found))
		for _, c := range found {
			if st.due != nil {
				all = append(all, candidate{st.due(c.due), c.value, c.customer})
				continue
			}
			s, err := a.snap.Summary(c.customer)
			if err != nil {
				yield(candidate{}, err)
				return
			}
			for _, reason := range k.reasons(&s, a.moment) {
				all = append(all, candidate{reason.Due, c.value, c.customer})
			}
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
