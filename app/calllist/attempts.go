package calllist

import (
	"time"

	"ringback.app/app"
)

// How often a customer is tried: so many calls to the first number, as many to
// the second, then a rest. After it the count begins anew.
const numbersTried = 2

// attempts is how far the attempts to reach a customer have come, since they
// were last reached or last came to us.
type attempts struct {
	tries int       // in this round
	last  *app.Try  // the last of them; nil if there are none
	next  int       // which of the customer's numbers to try; -1: none is left
	until time.Time // when the rest ends; zero if there is none to take
}

func countAttempts(s *app.Summary, r *Rules) attempts {
	numbers := s.Reach.Keys[:min(len(s.Reach.Keys), numbersTried)]
	most := min(max(r.plan.Attempts, 1), app.MostAttempts)
	var used [numbersTried]int
	var a attempts
	for i := range s.Talk.Tries {
		try := &s.Talk.Tries[i]
		if try.At.Before(s.Talk.LastTold) {
			continue // who came to us since has been reached, whatever the telephone did
		}
		if !a.until.IsZero() && !try.At.Before(a.until) {
			a, used = attempts{}, [numbersTried]int{}
		}
		a.tries++
		a.last = try
		if n := numberOf(try, numbers, used[:], most); n >= 0 && try.Result.Unanswered() {
			used[n]++
		}
		if inTurn(used[:len(numbers)], most) < 0 && len(numbers) > 0 {
			a.until = r.daysOn(try.At, r.plan.RestDays)
		}
	}
	a.next = inTurn(used[:len(numbers)], most)
	return a
}

// inTurn returns the number to try next: the first that was not tried out.
func inTurn(used []int, most int) int {
	for i, n := range used {
		if n < most {
			return i
		}
	}
	return -1
}

// numberOf returns which number a try counts against. One that does not say
// counts against the number in turn; one to a number that the customer no
// longer has counts against none.
func numberOf(try *app.Try, numbers []string, used []int, most int) int {
	if try.Number == "" {
		return inTurn(used[:len(numbers)], most)
	}
	for i, n := range numbers {
		if n == try.Number {
			return i
		}
	}
	return -1
}

// daysOn returns the same hour of the shop's clock that many days on.
func (r *Rules) daysOn(t time.Time, days int) time.Time {
	return whole(t.In(r.shop).AddDate(0, 0, days))
}
