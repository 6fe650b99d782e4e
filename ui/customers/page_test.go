package customers_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/customers"
	"ringback.app/app/wording"
	"ringback.app/assets"
	ui "ringback.app/ui/customers"
	"ringback.app/ui/execute"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// desk is a shop with whom it was given, and remembers what it was asked to do.
type desk struct {
	pages     map[app.ID]customers.Page
	checked   customers.Checked
	err       error
	saved     []customers.Form
	purchases []customers.PurchaseForm
	archived  []app.ID
	undone    []app.ID
	drafts    map[string]customers.Draft
}

func (d *desk) Page(_ context.Context, id app.ID) (customers.Page, error) {
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

func (d *desk) Archive(_ context.Context, customer app.ID, _ string) (app.Applied, error) {
	d.archived = append(d.archived, customer)
	return app.Applied{Batch: id(9)}, nil
}

func (d *desk) Unarchive(context.Context, app.ID, string) (app.Applied, error) {
	return app.Applied{Batch: id(9)}, nil
}

func (d *desk) KeepDraft(_ context.Context, key string, draft customers.Draft) error {
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

func (d *desk) LatestDraft(context.Context) (customers.Draft, bool, error) {
	for _, draft := range d.drafts {
		return draft, true, nil
	}
	return customers.Draft{}, false, nil
}

func (d *desk) Customers(_ context.Context, yield func(app.Listed) bool) error {
	for n := byte(1); n < 10; n++ {
		if p, ok := d.pages[id(n)]; ok && !yield(app.Listed{ID: id(n), Name: p.Customer.Called()}) {
			break
		}
	}
	return nil
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

func (d *desk) Plan(context.Context) (app.Plan, error) { return app.Plan{}, nil }

func (d *desk) Undo(_ context.Context, batch app.ID, _ string) (app.Applied, error) {
	d.undone = append(d.undone, batch)
	return app.Applied{}, nil
}

// window remembers what it was told.
type window struct {
	canvas fyne.Canvas
	toasts []string
	undo   func()
	failed []error
	offers []string
	take   func() // does what was offered last
}

func (w *window) Offer(text, word string, do func()) {
	w.offers = append(w.offers, text+" ["+word+"]")
	w.take = do
}

func (w *window) Toast(text string, undo func()) {
	w.toasts = append(w.toasts, text)
	w.undo = undo
}
func (w *window) Failed(err error)       { w.failed = append(w.failed, err) }
func (w *window) Focus(o fyne.Focusable) { w.canvas.Focus(o) }

func id(n byte) app.ID { return app.ID{0: n} }

type stage struct {
	*ui.Page
	desk   *desk
	window *window
	called []app.ID
	export []app.ID
	listed int // how often everybody was read
	twice  int // how often it was asked for those who may be in the book twice
	canvas fyne.Canvas
	wait   []func() // what waits for its time
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
	fyneApp := test.NewTempApp(t)
	fyneApp.Settings().SetTheme(theme.New(look, 1))
	catalogue, err := wording.Load(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	s := &stage{desk: d, window: &window{}}
	w := test.NewTempWindow(t, container.NewStack())
	w.SetPadded(false)
	s.canvas, s.window.canvas = w.Canvas(), w.Canvas()
	now := time.Date(2026, time.November, 20, 10, 12, 0, 0, time.UTC)
	s.Page = ui.New(ui.Services{
		Desk: s.desk, Book: s.desk, Window: s.window, Run: execute.AtOnce(),
		Clock: func() time.Time { return now },
		After: func(_ time.Duration, call func()) func() {
			s.wait = append(s.wait, call)
			return func() {}
		},
		By:       func() string { return "" },
		OnCall:   func(c app.ID) { s.called = append(s.called, c) },
		OnExport: func(c app.ID) { s.export = append(s.export, c) },
		OnListed: func() { s.listed++ }, OnDuplicates: func() { s.twice++ },
	}, catalogue.In("en"))
	w.SetContent(s.Content())
	w.Resize(size)
	s.Shown()
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
		Summary: app.Summary{Buying: app.Buying{Count: 1, First: day, Totals: []app.Money{{Minor: 136000, Currency: "EUR"}}}},
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

func TestEverybodyIsListedByNameWhateverTheAccents(t *testing.T) {
	elsa := customers.Page{Customer: app.Customer{ID: id(2), Name: app.Name{Full: "Älva Berg"}}}
	numbered := customers.Page{Customer: app.Customer{ID: id(3), References: []app.Reference{{Kind: app.ReferenceShop, Value: "12347"}}}}
	s := show(t, maija(), elsa, numbered)
	s.sees(t, "3 people")
	s.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	s.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.sees(t, "Älva Berg")
}

func TestTheListLeadsToWhoMayBeInItTwice(t *testing.T) {
	s := show(t, maija())
	if s.listed != 1 {
		t.Errorf("listed %d times", s.listed)
	}
	inSight := func() bool {
		return slices.ContainsFunc(test.LaidOutObjects(s.Content()), func(o fyne.CanvasObject) bool {
			b, ok := o.(*widgets.Button)
			return ok && b.Visible() && strings.Contains(b.Text(), "twice")
		})
	}
	if inSight() {
		t.Error("it says so before anybody counted")
	}
	s.SetTwice(1200)
	s.press(t, "1,200 people may be in here twice")
	if s.twice != 1 {
		t.Error("it leads nowhere")
	}
	if !inSight() {
		t.Error("it is not in sight")
	}
	s.SetTwice(0)
	if inSight() {
		t.Error("nobody is, and it says so still")
	}
}

func TestAPersonsPageShowsWhatIsKnown(t *testing.T) {
	s := show(t, maija())
	s.Open(id(1))
	s.sees(t, "Maija Korhonen", "Wants no calls to win them back", "no offers please", "regular", "1 purchase, in 2026", "€ 1,360")
	s.press(t, "Call")
	if len(s.called) != 1 || s.called[0] != id(1) {
		t.Errorf("called %v", s.called)
	}
	s.Back()
	s.sees(t, "1 person")
}

func TestAFormKeepsWhatItDoesNotShow(t *testing.T) {
	s := show(t, maija())
	s.Open(id(1))
	s.press(t, "Edit")
	s.Save()
	if len(s.desk.saved) != 1 {
		t.Fatalf("saved %d forms", len(s.desk.saved))
	}
	got := s.desk.saved[0]
	want := customers.FormOf(maija().Customer)
	if got.Name != want.Name || got.Given != want.Given || len(got.Phones) != 1 || got.Phones[0] != want.Phones[0] ||
		len(got.DoNotCall) != 1 || got.DoNotCall[0] != want.DoNotCall[0] || got.Tags != want.Tags {
		t.Errorf("an untouched form changed\n%+v\n%+v", got, want)
	}
	if s.window.undo == nil {
		t.Fatal("the change cannot be taken back")
	}
	s.window.undo()
	if len(s.desk.undone) != 1 || s.desk.undone[0] != id(9) {
		t.Errorf("undone %v", s.desk.undone)
	}
}

func TestWhatIsWrongStandsBesideItsField(t *testing.T) {
	s := show(t)
	s.desk.err = app.FieldErrors{
		customers.FieldBirthday:                     {Code: app.CodeInvalid, Key: "error.customers.birthday.unreadable", Args: app.Args{"Day": "x"}},
		customers.FieldAt(customers.FieldPhones, 0): {Code: app.CodeInvalid, Key: "error.customers.phone.long", Args: app.Args{"Length": 99, "Most": 60}},
		customers.FieldDoNotCall:                    {Code: app.CodeInvalid, Key: "error.customers.purpose", Args: app.Args{"Purpose": "p"}},
	}
	s.Add()
	test.Type(s.canvas.Focused(), "Nobody Special")
	s.canvas.FocusNext()
	s.canvas.FocusNext()
	test.Type(s.canvas.Focused(), "0401")
	s.Save()
	s.sees(t, "is not a birthday", "something a customer can refuse", "The phone number has 99 letters")
	if len(s.desk.saved) != 0 {
		t.Error("it was saved all the same")
	}
	s.sees(t, "[Nobody Special]")
}

func TestAPossibleDuplicateIsSaidOnceAndThenMeant(t *testing.T) {
	s := show(t, maija())
	s.desk.checked = customers.Checked{Likes: []customers.Like{{Customer: maija().Customer, By: app.FoundPhone, Value: "040 123 4567"}}}
	s.Add()
	s.Save()
	s.sees(t, "Maija Korhonen has 040 123 4567 too")
	if len(s.desk.saved) != 0 {
		t.Fatal("saved without a question")
	}
	s.Save()
	if len(s.desk.saved) != 1 {
		t.Error("saving again was not meant")
	}
}

func TestAPurchaseIsTypedByKeyboard(t *testing.T) {
	s := show(t, maija())
	s.Open(id(1))
	s.press(t, "Add a purchase")
	test.Type(s.canvas.Focused(), "Walnut shelf")
	s.canvas.FocusNext()
	test.Type(s.canvas.Focused(), "2")
	s.canvas.FocusNext()
	test.Type(s.canvas.Focused(), "89.90")
	s.Save()
	if len(s.desk.purchases) != 1 {
		t.Fatalf("saved %d purchases", len(s.desk.purchases))
	}
	p := s.desk.purchases[0]
	if p.Customer != id(1) || p.Day != "today" || p.Lines[0] != (customers.LineField{Item: "Walnut shelf", Quantity: "2", Amount: "89.90"}) {
		t.Errorf("%+v", p)
	}
}

func TestTheKeyboardGoesThroughThePartsOfAPage(t *testing.T) {
	s := show(t, maija())
	s.Open(id(1))
	s.sees(t, "Oak table")
	for _, want := range []string{"“The lamp is lovely.”", "Nobody has called them yet.", "Firm: Old Co → nothing"} {
		s.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
		s.sees(t, want)
	}
	s.press(t, "Undo")
	if len(s.desk.undone) != 1 || s.desk.undone[0] != id(8) {
		t.Errorf("undone %v", s.desk.undone)
	}
}

func TestAPageStaysWhereItIsWhenTheBookChanges(t *testing.T) {
	s := show(t, maija())
	s.Open(id(1))
	s.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	s.Changed(app.Changed{Customers: []app.ID{id(1)}})
	s.sees(t, "“The lamp is lovely.”")
	delete(s.desk.pages, id(1))
	s.Changed(app.Changed{Customers: []app.ID{id(1)}})
	s.sees(t, "Nobody is in the book yet")
}

func TestFilteringFindsAndOpens(t *testing.T) {
	elsa := customers.Page{Customer: app.Customer{ID: id(2), Name: app.Name{Full: "Älva Berg"}}}
	s := show(t, maija(), elsa)
	for _, o := range test.LaidOutObjects(s.Content()) {
		if e, ok := o.(*widgets.Entry); ok {
			s.canvas.Focus(e)
		}
	}
	test.Type(s.canvas.Focused(), "maija")
	s.sees(t, "1 person")
	s.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.sees(t, "Add a purchase")
}

func TestTheCallsOfACustomerLeadToTheirExport(t *testing.T) {
	page := maija()
	page.Calls = []app.Call{{ID: id(7), Customer: id(1), Start: time.Date(2026, time.November, 16, 9, 0, 0, 0, time.UTC), Disposition: app.Talked}}
	s := show(t, page)
	s.Open(id(1))
	s.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	s.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	s.press(t, "Export calls")
	if len(s.export) != 1 || s.export[0] != id(1) {
		t.Errorf("exported %v", s.export)
	}
}

func TestALongReceiptShowsAllItsLinesWhenAsked(t *testing.T) {
	page := maija()
	page.Purchases[0].Lines = nil
	for n := range 400 {
		page.Purchases[0].Lines = append(page.Purchases[0].Lines, app.Line{Item: fmt.Sprint("Thing no. ", n), Quantity: app.One, Amount: 100})
	}
	s := show(t, page)
	s.Open(id(1))
	if strings.Contains(s.texts(), "Thing no. 12") {
		t.Error("all lines are shown at once")
	}
	s.press(t, "and 388 more things")
	s.sees(t, "Thing no. 12\n")
	s.Changed(app.Changed{Customers: []app.ID{id(1)}})
	s.sees(t, "Thing no. 12\n")
}
