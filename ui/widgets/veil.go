package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Veil lies unseen over a form while that goes on record: what would be typed or
// pressed there meanwhile would not be in it. The window's keys work on.
type Veil struct {
	widget.BaseWidget
	whole   *fyne.Container
	under   fyne.CanvasObject
	was     fyne.Focusable // what had the keyboard before; nil: nothing
	focused bool
}

// NewVeil returns a veil over the object, not drawn yet.
func NewVeil(under fyne.CanvasObject) *Veil {
	v := &Veil{under: under}
	v.ExtendBaseWidget(v)
	v.Hide()
	v.whole = container.NewStack(under, v)
	return v
}

// Content is the object with the veil over it.
func (v *Veil) Content() fyne.CanvasObject { return v.whole }

// Draw lays the veil over the object and has the keyboard, which the button that was
// pressed may have: Tab would lead from there under the veil.
func (v *Veil) Draw(focus func(fyne.Focusable)) {
	v.was = nil
	if c := canvasOf(v.under); c != nil {
		v.was = c.Focused()
	}
	v.Show()
	focus(v)
}

// Lift takes the veil away, and gives the keyboard back if nothing else took it.
func (v *Veil) Lift(focus func(fyne.Focusable)) {
	held := v.focused
	v.Hide()
	if held {
		focus(v.was)
	}
}

// CreateRenderer draws nothing.
func (v *Veil) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}

// Tapped uses the tap up.
func (v *Veil) Tapped(*fyne.PointEvent) {}

// MouseDown uses the button up, which would give an entry the keyboard.
func (v *Veil) MouseDown(*desktop.MouseEvent) {}

// MouseUp uses the button up.
func (v *Veil) MouseUp(*desktop.MouseEvent) {}

// FocusGained has nothing to show.
func (v *Veil) FocusGained() { v.focused = true }

// FocusLost has nothing to show.
func (v *Veil) FocusLost() { v.focused = false }

// AcceptsTab is always true: Tab would go on to a field under the veil.
func (v *Veil) AcceptsTab() bool { return true }

// TypedRune types nowhere.
func (v *Veil) TypedRune(rune) {}

// TypedKey leaves to the window what is none of the form's.
func (v *Veil) TypedKey(key *fyne.KeyEvent) {
	if key.Name != fyne.KeyTab {
		passKey(v, key)
	}
}
