package widgets

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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
	// A toast that is pointed at is being read; but a pointer may also just have
	// been left there.
	pointedStays = 30 * time.Second
)

// Toasts is where toasts appear: in the corner at the bottom left, since what is
// worked with is at the right; in a narrow window at the top. There is one at a time, the newest; only what
// went wrong stays beside what is said after it. They never take the focus.
type Toasts struct {
	composite
	corner *fyne.Container
	after  After
	shown  []*toast // at most one that alarms, and one that does not
}

// NewToasts returns the place, to be laid over the whole window.
func NewToasts(after After) *Toasts {
	t := &Toasts{corner: container.New(cornerLayout{}), after: after}
	t.compose(t, t.corner)
	return t
}

// Say shows a toast in the place of the one before.
func (t *Toasts) Say(message Toast) {
	for _, one := range slices.Clone(t.shown) {
		if one.message.Alarm == message.Alarm {
			t.remove(one)
		}
	}
	one := newToast(message, t)
	t.shown = append(t.shown, one)
	t.arrange()
	one.wait()
}

// Act does what the toast on show offers on that key. It tells whether one
// offers anything on it.
func (t *Toasts) Act(key string) bool {
	for _, one := range t.shown {
		if one.message.Key == key && key != "" {
			one.act()
			return true
		}
	}
	return false
}

// Texts returns what the toasts say, the oldest first.
func (t *Toasts) Texts() []string {
	texts := make([]string, 0, len(t.shown))
	for _, one := range t.shown {
		texts = append(texts, one.message.Text)
	}
	return texts
}

func (t *Toasts) remove(one *toast) {
	one.stay()
	t.shown = slices.DeleteFunc(t.shown, func(o *toast) bool { return o == one })
	t.arrange()
}

func (t *Toasts) arrange() {
	t.corner.RemoveAll()
	for _, one := range t.shown {
		t.corner.Add(one)
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
	buttons := Row(0)
	if message.Action != "" {
		buttons.Add(t.button(NewButton(Quiet, message.Action, t.act).WithKey(message.Key)))
	}
	buttons.Add(t.button(NewButton(Quiet, "", t.away).WithIcon(theme.IconClose)))
	t.compose(t, Floating(Inset(container.New(&toastLayout{}, icon, NewParagraph(message.Text, Body), buttons), 6, 6, 6, 14)))
	return t
}

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
	if t.message.Alarm {
		t.goAfter(alarmStays)
	} else {
		t.goAfter(toastStays)
	}
}

func (t *toast) goAfter(d time.Duration) {
	t.stay()
	if slices.Contains(t.place.shown, t) {
		t.stop = t.place.after(d, t.away)
	}
}

// stay keeps the toast.
func (t *toast) stay() {
	if t.stop != nil {
		t.stop()
		t.stop = nil
	}
}

// MouseIn keeps the toast for longer.
func (t *toast) MouseIn(*desktop.MouseEvent) { t.goAfter(pointedStays) }

// MouseMoved does nothing.
func (t *toast) MouseMoved(*desktop.MouseEvent) {}

// MouseOut lets the toast go away after its time.
func (t *toast) MouseOut() { t.wait() }
