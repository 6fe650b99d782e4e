package widgets

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"ringback.app/ui/theme"
)

// Toast is a message that goes away by itself.
type Toast struct {
	Text   string
	Action string // the word of its button, "" for none
	Key    string // the key that does the same, shown on the button
	Do     func() // what the button does
	Alarm  bool   // something went wrong
	// About is where it was done, to be compared; nil: nowhere. An alarm that was
	// there to be read gives way to what went well there since.
	About any
}

// toastLines is how many lines the words of a toast have at most, so that a name of
// two hundred letters does not hide what is below.
const toastLines = 4

// How long a toast stays: long enough to read it and to think of Undo.
const (
	toastStays = 6 * time.Second
	alarmStays = 12 * time.Second
	// A toast that is pointed at is being read; but a pointer may also just have
	// been left there.
	pointedStays = 30 * time.Second
	// What went wrong and what went well within this time was one deed.
	sameDeed = time.Second
)

// Toasts is where toasts appear: in the corner at the bottom left, since what is
// worked with is at the right; in a narrow window at the top. There is one at a time, the newest; only what
// went wrong stays beside what is said after it, unless that went well and is about
// the same. They never take the focus, nor cover what has it.
type Toasts struct {
	composite
	corner *fyne.Container
	after  After
	shown  []*toast // at most one that alarms, and one that does not
	worked spot     // what they were laid out not to cover
	stop   func()   // ends looking whether that is elsewhere by now; nil: nobody looks
}

// givesWay tells whether a toast goes for the one to come.
func (t *toast) givesWay(next Toast) bool {
	if t.message.Alarm == next.Alarm {
		return true
	}
	return t.message.Alarm && t.stood >= sameDeed && next.About != nil && t.message.About == next.About
}

// NewToasts returns the place, to be laid over the whole window.
func NewToasts(after After) *Toasts {
	t := &Toasts{after: after}
	t.corner = container.New(&cornerLayout{worked: func() spot { return t.worked }})
	t.compose(t, t.corner)
	return t
}

// Say shows a toast in the place of the one before.
func (t *Toasts) Say(message Toast) {
	for _, one := range slices.Clone(t.shown) {
		if one.givesWay(message) {
			t.remove(one)
		}
	}
	one := newToast(message, t)
	t.shown = append(t.shown, one)
	t.arrange()
	t.watch()
	one.wait()
}

// looksAgain is how soon toasts give way to what has the keyboard since they are
// on show, or has been scrolled below them.
const looksAgain = 150 * time.Millisecond

// watch has toasts give way as long as there are any.
func (t *Toasts) watch() {
	if t.stop != nil {
		t.stop()
	}
	t.stop = t.after(looksAgain, func() {
		if t.stop = nil; len(t.shown) == 0 {
			return
		}
		if t.workedOn() != t.worked {
			t.arrange()
		}
		for _, one := range t.shown {
			one.stood += looksAgain
		}
		t.watch()
	})
}

// aField is how much of the height of a window what has the keyboard takes at
// most for toasts to give way to it. A list takes more: there is always something
// in it that is not covered.
const aField = 0.5

// workedOn returns where what has the keyboard is.
func (t *Toasts) workedOn() spot {
	c := canvasOf(t.corner)
	if c == nil {
		return spot{}
	}
	focused, ok := c.Focused().(fyne.CanvasObject)
	if !ok || focused.Size().Height > aField*t.corner.Size().Height {
		return spot{}
	}
	where := fyne.CurrentApp().Driver().AbsolutePositionForObject
	return spot{where(focused).Subtract(where(t.corner)), focused.Size()}
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

// Unsay takes away the toast that says so, where it is on show: it is so no more.
func (t *Toasts) Unsay(text string) {
	for _, one := range slices.Clone(t.shown) {
		if one.message.Text == text {
			t.remove(one)
		}
	}
}

func (t *Toasts) remove(one *toast) {
	one.stay()
	t.shown = slices.DeleteFunc(t.shown, func(o *toast) bool { return o == one })
	t.arrange()
}

func (t *Toasts) arrange() {
	t.worked = t.workedOn()
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
	stood   time.Duration // for how long it has been on show, about
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
	words := NewParagraph(message.Text, Body)
	if !message.Alarm { // of what went wrong every word is needed
		words.AtMost(toastLines)
	}
	t.compose(t, Floating(Inset(container.New(&toastLayout{}, icon, words, buttons), 6, 6, 6, 14)))
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
