package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// wheel lies over an entry and takes the mouse wheel's turns. Fyne gives them to
// the entry's own scroll, which keeps them even where it has nothing to scroll:
// the page would stand still as soon as a field comes under the pointer.
type wheel struct {
	widget.BaseWidget
	of    *Entry
	inner *container.Scroll // of the entry; nil if it does not scroll
}

func newWheel(of *Entry, objects []fyne.CanvasObject) *wheel {
	w := &wheel{of: of}
	for _, o := range objects {
		if s, ok := o.(*container.Scroll); ok {
			w.inner = s
		}
	}
	w.ExtendBaseWidget(w)
	return w
}

// CreateRenderer is Fyne's. There is nothing to see.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// Scrolled scrolls the entry as far as it goes, and then what the entry is in.
func (w *wheel) Scrolled(turn *fyne.ScrollEvent) {
	if w.inner != nil && (w.of.MultiLine || turn.Scrolled.DX != 0) {
		before := w.inner.Offset
		w.inner.Scrolled(turn)
		if w.inner.Offset != before {
			return
		}
	}
	c := canvasOf(w.of)
	if c == nil || c.Content() == nil {
		return
	}
	if around, _ := scrollAround(c.Content(), w.of, nil); around != nil {
		around.Scrolled(turn)
	}
}
