package recount

import (
	"slices"
	"time"

	"ringback.app/app"
	"ringback.app/app/folding"
	"ringback.app/app/review"
)

func (c *counting) coverage(p review.Period) (sum review.Coverage, err error) {
	end := min(p.To-1, c.today)
	err = c.Summaries(func(id app.ID, s app.Summary) bool {
		bought := slices.ContainsFunc(s.Buying.Dates.Days(), func(d app.Day) bool { return d <= end && d > end-365 })
		if !bought {
			return true
		}
		sum.Buyers++
		if slices.ContainsFunc(of(c.Shop.Opinions, id), func(o app.Opinion) bool { return c.day(o.Taken) <= end }) {
			sum.Told++
		}
		return true
	})
	return sum, err
}

func (c *counting) outcome(p review.Period) (sum review.Outcome, err error) {
	last := make(map[app.ID]app.Day)
	for _, one := range c.complaintsIn(p) {
		sum.Complaints++
		if !one.Customer.IsZero() {
			last[one.Customer] = max(last[one.Customer], c.day(spoke(one)))
		}
	}
	sum.Customers = len(last)
	gap, err := c.ShopGap()
	if err != nil {
		return sum, err
	}
	for id, day := range last {
		s, err := c.Summary(id)
		if err != nil {
			return sum, err
		}
		days, has := review.Patience(c.Shop.Plan, s.Buying.Rhythm, gap)
		switch {
		case s.Buying.Last > day:
			sum.Kept++
		case has && c.today >= day+days:
			sum.Lost++
		default:
			sum.Early++
		}
	}
	return sum, nil
}

func (c *counting) risk(p review.Period) (sum review.Risk, err error) {
	gap, err := c.ShopGap()
	if err != nil {
		return sum, err
	}
	add := func(b app.Buying) {
		if currency := b.Currency(); currency != "" && currency != c.Shop.Plan.Currency {
			sum.Others++
			return
		}
		sum.Sum += b.YearValue
	}
	err = c.Summaries(func(id app.ID, s app.Summary) bool {
		if s.Reach.Archived {
			return true
		}
		since := c.unhappySince(id)
		if !since.IsZero() && !since.After(c.now) && c.day(since) < p.To && s.Buying.Last <= c.day(since) {
			sum.Unhappy++
			add(s.Buying)
			return true
		}
		days, has := review.Patience(c.Shop.Plan, s.Buying.Rhythm, gap)
		due := s.Buying.Last + days
		reached := slices.ContainsFunc(of(c.Shop.Calls, id), func(call app.Call) bool {
			return call.Disposition.Reached() && call.Disposition != app.CallBack && c.day(call.Start) >= due
		})
		if has && due >= p.From && due < p.To && due <= c.today && !reached {
			sum.Quiet++
			add(s.Buying)
		}
		return true
	})
	return sum, err
}

// unhappySince is since when a customer's last word is a low score, or the last
// of their open complaints came.
func (c *counting) unhappySince(id app.ID) (since time.Time) {
	var last app.Opinion
	for _, o := range byID(of(c.Shop.Opinions, id)) {
		if (o.Score != nil || o.Stars != nil) && !o.Taken.Before(last.Taken) {
			last = o
		}
	}
	if last.Score != nil && *last.Score <= 6 || last.Stars != nil && *last.Stars <= 3 {
		since = last.Taken
		for _, one := range of(c.Shop.Complaints, id) {
			if one.Confirmed.After(last.Taken) {
				since = time.Time{}
			}
		}
	}
	for _, one := range of(c.Shop.Complaints, id) {
		if one.Confirmed.IsZero() && one.Closed.IsZero() && spoke(one).After(since) {
			since = spoke(one)
		}
	}
	return since
}

// spoke is when who complained said last that it is not right.
func spoke(one app.Complaint) time.Time {
	at := one.Received
	for _, again := range one.Reopened {
		at = again.At
	}
	return at
}

func (c *counting) praise(p review.Period) (sum review.Praise) {
	end := min(p.To-1, c.today)
	for _, o := range c.Shop.Opinions {
		if len(o.Praise) == 0 || c.day(o.Taken) > end || o.Taken.After(c.now) {
			continue
		}
		if passed, all := passedOn(o); all && c.day(passed) <= end && !passed.After(c.now) {
			continue
		}
		sum.Waiting++
		within := c.Shop.Plan.PassOnWithin
		if within == 0 {
			within = 7
		}
		if int(end-c.day(o.Taken)) > within {
			sum.Overdue++
		}
	}
	return sum
}

// passedOn tells when the last of those who were praised was told, and whether
// all were.
func passedOn(o app.Opinion) (last time.Time, all bool) {
	for _, name := range o.Praise {
		if !slices.ContainsFunc(o.Passed, func(p app.Passed) bool { return p.Staff == name }) {
			return time.Time{}, false
		}
	}
	for _, p := range o.Passed {
		if p.At.After(last) {
			last = p.At
		}
	}
	return last, true
}

func (c *counting) standards(f review.Figures, p, before review.Period) (all []review.Held, err error) {
	wanted := c.Shop.Plan.Standards
	if wanted == nil {
		wanted = app.DefaultStandards()
	}
	for _, s := range wanted {
		h := review.Held{Standard: s}
		if s.Measure == app.MeasurePromises {
			h.Tally, h.Before = f.Promises.Now, f.Promises.Before
		} else {
			if h.Tally, err = c.held(s, p); err != nil {
				return nil, err
			}
			if h.Before, err = c.held(s, before); err != nil {
				return nil, err
			}
		}
		all = append(all, h)
	}
	return all, nil
}

func (c *counting) held(s app.Standard, p review.Period) (t review.Tally, err error) {
	count := func(kept, over bool) {
		if kept {
			t.Kept++
		}
		if kept || over {
			t.Of++
		}
	}
	switch s.Measure {
	case app.MeasureAsked:
		return t, c.askedIn(p, s.Within, count)
	case app.MeasureAnswered, app.MeasureFixed:
		clock := c.replying
		if s.Measure == app.MeasureFixed {
			clock = c.fixing
		}
		for _, one := range c.complaintsIn(p) {
			for _, r := range clock(one) {
				count(r.done && !r.end.After(r.due), r.done || c.now.After(r.due))
			}
		}
	case app.MeasurePassed:
		for _, o := range c.opinionsIn(p) {
			if len(o.Praise) == 0 || o.Taken.After(c.now) {
				continue
			}
			taken := c.day(o.Taken)
			last, told := passedOn(o)
			count(told && int(c.day(last)-taken) <= s.Within, told || int(c.today-taken) > s.Within)
		}
	case app.MeasureRead:
		for _, lag := range c.lags(p) {
			count(lag <= s.Within, true)
		}
	case app.MeasureTheme:
		for _, o := range c.opinionsIn(p) {
			if slices.ContainsFunc(o.Themes, func(theme string) bool { return folding.Fold(theme) == folding.Fold(s.Theme) }) {
				count(!o.Unhappy(), true)
			}
		}
	}
	return t, nil
}

func (c *counting) askedIn(p review.Period, within int, count func(kept, over bool)) error {
	return c.Summaries(func(id app.ID, s app.Summary) bool {
		for _, day := range s.Buying.Dates.Days() {
			if day < p.From || day >= p.To {
				continue
			}
			asked := slices.ContainsFunc(of(c.Shop.Calls, id), func(call app.Call) bool {
				on := c.day(call.Start)
				return call.Disposition.Reached() && call.Disposition != app.CallBack && on >= day && int(on-day) <= within
			})
			count(asked, int(c.today-day) > within)
		}
		return true
	})
}
