package merging_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/merging"
	"ringback.app/ui/execute"
	ui "ringback.app/ui/merging"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
)

// desk has the customers it was given, each pair of whom may be one, and
// remembers what it was asked to do.
type desk struct {
	fault     any // with which the next proposal panics
	customers map[app.ID]app.Customer
	apart     [][2]app.ID
	pairs     [][2]byte
	merged    []merging.Choices
	undone    []app.ID
	searches  int
	asked     []app.ID // of FindOf
	err       error
	unread    error // with which looking ends
	sides     map[app.ID]merging.Side
}

func (d *desk) all(of func(a, b app.ID) bool) []merging.Pair {
	var pairs []merging.Pair
	for _, p := range d.pairs {
		a, b := id(p[0]), id(p[1])
		_, hasA := d.customers[a]
		_, hasB := d.customers[b]
		if hasA && hasB && of(a, b) && !slices.Contains(d.apart, [2]app.ID{a, b}) {
			pairs = append(pairs, merging.Pair{A: a, B: b})
		}
	}
	return pairs
}

func (d *desk) Find(context.Context) ([]merging.Pair, error) {
	d.searches++
	return d.all(func(_, _ app.ID) bool { return true }), d.unread
}

func (d *desk) FindOf(_ context.Context, ids ...app.ID) ([]merging.Pair, error) {
	d.asked = append(d.asked, ids...)
	return d.all(func(a, b app.ID) bool { return slices.Contains(ids, a) || slices.Contains(ids, b) }), nil
}

func (d *desk) Propose(_ context.Context, a, b app.ID) (merging.Proposal, error) {
	if fault := d.fault; fault != nil {
		d.fault = nil
		panic(fault)
	}
	p := merging.Proposal{Kept: d.side(a), Other: d.side(b), Signs: merging.Signs(d.customers[a], d.customers[b])}
	p.Fields = []merging.Field{
		{Part: merging.PartName, Take: merging.TakeKept, Options: []merging.Take{merging.TakeKept, merging.TakeOther}},
		{Part: merging.PartPhones, Take: merging.TakeBoth, Options: []merging.Take{merging.TakeKept, merging.TakeBoth, merging.TakeOther}},
		{Part: merging.PartFirm, Take: merging.TakeKept},
	}
	p.Common = merging.Common(d.customers[a], d.customers[b])
	if len(d.customers[a].DoNotCall) > 0 {
		p.Fields = append(p.Fields, merging.Field{Part: merging.PartDoNotCall, Take: merging.TakeBoth})
	}
	p.Twins = 1
	return p, nil
}

func (d *desk) side(of app.ID) merging.Side {
	s := d.sides[of]
	s.Customer = d.customers[of]
	return s
}

func (d *desk) Merge(_ context.Context, p merging.Proposal, choices merging.Choices, _ string) (merging.Done, error) {
	if d.err != nil {
		return merging.Done{}, d.err
	}
	d.merged = append(d.merged, choices)
	delete(d.customers, p.Other.Customer.ID)
	return merging.Done{Customer: p.Merged(choices), Batch: id(99)}, nil
}

func (d *desk) KeepApart(_ context.Context, a, b app.ID) error {
	d.apart = append(d.apart, [2]app.ID{a, b})
	return nil
}

func (d *desk) ForgetApart(_ context.Context, a, b app.ID) error {
	d.apart = slices.DeleteFunc(d.apart, func(two [2]app.ID) bool { return two == [2]app.ID{a, b} })
	return nil
}

func (d *desk) Plan(context.Context) (app.Plan, error) { return app.Plan{Country: "FI"}, nil }

func (d *desk) Undo(_ context.Context, batch app.ID, _ string) (app.Applied, error) {
	d.undone = append(d.undone, batch)
	return app.Applied{}, nil
}

// run is the executor of the page, which goes on after a fault that was asked for.
func (d *desk) run() execute.Executor {
	if d.fault != nil {
		return pagetest.Sturdy{}
	}
	return pagetest.AtOnce{}
}

func id(n byte) app.ID { return app.ID{0: n} }

type stage struct {
	*ui.Page
	desk   *desk
	window *pagetest.Window
	canvas fyne.Canvas
	counts []int
	back   int
	opened []app.ID // customers to whom the page led
}

// newDesk has two pairs who may be one.
func newDesk() *desk {
	named := func(n byte, name, phone string) app.Customer {
		return app.Customer{ID: id(n), Name: app.Name{Full: name}, Phones: []app.Phone{{Typed: phone, E164: phone, Label: "mobile"}}}
	}
	d := &desk{customers: map[app.ID]app.Customer{
		id(1): named(1, "Maija Korhonen", "+358401234567"), id(2): named(2, "M. Korhonen", "+358401234567"),
		id(3): named(3, "Jan Nowak", "+48600100200"), id(4): named(4, "Jan Nowak", "+48600100200"),
	}, pairs: [][2]byte{{1, 2}, {3, 4}}}
	one := d.customers[id(1)]
	one.Firm = "Care Co"
	d.customers[id(1)] = one
	d.sides = map[app.ID]merging.Side{id(1): {Purchases: 4, Calls: 1, LastBought: app.NewDay(2026, time.November, 13)}}
	return d
}

func show(t *testing.T, d *desk) *stage { return open(t, d, theme.Light, fyne.NewSize(1004, 708)) }

func open(t *testing.T, d *desk, look theme.Look, size fyne.Size) *stage {
	t.Helper()
	say := pagetest.Begin(t, look)
	s := &stage{desk: d, window: &pagetest.Window{}}
	w := test.NewTempWindow(t, container.NewStack())
	w.SetPadded(false)
	s.canvas, s.window.Canvas = w.Canvas(), w.Canvas()
	now := time.Date(2026, time.November, 20, 10, 12, 0, 0, time.UTC)
	s.Page = ui.New(ui.Services{
		Desk: d, Book: d, Window: s.window, Run: d.run(), Clock: func() time.Time { return now },
		By: func() string { return "" }, OnBack: func() { s.back++ },
		OnCustomer: func(c app.ID) { s.opened = append(s.opened, c) },
		OnCounted:  func(people int) { s.counts = append(s.counts, people) },
	}, say)
	w.SetContent(s.Content())
	w.Resize(size)
	return s
}

func (s *stage) count() int {
	if len(s.counts) == 0 {
		return -1
	}
	return s.counts[len(s.counts)-1]
}

// texts lists every text in sight, in the order in which it is drawn.
func (s *stage) texts() string { return pagetest.Texts(s.Content()) }

func (s *stage) sees(t *testing.T, wanted ...string) {
	t.Helper()
	pagetest.Sees(t, s.Content(), wanted...)
}

func (s *stage) press(t *testing.T, text string) {
	t.Helper()
	pagetest.Press(t, s.Content(), text)
}

func (s *stage) key(name fyne.KeyName) { pagetest.Keys(s.canvas, name) }
