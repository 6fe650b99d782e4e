package exporting_test

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/calllist/calllisttest"
	"ringback.app/app/when"
	ui "ringback.app/ui/exporting"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
)

// book is a book in memory.
type book struct {
	plan      app.Plan
	customers []app.Customer
	calls     []app.Call
	purchases []app.Purchase
	err       error                     // of reading calls
	during    func(ctx context.Context) // is called while calls are read
}

var notFound = &app.Error{Code: app.CodeNotFound, Key: "error.internal"}

func (b *book) Plan(context.Context) (app.Plan, error) { return b.plan, nil }

func (b *book) Customer(_ context.Context, id app.ID) (app.Customer, error) {
	for _, c := range b.customers {
		if c.ID == id {
			return c, nil
		}
	}
	return app.Customer{}, notFound
}

func (b *book) Summary(ctx context.Context, id app.ID) (app.Summary, error) {
	c, err := b.Customer(ctx, id)
	return app.Summary{Reach: app.SummarizeReach(c)}, err
}

func (b *book) Customers(ctx context.Context, yield func(app.Listed) bool) error {
	for _, c := range b.customers {
		if b.during != nil {
			b.during(ctx)
		}
		if !yield(app.Listed{ID: c.ID}) {
			break
		}
	}
	return b.err
}

func (b *book) Purchases(_ context.Context, customer app.ID, _ int) ([]app.Purchase, error) {
	return slices.DeleteFunc(slices.Clone(b.purchases), func(p app.Purchase) bool { return p.Customer != customer }), b.err
}

func (b *book) PurchasesBetween(_ context.Context, from, to app.Day, yield func(app.Purchase) bool) error {
	for _, p := range b.purchases {
		if p.Day >= from && p.Day < to && !yield(p) {
			break
		}
	}
	return b.err
}

func (b *book) OpinionsBetween(context.Context, time.Time, time.Time, func(app.Opinion) bool) error {
	return b.err
}

func (b *book) KeptKeys(context.Context, string) ([]string, error) { return nil, nil }

func (b *book) Edits(context.Context, func(app.Entry) error) error { return nil }

func (b *book) Batches(context.Context, int) ([]app.BatchInfo, error) { return nil, b.err }

func (b *book) Size(context.Context) (app.Size, error) {
	return app.Size{Customers: len(b.customers), Purchases: len(b.purchases), Calls: len(b.calls)}, b.err
}

// ReadList shows whom to call: everybody who bought, three days later.
func (b *book) ReadList(ctx context.Context, read func(calllist.Snapshot) error) error {
	list := calllisttest.Shop{Plan: b.plan}
	for _, c := range b.customers {
		list.Put(c)
	}
	for _, p := range b.purchases {
		list.Put(p)
	}
	return list.ReadList(ctx, read)
}

func (b *book) Purchase(context.Context, app.ID) (app.Purchase, error) {
	return app.Purchase{}, notFound
}

func (b *book) Calls(_ context.Context, customer app.ID, _ int) ([]app.Call, error) {
	var all []app.Call
	for _, c := range b.calls {
		if c.Customer == customer {
			all = append(all, c)
		}
	}
	slices.SortFunc(all, func(x, y app.Call) int { return y.Start.Compare(x.Start) })
	return all, b.err
}

func (b *book) Opinions(context.Context, app.ID, int) ([]app.Opinion, error) { return nil, nil }
func (b *book) Complaints(context.Context, app.ID) ([]app.Complaint, error)  { return nil, nil }

func (b *book) CallsBetween(ctx context.Context, from, to time.Time, yield func(app.Call) bool) error {
	if b.during != nil {
		b.during(ctx)
	}
	if b.err != nil {
		return b.err
	}
	slices.SortFunc(b.calls, func(x, y app.Call) int { return cmp.Or(x.Start.Compare(y.Start), x.ID.Compare(y.ID)) })
	for _, c := range b.calls {
		if !c.Start.Before(from) && c.Start.Before(to) && !yield(c) {
			break
		}
	}
	return ctx.Err()
}

func (b *book) Search(_ context.Context, query string, limit int) ([]app.Found, error) {
	var found []app.Found
	for _, c := range b.customers {
		if strings.Contains(strings.ToLower(c.Called()), strings.ToLower(query)) && len(found) < limit {
			found = append(found, app.Found{Listed: app.Listed{ID: c.ID, Name: c.Called(), Phone: "040 123 4567"}, Where: app.FoundName})
		}
	}
	return found, nil
}

// window remembers what it was told.
type window struct {
	canvas fyne.Canvas
	toasts []string
	word   string
	offer  func()
	failed []error
}

