package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
)

// A second click comes this soon after the first, and this close to it, in a double
// click: what most desktops have as their usual.
const (
	doubleClick = 500 * time.Millisecond
	doubleNear  = 6
)

// Clicks sees to it that the second click of a double click does not press what has
// come under the pointer since the first, nor takes the keyboard from what the first
// gave it to. It lies, unseen, over all that is in a window.
type Clicks struct {
	composite
	clock app.Clock
	after After

	pressed fyne.CanvasObject // by the last click
	at      time.Time
	where   fyne.Position
}

// NewClicks returns one that has seen no click yet.
func NewClicks(clock app.Clock, after After) *Clicks {
	c := &Clicks{clock: clock, after: after}
	c.compose(c, container.NewWithoutLayout())
	return c
}

// strays tells whether a click is the second one of a double click, and on something
// else than the first.
func (c *Clicks) strays(on fyne.CanvasObject, click *fyne.PointEvent) bool {
	now, moved := c.clock(), click.AbsolutePosition.Subtract(c.where)
	soon := now.Sub(c.at) < doubleClick && !now.Before(c.at)
	if soon && on != c.pressed && max(moved.X, -moved.X, moved.Y, -moved.Y) <= doubleNear {
		return true
	}
	c.pressed, c.at, c.where = on, now, click.AbsolutePosition
	return false
}

// gave notes what has the keyboard since a click: a second one on what takes none, as
// words are, leaves it with nobody.
func (c *Clicks) gave() {
	canvas := canvasOf(c)
	if canvas == nil || canvas.Focused() == nil {
		return
	}
	to := canvas.Focused()
	c.after(doubleClick, func() {
		if o, ok := to.(fyne.CanvasObject); ok && canvas.Focused() == nil && canvasOf(o) == canvas && o.Visible() {
			canvas.Focus(to)
		}
	})
}

// strays tells whether a click was not meant for the object; nil: it is no click.
func strays(on fyne.CanvasObject, click *fyne.PointEvent) bool {
	if click == nil {
		return false
	}
	clicks, ok := over[*Clicks](on)
	return ok && clicks.strays(on, click)
}

// over returns the layer of that kind over the window that shows the object; false if
// it has none.
func over[Layer fyne.CanvasObject](o fyne.CanvasObject) (layer Layer, ok bool) {
	c := canvasOf(o)
	if c == nil {
		return layer, false
	}
	content, ok := c.Content().(*fyne.Container)
	if !ok {
		return layer, false
	}
	for _, one := range content.Objects {
		if layer, ok = one.(Layer); ok {
			return layer, true
		}
	}
	return layer, false
}
