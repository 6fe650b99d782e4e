package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/ui/widgets"
)

// Sheet lies over the window until it is answered. Meanwhile every key and every
// shortcut is its own.
type Sheet interface {
	// Content returns what it shows; it gets the size it asks for, as far as the
	// window has room.
	Content() fyne.CanvasObject
	// First returns what has the focus at first.
	First() fyne.Focusable
	KeyTaker
	RuneTaker
	Saver  // with Ctrl+Enter
	Backer // with Escape, or a press beside it
}

// AllSelecter is a sheet with a list of which all can be selected, with Ctrl+A
// where no text takes that.
type AllSelecter interface {
	SelectAll()
}

// ShowSheet lays a sheet over the window. It is one of Fyne's own overlays, so
// that Tab stays within it and what was there before keeps its focus for later.
// Taken away twice is taken away once.
func (w *Window) ShowSheet(s Sheet) (takeAway func()) {
	w.overlay.close()
	v := newVeil(s.Back)
	v.dim = true
	layer := container.NewStack(v, container.New(sheetLayout{}, s.Content()))
	before := w.sheet
	w.sheet = s
	w.window.Canvas().Overlays().Add(layer)
	w.window.Canvas().Focus(s.First())
	return func() {
		if w.sheet == s {
			w.sheet = before
		}
		w.window.Canvas().Overlays().Remove(layer)
	}
}

// sheetMargin is the room left around a sheet.
const sheetMargin = 24

// sheetLayout puts a sheet in the middle.
type sheetLayout struct{}

func (sheetLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (sheetLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	m := o[0].MinSize()
	width, height := min(m.Width, size.Width-2*sheetMargin), min(m.Height, size.Height-2*sheetMargin)
	widgets.Place(o[0], (size.Width-width)/2, (size.Height-height)/2, width, height)
}
