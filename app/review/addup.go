package review

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/folding"
)

// addUp adds up the sums of the days of both periods.
func (a *asked) addUp(f *Figures, m *measured) error {
	var now, before Sums
	m.now.talk, m.before.talk = make(map[Label]Count), make(map[Label]Count)
	err := a.snap.Days(Period{a.before.From, a.period.To}.upTo(a.today), func(day app.Day, d *Day) bool {
		sums, part := &now, &m.now
		if day < a.period.From {
			sums, part = &before, &m.before
		}
		sums.Add(&d.Sums, 1)
		for label, c := range d.Talk {
			sum := part.talk[label]
			sum.add(c, 1)
			part.talk[label] = sum
		}
		if d.Bought > 0 {
			part.asked = append(part.asked, bought{day, d.Bought, maps.Clone(d.Asked)})
		}
		return true
	})
	if err != nil {
		return err
	}
	m.now.lag, m.before.lag = now.Lag, before.Lag
	f.Calls = Pair[Calls]{callsOf(&now), callsOf(&before)}
	f.Opinions = Pair[Opinions]{opinionsOf(&now), opinionsOf(&before)}
	f.NPS = Pair[NPS]{npsOf(&now), npsOf(&before)}
	f.CSAT = Pair[CSAT]{CSAT{now.Stars}, CSAT{before.Stars}}
	f.Lag = Pair[Lag]{lagOf(now.Lag), lagOf(before.Lag)}
	f.Themes = talks(m, Theme, true)
	f.Items = a.goods(talks(m, Item, false))
	f.Sellers = talks(m, Seller, false)
	f.Praised = talks(m, Praised, true)
	return nil
}

func callsOf(s *Sums) Calls {
	c := Calls{By: make(map[app.Disposition]int)}
	for i, n := range s.Calls {
		c.Made += n
		if all := app.Dispositions(); i < len(all) && n > 0 {
			c.By[all[i]] = n
			if all[i].Reached() {
				c.Reached += n
			}
		}
	}
	return c
}

func opinionsOf(s *Sums) Opinions {
	o := Opinions{From: make(map[app.Source]int)}
	for i, n := range s.Opinions {
		o.Count += n
		if all := sources(); i < len(all) && n > 0 {
			o.From[all[i]] = n
		}
	}
	return o
}

func npsOf(s *Sums) NPS {
	var n NPS
	for score, count := range s.Scores {
		switch {
		case score >= app.Promoting:
			n.Promoters += count
		case score > app.MaxUnhappy:
			n.Passives += count
		default:
			n.Detractors += count
		}
	}
	return n
}

// lagOf sums up how long words lay: the median of an even number of them is
// halfway between the two in the middle, to the nearest day.
func lagOf(h Histogram) Lag {
	l := Lag{Count: h.count()}
	seen, below, above := 0, 0, 0
	for _, days := range slices.Sorted(maps.Keys(h)) {
		if seen <= (l.Count-1)/2 {
			below = days
		}
		if seen <= l.Count/2 {
			above = days
		}
		seen += h[days]
		l.Most = days
	}
	l.Median = (below + above + 1) / 2
	return l
}

// goods leaves out what is no goods by the plan of today, of whichever day it is:
// what is kept of the days names everything that stood on a receipt.
func (a *asked) goods(items []Talk) []Talk {
	goods := a.plan.Goods()
	return slices.DeleteFunc(items, func(t Talk) bool { return !goods(t.Name) })
}

// spelling is one of the ways in which a label is written.
type spelling struct {
	name  string
	count int
}

// talks returns what was talked of, names that differ in case or accents only
// taken together under the spelling that is the most used.
func talks(m *measured, sort Sort, vanished bool) []Talk {
	type sum struct {
		Talk
		spelt []spelling
	}
	sums := make(map[string]*sum)
	for _, part := range []struct {
		talk map[Label]Count
		now  bool
	}{{m.now.talk, true}, {m.before.talk, false}} {
		for label, c := range part.talk {
			if label.Sort != sort {
				continue
			}
			key := folding.Fold(label.Name)
			one := sums[key]
			if one == nil {
				one = new(sum)
				sums[key] = one
			}
			one.spelt = append(one.spelt, spelling{label.Name, c.All})
			if !part.now {
				one.Before += c.All
				continue
			}
			one.Count += c.All
			one.Happy += c.Happy
			one.Unhappy += c.Unhappy
		}
	}
	all := make([]Talk, 0, len(sums))
	for _, one := range sums {
		if one.Count == 0 && !vanished {
			continue
		}
		one.Name = mostUsed(one.spelt)
		all = append(all, one.Talk)
	}
	slices.SortFunc(all, func(x, y Talk) int {
		byUnhappy := cmp.Compare(y.Unhappy, x.Unhappy)
		if vanished {
			byUnhappy = 0
		}
		return cmp.Or(byUnhappy, cmp.Compare(y.Count, x.Count), cmp.Compare(y.Before, x.Before),
			strings.Compare(x.Name, y.Name))
	})
	return all
}

func mostUsed(spelt []spelling) string {
	counts := make(map[string]int, len(spelt))
	for _, s := range spelt {
		counts[s.name] += s.count
	}
	best := ""
	for name, n := range counts {
		if best == "" || n > counts[best] || n == counts[best] && name < best {
			best = name
		}
	}
	return best
}

// coverage reads how many buyers there were at the ends of the periods, or are
// today.
func (a *asked) coverage(f *Figures, _ *measured) (err error) {
	if f.Coverage.Now, err = a.snap.Buyers(min(a.period.To-1, a.today)); err != nil {
		return err
	}
	f.Coverage.Before, err = a.snap.Buyers(min(a.before.To-1, a.today))
	return err
}
