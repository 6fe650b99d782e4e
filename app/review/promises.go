package review

import (
	"time"

	"ringback.app/app"
)

// Promised is something that we said we would do by a moment: a promise to who
// complained, or a call that was agreed on.
type Promised struct {
	// At is when it counts: when it was due, or was kept if that was earlier.
	At       time.Time
	Customer app.ID
	Kind     app.Kind // KindComplaint, or KindCall for the call in which the next one was agreed on
	ID       app.ID
	Number   int // which of the complaint's promises
	State    PromiseState
}

// Pending tells whether it can still be kept.
func (p Promised) Pending(now time.Time) bool {
	return p.State == PromiseOpen && now.Before(p.At.Add(graceOfCall))
}

// PromiseState is what became of a promise. The numbers are written in books and
// do not change.
type PromiseState byte

// What became of it.
const (
	PromiseOpen   PromiseState = 0
	PromiseKept   PromiseState = 1
	PromiseBroken PromiseState = 2 // kept too late
)

// How much later than its hour a promise still counts as kept: whoever promised
// to ring at an hour dials when it has come.
const (
	graceOfCall    = 15 * time.Minute
	graceOfPromise = time.Minute
)

// PromisesOf returns what a customer was promised, in a shop of that zone. A
// promise without an hour, or for the stroke of midnight, is for that day and due
// in its last second.
func PromisesOf(calls []app.Call, complaints []app.Complaint, zone *time.Location) []Promised {
	var all []Promised
	for _, c := range calls {
		if c.Disposition == app.Talked && c.Next != nil {
			p := Promised{Customer: c.Customer, Kind: app.KindCall, ID: c.ID}
			p.At, p.State = agreed(c, calls, zone)
			all = append(all, p)
		}
	}
	for _, c := range complaints {
		for i, one := range c.Promises {
			if one.By.IsZero() {
				continue
			}
			p := Promised{Customer: c.Customer, Kind: app.KindComplaint, ID: c.ID, Number: i}
			due, last := within(one, zone)
			p.At, p.State = settled(one.Kept, due, last)
			all = append(all, p)
		}
	}
	return all
}

// within returns when a promise of a complaint is due, and the moment from which on
// it is kept too late.
func within(one app.Promise, zone *time.Location) (due, last time.Time) {
	if day := dayOf(one.By, zone); one.By.Equal(day.Start(zone)) {
		last = (day + 1).Start(zone)
		return last.Add(-time.Second), last
	}
	return one.By, one.By.Add(graceOfPromise)
}

// KeptLate tells whether a promise of a complaint was kept, and too late.
func KeptLate(one app.Promise, zone *time.Location) bool {
	if one.Kept.IsZero() || one.By.IsZero() {
		return false
	}
	_, last := within(one, zone)
	return !one.Kept.Before(last)
}

// settled returns when a promise counts that was kept then, if at all, and what
// became of it: it was due at one moment and had to be kept before the other.
func settled(kept, due, last time.Time) (time.Time, PromiseState) {
	switch {
	case kept.IsZero():
		return due, PromiseOpen
	case !kept.Before(last):
		return due, PromiseBroken
	case kept.Before(due):
		return kept, PromiseKept
	}
	return due, PromiseKept
}

// agreed returns when the call that was agreed on in c counts, and what became of
// it. Any call that reaches them keeps it, and any try from its hour or day on.
func agreed(c app.Call, calls []app.Call, zone *time.Location) (time.Time, PromiseState) {
	from, due := c.Next.At, c.Next.At
	last := due.Add(graceOfCall)
	if !c.Next.Timed {
		day := dayOf(c.Next.At, zone)
		from, last = day.Start(zone), (day + 1).Start(zone)
		due = last.Add(-time.Second)
	}
	var kept time.Time
	for _, later := range calls {
		keeps := later.Start.After(c.Start) && (later.Disposition.Reached() || !later.Start.Before(from))
		if keeps && (kept.IsZero() || later.Start.Before(kept)) {
			kept = later.Start
		}
	}
	return settled(kept, due, last)
}
