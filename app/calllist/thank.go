package calllist

import (
	"slices"
	"time"

	"ringback.app/app"
)

// A customer is thanked for praise, for leave to quote them, for a round number
// of purchases, and for a round number of years. The reason stands for the
// plan's number of days, and until a call reaches them or they are given
// something.

func thank(s *app.Summary, m *moment) []Reason {
	return occasions(s, m.Rules, m.now, m.now.Add(1))
}

// occasions returns what there is to thank a customer for at some moment of
// from ≤ t < to, and nobody has yet; the earliest comes first.
func occasions(s *app.Summary, r *Rules, from, to time.Time) []Reason {
	var all []Reason
	add := func(due time.Time, what ThankFor, count int, staff []string) {
		closes := r.start(r.day(due) + app.Day(r.plan.Thank.Days))
		if due.Before(to) && from.Before(closes) && !r.thanked(s, due) {
			all = append(all, Reason{
				Kind: app.Thank, Due: due, Closes: closes, Thank: what, Count: count, Staff: staff,
			})
		}
	}
	for _, k := range s.Talk.Kindness {
		what := ThankPraise
		if k.Quote {
			what = ThankQuote
		}
		add(whole(k.At), what, 0, k.Staff)
	}
	if slices.Contains(r.plan.Thank.Purchases, s.Buying.Count) {
		add(r.start(s.Buying.Last), ThankPurchases, s.Buying.Count, nil)
	}
	if s.Buying.Count > 0 {
		for _, years := range r.plan.Thank.Years {
			add(r.start(s.Buying.First.AddYears(years)), ThankYears, years, nil)
		}
	}
	return inOrderOfDue(all)
}

// thanked tells whether they were thanked for what was due then: by a call that
// reached them, or by something that they were given on that day or later.
func (r *Rules) thanked(s *app.Summary, due time.Time) bool {
	return !s.Talk.Reached.Before(due) || s.Reach.Thanked >= r.day(due)
}

func thankOpenings(s *app.Summary, r *Rules) []opening {
	var all []opening
	for _, k := range s.Talk.Kindness {
		if at := whole(k.At); !r.thanked(s, at) {
			all = append(all, opening{stream: StreamThank, at: at})
		}
	}
	if s.Buying.Count == 0 {
		return all
	}
	if slices.Contains(r.plan.Thank.Purchases, s.Buying.Count) {
		if at := r.start(s.Buying.Last); !r.thanked(s, at) {
			all = append(all, opening{stream: StreamThank, at: at})
		}
	}
	return append(all, opening{stream: StreamYears, at: r.start(s.Buying.First)})
}

func thankStretches(m *moment) []stretch {
	days := app.Day(m.plan.Thank.Days)
	all := []stretch{m.since(StreamThank, m.start(m.today-days+1))}
	for _, years := range m.plan.Thank.Years {
		// A day to spare: who first bought on 29 February has their day on the
		// 1 March of most years.
		from, to := (m.today-days+1).AddYears(-years)-1, m.today.AddYears(-years)
		all = append(all, stretch{
			stream: StreamYears, from: m.start(from), to: m.start(to + 1),
			unordered: true,
			due: func(first Opening) (time.Time, bool) {
				due := m.start(m.day(first.At).AddYears(years))
				return due, !m.now.Before(due) && m.now.Before(m.start(m.day(due)+days))
			},
		})
	}
	return all
}
