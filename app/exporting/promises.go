package exporting

import (
	"strconv"
	"strings"

	"ringback.app/app"
	"ringback.app/app/review"
)

// promiseState is what became of a promise by now, as a file says it.
type promiseState string

const (
	promiseWaits  promiseState = "waits"
	promiseKept   promiseState = "kept"
	promiseLate   promiseState = "late"   // kept, but too late
	promiseBroken promiseState = "broken" // not kept, too late or at all
)

// stateOf returns what became of a promise, by the same rule as the figures of
// Review. One without a time waits until it is kept.
func (s sheet) stateOf(p app.Promise) promiseState {
	counted := review.PromisesOf(nil, []app.Complaint{{Promises: []app.Promise{p}}}, s.zone)
	switch {
	case len(counted) == 0 && p.Kept.IsZero():
		return promiseWaits
	case len(counted) == 0 || counted[0].State == review.PromiseKept:
		return promiseKept
	case counted[0].State == review.PromiseBroken:
		return promiseLate
	case counted[0].Pending(s.now):
		return promiseWaits
	}
	return promiseBroken
}

// promises lists what was promised: by when, and what became of it.
func (s sheet) promises(c app.Complaint) string {
	said := make([]string, len(c.Promises))
	for i, p := range c.Promises {
		parts := []string{}
		if !p.By.IsZero() {
			parts = append(parts, s.voice.Say("export.promise.by", app.Args{"By": s.stamp(p.By, true)}))
		}
		if state := s.stateOf(p); state != promiseWaits {
			parts = append(parts, s.voice.Say("export.promise."+string(state), app.Args{"Kept": s.stamp(p.Kept, true)}))
		}
		said[i] = p.What
		if len(parts) > 0 {
			said[i] = s.voice.Say("export.promise", app.Args{"Promise": p.What, "Became": joined(parts)})
		}
	}
	return strings.Join(said, "; ")
}

// countPromises counts the promises that were kept, or broken: those kept too late,
// too. It is empty where nothing was promised.
func (s sheet) countPromises(c app.Complaint, of promiseState) string {
	if len(c.Promises) == 0 {
		return ""
	}
	n := 0
	for _, p := range c.Promises {
		state := s.stateOf(p)
		if state == of || state == promiseLate && of == promiseBroken {
			n++
		}
	}
	return strconv.Itoa(n)
}