func (w *window) Toast(text string, _ func()) { w.toasts = append(w.toasts, text) }
func (w *window) Failed(err error)            { w.failed = append(w.failed, err) }
func (w *window) Focus(o fyne.Focusable)      { w.canvas.Focus(o) }
func (w *window) Offer(text, word string, do func()) {
	w.toasts = append(w.toasts, text)
	w.word, w.offer = word, do
}

// queue keeps what shall run aside until the test lets it.
type queue struct{ waiting []func() }

func (q *queue) Go(work func()) { q.waiting = append(q.waiting, work) }
func (q *queue) UI(work func()) { work() }

func (q *queue) run() {
	for len(q.waiting) > 0 {
		work := q.waiting[0]
		q.waiting = q.waiting[1:]
		work()
	}
}

func id(n byte) app.ID { return app.ID{0: n} }

// at returns a moment of a day of November 2026, by the shop's clock; the 20th
// is a Friday.
func at(day, hour int) time.Time { return time.Date(2026, time.November, day, hour, 0, 0, 0, helsinki) }

var helsinki = func() *time.Location {
	zone, err := time.LoadLocation("Europe/Helsinki")
	if err != nil {
		panic(err)
	}
	return zone
}()

// shop is a book with two people and five calls, seen at noon of the 20th.
func shop() *book {
	call := func(n, who byte, start time.Time, outcome app.Disposition) app.Call {
		return app.Call{ID: id(n), Customer: id(who), Start: start, Disposition: outcome, Notes: "note " + string('a'+rune(n-10))}
	}
	return &book{
		plan: app.Plan{Owner: "Jim", TimeZone: "Europe/Helsinki"},
		customers: []app.Customer{
			{ID: id(1), Name: app.Name{Full: "Maija Korhonen"}},
			{ID: id(2), Name: app.Name{Full: "Jan Nowak"}},
			{ID: id(3), References: []app.Reference{{Kind: app.ReferenceShop, Value: "12347"}}},
		},
		calls: []app.Call{
			call(10, 1, at(-30, 9), app.Talked), // 31 October
			call(11, 1, at(2, 9), app.NoAnswer), //
			call(12, 2, at(13, 9), app.Talked),  // the day before the last 7 days
			call(13, 2, at(14, 1), app.Busy),    // still the 13th in London
			call(14, 1, at(20, 10), app.Talked), // today
		},
	}
}

// stage is the page in a window.
type stage struct {
	*ui.Page
	book   *book
	window *window
	canvas fyne.Canvas
	names  []string // proposed
	path   string   // chosen
	opened []string
	back   []app.ID
}

func show(t *testing.T, b *book, change ...func(*ui.Services)) *stage {
	t.Helper()
	say := pagetest.Begin(t, theme.Light)
	s := &stage{book: b, window: &window{}}
	w := test.NewTempWindow(t, container.NewStack())
	s.canvas, s.window.canvas = w.Canvas(), w.Canvas()
	services := ui.Services{
		Book: b, Window: s.window, Run: pagetest.AtOnce{}, Words: when.WordsOf(say),
		Clock: func() time.Time { return at(20, 12).UTC() },
		OnSave: func(name string, chosen func(string)) {
			s.names = append(s.names, name)
			chosen(s.path)
		},
		OnOpen:     func(path string) { s.opened = append(s.opened, path) },
		OnCustomer: func(c app.ID) { s.back = append(s.back, c) },
	}
	for _, c := range change {
		c(&services)
	}
	s.Page = ui.New(services, say)
	w.SetContent(s.Content())
	w.Resize(fyne.NewSize(1004, 708))
	s.Shown()
	return s
}

// showNotes is show, with call notes chosen and the focus on the period.
func showNotes(t *testing.T, b *book, change ...func(*ui.Services)) *stage {
	t.Helper()
	s := show(t, b, change...)
	s.key(fyne.KeyDown, 4)
	s.key(fyne.KeyReturn)
	s.tab(1)
	return s
}

func (s *stage) sees(t *testing.T, wanted ...string) {
	t.Helper()
	pagetest.Sees(t, s.Content(), wanted...)
}

func (s *stage) misses(t *testing.T, unwanted ...string) {
	t.Helper()
	pagetest.Misses(t, s.Content(), unwanted...)
}

// key types a key into what has the focus.
func (s *stage) key(name fyne.KeyName, times ...int) {
	for range append(times, 1)[0] {
		pagetest.Keys(s.canvas, name)
	}
}

func (s *stage) tab(times int) {
	for range times {
		s.canvas.FocusNext()
	}
}
