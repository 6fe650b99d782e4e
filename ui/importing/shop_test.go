package importing_test

import (
	"context"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/values"
	ui "ringback.app/ui/importing"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
)

// shop answers as it is told and remembers what it was asked.
type shop struct {
	preview *importing.Preview
	err     error
	read    [][]importing.Source
	maps    [][]columns.Mapping
	written int
	undone  []app.ID
	during  func(ctx context.Context, o importing.Options)
	writing func() // is called while it is written
	failing error  // of writing
	kept    int    // how often what was said of tables is remembered
	forgets error  // of remembering it

	madeUp  bool  // there are made-up people in the book
	leaving error // of taking them out
}

func (s *shop) Read(ctx context.Context, files []importing.Source, o importing.Options) (*importing.Preview, error) {
	s.read = append(s.read, files)
	maps := slices.Clone(o.Map)
	for _, f := range files {
		maps = append(maps, f.Map...)
	}
	s.maps = append(s.maps, maps)
	if s.during != nil {
		s.during(ctx, o)
	}
	if ctx.Err() != nil {
		return nil, &app.Error{Code: app.CodeCancelled, Key: "error.import.cancelled"}
	}
	if s.err != nil {
		return nil, s.err
	}
	return s.preview, nil
}

func (s *shop) CommitTelling(_ context.Context, p *importing.Preview, tell func(importing.Progress)) (importing.Result, error) {
	s.written++
	tell(importing.Progress{Stage: importing.Writing, Done: 1200, Total: 2400})
	if s.writing != nil {
		s.writing()
	}
	return importing.Result{Batch: app.ID{0: 7}, Changed: 3, Summary: p.Summary}, s.failing
}

func (s *shop) Remember(context.Context, *importing.Preview) error {
	s.kept++
	return s.forgets
}

func (s *shop) HoldsSample(context.Context) (bool, error) { return s.madeUp, nil }

func (s *shop) LeaveSample(context.Context, string) (app.Applied, error) {
	if s.leaving != nil {
		return app.Applied{}, s.leaving
	}
	s.madeUp = false
	return app.Applied{Batch: app.ID{0: 8}, Changed: 3}, nil
}

func (s *shop) Undo(_ context.Context, batch app.ID, _ string) (app.Applied, error) {
	s.undone = append(s.undone, batch)
	return app.Applied{}, nil
}

type window struct {
	canvas fyne.Canvas
	toasts []string
	failed []error
}

func (w *window) Toast(text string, _ func()) { w.toasts = append(w.toasts, text) }
func (w *window) Failed(err error)            { w.failed = append(w.failed, err) }
func (w *window) Focus(o fyne.Focusable) {
	if w.canvas != nil {
		w.canvas.Focus(o)
	}
}

type stage struct {
	*ui.Page
	shop   *shop
	window *window
	canvas fyne.Canvas
	today  int
	path   string // chosen to save in
	opened []app.ID
	twice  int // how often it was asked for those who may be in the book twice
	slow   pagetest.Slow
}

func show(t *testing.T, s *shop) *stage {
	t.Helper()
	return showIn(t, s, theme.Light)
}

func showIn(t *testing.T, s *shop, look theme.Look) *stage {
	t.Helper()
	say := pagetest.Begin(t, look)
	st := &stage{shop: s, window: &window{}}
	st.Page = ui.New(ui.Services{
		Importer: s, Book: s, Window: st.window, Run: &st.slow,
		By:       func() string { return "" },
		OnChoose: func(chosen func([]string)) { chosen([]string{"chosen.vcf"}) },
		OnSave:   func(_ string, chosen func(string)) { chosen(st.path) },
		OnToday:  func() { st.today++ }, OnDuplicates: func() { st.twice++ },
		OnCustomer: func(id app.ID) {
			st.opened = append(st.opened, id)
			st.Hidden()
		},
	}, say)
	w := test.NewTempWindow(t, container.NewStack(st.Content()))
	w.SetPadded(false)
	st.canvas, st.window.canvas = w.Canvas(), w.Canvas()
	w.Resize(fyne.NewSize(1004, 708))
	st.Shown()
	return st
}

func (s *stage) sees(t *testing.T, wanted ...string) {
	t.Helper()
	pagetest.Sees(t, s.Content(), wanted...)
}

func (s *stage) misses(t *testing.T, unwanted ...string) {
	t.Helper()
	pagetest.Misses(t, s.Content(), unwanted...)
}

func (s *stage) enter() { pagetest.Keys(s.canvas, fyne.KeyReturn) }

func twoPeople() *importing.Preview {
	return &importing.Preview{
		Summary: importing.Summary{
			Counts:   importing.Counts{Read: 5, Created: 4, Rejected: 1},
			Contacts: importing.Counts{Read: 3, Created: 2, Rejected: 1}, Receipts: importing.Counts{Read: 2, Created: 2},
			Lines: 12, NoOneLines: 3, Returns: 1,
		},
		Files: []importing.File{
			{Name: "a.vcf", From: "a.vcf", Kind: importing.KindCards, Charset: "windows-1258", Rows: 3},
			{
				Name: "b.csv", From: "b.csv", Kind: importing.KindPurchases, Charset: "utf-8", Delimiter: ";", Program: "Shopify", Rows: 12,
				Columns: []columns.Column{
					{Name: "Name", Field: fields.Receipt},
					{Name: "Kunde", Field: fields.Customer, Remembered: true},
					{Name: "Created at", Field: fields.Day, Order: values.DayMonth},
					{Name: "Lineitem price", Field: fields.Price, Point: values.Comma},
					{Name: "Vendor"},
				},
				First: [][]string{{"#1001", "17850.0", "3/4/2026", "1.234,50", "Care"}, {"#1002", "17851", "31/4/2026", "x", ""}},
			},
		},
		Items: []importing.Item{{
			File: "a.vcf", Name: "Trần Thị Hương", Kind: importing.KindCards, Action: importing.Create, Line: 4,
			Phones:   []app.Phone{{Typed: "12x"}},
			Problems: []*app.Error{{Code: app.CodeInvalid, Key: "import.card.undialable", Args: app.Args{"Phone": "12x", "Line": 4}}},
		}, {
			File: "b.csv", Name: "17850", Kind: importing.KindPurchases, Action: importing.Create, Line: 2,
			Receipt: "#1001", Day: app.NewDay(2026, 4, 3), Total: app.Money{Minor: 123450, Currency: "EUR"},
		}},
	}
}
