package recount

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/app/folding"
	"ringback.app/app/hours"
	"ringback.app/app/review"
)

// Recount reckons the figures of a period by going through all records, as
// somebody would who has nothing but them.
func (s *Shop) Recount(p review.Period, now time.Time) (review.Figures, error) {
	c := &counting{
		snapshot: &snapshot{s, make(map[app.ID]app.Summary)}, now: now,
		open: hours.Of(s.Plan, s.Plan.Location()), today: app.DayOf(now.In(s.Plan.Location())),
	}
	f := review.Figures{Period: p, At: now, Currency: s.Plan.Currency}
	before := review.Period{From: p.From - (p.To - p.From), To: p.From}
	f.Calls = review.Pair[review.Calls]{Now: c.calls(p), Before: c.calls(before)}
	f.Opinions = review.Pair[review.Opinions]{Now: c.heard(p), Before: c.heard(before)}
	f.NPS = review.Pair[review.NPS]{Now: c.nps(p), Before: c.nps(before)}
	f.CSAT = review.Pair[review.CSAT]{Now: c.csat(p), Before: c.csat(before)}
	f.Lag = review.Pair[review.Lag]{Now: c.lag(p), Before: c.lag(before)}
	f.Promises = review.Pair[review.Tally]{Now: c.promises(p), Before: c.promises(before)}
	f.Replies = review.Pair[review.Clock]{Now: c.replies(p), Before: c.replies(before)}
	f.Fixes = review.Pair[review.Clock]{Now: c.fixes(p), Before: c.fixes(before)}
	f.Themes = c.talks(p, before, true, func(o app.Opinion) []string { return o.Themes })
	f.Praised = c.talks(p, before, true, func(o app.Opinion) []string { return o.Praise })
	f.Items = slices.DeleteFunc(c.talks(p, before, false, c.items), func(t review.Talk) bool { return !s.Plan.IsGoods(t.Name) })
	f.Sellers = c.talks(p, before, false, c.sellers)
	f.Remedies = c.remedies(p)
	f.Thanks = c.thanks(p)
	var err error
	for _, step := range []func() error{
		func() error { f.Coverage.Now, err = c.coverage(p); return err },
		func() error { f.Coverage.Before, err = c.coverage(before); return err },
		func() error { f.Outcome, err = c.outcome(p); return err },
		func() error { f.Risk, err = c.risk(p); return err },
		func() error { f.Standards, err = c.standards(f, p, before); return err },
	} {
		if err := step(); err != nil {
			return f, err
		}
	}
	f.Praise = c.praise(p)
	return f, nil
}

type counting struct {
	*snapshot
	now   time.Time
	today app.Day
	open  *hours.Hours
}

func (c *counting) day(t time.Time) app.Day { return app.DayOf(t.In(c.zone())) }

func (c *counting) in(t time.Time, p review.Period) bool {
	day := c.day(t)
	return day >= p.From && day < p.To && day <= c.today
}

func (c *counting) opinionsIn(p review.Period) []app.Opinion {
	return slices.DeleteFunc(slices.Clone(c.Shop.Opinions), func(o app.Opinion) bool { return !c.in(o.Taken, p) })
}

func (c *counting) calls(p review.Period) review.Calls {
	sum := review.Calls{By: make(map[app.Disposition]int)}
	for _, call := range c.Shop.Calls {
		if c.in(call.Start, p) {
			sum.Made++
			sum.By[call.Disposition]++
			if call.Disposition.Reached() {
				sum.Reached++
			}
		}
	}
	return sum
}

func (c *counting) heard(p review.Period) review.Opinions {
	sum := review.Opinions{From: make(map[app.Source]int)}
	for _, o := range c.opinionsIn(p) {
		sum.Count++
		sum.From[o.Source]++
	}
	return sum
}

func (c *counting) nps(p review.Period) (n review.NPS) {
	for _, o := range c.opinionsIn(p) {
		switch {
		case o.Score == nil:
		case *o.Score >= 9:
			n.Promoters++
		case *o.Score >= 7:
			n.Passives++
		default:
			n.Detractors++
		}
	}
	return n
}

func (c *counting) csat(p review.Period) (n review.CSAT) {
	for _, o := range c.opinionsIn(p) {
		if o.Stars != nil {
			n.Stars[*o.Stars-1]++
		}
	}
	return n
}

// lags are how long cards, letters and words from the web lay.
func (c *counting) lags(p review.Period) []int {
	var lags []int
	for _, o := range c.opinionsIn(p) {
		written := o.Source == app.FromCard || o.Source == app.FromLetter || o.Source == app.FromWeb
		if written && o.Said != 0 && !o.Undated {
			lags = append(lags, max(0, int(c.day(o.Taken)-o.Said)))
		}
	}
	slices.Sort(lags)
	return lags
}

func (c *counting) lag(p review.Period) review.Lag {
	lags := c.lags(p)
	if len(lags) == 0 {
		return review.Lag{}
	}
	return review.Lag{Count: len(lags), Median: (lags[(len(lags)-1)/2] + lags[len(lags)/2] + 1) / 2, Most: lags[len(lags)-1]}
}

