// Package calllisttest keeps a shop in memory, for tests of the call list and
// of what is built on it.
package calllisttest

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
)

// Shop is a book in memory. The zero Shop is empty; it is not for concurrent
// use.
type Shop struct {
	Plan       app.Plan
	Customers  map[app.ID]app.Customer
	Purchases  map[app.ID]app.Purchase
	Calls      map[app.ID]app.Call
	Opinions   map[app.ID]app.Opinion
	Complaints map[app.ID]app.Complaint
	// Summaries stand in place of those that follow from the records, where a
	// test has set them.
	Summaries map[app.ID]app.Summary
	// Gap stands in place of the shop's gap that follows from the records, if
	// it is above 0.
	Gap int
	// Looked counts the summaries and customers that were read since the last
	// change, and Walked the openings.
	Looked, Walked int

	state *state
}

// state is what follows from the records.
type state struct {
	summaries map[app.ID]app.Summary
	openings  map[key][]calllist.Opening
	zones     []string
	unasked   []unasked
	gap       int
	calls     []app.Call
	opinions  []app.Opinion
}

// unasked is a customer whom the week's lot may fall on.
type unasked struct {
	customer app.ID
	first    app.Day
}

// key says where an opening is kept.
type key struct {
	stream  calllist.Stream
	zone    string
	blocked bool
}

// Put writes records, in place of those of the same ID.
func (s *Shop) Put(records ...app.Record) {
	s.state = nil
	for _, r := range records {
		switch r := r.(type) {
		case app.Customer:
			s.Customers = put(s.Customers, r.ID, r)
		case app.Purchase:
			s.Purchases = put(s.Purchases, r.ID, r)
		case app.Call:
			s.Calls = put(s.Calls, r.ID, r)
		case app.Opinion:
			s.Opinions = put(s.Opinions, r.ID, r)
		case app.Complaint:
			s.Complaints = put(s.Complaints, r.ID, r)
		case app.Plan:
			s.Plan = r
		}
	}
}

// Summarize sets the summary of a customer.
func (s *Shop) Summarize(customer app.ID, summary app.Summary) {
	s.state = nil
	s.Summaries = put(s.Summaries, customer, summary)
}

func put[V any](m map[app.ID]V, id app.ID, v V) map[app.ID]V {
	if m == nil {
		m = make(map[app.ID]V)
	}
	m[id] = v
	return m
}

// Of returns the values of a map that are a customer's, in the order of their
// IDs.
func Of[V app.Record](m map[app.ID]V, customer app.ID) []V {
	var all []V
	for _, id := range slices.SortedFunc(maps.Keys(m), app.ID.Compare) {
		if m[id].Whose() == customer {
			all = append(all, m[id])
		}
	}
	return all
}

// ReadList calls read with the shop as it is.
func (s *Shop) ReadList(ctx context.Context, read func(calllist.Snapshot) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	s.derive()
	s.Looked, s.Walked = 0, 0
	return read(snapshot{s})
}

// derive makes everything anew that follows from the records.
func (s *Shop) derive() {
	if s.state != nil {
		return
	}
	st := &state{
		summaries: make(map[app.ID]app.Summary, len(s.Customers)),
		openings:  make(map[key][]calllist.Opening),
		calls: slices.SortedFunc(maps.Values(s.Calls), func(a, b app.Call) int {
			return cmp.Or(a.Start.Compare(b.Start), a.ID.Compare(b.ID))
		}),
		opinions: slices.SortedFunc(maps.Values(s.Opinions), func(a, b app.Opinion) int {
			return cmp.Or(a.Taken.Compare(b.Taken), a.ID.Compare(b.ID))
		}),
	}
	gaps := s.summarize(st)
	st.gap = cmp.Or(s.Gap, app.HalfDayMedian(gaps))
	rules, zones := calllist.NewRules(s.Plan), make(map[string]bool)
	for _, id := range slices.SortedFunc(maps.Keys(st.summaries), app.ID.Compare) {
		summary := st.summaries[id]
		if calllist.IsUnasked(summary) {
			st.unasked = append(st.unasked, unasked{id, summary.Buying.First})
		}
		for _, o := range rules.Openings(id, &summary) {
			k := key{o.Stream, o.Zone, o.Blocked}
			st.openings[k] = append(st.openings[k], o)
			zones[o.Zone] = true
		}
	}
	for _, all := range st.openings {
		slices.SortFunc(all, compare)
	}
	st.zones = slices.Sorted(maps.Keys(zones))
	s.state = st
}

