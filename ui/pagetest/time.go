package pagetest

import (
	"slices"
	"time"
)

// Time goes by when a test says so, and then does what waits for it.
type Time struct {
	Now    *time.Time // the moment of the test's clock
	timers []*timer
}

type timer struct {
	at   time.Time
	do   func()
	gone bool
}

// After is a widgets.After.
func (t *Time) After(wait time.Duration, do func()) (stop func()) {
	one := &timer{at: t.Now.Add(wait), do: do}
	t.timers = append(t.timers, one)
	return func() { one.gone = true }
}

// Pass lets time go by and whatever waits for it happen, each at its moment.
func (t *Time) Pass(wait time.Duration) {
	end := t.Now.Add(wait)
	for {
		slices.SortStableFunc(t.timers, func(a, b *timer) int { return a.at.Compare(b.at) })
		if len(t.timers) == 0 || t.timers[0].at.After(end) {
			break
		}
		next := t.timers[0]
		t.timers = t.timers[1:]
		if !next.gone {
			if next.at.After(*t.Now) {
				*t.Now = next.at
			}
			next.do()
		}
	}
	*t.Now = end
}

// Sleep lets time go by as a machine that is asleep does: what waits for it
// happens at the end, once.
func (t *Time) Sleep(wait time.Duration) {
	*t.Now = t.Now.Add(wait)
	t.Pass(0)
}
