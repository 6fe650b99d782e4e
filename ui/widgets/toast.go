package widgets

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ringback.app/ui/theme"
)

// After calls back once, on the window's goroutine, when the time has passed;
// stop takes that back.
type After func(d time.Duration, call func()) (stop func())

// RealAfter is the After of the real window.
func RealAfter(d time.Duration, call func()) (stop func()) {
	timer := time.AfterFunc(d, func() { fyne.Do(call) })
	return func() { timer.Stop() }
}

// Toast is a message that goes away by itself.
type Toast struct {
	Text   string
	Action string // the word of its button, "" for none
	Key    string // the key that does the same, shown on the button
	Do     func() // what the button does
	Alarm  bool   // something went wrong
}

// How long a toast stays: long enough to read it and to think of Undo.
const (
	toastStays = 6 * time.Second
	alarmStays = 12 * time.Second
)

// mostToasts is how many stand above each other; the oldest goes first.
const mostToasts = 3

// Toasts is where toasts appear: at the bottom, in the middle, above the page.
// They never take the focus.
type Toasts struct {
	composite
	stack *fyne.Container
	after After
	shown []*toast
}

// NewToasts returns the place, to be laid over the whole window.
func NewToasts(after After) *Toasts {
	t := &Toasts{stack: Column(8), after: after}
	t.compose(t, Inset(Column(0, Space(), Row(0, Space(), t.stack, Space())), 0, 20, 24, 20))
	return t
}

// Say shows a toast.
func (t *Toasts) Say(message Toast) {
	one := newToast(message, t)
	t.shown = append(t.shown, one)
	if len(t.shown) > mostToasts {
		t.remove(t.shown[0])
	}
	t.arrange()
	one.wait()
}

// Texts returns what the toasts say, the oldest first.
func (t *Toasts) Texts() []string {
	texts := make([]string, 0, len(t.shown))
	for _, one := range t.shown {
		texts = append(texts, one.message.Text)
	}
	return texts
}

// Clear takes all toasts away.
func (t *Toasts) Clear() {
	for len(t.shown) > 0 {
		t.remove(t.shown[0])
	}
}

func (t *Toasts) remove(one *toast) {
	one.stay()
	t.shown = slices.DeleteFunc(t.shown, func(o *toast) bool { return o == one })
	t.arrange()
}

func (t *Toasts) arrange() {
	t.stack.RemoveAll()
	for _, one := range t.shown {
		t.stack.Add(one)
	}
	t.Refresh()
}

// toast is one message on show.
type toast struct {
	composite
	message Toast
	place   *Toasts
	stop    func()
}

func newToast(message Toast, place *Toasts) *toast {
	t := &toast{message: message, place: place}
	icon := NewIcon(theme.IconCheck, theme.ColorGood, 18)
	if message.Alarm {
		icon = NewIcon(theme.IconWarning, theme.ColorLate, 18)
	}
	var words fyne.CanvasObject = NewText(message.Text, Body)
	if wide(words) > theme.Px(widestToast) {
		words = Fixed(widestToast, 0, NewParagraph(message.Text, Body))
	}
	row := Row(10, icon, Grow(words))
	if message.Action != "" {
		row.Add(t.button(NewButton(Quiet, message.Action, t.act).WithKey(message.Key)))
	}
	row.Add(t.button(NewButton(Quiet, "", t.away).WithIcon(theme.IconClose)))
	t.compose(t, Floating(Inset(row, 4, 6, 4, 14)))
	return t
}

// widestToast is the width at which a toast's text goes on in the next line.
const widestToast = 420

// button keeps the toast while the pointer is on the button.
func (t *toast) button(b *Button) *Button {
	b.hover = func(in bool) {
		if in {
			t.stay()
		} else {
			t.wait()
		}
	}
	return b
}

func (t *toast) act() {
	t.away()
	if t.message.Do != nil {
		t.message.Do()
	}
}

func (t *toast) away() { t.place.remove(t) }

// wait lets the toast go away after its time.
func (t *toast) wait() {
	t.stay()
	if !slices.Contains(t.place.shown, t) {
		return
	}
	d := toastStays
	if t.message.Alarm {
		d = alarmStays
	}
	t.stop = t.place.after(d, t.away)
}

// stay keeps the toast.
func (t *toast) stay() {
	if t.stop != nil {
		t.stop()
		t.stop = nil
	}
}

// MouseIn keeps the toast.
func (t *toast) MouseIn(*desktop.MouseEvent) { t.stay() }

// MouseMoved does nothing.
func (t *toast) MouseMoved(*desktop.MouseEvent) {}

// MouseOut lets the toast go away after its time.
func (t *toast) MouseOut() { t.wait() }