func (s *Shop) summarize(st *state) (gaps []int) {
	bought := make(map[app.ID][]app.Bought)
	for _, p := range s.Purchases {
		bought[p.Customer] = append(bought[p.Customer], p.InBrief(s.Plan))
	}
	calls := make(map[app.ID][]app.Call)
	for _, c := range st.calls {
		calls[c.Customer] = append(calls[c.Customer], c)
	}
	opinions := make(map[app.ID][]app.Opinion)
	for _, o := range st.opinions {
		opinions[o.Customer] = append(opinions[o.Customer], o)
	}
	complaints := make(map[app.ID][]app.Complaint)
	for _, c := range s.Complaints {
		complaints[c.Customer] = append(complaints[c.Customer], c)
	}
	for id, c := range s.Customers {
		buying, own := app.SummarizeBuying(bought[id])
		gaps = append(gaps, own...)
		st.summaries[id] = app.Summary{
			Reach: app.SummarizeReach(c), Buying: buying,
			Talk: app.SummarizeContact(calls[id], opinions[id], complaints[id]),
		}
	}
	maps.Copy(st.summaries, s.Summaries)
	return gaps
}

// compare gives the order in which a book yields openings.
func compare(a, b calllist.Opening) int {
	return cmp.Or(a.At.Compare(b.At), cmp.Compare(b.Value, a.Value), a.Customer.Compare(b.Customer))
}

type snapshot struct{ *Shop }

func (s snapshot) Plan() (app.Plan, error) { return s.Shop.Plan, nil }

func (s snapshot) Customer(id app.ID) (app.Customer, error) {
	s.Looked++
	return found(s.Customers, id)
}

func (s snapshot) Summary(id app.ID) (app.Summary, error) {
	s.Looked++
	return found(s.state.summaries, id)
}

func found[V any](m map[app.ID]V, id app.ID) (V, error) {
	v, ok := m[id]
	if !ok {
		return v, &app.Error{Code: app.CodeNotFound, Key: "error.customer.unknown"}
	}
	return v, nil
}

func (s snapshot) Zones() ([]string, error) { return s.state.zones, nil }

func (s snapshot) Openings(r calllist.Range, yield func(calllist.Opening) bool) error {
	all := s.state.openings[key{r.Stream, r.Zone, r.Blocked}]
	from, _ := slices.BinarySearchFunc(all, r.From, func(o calllist.Opening, t time.Time) int {
		// Before all others of that moment.
		return cmp.Or(o.At.Compare(t), 1)
	})
	for _, o := range all[from:] {
		if !o.At.Before(r.To) {
			break
		}
		s.Walked++
		if !yield(o) {
			break
		}
	}
	return nil
}

func (s snapshot) Unasked(yield func(app.ID, app.Day) bool) error {
	for _, u := range s.state.unasked {
		s.Walked++
		if !yield(u.customer, u.first) {
			break
		}
	}
	return nil
}

func (s snapshot) CallsSince(from time.Time, yield func(app.ID, time.Time, bool) bool) error {
	for _, c := range s.state.calls {
		if !c.Start.Before(from) && !yield(c.Customer, c.Start, c.Disposition.Settles()) {
			break
		}
	}
	return nil
}

func (s snapshot) ToldSince(from time.Time, yield func(app.ID) bool) error {
	for _, o := range s.state.opinions {
		if !o.Taken.Before(from) && !yield(o.Customer) {
			break
		}
	}
	return nil
}

func (s snapshot) ShopGap() (int, error) { return s.state.gap, nil }
