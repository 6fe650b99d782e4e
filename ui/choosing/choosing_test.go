package choosing_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/ui/choosing"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// desk is a window with one chooser among these people; its work waits until it
// is let through.
type desk struct {
	*choosing.Chooser[string]
	canvas fyne.Canvas
	refuse error
	failed []error
	did    []string // what the chooser told of
	work   []func()
}

func (d *desk) Go(work func())          { d.work = append(d.work, work) }
func (d *desk) UI(show func())          { show() }
func (d *desk) Failed(err error)        { d.failed = append(d.failed, err) }
func (d *desk) Focus(o fyne.Focusable)  { d.canvas.Focus(o) }
func (d *desk) note(what string) func() { return func() { d.did = append(d.did, what) } }

func begin(t *testing.T) *desk {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	d := &desk{}
	d.Chooser = choosing.New(choosing.Options[string]{
		Label: "Whose", Example: "Number or name", Run: d, Window: d,
		Find: func(_ context.Context, typed string, most int) ([]string, error) {
			people := []string{"Anna Aalto", "Anna Berg", "Anna Cole", "Anna Dahl", "Anna Ek", "Anna Frost", "Tom"}
			people = slices.DeleteFunc(people, func(p string) bool { return !strings.HasPrefix(p, typed) })
			return people[:min(most, len(people))], d.refuse
		},
		Line:   func(name string) widgets.Person { return widgets.Person{Key: name, Name: name} },
		Typed:  func() {},
		Picked: func(name string) { d.note("picked " + name)() },
		Enter:  d.note("entered"), Undone: d.note("undone"), Relay: func() {},
	})
	w := test.NewTempWindow(t, d.Content)
	w.Resize(fyne.NewSize(400, 500))
	d.canvas = w.Canvas()
	d.canvas.Focus(d.Entry)
	return d
}

// finish does the work that waits, in that order.
func (d *desk) finish(order ...int) {
	work := d.work
	d.work = nil
	for _, n := range order {
		work[n]()
	}
}

func (d *desk) press(keys ...fyne.KeyName) {
	for _, key := range keys {
		d.Entry.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

func (d *desk) told(t *testing.T, want ...string) {
	t.Helper()
	if !slices.Equal(d.did, want) {
		t.Errorf("told of %q, want %q", d.did, want)
	}
}

func TestTheKeyboardAlonePicksOneOfThoseOffered(t *testing.T) {
	d := begin(t)
	d.Entry.SetText("Anna")
	d.finish(0)
	if n := len(d.Offered()); n != choosing.Most || !d.List.Visible() {
		t.Errorf("%d are offered, in sight: %v", n, d.List.Visible())
	}
	pagetest.Sees(t, d.Content, "Anna Aalto", "Anna Ek")
	pagetest.Misses(t, d.Content, "Anna Frost")
	d.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	d.told(t, "picked Anna Berg")
}

func TestEnterWaitsForThoseWhomWhatIsTypedMeans(t *testing.T) {
	d := begin(t)
	d.Entry.SetText("Anna")
	d.finish(0)
	d.Entry.SetText("Tom")
	d.press(fyne.KeyReturn)
	d.told(t)
	d.finish(0)
	d.told(t, "picked Tom")
}

func TestEnterWithNobodyOfferedGoesOn(t *testing.T) {
	d := begin(t)
	d.press(fyne.KeyReturn)
	d.Entry.SetText("Nobody")
	d.finish(0)
	d.press(fyne.KeyEnter)
	d.told(t, "entered", "entered")
}

func TestEscapeEmptiesTheFieldAndTheList(t *testing.T) {
	d := begin(t)
	d.Entry.SetText("Anna")
	d.finish(0)
	d.press(fyne.KeyEscape)
	if d.Text() != "" || d.List.Visible() {
		t.Errorf("%q is typed, list in sight: %v", d.Text(), d.List.Visible())
	}
}

func TestAnAnswerThatIsLateIsNotShown(t *testing.T) {
	tests := map[string]func(d *desk){
		"as something else was typed": func(d *desk) { d.Entry.SetText("Nobody") },
		"as the field was emptied":    func(d *desk) { d.Entry.SetText("") },
		"as somebody was chosen":      func(d *desk) { d.Show("Tom") },
		"as somebody was asked for":   func(d *desk) { d.Ask(func(context.Context) error { return nil }, func() {}) },
	}
	for name, meanwhile := range tests {
		t.Run(name, func(t *testing.T) {
			d := begin(t)
			d.Entry.SetText("Anna")
			work := d.work[0]
			meanwhile(d)
			d.refuse = errors.New("the book is gone")
			work()
			if d.List.Visible() || len(d.failed) > 0 {
				t.Errorf("list in sight: %v, said %v", d.List.Visible(), d.failed)
			}
		})
	}
}

func TestWhatFailsIsSaid(t *testing.T) {
	d := begin(t)
	d.refuse = errors.New("the book is gone")
	d.Entry.SetText("Anna")
	d.finish(0)
	if len(d.failed) != 1 || d.List.Visible() {
		t.Errorf("said %v, list in sight: %v", d.failed, d.List.Visible())
	}
}

func TestWhoIsChosenStandsInTheFieldUntilThatIsTakenBack(t *testing.T) {
	d := begin(t)
	d.Show("Tom")
	pagetest.Sees(t, d.Content, "Tom")
	if slices.Contains(test.LaidOutObjects(d.Content), fyne.CanvasObject(d.Entry)) {
		t.Error("the entry is there, too")
	}
	d.Show("")
	pagetest.Misses(t, d.Content, "Tom")
	if !slices.Contains(test.LaidOutObjects(d.Content), fyne.CanvasObject(d.Entry)) {
		t.Error("there is nothing to type in")
	}
}
