package ui

import (
	"fyne.io/fyne/v2"

	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// The measures of the window at the normal text size.
const (
	railWidth    = 176
	railNarrow   = 56
	narrowBelow  = 900 // the rail shrinks to its icons
	headerHeight = 52
	leastWidth   = 640
	leastHeight  = 440
)

// frame lays out the rail, the header, what is said of a damaged book, and the
// page. The page gets what is left, whatever it would like, so that no page can
// make the window larger.
type frame struct{ of *Window }

func (f *frame) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(leastWidth, leastHeight)
}

func (f *frame) Layout(o []fyne.CanvasObject, size fyne.Size) {
	f.of.resized(size)
	rail, header, damage, body := o[0], o[1], o[2], o[3]
	narrow := size.Width < theme.Px(narrowBelow)
	f.of.rail.setNarrow(narrow)
	w, h := theme.Px(railWidth), theme.Px(headerHeight)
	if narrow {
		w = theme.Px(railNarrow)
	}
	widgets.Place(rail, 0, 0, w, size.Height)
	widgets.Place(header, w, 0, size.Width-w, h)
	said := f.of.damage.heightIn(size.Width - w)
	widgets.Place(damage, w, h, size.Width-w, said)
	widgets.Place(body, w, h+said, size.Width-w, size.Height-h-said)
}
