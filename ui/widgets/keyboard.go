package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/ui/theme"
)

// HasKeyboard tells whether something within the bounds of the object has the
// keyboard, whatever window it is in.
func HasKeyboard(o fyne.CanvasObject) bool { return Keyboard(o) != nil }

// Keyboard returns what has the keyboard within the bounds of the object, nil if
// nothing does.
func Keyboard(o fyne.CanvasObject) fyne.Focusable {
	c := canvasOf(o)
	if c == nil {
		return nil
	}
	focused, ok := c.Focused().(fyne.CanvasObject)
	if !ok {
		return nil
	}
	where := fyne.CurrentApp().Driver().AbsolutePositionForObject
	at := where(focused).Subtract(where(o))
	if at.X < 0 || at.X >= o.Size().Width || at.Y < 0 || at.Y >= o.Size().Height {
		return nil
	}
	return c.Focused()
}

// FirstFocusable returns what takes the keyboard first in the object and the
// containers in it, nil if nothing does; what is disabled does not.
func FirstFocusable(o fyne.CanvasObject) fyne.Focusable {
	if f, ok := o.(fyne.Focusable); ok {
		if d, ok := o.(fyne.Disableable); !ok || !d.Disabled() {
			return f
		}
	}
	if c, ok := o.(*fyne.Container); ok {
		for _, inner := range c.Objects {
			if f := FirstFocusable(inner); f != nil {
				return f
			}
		}
	}
	return nil
}

// leafed is what stays in sight of a page when the next one comes up.
const leafed = 40

// Leaf goes through what scrolls by the page keys, Home and End, and tells whether
// the key was one of them.
func Leaf(scroll *container.Scroll, key fyne.KeyName) bool {
	sight := scroll.Size().Height
	most := max(0, scroll.Content.Size().Height-sight)
	y := scroll.Offset.Y
	switch page := max(0, sight-theme.Px(leafed)); key {
	case fyne.KeyPageUp:
		y -= page
	case fyne.KeyPageDown:
		y += page
	case fyne.KeyHome:
		y = 0
	case fyne.KeyEnd:
		y = most
	default:
		return false
	}
	scroll.ScrollToOffset(fyne.NewPos(scroll.Offset.X, min(max(0, y), most)))
	return true
}
