package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/ui/execute"
	"ringback.app/ui/widgets"
)

// damage says above every page that the book is damaged, once that was met, and
// that its file was taken away, until it is back.
type damage struct {
	of      *Window
	content *fyne.Container
	met     error // nil: the book is whole, as far as anybody saw
	gone    bool  // its file was taken away
	busy    bool  // and is being put back
}

func newDamage(w *Window) *damage {
	d := &damage{of: w, content: container.NewStack()}
	d.content.Hide()
	return d
}

// meet says from now on that the book is damaged, and tells whether that is news.
func (d *damage) meet(err error) bool {
	if d.met != nil {
		return false
	}
	d.met = err
	d.tell()
	return true
}

// lose says whether the book's file was taken away, and tells whether that is news.
func (d *damage) lose(gone bool) bool {
	if d.gone == gone {
		return false
	}
	d.gone = gone
	d.tell()
	return true
}

func (d *damage) tell() {
	w := d.of
	said := widgets.Column(0)
	if d.gone {
		said.Add(widgets.NewWarning(w.Voice.Say("window.gone", nil), w.Voice.Say("window.gone.put-back", nil), d.putBack))
	}
	if d.met != nil {
		word := ""
		if w.OnDamaged != nil {
			word = w.Voice.Say("window.damaged.copy", nil)
		}
		said.Add(widgets.NewWarning(w.Voice.Say("window.damaged", nil), word, func() { w.OnDamaged(d.met) }))
	}
	d.content.Objects = []fyne.CanvasObject{said}
	if d.empty() {
		d.content.Hide()
	} else {
		w.reveal(d.content)
	}
	w.window.Content().Refresh()
}

func (d *damage) empty() bool { return d.met == nil && !d.gone }

// putBack writes the book where it was.
func (d *damage) putBack() {
	if d.busy {
		return
	}
	d.busy = true
	w := d.of
	execute.Then(w.Run, w.Book.PutBack, func(err error) {
		d.busy = false
		if err != nil {
			Beside{w}.Failed(err)
			return
		}
		d.lose(false)
		w.closing = false
		w.Toast(w.Voice.Say("window.gone.back", nil), nil)
	})
}

// heightIn is how much of the height it takes at that width.
func (d *damage) heightIn(width float32) float32 {
	if d.empty() {
		return 0
	}
	d.content.Resize(fyne.NewSize(width, d.content.MinSize().Height))
	return d.content.MinSize().Height
}

// lookAfter finds out whether the book is where its name leads, so that nobody goes
// on for long with one that takes nothing.
func (w *Window) lookAfter() {
	w.Run.Go(func() {
		err := w.Book.InPlace()
		w.Run.UI(func() { w.damage.lose(app.IsBookGone(err)) })
	})
}

// keepAgain tries again to keep what could not be kept when it was typed. That it
// still cannot was said before.
func (w *Window) keepAgain() {
	execute.Then(w.Run, w.Book.KeepAgain, func(error) {})
}
