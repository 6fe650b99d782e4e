package opinions_test

import (
	"bytes"
	"context"
	"io"
	"math/rand"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/exporting"
	"ringback.app/app/exporting/tellus"
	"ringback.app/app/opinions"
	"ringback.app/app/opinions/opinionstest"
	"ringback.app/app/when"
	ui "ringback.app/ui/opinions"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
)

// The people of these tests.
var (
	maija = app.Customer{
		ID: app.ID{15: 1}, Name: app.Name{Full: "Maija Korhonen"}, References: []app.Reference{{Kind: app.ReferenceShop, Value: "12347"}},
		Phones: []app.Phone{{Typed: "040 123 4567", E164: "+358401234567"}},
	}
	eleni = app.Customer{ID: app.ID{15: 2}, Name: app.Name{Full: "Ελένη Παπαδοπούλου"}}
	huong = app.Customer{ID: app.ID{15: 3}, Name: app.Name{Full: "Trần Thị Hương"}}
)

// shop tells the page of every change, as the book does.
type shop struct {
	*opinionstest.Shop
	changed func(app.Changed)
	full    error // why nothing can be kept; nil: it can
}

func (s *shop) Keep(ctx context.Context, key string, value []byte) error {
	if s.full != nil {
		return s.full
	}
	return s.Shop.Keep(ctx, key, value)
}

func (s *shop) Act(ctx context.Context, decide func() (app.Batch, error)) (app.Applied, error) {
	batch, err := decide()
	if err != nil {
		return app.Applied{}, err
	}
	return s.Apply(ctx, batch)
}

func (s *shop) Apply(ctx context.Context, batch app.Batch) (app.Applied, error) {
	applied, err := s.Shop.Apply(ctx, batch)
	if err == nil {
		s.changed(app.Changed{Batch: applied.Batch, Act: batch.Act})
	}
	return applied, err
}

// anUndo is the batch of every undo.
var anUndo = app.ID{0: 0xEE}

func (s *shop) Undo(ctx context.Context, batch app.ID, by string) (app.Applied, error) {
	applied, err := s.Shop.Undo(ctx, batch, by)
	s.changed(app.Changed{Batch: anUndo, Act: app.ActUndo, Undoes: batch})
	return applied, err
}

// window remembers what it was told.
type window struct {
	canvas fyne.Canvas
	toasts []string
	undo   func()
	failed []error
	take   func() // does what was offered last
}

func (w *window) Offer(text, _ string, do func()) { w.toasts, w.take = append(w.toasts, text), do }
func (w *window) Toast(text string, undo func())  { w.toasts, w.undo = append(w.toasts, text), undo }
func (w *window) Failed(err error)                { w.failed = append(w.failed, err) }

func (w *window) Focus(o fyne.Focusable) {
	if o == nil {
		w.canvas.Unfocus()
		return
	}
	w.canvas.Focus(o)
}

func (w *window) last() string {
	if len(w.toasts) == 0 {
		return ""
	}
	return w.toasts[len(w.toasts)-1]
}

// printer prints cards that say which ones they are.
type printer struct {
	orders []tellus.Order
	done   tellus.Done
	err    error
}

func (p *printer) Write(_ context.Context, w io.Writer, o tellus.Order) (tellus.Done, error) {
	if p.err != nil {
		return tellus.Done{}, p.err
	}
	p.orders = append(p.orders, o)
	_, err := io.WriteString(w, "cards")
	return p.done, err
}

// stage is the page on Sunday, 22 November 2026, at 12:30.
type stage struct {
	*ui.Page
	t       *testing.T
	shop    *shop
	window  *window
	canvas  fyne.Canvas
	printer *printer
	run     *pagetest.Slow
	wait    []func() // what waits for its time
	opened  []app.ID // whose page was opened
	folder  string
	now     time.Time
}

func open(t *testing.T, records ...app.Record) *stage {
	t.Helper()
	plan := app.DefaultPlan(app.CallingHours{From: 9 * 60, To: 20 * 60, Days: app.Week})
	plan.TimeZone, plan.Country = "Europe/London", "FI"
	plan.Themes, plan.Staff = []string{"quality", "delivery time", "price"}, []string{"Anna", "Pekka"}
	return show(t, opinionstest.New(plan, append([]app.Record{maija, eleni, huong}, records...)...), theme.Light, fyne.NewSize(1004, 708))
}

