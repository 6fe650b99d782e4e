package calllist

import (
	"time"

	"ringback.app/app"
)

// A customer is called again at the time they asked for; or, when nobody
// answered, on the next day and at another time of it, until the attempts are
// used up (see attempts.go).

func callAgain(s *app.Summary, m *moment) []Reason {
	if next := agreed(s, m.Rules); next != nil && !m.now.Before(next.At) {
		if !s.Talk.NextAsked {
			return nil // a call that was promised stands by itself
		}
		return []Reason{m.meet(next, s, Reason{Kind: app.CallAgain, Asked: true, Promise: next.Note})}
	}
	due, ok := triedAgain(s, m.Rules)
	if !ok || m.now.Before(due) {
		return nil
	}
	a := countAttempts(s, m.Rules)
	return []Reason{{
		Kind: app.CallAgain, Due: due, Tries: a.tries, LastTry: whole(a.last.At), LastWas: a.last.Result,
		Other: a.last.Number != "" && a.last.Number != s.Reach.Keys[a.next],
	}}
}

// triedAgain returns when to call again whoever did not answer; false if nobody
// is to, or if a call that was agreed on comes first.
func triedAgain(s *app.Summary, r *Rules) (due time.Time, ok bool) {
	a := countAttempts(s, r)
	if a.last == nil || a.next < 0 {
		return time.Time{}, false
	}
	due = whole(retry(a.last, s, r))
	next := agreed(s, r)
	return due, next == nil || due.Before(whole(next.At))
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
	var all []opening
	if next := agreed(s, r); next != nil && s.Talk.NextAsked {
		all = append(all, opening{stream: StreamCallAgain, at: whole(next.At)})
	}
	if due, ok := triedAgain(s, r); ok {
		all = append(all, opening{stream: StreamCallAgain, at: due})
	}
	return all
}

func callAgainStretches(m *moment) []stretch { return []stretch{m.since(StreamCallAgain, ever)} }
