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
func Openings(customer app.ID, s app.Summary, plan app.Plan) []Opening {
	return NewRules(plan).Openings(customer, s)
}

// Openings is as the function of that name, for who asks about many customers.
func (r *Rules) Openings(customer app.ID, s app.Summary) []Opening {
	var all []Opening
	for _, k := range r.kinds {
		if k.openings == nil {
			continue
		}
		blocked := cannotCall(&s, k.kind.Purpose())
		for _, o := range k.openings(&s, r) {
			all = append(all, Opening{
				Stream: o.stream, Zone: s.Reach.Zone, Blocked: blocked,
				At: o.at, Value: s.Buying.YearValue, Customer: customer,
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
}

// stretch is where the openings of those who are due now lie.
type stretch struct {
	stream   Stream
	from, to time.Time // from ≤ At < to
	// due turns At into the moment since when the reason stands; nil if At is
	// that moment, or if unordered and At does not say.
	due func(time.Time) time.Time
	// unordered: the order of At is not the order of when they are due.
	unordered bool
}

// since returns the stretch of all openings of a stream up to now.
func (m *moment) since(stream Stream, from time.Time) stretch {
	return stretch{stream: stream, from: from, to: m.now.Truncate(time.Second).Add(time.Second)}
}

// ever is before any moment that a book holds.
var ever = time.Unix(-1<<40, 0).UTC()
