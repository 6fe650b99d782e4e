package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/ui/theme"
)

// sightMargin is kept free above and below what is brought into sight, for the
// label of a field and the line below it.
const sightMargin = 28

// BringIntoSight scrolls what scrolls around the object as little as is needed
// to see it: whoever moves the focus by the keyboard sees where it went.
func BringIntoSight(o fyne.CanvasObject) { bringIntoSight(o, 0, o.Size().Height) }

// bringIntoSight does so for a part of the object: where it begins, and how high it
// is.
func bringIntoSight(o fyne.CanvasObject, from, height float32) {
	c := canvasOf(o)
	if c == nil || c.Content() == nil {
		return
	}
	scroll, _ := scrollAround(c.Content(), o, nil)
	if scroll == nil {
		return
	}
	where := fyne.CurrentApp().Driver().AbsolutePositionForObject
	margin := theme.Px(sightMargin)
	top := where(o).Y - where(scroll.Content).Y + from - margin
	bottom, y := top+height+2*margin, scroll.Offset.Y
	switch sight := scroll.Size().Height; {
	case top < y:
		if y = top; y < margin { // what is left above is the edge of the page
			y = 0
		}
	case bottom > y+sight:
		y = min(bottom, scroll.Content.Size().Height) - sight
	default:
		return
	}
	scroll.ScrollToOffset(fyne.NewPos(scroll.Offset.X, max(0, y)))
}

// scrollAround returns the innermost scroll that the object is in, and whether
// the object was found at all.
func scrollAround(in, o fyne.CanvasObject, scroll *container.Scroll) (*container.Scroll, bool) {
	if in == o {
		return scroll, true
	}
	if !in.Visible() {
		return nil, false
	}
	var inside []fyne.CanvasObject
	switch x := in.(type) {
	case *fyne.Container:
		inside = x.Objects
	case *container.Scroll:
		inside, scroll = []fyne.CanvasObject{x.Content}, x
	case holder:
		inside = x.holds()
	}
	for _, one := range slices.Backward(inside) {
		if found, ok := scrollAround(one, o, scroll); ok {
			return found, true
		}
	}
	return nil, false
}

// holder is a widget with other objects in it that can have the focus.
type holder interface{ holds() []fyne.CanvasObject }

func (c *composite) holds() []fyne.CanvasObject { return []fyne.CanvasObject{c.content} }
func (s *Split) holds() []fyne.CanvasObject     { return []fyne.CanvasObject{s.left, s.right} }
