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
	"ringback.app/app/importing/tables"
	"ringback.app/app/wording"
	"ringback.app/assets"
	"ringback.app/ui/execute"
	ui "ringback.app/ui/importing"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// shop answers as it is told and remembers what it was asked.
type shop struct {
	preview *importing.Preview
	people  []app.Customer
	err     error
	read    [][]importing.Source
	maps    [][]importing.Mapping
	written int
	undone  []app.ID
	during  func(ctx context.Context, o importing.Options)
	writing func() // is called while it is written
	failing error  // of writing
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

func (s *shop) Customer(_ context.Context, id app.ID) (app.Customer, error) {
	for _, c := range s.people {
		if c.ID == id {
			return c, nil
		}
	}
	return app.Customer{}, &app.Error{Code: app.CodeNotFound, Key: "error.internal"}
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
	twice  int    // how often it was asked for those who may be in the book twice
}

func show(t *testing.T, s *shop) *stage {
	t.Helper()
	return showIn(t, s, theme.Light)
}

func showIn(t *testing.T, s *shop, look theme.Look) *stage {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(look, 1))
	catalogue, err := wording.Load(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	st := &stage{shop: s, window: &window{}}
	st.Page = ui.New(ui.Services{
		Importer: s, Book: s, Window: st.window, Run: execute.AtOnce(),
		By:       func() string { return "" },
		OnChoose: func(chosen func([]string)) { chosen([]string{"chosen.vcf"}) },
		OnSave:   func(_ string, chosen func(string)) { chosen(st.path) },
		OnToday:  func() { st.today++ }, OnDuplicates: func() { st.twice++ },
	}, catalogue.In("en"))
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

func (s *stage) enter() { s.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }

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
				Columns: []importing.Column{
					{Name: "Name", Field: importing.FieldReceipt},
					{Name: "Kunde", Field: importing.FieldCustomer, Remembered: true},
					{Name: "Created at", Field: importing.FieldDay, Order: tables.DayMonth},
					{Name: "Lineitem price", Field: importing.FieldPrice, Point: tables.Comma},
					{Name: "Vendor"},
				},
				First: [][]string{{"#1001", "17850", "3/4/2026", "1.234,50", "Care"}, {"#1002", "17851", "31/4/2026", "x", ""}},
			},
		},
		Items: []importing.Item{{
			File: "a.vcf", Name: "Trần Thị Hương", Kind: importing.KindCards, Action: importing.Create, Line: 4,
			Phones:   []app.Phone{{Typed: "12x"}},
			Problems: []*app.Error{{Code: app.CodeInvalid, Key: "import.card.undialable", Args: app.Args{"Phone": "12x", "Line": 4}}},
		}, {
			File: "b.csv", Name: "17850", Kind: importing.KindPurchases, Action: importing.Create, Line: 2,
			Receipt: "#1001", Day: app.NewDay(2026, 4, 3),
		}},
	}
}

func TestFilesAreShownBeforeAnythingIsWritten(t *testing.T) {
	s := show(t, &shop{preview: twoPeople()})
	s.Dropped([]string{"a.vcf", "b.csv"})
	if len(s.shop.read) != 1 || len(s.shop.read[0]) != 2 || s.shop.written != 0 {
		t.Fatalf("read %v, written %d", s.shop.read, s.shop.written)
	}
	s.sees(t, "3 contacts read", "2 receipts read", "3 lines name no customer", "Trần Thị Hương", "Receipt #1001 · 3 Apr 2026")
	s.enter()
	if s.shop.written != 1 {
		t.Fatal("Enter did not import")
	}
	s.sees(t, "Imported", "Undo the import")
	s.enter()
	if s.today != 1 {
		t.Error("Enter does not lead on to the call list")
	}
}

func TestTheKeyboardAloneChoosesAndImports(t *testing.T) {
	s := show(t, &shop{preview: twoPeople()})
	s.enter()
	if len(s.shop.read) != 1 || s.shop.read[0][0].Name != "chosen.vcf" {
		t.Fatalf("read %v", s.shop.read)
	}
	s.Save()
	if s.shop.written != 1 {
		t.Error("Ctrl+Enter did not import")
	}
}

