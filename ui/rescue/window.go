// Package rescue is the window that opens when the book does not, or proves to be
// damaged while it is open. It says what is wrong, and where the book is damaged, or
// not there any more, it offers the last good backup; where the book is in use, to
// try again.
package rescue

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/backups"
	"ringback.app/app/wording"
	"ringback.app/ui/execute"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// Services are what the window works with.
type Services struct {
	Clock app.Clock
	Run   execute.Executor
	// LastGood looks for the last good backup, off the UI goroutine; false: there
	// is none.
	LastGood func(ctx context.Context) (backups.Copy, bool)
	// Restore puts a backup in the place of the book, off the UI goroutine.
	Restore func(ctx context.Context, path string) error
	// Begin makes an empty book where one was lost, off the UI goroutine.
	Begin func(ctx context.Context) error
	// Again opens the book that was in use, off the UI goroutine.
	Again func(ctx context.Context) error
	// OnRestored goes on with the book. The window closes after it.
	OnRestored func()
	// OnClosed is told that the window closed; nil: nobody is.
	OnClosed func()
	// Book is the path of the book.
	Book string
	// Opened says that the book was open when it was found to be damaged.
	Opened bool
}

// Window says why the book does not open. Its methods are called on the UI
// goroutine.
type Window struct {
	Services
	say     *wording.Voice
	window  fyne.Window
	column  *fyne.Container
	offered *widgets.Paragraph
	problem *widgets.Paragraph
	why     string
	actions *fyne.Container
	ctx     context.Context // ends when the window closes
	busy    bool
	lost    bool // the book is not there any more
}

// New returns the window, not yet shown, about the error with which opening the
// book ended.
func New(fyneApp fyne.App, refused error, services Services, say *wording.Voice) *Window {
	w := &Window{Services: services, say: say, window: fyneApp.NewWindow(say.Say("window.title", nil)), lost: app.IsBookLost(refused)}
	ctx, end := context.WithCancel(context.Background())
	w.ctx = ctx
	w.offered = widgets.NewParagraph("", widgets.Muted)
	w.offered.Hide()
	w.problem = widgets.NewProblem()
	w.actions = container.NewStack()
	title := "rescue.title"
	switch {
	case w.Opened:
		title = "rescue.title.opened"
	case w.lost:
		title = "rescue.title.lost"
	case app.CodeOf(refused) == app.CodeBusy:
		title = "rescue.title.busy"
	}
	w.why = say.Error(refused)
	w.column = widgets.Column(12,
		widgets.NewText(say.Say(title, nil), widgets.Heading),
		widgets.NewParagraph(w.why, widgets.Body),
		w.offered, w.problem, widgets.Gap(0, 4), w.actions)
	w.window.SetPadded(false)
	w.window.SetContent(widgets.On(theme.ColorPage, widgets.Inset(widgets.Panel(w.column), 24, 24, 24, 24)))
	w.window.Resize(fyne.NewSize(width, height))
	w.window.SetOnClosed(func() {
		end()
		if w.OnClosed != nil {
			w.OnClosed()
		}
	})
	w.window.SetCloseIntercept(w.leave)
	w.window.Canvas().SetOnTypedKey(func(key *fyne.KeyEvent) {
		if key.Name == fyne.KeyEscape {
			w.leave()
		}
	})
	w.answer(nil)
	switch code := app.CodeOf(refused); {
	case w.lost || code == app.CodeDamaged:
		w.look()
	case code == app.CodeBusy:
		w.tell(say.Say("rescue.busy", nil))
		w.answer(widgets.NewButton(widgets.Primary, say.Say("rescue.again", nil), func() {
			w.goOn("rescue.trying", func() error { return w.Again(w.ctx) })
		}))
	}
	return w
}

// The size of the window at the normal text size.
const width, height = 640, 340

// Show shows the window.
func (w *Window) Show() { w.window.Show() }

// Fyne returns the window of the library.
func (w *Window) Fyne() fyne.Window { return w.window }

// leave closes the window for whoever wants that, however they do. It stays while it
// does what leads to a book: of what that does not bring along it has to say.
func (w *Window) leave() {
	if !w.busy {
		w.window.Close()
	}
}

// answer shows the buttons: what is best comes first and has the keyboard. Nil: that
// is to close the window.
func (w *Window) answer(best *widgets.Button, others ...*widgets.Button) {
	rank := widgets.Plain
	if best == nil {
		rank = widgets.Primary
	}
	ways := append(others, widgets.NewButton(rank, w.say.Say("rescue.close", nil), w.leave))
	if best == nil {
		slices.Reverse(ways)
	} else {
		ways = slices.Insert(ways, 0, best)
	}
	w.actions.Objects = []fyne.CanvasObject{widgets.ButtonRow(ways...)}
	w.column.Refresh()
	w.window.Canvas().Focus(ways[0])
}

// others are the ways out besides the last good backup.
func (w *Window) others() []*widgets.Button {
	if !w.lost {
		return nil
	}
	return []*widgets.Button{widgets.NewButton(widgets.Plain, w.say.Say("rescue.begin", nil), func() {
		w.goOn("rescue.beginning", func() error { return w.Begin(w.ctx) })
	})}
}

func (w *Window) tell(text string) {
	w.offered.SetText(text)
	w.offered.Show()
	w.column.Refresh()
}

// look offers the last good backup.
func (w *Window) look() {
	w.tell(w.say.Say("rescue.looking", nil))
	var last backups.Copy
	var found bool
	execute.Then(w.Run, func(context.Context) error {
		last, found = w.LastGood(w.ctx)
		return nil
	}, func(error) { // after a fault, as where there is none: the other ways out are there
		switch {
		case w.ctx.Err() != nil:
		case found:
			w.offer(last)
		default:
			none := "rescue.none"
			if w.lost {
				none = "rescue.none.lost"
			}
			w.tell(w.say.Say(none, app.Args{"Book": w.Book}))
			w.answer(nil, w.others()...)
		}
	})
}

// offer offers to go on from a backup.
func (w *Window) offer(last backups.Copy) {
	now := w.Clock()
	when := w.say.Moment(last.Taken, now)
	restore := widgets.NewButton(widgets.Primary, w.say.Say("rescue.restore", app.Args{"When": when}), func() {
		w.goOn("rescue.restoring", func() error { return w.Restore(w.ctx, last.Path) })
	})
	found := "rescue.found"
	if w.lost {
		found = "rescue.found.lost"
	}
	w.tell(w.say.Say(found, app.Args{"When": w.say.AtMoment(last.Taken, now)}))
	w.answer(restore, w.others()...)
}

// goOn does what leads to a book, saying so, and goes on with it.
func (w *Window) goOn(words string, do func() error) {
	if w.busy {
		return
	}
	w.busy = true
	w.problem.SetProblem("")
	w.tell(w.say.Say(words, nil))
	execute.Then(w.Run, func(context.Context) error { return do() }, func(err error) {
		w.busy = false
		if w.ctx.Err() != nil {
			return
		}
		if err != nil {
			w.refuse(w.say.Error(err))
			return
		}
		w.OnRestored()
		w.window.Close()
	})
}

// refuse says why it did not go on. What the window says already is in use still.
func (w *Window) refuse(why string) {
	if why == w.why {
		w.tell(w.say.Say("rescue.busy.still", nil))
		return
	}
	w.offered.Hide()
	w.problem.SetProblem(why)
	w.column.Refresh()
}
