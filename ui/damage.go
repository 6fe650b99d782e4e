package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/ui/execute"
	"ringback.app/ui/widgets"
)

// damage says above every page that the book is damaged, or that another was copied
// over it, once that was met, and that its file was taken away, until it is back.
type damage struct {
	of      *Window
	content *fyne.Container
	met     error // nil: the book is whole, as far as anybody saw
	over    bool  // another file was copied over it
	gone    error // its file was taken away; nil: it is in its place

	bar *widgets.ProgressLine // how far it is put back; nil: it is not being put back
}

func newDamage(w *Window) *damage {
	d := &damage{of: w, content: container.NewStack()}
	d.content.Hide()
	return d
}

// meet says what is wrong with the book, and tells whether that was wrong and is
// news.
func (d *damage) meet(err error) bool {
	switch {
	case app.IsBookDamaged(err) && d.met == nil:
		d.met = err
	case app.IsBookOverwritten(err) && !d.over:
		d.over = true
	case app.IsBookGone(err) && d.gone == nil:
		d.gone = err
	default:
		return false
	}
	d.tell()
	return true
}

// found says that the book's file is where its name leads: nothing of what was said
// of it is so any more.
func (d *damage) found() {
	if d.gone == nil {
		return
	}
	d.of.toasts.Unsay(d.of.Voice.Error(d.gone))
	d.of.toasts.Unsay(d.of.unsaved(d.gone))
	d.gone, d.of.closing = nil, false
	d.tell()
	d.of.keepTyped()
}

func (d *damage) tell() {
	w := d.of
	said := widgets.Column(0)
	switch {
	case d.gone != nil && d.bar != nil:
		said.Add(widgets.NewWarningUnderWay(w.Voice.Say("window.gone.writing", nil), d.bar))
	case d.gone != nil:
		said.Add(widgets.NewWarning(w.Voice.Say("window.gone", nil), w.Voice.Say("window.gone.put-back", nil), d.putBack))
	}
	if d.over {
		said.Add(widgets.NewWarning(w.Voice.Say("window.overwritten", nil), "", nil))
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

func (d *damage) empty() bool { return d.met == nil && !d.over && d.gone == nil }

// leastProgress is how much further the work has to be to be said: a hundredth.
const leastProgress = 0.01

// putBack writes the book where it was.
func (d *damage) putBack() {
	if d.bar != nil {
		return
	}
	w, bar := d.of, widgets.NewProgressLine()
	d.bar = bar
	d.tell()
	var aside string
	execute.Then(w.Run, func(ctx context.Context) (err error) {
		said := 0.0
		aside, err = w.Book.PutBack(ctx, func(part float64) {
			if part >= said+leastProgress {
				said = part
				w.Run.UI(func() { bar.SetPart(part) })
			}
		})
		return err
	}, func(err error) {
		d.bar = nil
		if err != nil {
			d.tell()
			Beside{w}.Failed(err)
			return
		}
		d.found()
		w.Toast(w.Voice.Say("window.gone.back", app.Args{"Aside": aside}), nil)
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
	looked := false
	execute.Then(w.Run, func(context.Context) (err error) {
		err, looked = w.Book.InPlace(), true
		return err
	}, func(err error) {
		if !looked {
			return // nobody knows where it is
		}
		if !app.IsBookGone(err) {
			w.damage.found()
		}
		w.damage.meet(err)
	})
}

// keepAgain tries again to keep what could not be kept when it was typed. That it
// still cannot was said before.
func (w *Window) keepAgain() {
	execute.Then(w.Run, w.Book.KeepAgain, func(error) {})
}
