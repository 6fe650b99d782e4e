package data

import (
	"maps"
	"slices"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/review"
)

// summaryToday reads a customer's summary as of today, and whether there is one.
func (s *state) summaryToday(id app.ID) (app.Summary, bool, error) {
	a, err := s.ahead()
	if err != nil {
		return app.Summary{}, false, err
	}
	sum, there, err := s.summary(id)
	if buying, differs := a.of(id); differs {
		sum.Buying = buying
	}
	return sum, there, err
}

// zones adds the zones in which somebody has an opening to those in which
// somebody has one who is not left out.
func (a *ahead) zones(kept []string) []string {
	if a == nil {
		return kept
	}
	for of := range a.openings {
		kept = append(kept, of.zone)
	}
	slices.Sort(kept)
	return slices.Compact(kept)
}

// within returns the openings of that range, in order.
func (a *ahead) within(r calllist.Range) []calllist.Opening {
	if a == nil {
		return nil
	}
	all := a.openings[openingsOf{r.Blocked, r.Stream, r.Zone}]
	from, to := whole(r.From), whole(r.To)
	first := slices.IndexFunc(all, func(o calllist.Opening) bool { return !o.At.Before(from) })
	if first < 0 {
		return nil
	}
	all = all[first:]
	if last := slices.IndexFunc(all, func(o calllist.Opening) bool { return !o.At.Before(to) }); last >= 0 {
		all = all[:last]
	}
	return all
}

// withGaps returns the gaps of the shop, in order, and how many they are.
func (a *ahead) withGaps(kept []gap) (lengths []gap, total int64) {
	counts := maps.Clone(a.gaps)
	for _, g := range kept {
		counts[g.days] += g.count
	}
	for _, days := range slices.Sorted(maps.Keys(counts)) {
		lengths = append(lengths, gap{days, counts[days]})
		total += counts[days]
	}
	return lengths, total
}

// withDays yields the days that are kept with what is so of them added.
func (a *ahead) withDays(p review.Period, yield func(app.Day, *review.Day) bool, kept func(func(app.Day, *review.Day) bool) error) error {
	if a == nil || len(a.days) == 0 {
		return kept(yield)
	}
	days := slices.DeleteFunc(slices.Sorted(maps.Keys(a.days)), func(d app.Day) bool { return d < p.From || d >= p.To })
	more := true
	err := kept(func(at app.Day, day *review.Day) bool {
		for ; more && len(days) > 0 && days[0] < at; days = days[1:] {
			more = yieldDay(days[0], a.days[days[0]], yield)
		}
		if len(days) > 0 && days[0] == at {
			day.Add(a.days[at])
			days = days[1:]
		}
		more = more && yieldDay(at, day, yield)
		return more
	})
	for ; err == nil && more && len(days) > 0; days = days[1:] {
		more = yieldDay(days[0], a.days[days[0]], yield)
	}
	return err
}

// yieldDay yields a day on which anything is on record. The day is the caller's.
func yieldDay(at app.Day, sums *review.Day, yield func(app.Day, *review.Day) bool) bool {
	if sums.IsZero() && len(sums.Talk) == 0 {
		return true
	}
	var day review.Day
	day.Add(sums)
	return yield(at, &day)
}

// buyers returns how many more had bought by that day, and had told us anything.
func (a *ahead) buyers(at app.Day) (c review.Coverage) {
	if a == nil {
		return c
	}
	for day, sums := range a.days {
		if day <= at {
			c.Buyers += sums.Active
			c.Told += sums.Told
		}
	}
	return c
}

// atRisk returns who is unhappy, in the order of Since.
func (a *ahead) atRisk() []review.AtRisk {
	if a == nil {
		return nil
	}
	return a.unhappy
}

// foreign yields who buys in another currency, and tells whether more is wanted.
func (a *ahead) foreign(currency string, yield func(app.ID) bool) bool {
	if a == nil {
		return true
	}
	for id, buying := range a.buying {
		if theirs := buying.Currency(); theirs != "" && theirs != currency && !yield(id) {
			return false
		}
	}
	return true
}

// valued yields who bought and kept something, and what they spend in a year, and
// tells whether more is wanted.
func (a *ahead) valued(yield func(app.ID, int64) bool) bool {
	if a == nil {
		return true
	}
	for id, buying := range a.buying {
		if buying.Count > 0 && !yield(id, buying.YearValue) {
			return false
		}
	}
	return true
}
