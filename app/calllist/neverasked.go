package calllist

import (
	"cmp"
	"encoding/binary"
	"slices"
	"time"

	"ringback.app/app"
)

// Who bought and has never told us anything is asked, a few each week. Lots are
// drawn once, on Monday, among all who had bought by then and had never been
// reached: each gets a number that follows from the week and who they are, and
// the lowest win. So the draw is the same all week, fair from week to week, and
// whoever is called or comes to us meanwhile uses up their place.

// IsUnasked tells whether the customer bought, has never told us anything, was
// never reached by a call, and may be called.
func IsUnasked(s app.Summary) bool {
	return s.Buying.Count > 0 && s.Talk.FirstTold.IsZero() && s.Talk.FirstAsked.IsZero() &&
		!cannotCall(&s, app.NeverAsked.Purpose())
}

// neverAsked is the reason of somebody whom the week's lot fell on.
func neverAsked(s *app.Summary, m *moment) []Reason {
	r := Reason{Kind: app.NeverAsked, Due: m.start(m.week()), Closes: m.start(m.week() + 7), Bought: lastBought(s)}
	if r.Bought != nil {
		r.Days = int(m.today - r.Bought.Day)
	}
	return []Reason{r}
}

// week returns the Monday on or before today.
func (m *moment) week() app.Day {
	return m.today - app.Day((m.today.Weekday()+6)%7)
}

// draw is the week's draw.
type draw struct {
	snap   Snapshot
	week   app.Day
	seed   uint64 // of the week's lots
	places int
	spent  []lot // of candidates of this week who have been reached since, or told us something
	drawn  []lot // the winners who can still be asked, once all are drawn
	done   bool
}

// lot is a candidate and the number they drew; the lowest win.
type lot struct {
	number   uint64
	customer app.ID
}

func (l lot) compare(other lot) int {
	return cmp.Or(cmp.Compare(l.number, other.number), l.customer.Compare(other.customer))
}

// newDraw returns the draw of the week at that moment.
func newDraw(snap Snapshot, m *moment) (*draw, error) {
	d := &draw{snap: snap, week: m.week(), places: max(0, m.plan.AskWeekly)}
	d.seed = scatter(uint64(d.week))
	if d.places == 0 {
		return d, nil
	}
	return d, d.findSpent(m.start(d.week))
}

// findSpent finds who was a candidate when the week began and is none any more.
func (d *draw) findSpent(monday time.Time) error {
	seen := make(map[app.ID]bool)
	err := d.snap.CallsSince(monday, func(c app.Call) bool {
		seen[c.Customer] = true
		return true
	})
	if err != nil {
		return err
	}
	err = d.snap.ToldSince(monday, func(customer app.ID) bool {
		seen[customer] = true
		return true
	})
	if err != nil {
		return err
	}
	for customer := range seen {
		s, err := d.snap.Summary(customer)
		if app.CodeOf(err) == app.CodeNotFound {
			continue
		}
		if err != nil {
			return err
		}
		since := func(t time.Time) bool { return t.IsZero() || !t.Before(monday) }
		if s.Buying.Count > 0 && s.Buying.First < d.week && !IsUnasked(s) &&
			since(s.Talk.FirstTold) && since(s.Talk.FirstAsked) {
			d.spent = append(d.spent, d.lot(customer))
		}
	}
	return nil
}

// has tells whether the lot fell on the customer, who has to be unasked. It
// mostly needs to look at a few others only: enough to find better ones.
func (d *draw) has(customer app.ID, s *app.Summary) (bool, error) {
	if d.done {
		return slices.ContainsFunc(d.drawn, func(l lot) bool { return l.customer == customer }), nil
	}
	if d.places == 0 || s.Buying.First >= d.week || !IsUnasked(*s) {
		return false, nil
	}
	mine, better := d.lot(customer), 0
	for _, l := range d.spent {
		if l.compare(mine) < 0 {
			better++
		}
	}
	if better >= d.places {
		return false, nil
	}
	err := d.snap.Unasked(func(other app.ID, first app.Day) bool {
		if first < d.week && d.lot(other).compare(mine) < 0 {
			better++
		}
		return better < d.places
	})
	return better < d.places, err
}

// all returns those whom the lot fell on and who can still be asked.
func (d *draw) all() ([]lot, error) {
	if d.done || d.places == 0 {
		return d.drawn, nil
	}
	best := slices.Clone(d.spent)
	slices.SortFunc(best, lot.compare)
	best = best[:min(len(best), d.places)]
	err := d.snap.Unasked(func(customer app.ID, first app.Day) bool {
		if first >= d.week {
			return true
		}
		l := d.lot(customer)
		if len(best) == d.places && l.number > best[len(best)-1].number {
			return true
		}
		at, _ := slices.BinarySearchFunc(best, l, lot.compare)
		best = slices.Insert(best, at, l)
		best = best[:min(len(best), d.places)]
		return true
	})
	if err != nil {
		return nil, err
	}
	for _, l := range best {
		if !slices.Contains(d.spent, l) {
			d.drawn = append(d.drawn, l)
		}
	}
	d.done = true
	return d.drawn, nil
}

// lot returns the customer's lot of the week.
func (d *draw) lot(customer app.ID) lot {
	n := scatter(d.seed ^ binary.BigEndian.Uint64(customer[:8]))
	n = scatter(n ^ binary.BigEndian.Uint64(customer[8:]))
	return lot{number: n, customer: customer}
}

// scatter spreads a number over all 64 bits so that close ones come out far
// apart: the finalizer of SplitMix64 (Steele, Lea, Flood: Fast Splittable
// Pseudorandom Number Generators, OOPSLA 2014).
func scatter(n uint64) uint64 {
	n += 0x9e3779b97f4a7c15
	n = (n ^ n>>30) * 0xbf58476d1ce4e5b9
	n = (n ^ n>>27) * 0x94d049bb133111eb
	return n ^ n>>31
}
