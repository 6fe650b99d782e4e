package recount

import (
	"slices"
	"time"

	"ringback.app/app"
	"ringback.app/app/review"
)

func (c *counting) complaintsIn(p review.Period) []app.Complaint {
	return slices.DeleteFunc(slices.Clone(c.Shop.Complaints), func(o app.Complaint) bool { return !c.in(o.Received, p) })
}

// ran tells when a clock ended, if it did.
func ran(ends ...time.Time) (time.Time, bool) {
	ends = slices.DeleteFunc(ends, time.Time.IsZero)
	if len(ends) == 0 {
		return time.Time{}, false
	}
	return slices.MinFunc(ends, time.Time.Compare), true
}

func (c *counting) replied(one app.Complaint) (from, due, end time.Time, done bool) {
	end, done = ran(one.Answered, one.PutRight, one.Confirmed, one.Closed)
	from = one.AnswerFrom()
	for _, r := range slices.Backward(one.Reopened) {
		if !r.Answered.IsZero() {
			from, end, done = one.Received, r.Answered, true
		}
	}
	return from, c.open.AddMinutes(from, int(c.Shop.Plan.AnswerWithin)), end, done
}

func (c *counting) fixed(one app.Complaint) (from, due, end time.Time, done bool) {
	end, done = ran(one.PutRight, one.Confirmed, one.Closed)
	return one.Received, c.open.AddDays(one.Received, c.Shop.Plan.FixWithin), end, done
}

func (c *counting) clock(p review.Period, of func(app.Complaint) (from, due, end time.Time, done bool)) (k review.Clock) {
	var took []int
	for _, one := range c.complaintsIn(p) {
		from, due, end, done := of(one)
		switch {
		case done:
			k.Count++
			took = append(took, int(c.open.Between(from, end).Minutes()))
			if end.After(due) {
				k.Late++
			}
		default:
			k.Waiting++
			if c.now.After(due) {
				k.Late++
			}
		}
	}
	slices.Sort(took)
	if n := len(took); n > 0 {
		k.Median = (took[(n-1)/2] + took[n/2] + 1) / 2
		k.P90 = took[ceil(90*n)-1]
	}
	return k
}

func ceil(percent int) int { return (percent + 99) / 100 }

func (c *counting) replies(p review.Period) review.Clock {
	k := c.clock(p, c.replied)
	k.Target = int(c.Shop.Plan.AnswerWithin)
	return k
}

func (c *counting) fixes(p review.Period) review.Clock {
	k := c.clock(p, c.fixed)
	open, days := 0, 0
	for _, spans := range c.Shop.Plan.Open {
		for i, one := range spans {
			open += int(one.To - one.From)
			if i == 0 {
				days++
			}
		}
	}
	k.Target = c.Shop.Plan.FixWithin * open / max(1, days)
	return k
}
