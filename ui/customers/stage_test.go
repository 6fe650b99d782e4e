package customers_test

import (
	"context"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/customers"
	ui "ringback.app/ui/customers"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
)

// desk is a shop with whom it was given, and remembers what it was asked to do.
type desk struct {
	zone      string // the shop's
	pages     map[app.ID]customers.Page
	checked   customers.Checked
	err       error
	unread    error // with which reading ends
	full      error // what keeps drafts from being kept
	saved     []customers.Form
	purchases []customers.PurchaseForm
	thanked   []customers.ThanksForm
	archived  []app.ID
	undone    []app.ID
	drafts    map[string]customers.Draft
}

func (d *desk) Page(_ context.Context, id app.ID) (customers.Page, error) {
	if d.unread != nil {
		return customers.Page{}, d.unread
	}
	page, ok := d.pages[id]
	if !ok {
		return page, &app.Error{Code: app.CodeNotFound, Key: "error.internal"}
	}
	return page, nil
}

func (d *desk) Check(context.Context, customers.Form) (customers.Checked, error) {
	return d.checked, d.err
}

func (d *desk) Save(_ context.Context, form customers.Form, _ string) (customers.Saved, error) {
	d.saved = append(d.saved, form)
	return customers.Saved{ID: id(1), Batch: id(9)}, nil
}

func (d *desk) SavePurchase(_ context.Context, form customers.PurchaseForm, _ string) (customers.Saved, error) {
	if d.err != nil {
		return customers.Saved{}, d.err
	}
	d.purchases = append(d.purchases, form)
	return customers.Saved{ID: id(5), Batch: id(9)}, nil
}

func (d *desk) RemovePurchase(context.Context, app.ID, string) (app.Applied, error) {
	return app.Applied{Batch: id(9)}, nil
}

func (d *desk) GiveThanks(_ context.Context, form customers.ThanksForm, _ string) (customers.Saved, error) {
	if d.err != nil {
		return customers.Saved{}, d.err
	}
	d.thanked = append(d.thanked, form)
	return customers.Saved{ID: form.Customer, Batch: id(9)}, nil
}

func (d *desk) Archive(_ context.Context, customer app.ID, _ string) (app.Applied, error) {
	d.archived = append(d.archived, customer)
	return app.Applied{Batch: id(9)}, nil
}

func (d *desk) Unarchive(context.Context, app.ID, string) (app.Applied, error) {
	return app.Applied{Batch: id(9)}, nil
}

func (d *desk) KeepDraft(_ context.Context, key string, draft customers.Draft) error {
	if d.full != nil {
		return d.full
	}
	draft.Saved = time.Date(2026, time.November, 20, 10, 2, 0, 0, time.UTC)
	d.drafts[key] = draft
	return nil
}

func (d *desk) Draft(_ context.Context, key string) (customers.Draft, bool, error) {
	draft, ok := d.drafts[key]
	return draft, ok, nil
}

func (d *desk) DropDraft(_ context.Context, key string) error {
	delete(d.drafts, key)
	return nil
}

func (d *desk) Drafts(context.Context) ([]customers.Draft, error) {
	var all []customers.Draft
	for _, key := range slices.Sorted(maps.Keys(d.drafts)) {
		all = append(all, d.drafts[key])
	}
	return all, nil
}

func (d *desk) Customers(_ context.Context, yield func(app.Listed) bool) error {
	for n := byte(1); n < 10; n++ {
		if p, ok := d.pages[id(n)]; ok && !yield(app.Listed{ID: id(n), Name: p.Customer.Called(), LastBought: p.Summary.Buying.Last}) {
			break
		}
	}
	return d.unread
}

func (d *desk) Search(_ context.Context, query string, _ int) ([]app.Found, error) {
	var found []app.Found
	err := d.Customers(context.Background(), func(c app.Listed) bool {
		if strings.Contains(strings.ToLower(c.Name), strings.ToLower(query)) {
			found = append(found, app.Found{Listed: c})
		}
		return true
	})
	return found, err
}

func (d *desk) Plan(context.Context) (app.Plan, error) { return app.Plan{TimeZone: d.zone}, nil }

func (d *desk) Undo(_ context.Context, batch app.ID, _ string) (app.Applied, error) {
	d.undone = append(d.undone, batch)
	return app.Applied{}, nil
}

// window remembers what it was told.
type window struct {
	pagetest.Window
	offers []string
	take   func() // does what was offered last
}

func (w *window) Offer(text, word string, do func()) {
	w.offers = append(w.offers, text+" ["+word+"]")
	w.take = do
}

