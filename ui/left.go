package ui

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/ui/execute"
	"ringback.app/ui/keeping"
	"ringback.app/ui/widgets"
)

// leftAfter is when it is said what was left unsaved when the program ended: the
// pages have brought back what they bring back by themselves.
const leftAfter = time.Second

// left is something that was left unsaved, and the page to go on with it.
type left struct {
	keeping.Left
	page Page
}

// readLeft reads what is left unsaved on all pages. With an error there may be more
// of it, and the error was said.
func (w *Window) readLeft(show func([]left, error)) {
	var all []left
	execute.Then(w.Run, func(ctx context.Context) (failed error) {
		for _, p := range w.pages.told() {
			one, ok := p.(Leaver)
			if !ok {
				continue
			}
			there, err := one.Left(ctx)
			if err != nil {
				failed = err
			}
			for _, l := range there {
				all = append(all, left{l, p})
			}
		}
		w.tellApart(all)
		return failed
	}, func(failed error) {
		w.Failed(failed)
		show(all, failed)
	})
}

// tellLeft names, once, what was left when the program ended, unless all of it is
// on show.
func (w *Window) tellLeft() {
	w.readLeft(func(all []left, _ error) {
		names, open := make([]string, len(all)), 0
		for i, l := range all {
			names[i] = l.What
			if l.Open() {
				open++
			}
		}
		if open == len(all) {
			return
		}
		w.toasts.Say(widgets.Toast{
			Text:   w.Voice.Say("window.left", app.Args{"What": strings.Join(names, " · ")}),
			Action: w.Voice.Say("window.left.go-on", nil), Key: w.capOf(fyne.KeyU), Do: w.showLeft,
		})
	})
}

// showLeft drops down what is left unsaved, to go on with; what is alone is gone
// on with at once.
func (w *Window) showLeft() {
	w.readLeft(func(all []left, failed error) {
		var items []widgets.MenuItem
		for _, l := range all {
			items = append(items, widgets.MenuItem{Text: l.What, Do: func() {
				w.overlay.close()
				w.goOn(l)
			}})
		}
		switch {
		case len(items) == 0 && failed != nil:
			w.toasts.Say(widgets.Toast{Text: w.Voice.Say("window.left.unknown", nil), Alarm: true})
		case len(items) == 0:
			w.Toast(w.Voice.Say("window.left.none", nil), nil)
		case len(items) == 1:
			items[0].Do()
		default:
			w.overlay.drop(widgets.NewMenu(items))
		}
	})
}

func (w *Window) goOn(l left) {
	w.Go(l.page)
	if l.GoOn != nil && !l.Open() {
		l.GoOn()
	}
}
