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

// IsUnasked tells whether the customer bought something other than postage and the
// like, has never told us anything, was never reached by a call, and may be called.
func IsUnasked(s app.Summary) bool {
	return lastBought(&s) != nil && s.Talk.FirstTold.IsZero() && s.Talk.FirstAsked.IsZero() &&
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
	monday time.Time // when it began
	seed   uint64    // of the week's lots
	places int
	met    []lot // who was called this week or told us something, once they were looked for
	looked bool
	drawn  []lot // the winners who can still be asked, once all are drawn
	done   bool
}

// lot is a candidate and the number they drew; the lowest win.
type lot struct {
	number   uint64
	customer app.ID
}

func (l lot) compare(other lot) int {
	if l.number != other.number { // nearly always; it is asked for everybody in the book
		return cmp.Compare(l.number, other.number)
	}
	return l.customer.Compare(other.customer)
}

// newDraw returns the draw of the week at that moment.
func newDraw(snap Snapshot, m *moment) *draw {
	d := &draw{snap: snap, week: m.week(), monday: m.start(m.week()), places: max(0, m.plan.AskWeekly)}
	d.seed = seedOf(d.week)
	return d
}

// meet finds those who were called this week or told us something: among them
// are all who were candidates when it began and are none any more.
func (d *draw) meet() ([]lot, error) {
	if d.looked {
		return d.met, nil
	}
	seen := make(map[app.ID]bool)
	meet := func(customer app.ID) bool {
		if !seen[customer] {
			seen[customer] = true
			d.met = append(d.met, d.lot(customer))
		}
		return true
	}
	err := d.snap.CallsSince(d.monday, func(customer app.ID, _ time.Time, _ bool) bool { return meet(customer) })
	if err != nil {
		return nil, err
	}
	if err := d.snap.ToldSince(d.monday, meet); err != nil {
		return nil, err
	}
	slices.SortFunc(d.met, lot.compare)
	d.looked = true
	return d.met, nil
}

// spent returns the first most, in order, of those who were candidates when the
// week began and are none any more, and whose lots are below the other; nil for
// any lot.
func (d *draw) spent(below *lot, most int) ([]lot, error) {
	met, err := d.meet()
	if err != nil {
		return nil, err
	}
	var all []lot
	for _, l := range met {
		if len(all) == most || below != nil && l.compare(*below) >= 0 {
			break
		}
		s, err := d.snap.Summary(l.customer)
		if app.CodeOf(err) == app.CodeNotFound {
			continue
		}
		if err != nil {
			return nil, err
		}
		since := func(t time.Time) bool { return t.IsZero() || !t.Before(d.monday) }
		if s.Buying.Count > 0 && s.Buying.First < d.week && !IsUnasked(s) &&
			since(s.Talk.FirstTold) && since(s.Talk.FirstAsked) {
			all = append(all, l)
		}
	}
	return all, nil
}

// has tells whether the lot fell on the customer. It mostly needs to look at a
// few others only: enough to find better ones.
func (d *draw) has(customer app.ID, s *app.Summary) (bool, error) {
	if d.done {
		return slices.ContainsFunc(d.drawn, func(l lot) bool { return l.customer == customer }), nil
	}
	if d.places == 0 || s.Buying.First >= d.week || !IsUnasked(*s) {
		return false, nil
	}
	mine, better := d.lot(customer), 0
	err := d.snap.Unasked(func(other app.ID, first app.Day) bool {
		if first < d.week && d.lot(other).compare(mine) < 0 {
			better++
		}
		return better < d.places
	})
	if err != nil || better >= d.places {
		return false, err
	}
	spent, err := d.spent(&mine, d.places-better)
	return better+len(spent) < d.places, err
}

// all returns those whom the lot fell on and who can still be asked.
func (d *draw) all() ([]lot, error) {
	if d.done || d.places == 0 {
		return d.drawn, nil
	}
	w := winners{places: d.places}
	err := d.snap.Unasked(func(customer app.ID, first app.Day) bool {
		if first < d.week {
			w.take(d.lot(customer))
		}
		return true
	})
	if err != nil {
		return nil, err
	}
	var worst *lot
	if w.full() {
		worst = &w.lots[len(w.lots)-1]
	}
	spent, err := d.spent(worst, d.places)
	if err != nil {
		return nil, err
	}
	best := append(w.lots, spent...)
	slices.SortFunc(best, lot.compare)
	d.drawn = slices.DeleteFunc(best[:min(len(best), d.places)], func(l lot) bool { return slices.Contains(spent, l) })
	d.done = true
	return d.drawn, nil
}

// lot returns the customer's lot of the week.
func (d *draw) lot(customer app.ID) lot { return lotOf(d.seed, customer) }

// seedOf returns the seed of the lots of the week that begins on that day.
func seedOf(week app.Day) uint64 { return scatter(uint64(week)) }

// lotOf returns the customer's lot of the week with that seed.
func lotOf(seed uint64, customer app.ID) lot {
	n := scatter(seed ^ binary.BigEndian.Uint64(customer[:8]))
	n = scatter(n ^ binary.BigEndian.Uint64(customer[8:]))
	return lot{number: n, customer: customer}
}

// winners are the lowest lots so far, in order.
type winners struct {
	places int
	lots   []lot
}

func (w *winners) full() bool { return len(w.lots) >= w.places }

// take takes a lot if it is among the lowest.
func (w *winners) take(l lot) {
	if w.full() && (w.places == 0 || l.compare(w.lots[len(w.lots)-1]) > 0) {
		return
	}
	at, _ := slices.BinarySearchFunc(w.lots, l, lot.compare)
	w.lots = slices.Insert(w.lots, at, l)
	w.lots = w.lots[:min(len(w.lots), w.places)]
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
