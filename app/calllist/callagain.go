package calllist

import (
	"time"

	"ringback.app/app"
)

// A customer is called again at the time they asked for; or, when nobody
// answered, on the next day and at another time of it, until the attempts are
// used up (see attempts.go).

func callAgain(s *app.Summary, m *moment) []Reason {
	due, asked, ok := again(s, m.Rules)
	if !ok || m.now.Before(due) {
		return nil
	}
	if asked {
		next := s.Talk.Next
		return []Reason{m.meet(next, s, Reason{Kind: app.CallAgain, Asked: true, Promise: next.Note})}
	}
	a := countAttempts(s, m.Rules)
	return []Reason{{
		Kind: app.CallAgain, Due: due, Tries: a.tries, LastTry: whole(a.last.At), LastWas: a.last.Result,
		Other: a.last.Number != "" && a.last.Number != s.Reach.Keys[a.next],
	}}
}

// again returns when to call again, and whether they asked for that time.
func again(s *app.Summary, r *Rules) (due time.Time, asked, ok bool) {
	if next := agreed(s, r); next != nil {
		// A promised call stands by itself: nobody is tried before it.
		return whole(next.At), true, s.Talk.NextAsked
	}
	a := countAttempts(s, r)
	if a.last == nil || a.next < 0 {
		return time.Time{}, false, false
	}
	return whole(retry(a.last, s, r)), false, true
}

// retry returns when to try again after a call that did not reach them. Where
// the number was no good, another one can be tried at once.
func retry(last *app.Try, s *app.Summary, r *Rules) time.Time {
	if !last.Result.Unanswered() {
		return last.At
	}
	rest, ok := r.plan.Recycle[last.Result]
	if !ok || rest < 1 {
		rest = 1
	}
	local := last.At.In(r.zone(s))
	day := r.plan.Calling.DayFrom(app.DayOf(local) + app.Day(rest))
	return day.At(otherPart(minuteOf(local), r.plan.Calling), local.Location())
}

// The parts of a day begin at these minutes: morning, afternoon, evening.
func partsOfDay() [3]app.Minute { return [...]app.Minute{0, 12 * 60, 18 * 60} }

// otherPart returns when the part of the day after that minute's begins, within
// the calling hours; after the evening comes the morning.
func otherPart(minute app.Minute, calling app.CallingHours) app.Minute {
	parts := partsOfDay()
	now := 0
	for i, begins := range parts {
		if minute >= begins {
			now = i
		}
	}
	for n := 1; n <= len(parts); n++ {
		i := (now + n) % len(parts)
		from, to := parts[i], app.Minute(24*60)
		if i+1 < len(parts) {
			to = parts[i+1]
		}
		from, to = max(from, calling.From), min(to, calling.To)
		if from < to {
			return from
		}
	}
	return calling.From
}

func callAgainOpenings(s *app.Summary, r *Rules) []opening {
	due, _, ok := again(s, r)
	if !ok {
		return nil
	}
	return []opening{{stream: StreamCallAgain, at: due}}
}

func callAgainStretches(m *moment) []stretch { return []stretch{m.since(StreamCallAgain, ever)} }
