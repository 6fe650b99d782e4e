package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// pressable is what all widgets share that can be pressed, by the pointer or by
// Enter and Space.
type pressable struct {
	widget.BaseWidget
	press    func()
	self     fyne.CanvasObject
	hovered  bool
	focused  bool
	disabled bool
}

func (p *pressable) extend(self fyne.Widget, press func()) {
	p.self, p.press = self, press
	p.ExtendBaseWidget(self)
}

// Tapped presses it.
func (p *pressable) Tapped(*fyne.PointEvent) {
	if !p.disabled && p.press != nil {
		p.press()
	}
}

// TypedKey presses it with Enter or Space; other keys are the window's.
func (p *pressable) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		p.Tapped(nil)
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
}

// FocusLost shows that it has lost the focus.
func (p *pressable) FocusLost() {
	p.focused = false
	p.Refresh()
}

// MouseIn shows that the pointer is on it.
func (p *pressable) MouseIn(*desktop.MouseEvent) {
	p.hovered = true
	p.Refresh()
}

// MouseMoved does nothing.
func (p *pressable) MouseMoved(*desktop.MouseEvent) {}

// MouseOut shows that the pointer has left it.
func (p *pressable) MouseOut() {
	p.hovered = false
	p.Refresh()
}

// Cursor is the hand.
func (p *pressable) Cursor() desktop.Cursor {
	if p.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
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
