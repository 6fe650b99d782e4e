package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// tappable is what all widgets share that the pointer can press.
type tappable struct {
	widget.BaseWidget
	press    func()
	hover    func(in bool) // may be nil
	self     fyne.CanvasObject
	tip      tip
	hovered  bool
	disabled bool
}

func (t *tappable) extend(self fyne.Widget, press func()) {
	t.self, t.press = self, press
	t.ExtendBaseWidget(self)
}

// Tapped presses it, unless the click was meant for something that was there before.
func (t *tappable) Tapped(click *fyne.PointEvent) {
	if strays(t.self, click) {
		return
	}
	t.tip.show(t.self, false)
	if t.disabled || t.press == nil {
		return
	}
	clicks, watched := over[*Clicks](t.self) // it may be gone when it was pressed
	t.press()
	if watched && click != nil {
		clicks.gave()
	}
}

// MouseIn shows that the pointer is on it.
func (t *tappable) MouseIn(*desktop.MouseEvent) { t.hovers(true) }

// MouseMoved does nothing.
func (t *tappable) MouseMoved(*desktop.MouseEvent) {}

// MouseOut shows that the pointer has left it.
func (t *tappable) MouseOut() { t.hovers(false) }

func (t *tappable) hovers(in bool) {
	t.hovered = in
	t.Refresh()
	t.tip.show(t.self, in)
	if t.hover != nil {
		t.hover(in)
	}
}

// Cursor is the hand.
func (t *tappable) Cursor() desktop.Cursor {
	if t.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// pressable is what all widgets share that can be pressed by the pointer, and
// by Enter and Space.
type pressable struct {
	tappable
	focused bool
	down    fyne.KeyName // went down while it had the focus, and has not pressed it yet
}

// KeyDown tells a key that goes down from one that is held down: that one may have done
// something elsewhere already, and shall not do what has come under it since.
func (p *pressable) KeyDown(key *fyne.KeyEvent) { p.down = key.Name }

// KeyUp does nothing.
func (p *pressable) KeyUp(*fyne.KeyEvent) {}

// TypedKey presses it with Enter or Space; other keys are the window's.
func (p *pressable) TypedKey(key *fyne.KeyEvent) {
	fresh := p.down == key.Name
	p.down = ""
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if fresh {
			p.Tapped(nil)
		}
	case fyne.KeySpace:
		if !fresh {
			return
		}
		c := canvasOf(p.self)
		p.Tapped(nil)
		if c == nil {
			return
		}
		if e, ok := c.Focused().(*Entry); ok {
			e.OpenedBy(' ') // whose letter comes after its key
		}
	default:
		passKey(p.self, key)
	}
}

// TypedRune leaves letters to the window. A space has already come as a key.
func (p *pressable) TypedRune(r rune) {
	if r != ' ' {
		passRune(p.self, r)
	}
}

// FocusGained shows that it has the focus.
func (p *pressable) FocusGained() {
	p.focused = true
	p.Refresh()
	BringIntoSight(p.self)
	p.tip.show(p.self, true)
}

// FocusLost shows that it has lost the focus.
func (p *pressable) FocusLost() {
	p.focused, p.down = false, ""
	p.Refresh()
	p.tip.show(p.self, false)
}

// Enable lets it be pressed.
func (p *pressable) Enable() { p.enable(true) }

// Disable keeps it from being pressed.
func (p *pressable) Disable() { p.enable(false) }

// Disabled tells whether it can be pressed.
func (p *pressable) Disabled() bool { return p.disabled }

func (p *pressable) enable(on bool) {
	if p.disabled == !on {
		return
	}
	p.disabled = !on
	p.Refresh()
}
