package complaints

import (
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/hours"
	"ringback.app/app/targets"
)

// ClockKind is what a complaint's clock runs to.
type ClockKind string

// What clocks run to.
const (
	NoClock      ClockKind = ""        // it is over
	ClockReply   ClockKind = "reply"   // our first reply
	ClockPromise ClockKind = "promise" // what we promised
	ClockFix     ClockKind = "fix"     // the fix
	ClockCheck   ClockKind = "check"   // the call that asks whether it worked
)

// Clock is the clock of a complaint, at a moment. Clocks to a reply and to the
// fix run in business hours; a promise is due at the hour that was named.
//
// A complaint that is reopened is to be answered and put right anew, within the
// plan's hours from then, whatever we promise them: past its target it is late here
// as it is in a review.
type Clock struct {
	Kind   ClockKind
	Ends   time.Time     // when it runs out; of a check: the start of the day from which to ask
	Target time.Time     // by when it is to be put right, whatever was promised; zero: it is
	Missed bool          // Target has passed
	Late   bool          // it has run out, or Target has passed; never of a check
	Due    bool          // of a check: it is time to ask
	Left   time.Duration // business time until it is late; 0 where it is
	Days   int           // whole business days until then
	Over   time.Duration // business time for which it has been late
	Open   time.Duration // business time for which it was open, without that between its end and when it was opened again
}

// First returns what runs out first, and when: what the clock runs to, or the
// target for the fix.
func (c Clock) First() (ClockKind, time.Time) {
	if !c.Target.IsZero() && c.Target.Before(c.Ends) {
		return ClockFix, c.Target
	}
	return c.Kind, c.Ends
}

// clocks tells the time by which complaints are to be dealt with.
type clocks struct {
	rules   *calllist.Rules
	hours   *hours.Hours
	targets targets.Targets
	now     time.Time
}

func (d *Desk) clocks(plan app.Plan) clocks {
	open := hours.Of(plan, plan.Location())
	return clocks{rules: d.rules.Of(plan), hours: open, targets: targets.Of(plan, open), now: d.now()}
}

// of returns the clock of a complaint.
func (k clocks) of(c app.Complaint) Clock {
	if !c.Open() {
		return Clock{Open: k.open(c, c.Ended())}
	}
	clock := Clock{Open: k.open(c, k.now)}
	brief := c.InBrief()
	if !c.PutRight.IsZero() {
		clock.Kind, clock.Ends = ClockCheck, k.rules.CheckFrom(brief)
		clock.Due = !k.now.Before(clock.Ends)
		return clock
	}
	var promised bool
	clock.Ends, promised = k.rules.Deadline(brief)
	clock.Target = k.targets.FixBy(c.LastTold())
	clock.Missed = targets.Breached(clock.Target, time.Time{}, k.now)
	switch {
	case promised:
		clock.Kind = ClockPromise
	case c.Answered.IsZero():
		clock.Kind = ClockReply
	default:
		clock.Kind = ClockFix
	}
	_, end := clock.First()
	clock.Late = targets.Breached(end, time.Time{}, k.now)
	if clock.Late {
		clock.Over = k.hours.Between(end, k.now)
		return clock
	}
	clock.Left = k.hours.Between(k.now, end)
	clock.Days = k.wholeDays(end)
	return clock
}

// open returns for how much business time a complaint was open up to its end, or
// now, without that between an end and when it was opened again.
func (k clocks) open(c app.Complaint, end time.Time) time.Duration {
	all := k.hours.Between(c.LastTold(), end)
	stretches := c.Fixings()
	for _, s := range stretches[:len(stretches)-1] {
		all += k.hours.Between(s.From, s.Ended)
	}
	return all
}

// late tells whether a complaint is open and its clock has run out, or that to
// the fix.
func (k clocks) late(c app.Complaint) bool {
	if !c.PutRight.IsZero() {
		return false
	}
	end, _ := k.rules.Deadline(c.InBrief())
	return targets.Breached(end, time.Time{}, k.now) || targets.Breached(k.targets.FixBy(c.LastTold()), time.Time{}, k.now)
}

// mostDays is up to how many days left are counted.
const mostDays = 99

// wholeDays counts the business days until then.
func (k clocks) wholeDays(end time.Time) int {
	days := 0
	for days < mostDays && !k.hours.AddDays(k.now, days+1).After(end) {
		days++
	}
	return days
}
