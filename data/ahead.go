package data

import (
	"cmp"
	"slices"
	"sync/atomic"
	"time"

	bolt "go.etcd.io/bbolt"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/review"
)

// A book can hold purchases of days to come: something ordered ahead, a slip of
// the pen, or a book that is looked at as of a day gone by. What is kept of a
// customer counts them, since it follows from the records alone. Whoever reads
// it gets what was so at the end of the shop's today: the purchases to come do
// not exist yet. Nearly always there are none, which one look at the last
// purchase tells; else what is kept of their buyers is left out, and read from
// here instead. What an opinion about one of them names stays named: somebody has
// said it.

// ahead is what is so of the buyers of purchases to come as if these did not
// exist. Nil is nothing.
type ahead struct {
	buying   map[app.ID]app.Buying
	gaps     map[int]int64 // what is added to the shop's
	openings map[openingsOf][]calllist.Opening
	unasked  []bought // in the order of their IDs
	unhappy  []review.AtRisk
	days     review.Days // what is added to the sums of the days up to today
}

// openingsOf says where openings lie.
type openingsOf struct {
	blocked bool
	stream  calllist.Stream
	zone    string
}

// bought is a customer and a day on which they bought.
type bought struct {
	customer app.ID
	day      app.Day
}

// of returns what the purchases of somebody who has some to come came to so far.
func (a *ahead) of(customer app.ID) (app.Buying, bool) {
	if a == nil {
		return app.Buying{}, false
	}
	buying, has := a.buying[customer]
	return buying, has
}

func (a *ahead) has(customer app.ID) bool {
	_, has := a.of(customer)
	return has
}

// lastAhead keeps what was found last: until a record is written, or the day is
// over, it stays the same. What is typed is kept in the book again and again
// meanwhile, and is no record.
type lastAhead struct{ kept atomic.Pointer[keptAhead] }

type keptAhead struct {
	db    *bolt.DB
	last  uint64 // of the journal: every change of a record adds to it
	today app.Day
	ahead *ahead
}

// ahead returns what to read in place of what is kept; nil if that is what is so.
func (s *state) ahead() (*ahead, error) {
	if s.looked {
		return s.found, nil
	}
	plan, err := s.plan()
	if err != nil {
		return nil, err
	}
	zone := s.zone.of(plan)
	today := app.DayOf(s.clock().In(zone))
	last, err := s.lastSequence()
	if err != nil {
		return nil, err
	}
	kept := s.lastAhead.kept.Load()
	if kept == nil || kept.db != s.tx.DB() || kept.last != last || kept.today != today || s.tx.Writable() {
		found, err := s.lookAhead(plan, zone, today)
		if err != nil {
			return nil, err
		}
		kept = &keptAhead{s.tx.DB(), last, today, found}
		if !s.tx.Writable() { // a writer's journal comes last
			s.lastAhead.kept.Store(kept)
		}
	}
	s.found, s.looked = kept.ahead, true
	return s.found, nil
}

// leaving is purchases to come being left out.
type leaving struct {
	s     *state
	so    *ahead
	rules *calllist.Rules
	zone  *time.Location
	today app.Day
}

// lookAhead returns nil if nobody has purchases to come.
func (s *state) lookAhead(plan app.Plan, zone *time.Location, today app.Day) (*ahead, error) {
	buyers, err := s.buyersFrom(today + 1)
	if err != nil || len(buyers) == 0 {
		return nil, err
	}
	l := leaving{s, &ahead{
		buying: make(map[app.ID]app.Buying, len(buyers)), gaps: make(map[int]int64),
		openings: make(map[openingsOf][]calllist.Opening), days: make(review.Days),
	}, s.rules.Of(plan), zone, today}
	for _, id := range buyers {
		if err := l.leaveOut(id); err != nil {
			return nil, err
		}
	}
	for _, all := range l.so.openings {
		slices.SortFunc(all, compareOpenings)
	}
	slices.SortFunc(l.so.unhappy, compareUnhappy)
	return l.so, nil
}

// compareUnhappy gives the order in which the unhappy lie.
func compareUnhappy(x, y review.AtRisk) int {
	return cmp.Or(x.Since.Compare(y.Since), x.Customer.Compare(y.Customer))
}

// compareOpenings gives the order in which openings lie.
func compareOpenings(x, y calllist.Opening) int {
	return cmp.Or(x.At.Compare(y.At), cmp.Compare(y.Value, x.Value), x.Customer.Compare(y.Customer))
}

// buyersFrom returns who has purchases of that day or later, in order.
func (s *state) buyersFrom(day app.Day) ([]app.ID, error) {
	found := make(map[app.ID]bool)
	err := s.scan(inPurchasesByDay, dayKey(day), nil, func(k, _ []byte) (bool, error) {
		raw, err := s.get(inPurchases, k[daySize:])
		if err != nil {
			return false, err
		}
		if raw == nil {
			return false, dangling(inPurchasesByDay, notFound(app.KindPurchase, tail(k)))
		}
		// Of a receipt, which may be long, no more is wanted.
		p, err := decode[struct {
			Customer app.ID `cbor:"2,keyasint"`
		}](s.coding, raw)
		found[p.Customer] = true
		return err == nil, err
	})
	buyers := make([]app.ID, 0, len(found))
	for id := range found {
		buyers = append(buyers, id)
	}
	slices.SortFunc(buyers, app.ID.Compare)
	return buyers, err
}

// leaveOut adds what is so of a customer without their purchases to come.
func (l leaving) leaveOut(id app.ID) error {
	if err := stopped(l.s.ctx); err != nil {
		return err
	}
	sum, _, err := l.s.summary(id)
	if err != nil {
		return err
	}
	all, err := l.s.boughts(id)
	if err != nil {
		return err
	}
	past := slices.DeleteFunc(slices.Clone(all), func(b app.Bought) bool { return b.Day > l.today })
	with, gaps := app.SummarizeBuying(all)
	for _, days := range gaps {
		l.so.gaps[days]--
	}
	sum.Buying, gaps = app.SummarizeBuying(past)
	for _, days := range gaps {
		l.so.gaps[days]++
	}
	l.so.buying[id] = sum.Buying
	for _, o := range l.rules.Openings(id, &sum) {
		at := openingsOf{o.Blocked, o.Stream, o.Zone}
		l.so.openings[at] = append(l.so.openings[at], o)
	}
	if calllist.IsUnasked(sum) {
		l.so.unasked = append(l.so.unasked, bought{id, sum.Buying.First})
	}
	if since, unhappy := review.UnhappySince(sum, l.zone); unhappy {
		l.so.unhappy = append(l.so.unhappy, review.AtRisk{Customer: id, Since: since, Value: sum.Buying.YearValue})
	}
	return l.addDays(id, with.Dates.Days(), sum.Buying.Dates.Days())
}

// addDays adds to the sums of the days up to today. They know nothing of later
// days, unless what was bought on one of them is given back then.
func (l leaving) addDays(id app.ID, counted, bought []app.Day) (err error) {
	counted = slices.DeleteFunc(counted, func(d app.Day) bool { return d > l.today })
	if slices.Equal(counted, bought) {
		return nil
	}
	r := review.Records{Bought: counted}
	if r.Calls, err = newest[app.Call](l.s, inCallsByCustomer, id, 0); err != nil {
		return err
	}
	if r.Opinions, err = newest[app.Opinion](l.s, inOpinionsByCustomer, id, 0); err != nil {
		return err
	}
	l.so.days.Add(r, l.zone, -1)
	r.Bought = bought
	l.so.days.Add(r, l.zone, +1)
	return nil
}
