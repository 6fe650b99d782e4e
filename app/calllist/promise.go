package calllist

import (
	"time"

	"ringback.app/app"
)

// A promise is a call that we said we would make. It stands from the hour that
// was named, or from the start of that day where only a day was, and until
// somebody tries. So does what we said we would do by an hour about a complaint
// that was put right or is over: until it is kept, or somebody tries to tell them.

func promised(s *app.Summary, m *moment) []Reason {
	var all []Reason
	if next := agreed(s, m.Rules); next != nil && !s.Talk.NextAsked && !m.now.Before(next.At) {
		all = append(all, m.meet(next, s, Reason{Kind: app.Promised, Promise: next.Note}))
	}
	for _, p := range s.Talk.Owed {
		if by := whole(p.By); untold(s, p) && !m.now.Before(by) && by.After(m.now.Add(-owedFor)) {
			all = append(all, m.keep(&app.NextStep{At: by, Timed: true}, Reason{Kind: app.Promised, Promise: p.What, Owed: true, Of: p.Complaint}))
		}
	}
	return inOrderOfDue(all)
}

// owedFor is for how long after its hour anybody is called about a promise of a
// complaint that was put right, or is over.
const owedFor = 365 * 24 * time.Hour

// untold tells whether nobody tried to call them since the hour of the promise.
func untold(s *app.Summary, p app.OwedPromise) bool { return s.Talk.LastCall.Before(whole(p.By)) }

func promisedOpenings(s *app.Summary, r *Rules) []opening {
	var all []opening
	if next := agreed(s, r); next != nil && !s.Talk.NextAsked {
		all = append(all, opening{stream: StreamPromise, at: whole(next.At)})
	}
	for _, p := range s.Talk.Owed {
		if untold(s, p) {
			all = append(all, opening{stream: StreamOwed, at: whole(p.By)})
		}
	}
	return all
}

func promisedStretches(m *moment) []stretch {
	return []stretch{m.since(StreamPromise, ever), m.since(StreamOwed, m.now.Add(-owedFor))}
}

// agreed returns the call that was agreed on, promised or asked for, as long as
// nobody has tried to make it.
func agreed(s *app.Summary, r *Rules) *app.NextStep {
	next := s.Talk.Next
	if next == nil {
		return nil
	}
	for _, t := range s.Talk.Tries {
		tried := !t.At.Before(next.At)
		if !next.Timed {
			tried = r.day(t.At) >= r.day(next.At)
		}
		if tried && t.At.After(s.Talk.NextFrom) {
			return nil
		}
	}
	return next
}

// meet is keep for a call agreed on with the customer, who has a clock of their own.
func (m *moment) meet(next *app.NextStep, s *app.Summary, r Reason) Reason {
	if next.Timed {
		r.Zone = s.Reach.Zone
	}
	return m.keep(next, r)
}

// keep fills in since when an agreed call is due, and whether it is late: a
// minute after its hour, or after its day.
func (m *moment) keep(next *app.NextStep, r Reason) Reason {
	r.Due = whole(next.At)
	if next.Timed {
		r.By = r.Due
		r.Late = !m.now.Before(r.By.Add(time.Minute))
	} else {
		r.Late = m.today > m.day(next.At)
	}
	return r
}