func id(n byte) app.ID { return app.ID{0: n} }

type stage struct {
	*ui.Page
	desk   *desk
	window *window
	called []app.ID
	export []app.ID
	same   [][2]app.ID
	listed int // how often everybody was read
	twice  int // how often it was asked for those who may be in the book twice
	canvas fyne.Canvas
	wait   []func() // what waits for its time
	slow   pagetest.Slow
}

func show(t *testing.T, people ...customers.Page) *stage {
	t.Helper()
	d := &desk{pages: map[app.ID]customers.Page{}, drafts: map[string]customers.Draft{}}
	for _, p := range people {
		d.pages[p.Customer.ID] = p
	}
	return open(t, d, theme.Light, fyne.NewSize(1004, 708))
}

// again starts the program anew.
func (s *stage) again(t *testing.T) *stage {
	t.Helper()
	return open(t, s.desk, theme.Light, fyne.NewSize(1004, 708))
}

// open opens the page of a desk in a window of that size.
func open(t *testing.T, d *desk, look theme.Look, size fyne.Size) *stage {
	t.Helper()
	s := build(t, d, look, size)
	s.Shown()
	return s
}

// build does, and does not show it yet.
func build(t *testing.T, d *desk, look theme.Look, size fyne.Size) *stage {
	t.Helper()
	say := pagetest.Begin(t, look)
	s := &stage{desk: d, window: &window{}}
	w := test.NewTempWindow(t, container.NewStack())
	w.SetPadded(false)
	s.canvas, s.window.Canvas = w.Canvas(), w.Canvas()
	now := time.Date(2026, time.November, 20, 10, 12, 0, 0, time.UTC)
	s.Page = ui.New(ui.Services{
		Desk: s.desk, Book: s.desk, Window: s.window, Run: &s.slow,
		Clock: func() time.Time { return now },
		After: func(_ time.Duration, call func()) func() {
			s.wait = append(s.wait, call)
			return func() {}
		},
		By:       func() string { return "" },
		OnCall:   func(c app.ID) { s.called = append(s.called, c) },
		OnExport: func(c app.ID) { s.export = append(s.export, c) },
		OnSame:   func(one, other app.ID) { s.same = append(s.same, [2]app.ID{one, other}) },
		OnListed: func() { s.listed++ }, OnDuplicates: func() { s.twice++ },
	}, say)
	w.SetContent(s.Content())
	w.Resize(size)
	return s
}

// texts lists every text in sight, in the order in which it is drawn.
func (s *stage) texts() string { return pagetest.Texts(s.Content()) }

func (s *stage) sees(t *testing.T, wanted ...string) {
	t.Helper()
	pagetest.Sees(t, s.Content(), wanted...)
}

// press presses the button of that text.
func (s *stage) press(t *testing.T, text string) {
	t.Helper()
	pagetest.Press(t, s.Content(), text)
}

func maija() customers.Page {
	day := app.NewDay(2026, time.November, 13)
	return customers.Page{
		Customer: app.Customer{
			ID: id(1), Name: app.Name{Full: "Maija Korhonen", Given: "Maija", Family: "Korhonen"},
			Phones:    []app.Phone{{Typed: "040 123 4567", E164: "+358401234567", Label: "mobile"}},
			DoNotCall: []app.DoNotCall{{Purpose: app.PurposeMarketing, Reason: "no offers please", Since: day}},
			Tags:      []string{"regular"},
		},
		Summary: app.Summary{Buying: app.Buying{Rhythm: app.Rhythm{Count: 1}, First: day, Totals: []app.Money{{Minor: 136000, Currency: "EUR"}}}},
		Purchases: []app.Purchase{{
			ID: id(5), Customer: id(1), Day: day, Receipt: "A-1", Total: 136000, Currency: "EUR",
			Lines: []app.Line{{Item: "OAK TABLE", Quantity: app.One, Amount: 84000}, {Item: "Oak chair", Quantity: 4 * app.One, Amount: 52000}},
		}},
		Opinions: []app.Opinion{{ID: id(6), Customer: id(1), Said: day, Source: app.FromCall, Verbatim: "The lamp is lovely."}},
		History: []customers.Event{{
			At: day.Start(time.UTC), Act: app.ActEditCustomer, Batch: id(8), Kind: app.KindCustomer, ID: id(1), What: customers.Changed,
			Fields: []customers.FieldChange{{Field: customers.FieldFirm, Before: "Old Co", After: nil}},
		}},
	}
}
