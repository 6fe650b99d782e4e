package calllist

import (
	"cmp"
	"slices"
	"time"

	"ringback.app/app"
)

// Openings returns every moment from which the customer may be due. It follows
// from the summary and the plan alone, so that the book can keep it sorted;
// each of the kinds' files says what it gives. No opening comes twice.
func (r *Rules) Openings(customer app.ID, s *app.Summary) []Opening {
	var all []Opening
	rests := countAttempts(s, r).until
	for _, k := range r.kinds {
		if k.openings == nil {
			continue
		}
		opened := k.openings(s, r)
		if len(opened) == 0 {
			continue
		}
		blocked := cannotCall(s, k.kind.Purpose())
		for _, o := range opened {
			all = append(all, Opening{
				Stream: o.stream, Zone: s.Reach.Zone, Blocked: blocked,
				At: o.at, Value: s.Buying.YearValue, Customer: customer,
				Rests: rests, Since: o.since,
			})
		}
	}
	slices.SortFunc(all, func(a, b Opening) int {
		return cmp.Or(cmp.Compare(a.Stream, b.Stream), a.At.Compare(b.At))
	})
	return slices.CompactFunc(all, func(a, b Opening) bool {
		return a.Stream == b.Stream && a.At.Equal(b.At)
	})
}

// opening is a moment from which a customer may be due, at a whole second.
type opening struct {
	stream Stream
	at     time.Time
	since  time.Time // as Opening.Since
}

// stretch is where the openings of those who are due now lie.
type stretch struct {
	stream   Stream
	from, to time.Time // from ≤ At < to
	// due tells since when the reason of an opening stands, and whether it does;
	// nil if it does since At. Unless unordered, it follows from At alone.
	due func(Opening) (time.Time, bool)
	// unordered: the order of At is not the order of when they are due.
	unordered bool
	// settled: a call that settles it ends it, which the opening does not tell.
	settled bool
	kind    app.ReasonKind // whose stretch it is, once its candidates are asked for
}

// since returns the stretch of all openings of a stream up to now.
func (m *moment) since(stream Stream, from time.Time) stretch {
	return stretch{stream: stream, from: from, to: m.next()}
}

// next returns the first second after now.
func (m *moment) next() time.Time { return m.now.Truncate(time.Second).Add(time.Second) }

// ever is before any moment that a book holds, and never is after.
var (
	ever  = time.Unix(-1<<40, 0).UTC()
	never = time.Unix(1<<40, 0).UTC()
)