// show shows the page of a shop in a window of that size.
func show(t *testing.T, kept *opinionstest.Shop, look theme.Look, size fyne.Size) *stage {
	t.Helper()
	s := build(t, kept, look, size)
	s.Shown()
	return s
}

// build makes the page of a shop, which is not seen yet.
func build(t *testing.T, kept *opinionstest.Shop, look theme.Look, size fyne.Size) *stage {
	t.Helper()
	voice := pagetest.Begin(t, look)
	s := &stage{
		t: t, shop: &shop{Shop: kept}, window: &window{}, printer: &printer{done: tellus.Done{Cards: 8}}, folder: t.TempDir(),
		run: &pagetest.Slow{},
		now: time.Date(2026, time.November, 22, 12, 30, 0, 0, time.UTC),
	}
	clock := func() time.Time { return s.now }
	words := when.WordsOf(voice)
	desk := opinions.New(s.shop, clock, app.NewIDs(clock, rand.New(rand.NewSource(1))), when.Typing{Words: words})
	w := test.NewTempWindow(t, container.NewStack())
	w.SetPadded(false)
	s.canvas, s.window.canvas = w.Canvas(), w.Canvas()
	s.Page = ui.New(ui.Services{
		Desk: desk, Cards: s.printer, Ledger: ledger{desk}, Book: s.shop, Window: s.window, Clock: clock, Run: s.run,
		After: func(_ time.Duration, call func()) func() {
			s.wait = append(s.wait, call)
			return func() {}
		},
		Words: words, By: func() string { return "" },
		OnCustomer: func(c app.ID) { s.opened = append(s.opened, c) },
		OnSave:     func(name string, chosen func(string)) { chosen(filepath.Join(s.folder, name)) },
	}, voice)
	s.shop.changed = s.Changed
	w.SetContent(s.Content())
	w.Resize(size)
	return s
}

// ledger writes the words that may be published.
type ledger struct{ desk *opinions.Desk }

func (l ledger) Write(ctx context.Context, w io.Writer, _ exporting.Format) (int, error) {
	all, err := l.desk.Allowed(ctx)
	var b bytes.Buffer
	for _, q := range all {
		b.WriteString(q.Quote.Words + "\n")
	}
	_, _ = w.Write(b.Bytes())
	return len(all), err
}

// types types into what has the keyboard; each key of keys is pressed after it.
func (s *stage) types(text string, keys ...fyne.KeyName) {
	s.t.Helper()
	for _, r := range text {
		if f := s.canvas.Focused(); f != nil {
			f.TypedRune(r)
		} else {
			s.t.Fatal("nothing has the keyboard")
		}
	}
	for _, k := range keys {
		s.key(k)
	}
}

func (s *stage) key(k fyne.KeyName) {
	s.t.Helper()
	switch {
	case k == fyne.KeyTab:
		s.canvas.FocusNext()
	case s.canvas.Focused() != nil:
		pagetest.Keys(s.canvas, k)
	}
}

// pass lets what waits for its time come.
func (s *stage) pass() {
	waits := s.wait
	s.wait = nil
	for _, w := range waits {
		w()
	}
}

func (s *stage) sees(wanted ...string) {
	s.t.Helper()
	pagetest.Sees(s.t, s.Content(), wanted...)
}

func (s *stage) misses(unwanted ...string) {
	s.t.Helper()
	pagetest.Misses(s.t, s.Content(), unwanted...)
}

func (s *stage) press(text string) {
	s.t.Helper()
	pagetest.Press(s.t, s.Content(), text)
}

// newest returns the opinion that was taken down last.
func (s *stage) newest() app.Opinion {
	s.t.Helper()
	all, _ := s.shop.FindOpinions(context.Background(), app.OpinionQuery{Limit: 1})
	if len(all) == 0 {
		s.t.Fatal("nothing is on record")
	}
	return all[0]
}

func (s *stage) well() {
	s.t.Helper()
	if len(s.window.failed) > 0 {
		s.t.Error(s.window.failed)
	}
}

func (s *stage) written(name string) string {
	s.t.Helper()
	text, err := os.ReadFile(filepath.Join(s.folder, name))
	if err != nil {
		s.t.Fatal(err)
	}
	return string(text)
}

func of[T any](v T) *T { return &v }
