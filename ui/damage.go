package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/ui/widgets"
)

// damage says above every page that the book is damaged, once that was met.
type damage struct {
	of      *Window
	content *fyne.Container
	met     error // nil: the book is whole, as far as anybody saw
}

func newDamage(w *Window) *damage {
	d := &damage{of: w, content: container.NewStack()}
	d.content.Hide()
	return d
}

// meet says so from now on, and tells whether that is news.
func (d *damage) meet(err error) bool {
	if d.met != nil {
		return false
	}
	d.met = err
	w, word := d.of, ""
	if w.OnDamaged != nil {
		word = w.Voice.Say("window.damaged.copy", nil)
	}
	d.content.Objects = []fyne.CanvasObject{
		widgets.NewWarning(w.Voice.Say("window.damaged", nil), word, func() { w.OnDamaged(d.met) }),
	}
	w.reveal(d.content)
	w.window.Content().Refresh()
	return true
}

// heightIn is how much of the height it takes at that width.
func (d *damage) heightIn(width float32) float32 {
	if d.met == nil {
		return 0
	}
	d.content.Resize(fyne.NewSize(width, d.content.MinSize().Height))
	return d.content.MinSize().Height
}