func TestFilesAreAddedToThoseInThePreview(t *testing.T) {
	s := show(t, &shop{preview: twoPeople()})
	s.Dropped([]string{"a.csv"})
	for range 2 {
		for _, o := range test.LaidOutObjects(s.Content()) {
			if b, ok := o.(*widgets.Button); ok && b.Text() == "Add files" {
				test.Tap(b)
				break
			}
		}
	}
	var names []string
	for _, source := range s.shop.read[len(s.shop.read)-1] {
		names = append(names, source.Name)
	}
	if want := []string{"a.csv", "chosen.vcf"}; !slices.Equal(names, want) {
		t.Errorf("read %q, want %q", names, want)
	}
	s.Dropped([]string{"b.csv"})
	if last := s.shop.read[len(s.shop.read)-1]; len(last) != 1 {
		t.Errorf("what is dropped begins anew, but %d files were read", len(last))
	}
}

func TestAnImportIsUndone(t *testing.T) {
	s := show(t, &shop{preview: twoPeople()})
	s.Dropped([]string{"a.vcf"})
	s.Save()
	for _, o := range test.LaidOutObjects(s.Content()) {
		if b, ok := o.(*widgets.Button); ok && b.Text() == "Undo the import" {
			test.Tap(b)
		}
	}
	if len(s.shop.undone) != 1 || s.shop.undone[0] != (app.ID{0: 7}) {
		t.Errorf("undone %v", s.shop.undone)
	}
	s.sees(t, "Drop files here")
}

func TestAnImportLeadsToWhoMayBeKnown(t *testing.T) {
	for _, duplicates := range []int{0, 2} {
		preview := twoPeople()
		preview.Summary.Contacts.Duplicates = duplicates
		s := show(t, &shop{preview: preview})
		s.Dropped([]string{"a.vcf"})
		s.Save()
		for _, o := range test.LaidOutObjects(s.Content()) {
			if b, ok := o.(*widgets.Button); ok && b.Text() == "Compare who may be known" {
				test.Tap(b)
			}
		}
		if led := s.twice > 0; led != (duplicates > 0) {
			t.Errorf("with %d who may be known it led on: %v", duplicates, led)
		}
	}
}

func TestAStoppedImportLeavesNothingBehind(t *testing.T) {
	shop := &shop{preview: twoPeople()}
	s := show(t, shop)
	shop.during = func(_ context.Context, o importing.Options) {
		o.Progress(importing.Progress{Stage: importing.Reading, File: "a.vcf", Done: 1, Total: 2, Items: 7})
		s.sees(t, "a.vcf · 7 found")
		s.Back()
	}
	s.Dropped([]string{"a.vcf"})
	s.sees(t, "Drop files here")
	if shop.written != 0 || len(s.window.toasts) != 1 {
		t.Errorf("written %d, told %v", shop.written, s.window.toasts)
	}
}

func TestNothingNewIsSaidAndNotWritten(t *testing.T) {
	same := twoPeople()
	same.Summary = importing.Summary{Counts: importing.Counts{Read: 2, Same: 2}, Contacts: importing.Counts{Read: 2, Same: 2}}
	s := show(t, &shop{preview: same})
	s.Dropped([]string{"a.vcf"})
	s.sees(t, "There is nothing to import")
	s.Save()
	if s.shop.written != 0 {
		t.Error("it was written all the same")
	}
}

func TestADateThatReadsTwoWaysIsAsked(t *testing.T) {
	s := show(t, &shop{preview: twoPeople(), err: &app.Error{
		Code: app.CodeInvalid, Key: "error.import.day-order",
		Args: app.Args{"Column": "Date", "File": "b.csv", "Example": "3/4/2026"},
	}})
	s.Dropped([]string{"b.csv"})
	s.sees(t, "3/4/2026", "The day comes first", "The month comes first")
	s.shop.err = nil
	for _, o := range test.LaidOutObjects(s.Content()) {
		if b, ok := o.(*widgets.Button); ok && b.Text() == "The month comes first" {
			test.Tap(b)
		}
	}
	last := s.shop.maps[len(s.shop.maps)-1]
	if len(last) != 1 || last[0].Column != "Date" || last[0].Order != tables.MonthDay {
		t.Errorf("mapped %v", last)
	}
	s.sees(t, "Before anything is written")
}

func TestABadFileIsSaidInOneSentence(t *testing.T) {
	s := show(t, &shop{err: &app.Error{Code: app.CodeInvalid, Key: "error.import.empty", Args: app.Args{"File": "a.vcf"}}})
	s.Dropped([]string{"a.vcf"})
	s.sees(t, "“a.vcf” is empty.")
	s.enter()
	s.sees(t, "Drop files here")
}

