package calllist

import (
	"slices"
	"time"

	"ringback.app/app"
)

// A customer is thanked for praise, for leave to quote them, for a round number
// of purchases, and for a round number of years. The reason stands for the
// plan's number of days, and until a call reaches them.

func thank(s *app.Summary, m *moment) []Reason {
	var all []Reason
	add := func(due time.Time, what ThankFor, count int, staff []string) {
		closes := m.start(m.day(due) + app.Day(m.plan.Thank.Days))
		if !m.now.Before(due) && m.now.Before(closes) && s.Talk.Reached.Before(due) {
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
	if slices.Contains(m.plan.Thank.Purchases, s.Buying.Count) {
		add(m.start(s.Buying.Last), ThankPurchases, s.Buying.Count, nil)
	}
	if s.Buying.Count > 0 {
		for _, years := range m.plan.Thank.Years {
			add(m.start(s.Buying.First.AddYears(years)), ThankYears, years, nil)
		}
	}
	return inOrderOfDue(all)
}

func thankOpenings(s *app.Summary, r *Rules) []opening {
	var all []opening
	for _, k := range s.Talk.Kindness {
		if at := whole(k.At); s.Talk.Reached.Before(at) {
			all = append(all, opening{stream: StreamThank, at: at})
		}
	}
	if s.Buying.Count == 0 {
		return all
	}
	if slices.Contains(r.plan.Thank.Purchases, s.Buying.Count) {
		if at := r.start(s.Buying.Last); s.Talk.Reached.Before(at) {
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
