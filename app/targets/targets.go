// Package targets is the one definition of when a complaint is in breach: a
// clock that ran past its target, be it seen where complaints are put right, on
// the call list or in a review.
package targets

import (
	"time"

	"ringback.app/app"
	"ringback.app/app/hours"
)

// Targets are those that a shop has set itself: how soon who complained is to
// hear from us, and how soon it is to be put right, in its business hours. What
// we promise a customer moves neither of them.
type Targets struct {
	hours   *hours.Hours
	answer  int // business minutes
	putting int // business days
	asking  int // days
}

// Of returns the targets of a plan; open are its opening hours.
func Of(plan app.Plan, open *hours.Hours) Targets {
	return Targets{hours: open, answer: int(plan.AnswerWithin), putting: plan.FixWithin, asking: plan.CheckAfter}
}

// ReplyBy returns by when somebody is to hear from us who told us at that moment.
func (t Targets) ReplyBy(told time.Time) time.Time { return whole(t.hours.AddMinutes(told, t.answer)) }

// FixBy returns by when it is to be put right, whatever was promised.
func (t Targets) FixBy(received time.Time) time.Time {
	return whole(t.hours.AddDays(received, t.putting))
}

// AskOn returns on which day to ask whether a fix of that day worked: so many days
// later, and on one on which the shop opens.
func (t Targets) AskOn(fixed app.Day) app.Day { return t.hours.OpensOn(fixed + app.Day(t.asking)) }

// Breached tells whether what is due by one moment came later; what is not done
// yet comes now.
func Breached(by, done, now time.Time) bool {
	if !done.IsZero() {
		now = done
	}
	return by.Before(whole(now))
}

// whole cuts a moment to the second, in UTC, as the book keeps it.
func whole(t time.Time) time.Time { return t.UTC().Truncate(time.Second) }
