package calllist

import (
	"cmp"
	"slices"
	"time"

	"ringback.app/app"
	"ringback.app/app/targets"
)

// A complaint waits for us until it is put right. Its clock runs in business
// hours from the moment the customer told us, or told us last that it is not put
// right: first to a reply, then to the fix, or to the earliest promise where we
// gave one. One that is dated of later today was told to a desktop whose clock is
// ahead of ours, and waits for us already.

// The late ones come first, the longest late before the others, then those with
// the least time left, as where they are put right. Of several of one customer the
// first is the headline, and the customer stands on the list where it would alone.
func complained(s *app.Summary, m *moment) []Reason {
	var all []Reason
	for _, c := range s.Talk.Complaints {
		if !c.PutRight.IsZero() || !c.Received.Before(m.start(m.today+1)) {
			continue
		}
		r := Reason{
			Kind: app.Complained, Due: whole(c.Received), Complaint: c.ID,
			Wrong: c.Wrong, Answered: !c.Answered.IsZero(), Awaits: c.Awaits,
			Again:    !c.LastTold.IsZero(),
			ForOwner: c.ForOwner || m.plan.OwnerCalls(s.Buying.YearValue),
		}
		first := earliest(c.Promises)
		if first != nil {
			r.Promise = first.What
		}
		r.By, r.Ends, r.ByPromise = m.ends(&c, first)
		r.Late, r.Over = targets.Breached(r.Ends, time.Time{}, m.now), m.hours.Between(r.Ends, m.now)
		all = append(all, r)
	}
	slices.SortStableFunc(all, func(a, b Reason) int { return cmp.Or(a.Ends.Compare(b.Ends), a.Due.Compare(b.Due)) })
	return all
}

// ends returns when the complaint's clock runs out, and when it comes to be late; and
// whether the first is the hour of a promise.
func (r *Rules) ends(c *app.OpenComplaint, first *app.Promise) (by, late time.Time, promised bool) {
	by, promised = r.deadline(c, first)
	by = whole(by)
	if target := r.targets.FixBy(fixFrom(c)); target.Before(by) {
		return by, target, promised // a promise for later does not make it less late
	}
	return by, by, promised
}

// Deadline returns when the clock of a complaint runs out that is not put right,
// and whether that is the hour of a promise.
func (r *Rules) Deadline(c app.OpenComplaint) (by time.Time, promised bool) {
	by, promised = r.deadline(&c, earliest(c.Promises))
	return whole(by), promised
}

// deadline returns when the complaint's clock runs out, and whether that is the hour of
// a promise. One that was opened again is to be answered anew, from then on. A promise
// written down before anybody answered is to be kept by its hour all the same.
func (r *Rules) deadline(c *app.OpenComplaint, first *app.Promise) (by time.Time, promised bool) {
	promised = first != nil && !first.By.IsZero()
	if c.Answered.IsZero() {
		from := c.Received
		if !c.AnswerFrom.IsZero() {
			from = c.AnswerFrom
		}
		by = r.targets.ReplyBy(from)
		if !promised || !first.By.Before(by) {
			return by, false
		}
	}
	if promised {
		return first.By, true
	}
	return r.targets.FixBy(fixFrom(c)), false
}

// fixFrom is from when the clock to the fix runs.
func fixFrom(c *app.OpenComplaint) time.Time {
	if c.LastTold.IsZero() {
		return c.Received
	}
	return c.LastTold
}

// earliest returns the promise with the earliest time, else the first without
// one, else nil.
func earliest(promises []app.Promise) *app.Promise {
	var first *app.Promise
	for i := range promises {
		p := &promises[i]
		if first == nil || !p.By.IsZero() && (first.By.IsZero() || p.By.Before(first.By)) {
			first = p
		}
	}
	return first
}

func complainedOpenings(s *app.Summary, r *Rules) []opening {
	var all []opening
	for i := range s.Talk.Complaints {
		c := &s.Talk.Complaints[i]
		if c.PutRight.IsZero() {
			runsOut, late, _ := r.ends(c, earliest(c.Promises))
			all = append(all,
				opening{stream: StreamComplaint, at: late},
				opening{stream: StreamRunsOut, at: runsOut})
		}
	}
	return all
}

// Those that came in wait for us whether they are late or not.
func complainedStretches(*moment) []stretch {
	return []stretch{{stream: StreamComplaint, from: ever, to: never}}
}

// inOrderOfDue puts the longest due first.
func inOrderOfDue(all []Reason) []Reason {
	slices.SortStableFunc(all, func(a, b Reason) int { return a.Due.Compare(b.Due) })
	return all
}
