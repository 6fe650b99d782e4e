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

// run is one clock of one complaint.
type run struct {
	from, due, end time.Time
	done           bool
}

func (c *counting) replying(one app.Complaint) []run {
	from, due, end, done := c.replied(one)
	return []run{{from, due, end, done}}
}

// fixing are the clocks to the fix: one from when they told us, and one from each
// time they said that it is not right.
func (c *counting) fixing(one app.Complaint) (all []run) {
	starts := []time.Time{one.Received}
	for _, again := range one.Reopened {
		starts = append(starts, again.At)
	}
	for n, from := range starts {
		r := run{from: from, due: c.open.AddDays(from, c.Shop.Plan.FixWithin)}
		if n == len(one.Reopened) {
			r.end, r.done = ran(one.PutRight, one.Confirmed, one.Closed)
			return append(all, r)
		}
		if r.end = one.Reopened[n].PutRight; r.end.IsZero() {
			i := slices.IndexFunc(one.Earlier, func(g app.Given) bool {
				return g.At.Compare(from) >= 0 && g.At.Compare(one.Reopened[n].At) <= 0
			})
			if i < 0 {
				continue
			}
			r.end = one.Earlier[i].At
		}
		r.done = true
		all = append(all, r)
	}
	return all
}

func (c *counting) clock(p review.Period, of func(app.Complaint) []run) (k review.Clock) {
	var took []int
	var runs []run
	for _, one := range c.complaintsIn(p) {
		runs = append(runs, of(one)...)
	}
	for _, r := range runs {
		from, due, end, done := r.from, r.due, r.end, r.done
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
	k := c.clock(p, c.replying)
	k.Target = int(c.Shop.Plan.AnswerWithin)
	return k
}

func (c *counting) fixes(p review.Period) review.Clock {
	k := c.clock(p, c.fixing)
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
