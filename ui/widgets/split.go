package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"ringback.app/ui/theme"
)

// Split puts two things side by side with a thin line between them that can be
// dragged.
type Split struct {
	widget.BaseWidget
	left, right fyne.CanvasObject
	divider     *divider
	width       float32 // of the left, at the normal text size
	least       float32 // of either side
	moved       func(width float32)

	back   fyne.CanvasObject // leads to the left one; nil if it never folds
	folded bool              // there is room for one side only
	onLeft bool              // and that is the left one
}

// NewSplit returns the two with the left one that wide. Moved is called with
// the new width when the line was dragged; it may be nil.
func NewSplit(left, right fyne.CanvasObject, width float32, moved func(width float32)) *Split {
	s := &Split{left: left, right: right, width: width, least: 240, moved: moved}
	s.divider = &divider{of: s}
	s.divider.ExtendBaseWidget(s.divider)
	s.ExtendBaseWidget(s)
	return s
}

// Fold lets the split show one side at a time where there is no room for both:
// the right one, with back above it, until ShowLeft chooses the other.
func (s *Split) Fold(back fyne.CanvasObject) {
	s.back = back
	s.Refresh()
}

// Folded tells whether there is room for one side only.
func (s *Split) Folded() bool { return s.folded }

// RightOnly tells whether the right side is all that is shown.
func (s *Split) RightOnly() bool { return s.folded && !s.onLeft }

// ShowLeft chooses the side that is shown where there is room for one only.
func (s *Split) ShowLeft(left bool) {
	if s.onLeft != left {
		s.onLeft = left
		s.BaseWidget.Refresh()
	}
}

// Refresh shows both sides anew too, since the sizes may have changed.
func (s *Split) Refresh() {
	s.left.Refresh()
	s.right.Refresh()
	s.BaseWidget.Refresh()
}

// Width returns the width of the left one, at the normal text size.
func (s *Split) Width() float32 { return s.width }

// dividerReach is how far from the line the pointer takes hold of it.
const dividerReach = 4

// CreateRenderer is Fyne's.
func (s *Split) CreateRenderer() fyne.WidgetRenderer {
	d := &drawing{of: s}
	d.paint = func() {
		d.objects = []fyne.CanvasObject{s.left, s.right, s.divider}
		if s.back != nil {
			d.objects = append(d.objects, s.back)
		}
	}
	d.layout = s.arrange
	d.min = func() fyne.Size {
		l, r := s.left.MinSize(), s.right.MinSize()
		if s.back != nil {
			return l.Max(r)
		}
		return fyne.NewSize(l.Width+r.Width+1, max(l.Height, r.Height))
	}
	return d.start()
}

func (s *Split) arrange(size fyne.Size) {
	s.folded = s.back != nil && size.Width < s.leastOf(s.left)+s.leastOf(s.right)+1
	shown(s.left, !s.folded || s.onLeft)
	shown(s.right, !s.folded || !s.onLeft)
	shown(s.divider, !s.folded)
	if s.back != nil {
		shown(s.back, s.folded && !s.onLeft)
	}
	if s.folded {
		top := s.back.MinSize().Height
		Place(s.back, 0, 0, size.Width, top)
		Place(s.left, 0, 0, size.Width, size.Height)
		Place(s.right, 0, top, size.Width, max(0, size.Height-top))
		return
	}
	x := s.clamp(theme.Px(s.width), size.Width)
	reach := theme.Px(dividerReach)
	Place(s.left, 0, 0, x, size.Height)
	Place(s.right, x+1, 0, max(0, size.Width-x-1), size.Height)
	Place(s.divider, x-reach, 0, 2*reach+1, size.Height)
}

// shown shows or hides an object, if it is not so yet.
func shown(o fyne.CanvasObject, show bool) {
	switch {
	case show && !o.Visible():
		o.Show()
	case !show && o.Visible():
		o.Hide()
	}
}

func (s *Split) leastOf(side fyne.CanvasObject) float32 {
	return max(theme.Px(s.least), side.MinSize().Width)
}

func (s *Split) clamp(x, room float32) float32 {
	return max(min(max(x, s.leastOf(s.left)), room-s.leastOf(s.right)-1), 0)
}

// divider is the line between the two sides of a Split.
type divider struct {
	widget.BaseWidget
	of      *Split
	hovered bool
}

// CreateRenderer is Fyne's.
func (v *divider) CreateRenderer() fyne.WidgetRenderer {
	line := canvas.NewRectangle(nil)
	d := &drawing{of: v, objects: []fyne.CanvasObject{line}}
	d.paint = func() {
		name := theme.ColorLine
		if v.hovered {
			name = theme.ColorAccent
		}
		box(line, name, theme.ColorClear, 0)
	}
	d.layout = func(size fyne.Size) { Place(line, theme.Px(dividerReach), 0, 1, size.Height) }
	d.min = func() fyne.Size { return fyne.NewSize(2*theme.Px(dividerReach)+1, 1) }
	return d.start()
}

// Dragged moves the line.
func (v *divider) Dragged(e *fyne.DragEvent) {
	s := v.of
	s.width = s.clamp(v.Position().X+theme.Px(dividerReach)+e.Dragged.DX, s.Size().Width) / theme.Px(1)
	s.BaseWidget.Refresh()
}

// DragEnd tells where the line is now.
func (v *divider) DragEnd() {
	if v.of.moved != nil {
		v.of.moved(v.of.width)
	}
}

// Cursor shows that the line can be moved.
func (v *divider) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// MouseIn shows the line in the accent.
func (v *divider) MouseIn(*desktop.MouseEvent) {
	v.hovered = true
	v.Refresh()
}

// MouseMoved does nothing.
func (v *divider) MouseMoved(*desktop.MouseEvent) {}

// MouseOut shows the line as it was.
func (v *divider) MouseOut() {
	v.hovered = false
	v.Refresh()
}
