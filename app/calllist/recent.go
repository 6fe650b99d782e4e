package calllist

import (
	"time"

	"ringback.app/app"
)

// Every call ends or puts off several openings at once. The book would have to
// find and rewrite each with the call; so what a call does to the windows after a
// purchase, and the cooldown, are left out of the openings, and the list asks
// for the calls of the last weeks instead: they lie in a row.

// recent is who was called lately.
type recent struct {
	last    map[app.ID]time.Time // their last call
	settled map[app.ID]time.Time // the last of those that settled what they were to be called about
}

// lately returns who was called since the cooldown of today's callers, or since
// the first of the windows that are open, began.
func (a *asked) lately() (*recent, error) {
	if a.recent != nil {
		return a.recent, nil
	}
	from := a.now.AddDate(0, 0, -max(a.plan.Cooldown, 0)-1)
	for _, st := range afterPurchaseStretches(a.moment) {
		if st.from.Before(from) {
			from = st.from
		}
	}
	r := &recent{last: make(map[app.ID]time.Time), settled: make(map[app.ID]time.Time)}
	err := a.snap.CallsSince(from, func(customer app.ID, start time.Time, settled bool) bool {
		r.last[customer] = start
		if settled {
			r.settled[customer] = start
		}
		return true
	})
	if err == nil {
		a.recent = r
	}
	return r, err
}

// passes tells whether to pass over an opening without a look at its customer: a
// call settled it, or, unless everybody is asked for, they rest.
func (a *asked) passes(st stretch, o Opening, in scope, lately *recent) bool {
	if settled, ok := lately.settled[o.Customer]; ok && st.settled && !settled.Before(o.At) {
		return true
	}
	if in.everybody {
		return false
	}
	if a.now.Before(o.Rests) {
		return true
	}
	last, ok := lately.last[o.Customer]
	return ok && !exempt(st.kind) && a.now.Before(a.daysOn(last, a.plan.Cooldown))
}