func TestWhoeverWentElsewhereDoesNotImportWithTheirNextKey(t *testing.T) {
	shop := &shop{preview: twoPeople()}
	s := show(t, shop)
	shop.during = func(context.Context, importing.Options) {
		s.Hidden()
		s.window.Focus(nil)
	}
	s.Dropped([]string{"a.vcf"})
	if s.canvas.Focused() != nil {
		t.Fatalf("%T has the keyboard", s.canvas.Focused())
	}
	s.Shown()
	s.enter()
	if shop.written != 1 {
		t.Error("coming back does not lead to Import")
	}
}

func TestAColumnThatNobodyKnowsIsAsked(t *testing.T) {
	s := show(t, &shop{preview: twoPeople(), err: &app.Error{
		Code: app.CodeInvalid, Key: "error.import.no-customer",
		Args: app.Args{"File": "till.csv", "Columns": "Wer, Wann", "Names": []string{"Wer", "Wann", ""}},
	}})
	s.Dropped([]string{"till.csv"})
	s.sees(t, "Which one does", "Wer", "Wann")
	s.shop.err = nil
	s.enter()
	last := s.shop.maps[len(s.shop.maps)-1]
	if len(last) != 1 || last[0].Column != "Wer" || last[0].Field != importing.FieldCustomer {
		t.Errorf("mapped %v", last)
	}
}

func TestATableOfUnknownColumnsIsShownWithWhatEachMayHold(t *testing.T) {
	s := show(t, &shop{preview: twoPeople(), err: &app.Error{
		Code: app.CodeInvalid, Key: "error.import.no-customer",
		Args: app.Args{"File": "till.csv", "Columns": "Wer, Date", "Names": []string{"Wer", "Date"}, "Table": importing.Unknown{
			Names:  []string{"Wer", "Date"},
			Fields: []importing.Field{"", importing.FieldDay},
			Rows:   [][]string{{"17850", "2026-03-01"}, {"17851", "2026-03-02"}},
		}},
	}})
	s.Dropped([]string{"till.csv"})
	s.sees(t, "till.csv", "Wer", "17850 · 17851", "Monday 2 March 2026", "Nobody is named", "Read it so")
	picks := 0
	for _, o := range test.LaidOutObjects(s.Content()) {
		if pick, ok := o.(interface{ SetSelected(string) }); ok {
			if picks == 0 {
				pick.SetSelected("customer's number")
			}
			picks++
		}
	}
	if picks != 2 {
		t.Fatalf("%d lists to choose from", picks)
	}
	pagetest.Misses(t, s.Content(), "Nobody is named")
	s.shop.err = nil
	s.Save()
	last := s.shop.maps[len(s.shop.maps)-1]
	if len(last) != 1 || last[0].Column != "Wer" || last[0].Field != importing.FieldCustomer {
		t.Errorf("mapped %v", last)
	}
	s.sees(t, "Before anything is written")
}

func TestAWholeBookIsShownByWhatIsInIt(t *testing.T) {
	read := func(n int) importing.Counts { return importing.Counts{Read: n, Created: n} }
	s := show(t, &shop{preview: &importing.Preview{Summary: importing.Summary{
		Counts: read(15), Contacts: read(1), Receipts: read(2), Calls: read(3), Opinions: read(4), Complaints: read(5),
	}, Items: []importing.Item{
		{Kind: importing.KindPlan, Action: importing.Same},
		{Kind: importing.KindCalls, Action: importing.Create, Name: "Ann Bell", Day: app.NewDay(2026, 4, 3)},
	}}})
	s.Dropped([]string{"all.jsonl"})
	s.sees(t, "1 contact read", "2 receipts read", "3 calls read", "4 opinions read", "5 complaints read",
		"The shop’s settings", "A call · 3 Apr 2026")
}

func TestPictures(t *testing.T) {
	for _, look := range []theme.Look{theme.Light, theme.Dark} {
		t.Run(string(look), func(t *testing.T) {
			s := showIn(t, &shop{preview: twoPeople()}, look)
			s.Dropped([]string{"a.vcf", "b.csv"})
			test.AssertRendersToImage(t, "preview-"+string(look)+".png", s.canvas)
		})
	}
}
