package settings_test

import (
	"context"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/backups"
	"ringback.app/app/loyalty"
	"ringback.app/app/settings"
	"ringback.app/assets"
	"ringback.app/ui/keeping"
	"ringback.app/ui/pagetest"
	ui "ringback.app/ui/settings"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// desk keeps one plan's form.
type desk struct {
	form   settings.Form
	err    error
	saved  []settings.Form
	held   int             // purchases on record, in euros
	meant  []settings.Form // saved with what is on record
	undone []app.ID
	tried  []int  // percentages
	wait   func() // what waits for the end of typing
	keep   func() // what waits to be kept
	copy   backups.Copy
	run    pagetest.Slow
	draft  []byte               // nil: none is kept
	tidied func(*settings.Form) // what the book makes of what is typed
	full   error                // why none can be kept; nil: one can
}

func (d *desk) KeepDraft(_ context.Context, draft settings.Draft) error {
	if d.full != nil {
		return d.full
	}
	var err error
	draft.Saved = evening
	d.draft, err = json.Marshal(draft)
	return err
}

func (d *desk) Draft(context.Context) (draft settings.Draft, ok bool, err error) {
	if d.draft == nil {
		return draft, false, nil
	}
	if err := json.Unmarshal(d.draft, &draft); err != nil {
		return draft, false, &app.Error{Code: app.CodeDamaged, Key: "error.settings.draft", Err: err}
	}
	return draft, true, nil
}

func (d *desk) DropDraft(context.Context) error {
	d.draft = nil
	return nil
}

// evening is when the tests of this page take place.
var evening = time.Date(2026, time.November, 20, 19, 0, 0, 0, time.UTC)

func (d *desk) Form(context.Context) (settings.Form, error) { return d.form, nil }

func (d *desk) Save(_ context.Context, form settings.Form, _ string) (app.Applied, error) {
	if d.err != nil {
		return app.Applied{}, d.err
	}
	if form.Draft != "" {
		d.draft, form.Draft = nil, ""
	}
	d.saved = append(d.saved, form)
	d.form = form
	if d.tidied != nil {
		d.tidied(&d.form)
	}
	return app.Applied{Batch: app.ID{0: 3}, Changed: 1}, nil
}

func (d *desk) Held(_ context.Context, form settings.Form) (settings.Held, error) {
	return settings.Held{Purchases: d.held, Was: "EUR", Wanted: strings.ToUpper(form.Currency)}, d.err
}

func (d *desk) SaveRestating(ctx context.Context, form settings.Form, by string) (app.Applied, error) {
	d.meant = append(d.meant, form)
	return d.Save(ctx, form, by)
}

func (d *desk) Check(_ context.Context, form settings.Form) (app.Plan, error) {
	percent, err := strconv.Atoi(form.QuietPercent)
	if err != nil {
		return app.Plan{}, app.FieldErrors{settings.FieldQuietPercent: {Code: app.CodeInvalid, Key: "error.settings.number"}}
	}
	return app.Plan{Quiet: app.QuietRule{Percent: percent}}, nil
}

func (d *desk) Preview(_ context.Context, changed app.Plan, _ func(float64)) (loyalty.Preview, error) {
	d.tried = append(d.tried, changed.Quiet.Percent)
	return loyalty.Preview{Before: 28, After: 41, Kinds: []loyalty.Shift{{Kind: app.GoingQuiet, Before: 28, After: 41}}}, nil
}

// pause lets the time pass after which nobody types any more.
func (d *desk) pause() {
	call := d.wait
	d.wait = nil
	call()
}

func (d *desk) Undo(_ context.Context, batch app.ID, _ string) (app.Applied, error) {
	d.undone = append(d.undone, batch)
	return app.Applied{}, nil
}

type window struct {
	canvas fyne.Canvas
	toasts []string
	undo   func()
	failed []error
	look   theme.Look
	size   float64
}

func (w *window) Toast(said string, undo func()) {
	w.toasts, w.undo = append(w.toasts, said), undo
}
func (w *window) Failed(err error)         { w.failed = append(w.failed, err) }
func (w *window) Focus(o fyne.Focusable)   { w.canvas.Focus(o) }
func (w *window) Look() theme.Look         { return w.look }
func (w *window) SetLook(look theme.Look)  { w.look = look }
func (w *window) TextSize() float64        { return w.size }
func (w *window) SetTextSize(size float64) { w.size = size }

func show(t *testing.T) (*ui.Page, *desk, *window) {
	t.Helper()
	return showIn(t, theme.Light)
}

func showIn(t *testing.T, look theme.Look) (*ui.Page, *desk, *window) {
	t.Helper()
	shipped, err := settings.ParseCallingHours(assets.CallingHours())
	if err != nil {
		t.Fatal(err)
	}
	plan := app.DefaultPlan(shipped.Hours)
	plan.Owner, plan.Shop = "Jim", "Care Co"
	plan.ItemTags = []app.ItemTag{{Tag: "furniture", Words: []string{"oak"}}}
	plan.Windows = append(plan.Windows, app.Window{Opens: 20, Closes: 40, Tag: "furniture"})
	d := &desk{form: settings.FormOf(plan)}
	p, w := start(t, look, d)
	return p, d, w
}

// start opens the page of that desk, as at a start of the program.
func start(t *testing.T, look theme.Look, d *desk) (*ui.Page, *window) {
	t.Helper()
	say := pagetest.Begin(t, look)
	shipped, err := settings.ParseCallingHours(assets.CallingHours())
	if err != nil {
		t.Fatal(err)
	}
	w := &window{look: theme.System, size: 1}
	p := ui.New(ui.Services{
		Desk: d, Book: d, Window: w, Run: &d.run, Rules: d,
		After: func(wait time.Duration, call func()) func() {
			if wait == keeping.Wait {
				d.keep = call
				return func() { d.keep = nil }
			}
			d.wait = call
			return func() { d.wait = nil }
		},
		By: func() string { return "" }, Path: "/b.book", Shipped: shipped,
		LastCopy: func() backups.Copy { return d.copy }, Clock: func() time.Time { return evening },
	}, say)
	win := test.NewTempWindow(t, container.NewStack(p.Content()))
	win.SetPadded(false)
	w.canvas = win.Canvas()
	win.Resize(fyne.NewSize(1004, 708))
	p.Shown()
	return p, w
}

func find[T fyne.CanvasObject](p *ui.Page, is func(T) bool) (T, bool) {
	var none T
	for _, o := range test.LaidOutObjects(p.Content()) {
		if found, ok := o.(T); ok && is(found) {
			return found, true
		}
	}
	return none, false
}

func TestAPlanThatIsNotTouchedStaysAsItIs(t *testing.T) {
	p, d, _ := show(t)
	was := d.form
	p.Save()
	if len(d.saved) != 1 {
		t.Fatalf("saved %d times", len(d.saved))
	}
	got, wanted := d.saved[0], was
	if got.Open != wanted.Open || got.CallingDays != wanted.CallingDays || len(got.Windows) != 2 || got.Windows[1] != wanted.Windows[1] ||
		len(got.ItemTags) != 1 || got.ItemTags[0] != wanted.ItemTags[0] || got.Recycle[app.Declined] != wanted.Recycle[app.Declined] ||
		got.ThankCounts != wanted.ThankCounts || got.Staff != wanted.Staff {
		t.Errorf("the form changed by being shown\n%+v\n%+v", got, wanted)
	}
}

func TestTheOwnersNameIsTypedFirst(t *testing.T) {
	p, d, w := show(t)
	test.Type(w.canvas.Focused(), "my ")
	p.Save()
	if len(d.saved) != 1 || !strings.Contains(d.saved[0].Owner, "my ") {
		t.Fatalf("saved %+v", d.saved)
	}
	if w.undo == nil {
		t.Fatal("settings cannot be taken back")
	}
	w.undo()
	if len(d.undone) != 1 {
		t.Error("the undo went nowhere")
	}
}

func TestADayIsTakenOut(t *testing.T) {
	p, d, _ := show(t)
	monday, ok := find(p, func(c *widgets.Check) bool { return c.Checked() })
	if !ok {
		t.Fatal("no day is checked")
	}
	test.Tap(monday)
	p.Save()
	if len(d.saved) != 1 || d.saved[0].CallingDays.Has(time.Monday) || !d.saved[0].CallingDays.Has(time.Tuesday) {
		t.Errorf("calling days %b", d.saved[0].CallingDays)
	}
}

func TestWhatIsWrongStandsBesideItsFieldAndNothingIsLost(t *testing.T) {
	p, d, w := show(t)
	d.err = app.FieldErrors{
		settings.FieldCapacity:                     {Code: app.CodeInvalid, Key: "error.settings.number", Args: app.Args{"Text": "x", "Least": 1, "Most": 200}},
		settings.FieldAt(settings.FieldWindows, 1): {Code: app.CodeInvalid, Key: "error.settings.windows.order", Args: app.Args{"Opens": 9, "Closes": 3}},
	}
	test.Type(w.canvas.Focused(), "me ")
	p.Save()
	for _, want := range []string{"Type a whole number from 1 to 200", "before it begins on day 9"} {
		if _, ok := find(p, func(f *widgets.Field) bool { return strings.Contains(f.Problem(), want) }); !ok {
			t.Errorf("%q is beside no field", want)
		}
	}
	p.Hidden()
	p.Shown()
	d.err = nil
	p.Save()
	if len(d.saved) != 1 || !strings.Contains(d.saved[0].Owner, "me ") {
		t.Error("what was typed is gone")
	}
}

func TestAStandardIsAddedAndAnotherRemoved(t *testing.T) {
	p, d, _ := show(t)
	another := func() *widgets.Button {
		b, ok := find(p, func(b *widgets.Button) bool { return b.Text() == "Another standard" })
		if !ok {
			t.Fatal("no standard can be added")
		}
		return b
	}
	test.Tap(another())
	empty, ok := find(p, func(s *widgets.Select) bool { return s.Chosen() == "" })
	if !ok {
		t.Fatal("there is no line for it")
	}
	empty.SetChosen(string(app.MeasureFixed))
	p.Save()
	want := append(settings.FormOf(app.Plan{}).Standards, settings.StandardField{Measure: app.MeasureFixed})
	if len(d.saved) != 1 || !reflect.DeepEqual(d.saved[0].Standards, want) {
		t.Errorf("saved %+v, want %+v", d.saved[0].Standards, want)
	}
}

func TestTheWindowsLookWorksAtOnce(t *testing.T) {
	p, _, w := show(t)
	look, ok := find(p, func(c *widgets.Choice) bool { return true })
	if !ok {
		t.Fatal("there is no choice of the look")
	}
	look.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if w.look != theme.Light {
		t.Errorf("look %v", w.look)
	}
	larger, ok := find(p, func(b *widgets.Button) bool { return b.Text() == "Larger text" })
	if !ok {
		t.Fatal("the text cannot be made larger")
	}
	test.Tap(larger)
	if w.size <= 1 {
		t.Errorf("text size %v", w.size)
	}
}

func TestPictures(t *testing.T) {
	for _, look := range []theme.Look{theme.Light, theme.Dark} {
		t.Run(string(look), func(t *testing.T) {
			_, _, w := showIn(t, look)
			test.AssertRendersToImage(t, "settings-"+string(look)+".png", w.canvas)
		})
	}
}

func TestSavingLeavesTheKeyboardWhereItIs(t *testing.T) {
	p, d, w := show(t)
	was := w.canvas.Focused()
	test.Type(was, "!")
	d.form.Owner = "Jim!"
	p.Save()
	if w.canvas.Focused() != was {
		t.Errorf("%T has the keyboard", w.canvas.Focused())
	}
}

func TestTheKeyboardIsInTheFirstFieldEachTimeThePageIsShown(t *testing.T) {
	for name, owner := range map[string]string{"as it was": "Jim", "with another plan": "Ann"} {
		t.Run(name, func(t *testing.T) {
			p, d, w := show(t)
			p.Hidden()
			w.canvas.Unfocus()
			d.form.Owner = owner
			p.Shown()
			if e, ok := w.canvas.Focused().(*widgets.Entry); !ok || e.Text != owner {
				t.Errorf("%T has the keyboard", w.canvas.Focused())
			}
		})
	}
}

func TestTheRulesAreReachedFromElsewhere(t *testing.T) {
	p, _, w := show(t)
	p.Tune()
	if e, ok := w.canvas.Focused().(*widgets.Entry); !ok || e.Text != "150" {
		t.Errorf("%T has the keyboard", w.canvas.Focused())
	}
}

func TestAChangedRuleSaysWhomItWouldHaveNamed(t *testing.T) {
	p, d, _ := show(t)
	percent, ok := find(p, func(e *widgets.Entry) bool { return e.Text == "150" })
	if !ok {
		t.Fatal("the percentage is in no field")
	}
	percent.SetText("120")
	if d.wait == nil || len(d.tried) != 0 {
		t.Fatal("it does not wait for the end of typing")
	}
	d.pause()
	if len(d.tried) != 1 || d.tried[0] != 120 {
		t.Fatalf("tried %v", d.tried)
	}
	pagetest.Sees(t, p.Content(), "Last month: 41 people instead of 28.")
	percent.SetText("150")
	if d.wait != nil {
		t.Error("rules that the book has are tried")
	}
	percent.SetText("a lot")
	d.pause()
	if len(d.tried) != 1 {
		t.Error("what is no number is tried")
	}
}

func TestTheFormSaysWhereTheBookAndItsCopiesLie(t *testing.T) {
	p, d, _ := show(t)
	pagetest.Sees(t, p.Content(), "/b.book", "/b.book.backups")
	pagetest.Misses(t, p.Content(), "The last copy")
	d.copy = backups.Copy{Taken: evening.AddDate(0, 0, -1)}
	p.Shown() // once more
	pagetest.Sees(t, p.Content(), "The last copy of it was made yesterday 19:00.", "/b.book.backups")
}

func TestItIsSaidWhereHoursAndTargetsAreChangedThatReviewReckonsThePastAnew(t *testing.T) {
	p, _, _ := show(t)
	pagetest.Sees(t, p.Content(),
		"leave a day empty when you are shut. A change counts for the past, too: Review reckons it anew.",
		"A change of hours or days counts for the past, too: Review reckons it anew.")
}
