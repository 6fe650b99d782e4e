package calllist

import (
	"time"

	"ringback.app/app"
)

// A promise is a call that we said we would make. It stands from the hour that
// was named, or from the start of that day where only a day was, and until
// somebody tries.

func promised(s *app.Summary, m *moment) []Reason {
	next := agreed(s, m.Rules)
	if next == nil || s.Talk.NextAsked || m.now.Before(next.At) {
		return nil
	}
	return []Reason{m.keep(next, Reason{Kind: app.Promised, Promise: next.Note})}
}

func promisedOpenings(s *app.Summary, r *Rules) []opening {
	if next := agreed(s, r); next != nil && !s.Talk.NextAsked {
		return []opening{{stream: StreamPromise, at: whole(next.At)}}
	}
	return nil
}

func promisedStretches(m *moment) []stretch { return []stretch{m.since(StreamPromise, ever)} }

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