func (c *counting) promises(p review.Period) (t review.Tally) {
	// It was due at one moment, had to be done before another, and was done then, if
	// at all; what can still be done does not count.
	count := func(due, last, done time.Time) {
		kept := !done.IsZero() && done.Before(last)
		open := done.IsZero() && c.now.Before(due.Add(15*time.Minute))
		if kept && done.Before(due) {
			due = done
		}
		if !open && c.in(due, p) && !due.After(c.now) {
			t.Of++
			if kept {
				t.Kept++
			}
		}
	}
	for _, call := range c.Shop.Calls {
		if call.Disposition != app.Talked || call.Next == nil {
			continue
		}
		day := c.day(call.Next.At)
		from, due := call.Next.At, call.Next.At
		last := due.Add(15 * time.Minute)
		if !call.Next.Timed {
			from, last = day.Start(c.zone()), (day + 1).Start(c.zone())
			due = last.Add(-time.Second)
		}
		var done time.Time
		for _, later := range of(c.Shop.Calls, call.Customer) {
			counts := later.Start.After(call.Start) && (later.Disposition.Reached() || !later.Start.Before(from))
			if counts && (done.IsZero() || later.Start.Before(done)) {
				done = later.Start
			}
		}
		count(due, last, done)
	}
	for _, complaint := range c.Shop.Complaints {
		for _, one := range complaint.Promises {
			if one.By.IsZero() {
				continue
			}
			due, last := one.By, one.By.Add(time.Minute)
			if h, m, sec := one.By.In(c.zone()).Clock(); h+m+sec == 0 {
				last = (c.day(one.By) + 1).Start(c.zone())
				due = last.Add(-time.Second)
			}
			count(due, last, one.Kept)
		}
	}
	return t
}

func (c *counting) about(o app.Opinion) []app.Purchase {
	var all []app.Purchase
	for _, id := range o.About {
		if p, err := find(c.Purchases, id); err == nil && !o.Customer.IsZero() && p.Customer == o.Customer {
			all = append(all, p)
		}
	}
	return all
}

func (c *counting) items(o app.Opinion) (names []string) {
	for _, p := range c.about(o) {
		for _, l := range p.Lines {
			names = append(names, l.Item)
		}
	}
	return names
}

func (c *counting) sellers(o app.Opinion) (names []string) {
	for _, p := range c.about(o) {
		names = append(names, p.SoldBy)
	}
	return names
}

func (c *counting) talks(p, before review.Period, themes bool, names func(app.Opinion) []string) []review.Talk {
	all := make(map[string]*review.Talk)
	spelt := make(map[string]map[string]int)
	each := func(p review.Period, count func(*review.Talk, app.Opinion)) {
		for _, o := range c.opinionsIn(p) {
			seen := make(map[string]bool)
			for _, name := range names(o) {
				key := folding.Fold(name)
				if name == "" || seen[key] {
					continue
				}
				seen[key] = true
				if all[key] == nil {
					all[key], spelt[key] = new(review.Talk), make(map[string]int)
				}
				spelt[key][name]++
				count(all[key], o)
			}
		}
	}
	each(before, func(t *review.Talk, _ app.Opinion) { t.Before++ })
	each(p, func(t *review.Talk, o app.Opinion) {
		t.Count++
		if o.Score != nil && *o.Score >= 9 || o.Stars != nil && *o.Stars >= 4 {
			t.Happy++
		}
		if o.Score != nil && *o.Score <= 6 || o.Stars != nil && *o.Stars <= 3 {
			t.Unhappy++
		}
	})
	list := []review.Talk{}
	for key, t := range all {
		best := 0
		for name, n := range spelt[key] {
			if n > best || n == best && name < t.Name {
				best, t.Name = n, name
			}
		}
		if t.Count > 0 || themes {
			list = append(list, *t)
		}
	}
	slices.SortFunc(list, func(x, y review.Talk) int {
		if !themes && x.Unhappy != y.Unhappy {
			return y.Unhappy - x.Unhappy
		}
		return cmp.Or(y.Count-x.Count, y.Before-x.Before, strings.Compare(x.Name, y.Name))
	})
	return list
}

func (c *counting) remedies(p review.Period) (all []review.Given) {
	add := func(r app.Remedy, at time.Time) {
		if at.IsZero() || !c.in(at, p) || at.After(c.now) {
			return
		}
		i := slices.IndexFunc(all, func(g review.Given) bool { return g.Kind == r.Kind })
		if i < 0 {
			all = append(all, review.Given{Kind: r.Kind})
			i = len(all) - 1
		}
		all[i].Count++
		if r.Cost.Minor == 0 {
			return
		}
		n := slices.IndexFunc(all[i].Cost, func(m app.Money) bool { return m.Currency == r.Cost.Currency })
		if n < 0 {
			all[i].Cost = append(all[i].Cost, r.Cost)
		} else {
			all[i].Cost[n].Minor += r.Cost.Minor
		}
	}
	for _, one := range c.Shop.Complaints {
		for _, earlier := range one.Earlier {
			add(earlier.Remedy, earlier.At)
		}
		if one.Remedy != nil {
			add(*one.Remedy, one.PutRight)
		}
	}
	for _, g := range all {
		slices.SortFunc(g.Cost, func(x, y app.Money) int { return strings.Compare(x.Currency, y.Currency) })
	}
	slices.SortFunc(all, func(x, y review.Given) int {
		return cmp.Or(y.Count-x.Count, strings.Compare(string(x.Kind), string(y.Kind)))
	})
	return all
}

func (c *counting) thanks(p review.Period) (all review.Thanks) {
	costs := make(map[string]int64)
	for _, who := range c.Customers {
		for _, t := range who.Thanks {
			if t.Day >= p.From && t.Day < p.To && t.Day <= c.today {
				all.Count++
				costs[t.Cost.Currency] += t.Cost.Minor
			}
		}
	}
	for _, currency := range slices.Sorted(maps.Keys(costs)) {
		if costs[currency] != 0 {
			all.Cost = append(all.Cost, app.Money{Minor: costs[currency], Currency: currency})
		}
	}
	return all
}
