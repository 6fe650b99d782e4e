package review

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"ringback.app/app"
	"ringback.app/app/targets"
)

// promises counts those that were due, or kept before they were.
func (a *asked) promises(f *Figures, _ *measured) error {
	for p, into := range map[Period]*Tally{a.period: &f.Promises.Now, a.before: &f.Promises.Before} {
		from, to := a.past(p)
		err := a.snap.Promises(from, to, func(one Promised) bool {
			if one.Pending(a.now) {
				return true
			}
			into.Of++
			if one.State == PromiseKept {
				into.Kept++
			}
			return true
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// complaints reckons the clocks of what was received in the periods, and what
// became of who complained.
func (a *asked) complaints(f *Figures, m *measured) error {
	told := make(map[app.ID]time.Time) // by who complained in the period: the last time
	for _, p := range []struct {
		period        Period
		replies       *Clock
		fixes         *Clock
		answered, fix *Tally
		now           bool
	}{
		{a.period, &f.Replies.Now, &f.Fixes.Now, &m.now.answered, &m.now.fixed, true},
		{a.before, &f.Replies.Before, &f.Fixes.Before, &m.before.answered, &m.before.fixed, false},
	} {
		var replies, fixes clocks
		from, to := a.span(p.period)
		err := a.snap.Complaints(from, to, func(c app.Complaint) bool {
			replies.add(a.reply(c))
			fixes.add(a.fixes(c)...)
			if p.now {
				f.Outcome.Complaints++
				if !c.Customer.IsZero() {
					told[c.Customer] = later(told[c.Customer], c.LastTold())
				}
			}
			return true
		})
		if err != nil {
			return err
		}
		*p.replies, *p.answered = replies.clock(int(a.plan.AnswerWithin)), replies.tally()
		*p.fixes, *p.fix = fixes.clock(a.fixTarget()), fixes.tally()
	}
	f.Outcome.Customers = len(told)
	// In the order in which their rhythms lie, neighbours are read together.
	for _, customer := range slices.SortedFunc(maps.Keys(told), app.ID.Compare) {
		r, err := a.snap.Rhythm(customer)
		if err != nil {
			return err
		}
		switch a.outcome(r, told[customer]) {
		case kept:
			f.Outcome.Kept++
		case lost:
			f.Outcome.Lost++
		default:
			f.Outcome.Early++
		}
	}
	return nil
}

// outcome is what became of a customer who complained.
type outcome int

const (
	early outcome = iota
	kept
	lost
)

// later returns the later of two times.
func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// outcome tells what became of a customer since they complained, or said last that
// it is not put right: they bought again on a later day, or they did not and more
// time has passed since they bought and complained than they let pass between
// purchases.
func (a *asked) outcome(r app.Rhythm, told time.Time) outcome {
	complained := dayOf(told, a.zone)
	if r.Last > complained {
		return kept
	}
	if days, ok := a.patience(r); ok && a.today >= complained+days {
		return lost
	}
	return early
}

// timing is how one clock of one complaint ran.
type timing struct {
	from time.Time
	done bool
	took int // business minutes, so far if it is not done
	late bool
}

// reply returns how the clock of the first response ran: until we answered, or
// did anything else about it. That the customer told us again that it is not put
// right does not undo it.
func (a *asked) reply(c app.Complaint) timing {
	from := c.FirstReplyFrom()
	first, _ := c.FirstReply()
	return a.timed(from, a.targets.ReplyBy(from), first)
}

// fixes returns how the clock of the fix ran, oldest first: until it was put right,
// or closed otherwise; and anew each time the customer told us that it is not.
func (a *asked) fixes(c app.Complaint) []timing {
	var all []timing
	for _, f := range c.Fixings() {
		all = append(all, a.timed(f.From, a.targets.FixBy(f.From), f.Till))
	}
	return all
}

func (a *asked) timed(from, due time.Time, ends ...time.Time) timing {
	end := a.now
	t := timing{from: from}
	for _, e := range ends {
		if !e.IsZero() && (!t.done || e.Before(end)) {
			t.done, end = true, e
		}
	}
	t.late = targets.Breached(due, end, a.now)
	t.took = int(a.hours.Between(from, end) / time.Minute)
	return t
}

// fixTarget is what the days in which to put right come to in business minutes:
// so many days of the mean length of those on which the shop opens.
func (a *asked) fixTarget() int {
	open, days := 0, 0
	for _, spans := range a.plan.Open {
		if len(spans) > 0 {
			days++
		}
		for _, s := range spans {
			open += int(max(0, s.To-s.From))
		}
	}
	if open == 0 {
		return a.plan.FixWithin * 24 * 60
	}
	return a.plan.FixWithin * open / days
}

// clocks are the timings of many complaints.
type clocks []timing

func (c *clocks) add(all ...timing) { *c = append(*c, all...) }

// clock sums them up: the median of an even number is halfway between the two in
// the middle, the 90th percentile is by nearest rank.
func (c clocks) clock(target int) Clock {
	sum := Clock{Target: target}
	var took []int
	for _, t := range c {
		if t.late {
			sum.Late++
		}
		if !t.done {
			sum.Waiting++
			continue
		}
		took = append(took, t.took)
	}
	slices.Sort(took)
	sum.Count = len(took)
	if n := len(took); n > 0 {
		sum.Median, sum.P90 = between(took[(n-1)/2], took[n/2]), took[(9*n+9)/10-1]
	}
	return sum
}

// between is halfway between two times, one not above the other.
func between(low, high int) int { return low + (high-low+1)/2 }

// tally counts those that were in time of those of which one can tell.
func (c clocks) tally() Tally {
	var t Tally
	for _, one := range c {
		if one.done || one.late {
			t.Of++
		}
		if one.done && !one.late {
			t.Kept++
		}
	}
	return t
}

// remedies adds up what was given in the period.
func (a *asked) remedies(f *Figures, _ *measured) error {
	given := make(map[app.RemedyKind]*Given)
	err := a.given(func(_ app.Complaint, one app.Given) {
		g := given[one.Remedy.Kind]
		if g == nil {
			g = &Given{Kind: one.Remedy.Kind}
			given[g.Kind] = g
		}
		g.Count++
		g.Cost = addMoney(g.Cost, one.Remedy.Cost)
	})
	for _, g := range given {
		slices.SortFunc(g.Cost, func(x, y app.Money) int { return cmp.Compare(x.Currency, y.Currency) })
		f.Remedies = append(f.Remedies, *g)
	}
	slices.SortFunc(f.Remedies, func(x, y Given) int {
		return cmp.Or(cmp.Compare(y.Count, x.Count), cmp.Compare(x.Kind, y.Kind))
	})
	return err
}

// given yields what was given in the period to put complaints right.
func (a *asked) given(yield func(app.Complaint, app.Given)) error {
	from, to := a.past(a.period)
	seen := make(map[app.ID]bool) // some were put right more than once
	return a.snap.PutRight(from, to, func(c app.Complaint) bool {
		if seen[c.ID] {
			return true
		}
		seen[c.ID] = true
		for _, one := range c.Given() {
			if !one.At.Before(from) && one.At.Before(to) {
				yield(c, one)
			}
		}
		return true
	})
}

func addMoney(sums []app.Money, m app.Money) []app.Money {
	if m.Minor == 0 {
		return sums
	}
	for i := range sums {
		if sums[i].Currency == m.Currency {
			sums[i].Minor += m.Minor
			return sums
		}
	}
	return append(sums, m)
}
