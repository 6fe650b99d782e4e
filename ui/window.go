// Package ui is the window around the pages: the rail, the search field, the
// shortcuts, the messages, and what is remembered of them from one start to the
// next. It knows pages only by the interfaces in pages.go; they are given to it.
package ui

import (
	"cmp"
	"context"
	"net/url"
	"strings"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/wording"
	"ringback.app/ui/execute"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// Book is what the window itself asks of the book.
type Book interface {
	Search(ctx context.Context, query string, limit int) ([]app.Found, error)
	Undo(ctx context.Context, batch app.ID, by string) (app.Applied, error)
	// LastDone returns what was done last of what can be undone.
	LastDone(ctx context.Context) (app.BatchInfo, error)
	Batch(ctx context.Context, id app.ID) (app.BatchInfo, error)
	Plan(ctx context.Context) (app.Plan, error)
	// InPlace returns an error of app.IsBookGone if the book's file was taken away,
	// and PutBack writes it again where it was; one of app.IsBookOverwritten if
	// another was copied over it, and of app.IsBookDamaged if it is none any more.
	InPlace() error
	// PutBack returns the name under which it kept what lay there, "" if nothing did.
	// Progress is told how far it has come, from 0 to 1.
	PutBack(ctx context.Context, progress func(part float64)) (aside string, err error)
	// KeepAgain writes what could not be kept when it was typed; nil: nothing of
	// that is left.
	KeepAgain(ctx context.Context) error
}

// Deps are what the window works with.
type Deps struct {
	Book  Book
	Voice *wording.Voice
	Clock app.Clock
	Run   execute.Executor
	After widgets.After // how it waits; widgets.RealAfter outside tests
	By    func() string // who sits at the desk; empty: the owner
	// OnDamaged offers the last good copy of a book that proved to be damaged; nil:
	// nothing can be offered.
	OnDamaged func(err error)
	OnClosed  func() // is told that the window closed; nil: nobody is
}

// Window is the window of Ringback. Its methods are called on the UI goroutine,
// but for Changed and Raise, which may be called from anywhere.
type Window struct {
	Deps
	app    fyne.App
	window fyne.Window
	kept   kept

	pages   Pages
	current Page
	before  Page // where Loyalty was opened from

	rail    *rail
	header  *header
	damage  *damage
	body    *fyne.Container // holds the current page
	found   *found
	toasts  *widgets.Toasts
	tips    *widgets.Tips
	overlay *overlay
	sheet   Sheet // over everything; nil: none
	acts    []act
	closing bool
	done    map[app.ID]bool // what was done to the book since the window opened, or since a customer was forgotten in it
	forgot  bool            // a customer was forgotten last, which nothing takes back
	undone  []undid         // what redo can bring back, the last one last
	taking  int             // how much is being taken back
	further bool            // whoever asked for it wants more to be

	left      atomic.Bool  // it has closed
	tellsDown bool         // the window tells of keys that go down
	down      fyne.KeyName // went down where nothing had the keyboard, and was not taken yet

	stopResized func() // the size is not kept yet
}

// Dress gives the program's windows the look and the size of the text as they
// were left.
func Dress(fyneApp fyne.App) {
	k := kept{fyneApp.Preferences()}
	fyneApp.Settings().SetTheme(theme.New(k.look(), k.fitting()))
}

// New returns the window, not yet shown and without pages. The look and the
// size of the text are as they were left.
func New(fyneApp fyne.App, deps Deps) *Window {
	w := &Window{Deps: deps, app: fyneApp, kept: kept{fyneApp.Preferences()}, done: make(map[app.ID]bool)}
	Dress(fyneApp)
	w.window = fyneApp.NewWindow(w.Voice.Say("window.title", nil))
	w.window.SetPadded(false)
	w.body = container.NewStack()
	w.toasts = widgets.NewToasts(w.After)
	w.tips = widgets.NewTips(w.After)
	w.overlay = newOverlay(w)
	w.found = newFound(w)
	w.header = newHeader(w)
	w.damage = newDamage(w)
	w.rail = newRail(w)
	w.window.SetContent(container.NewStack(
		container.New(&frame{w}, w.rail.content, w.header.content, w.damage.content, w.body),
		w.found.layer, w.toasts, w.overlay.layer, w.tips, widgets.NewClicks(deps.Clock, deps.After),
	))
	w.window.Resize(w.kept.size())
	w.window.SetOnDropped(func(_ fyne.Position, files []fyne.URI) { w.dropped(files) })
	w.window.SetCloseIntercept(w.Close)
	return w
}

// Show shows the window with its first page.
func (w *Window) Show() {
	w.header.tick()
	w.header.keepZone()
	if w.current == nil {
		w.Go(w.pages.Today)
	}
	w.window.Show()
	w.After(leftAfter, w.tellLeft)
}

// raisedWithin is how long a window that lives takes at most to come to the front.
const raisedWithin = time.Second

// Raise brings the window to the front: somebody started Ringback once more. It tells
// whether there is a window that came.
func (w *Window) Raise() bool {
	raised := make(chan struct{})
	w.Run.UI(func() {
		if w.left.Load() {
			return
		}
		w.window.Show()
		w.window.RequestFocus()
		close(raised)
	})
	select {
	case <-raised:
		return true
	case <-time.After(raisedWithin):
		return false
	}
}

// Close keeps what is being typed and how the window stands, and closes it. If
// something cannot be kept it says so, and closes when it is told again within the
// minute.
func (w *Window) Close() {
	if err := w.keep(); err != nil && !w.closing {
		w.closing = true
		w.stayOpen(err)
		return
	}
	w.leave()
}

// stayOpen says why the window does not close, and what closing it all the same
// costs.
func (w *Window) stayOpen(err error) {
	w.damage.meet(err)
	w.toasts.Say(widgets.Toast{Text: w.unsaved(err), Alarm: true})
}

// unsaved says what closing the window costs.
func (w *Window) unsaved(why error) string {
	return w.Voice.Say("window.close.unsaved", app.Args{"Why": w.Voice.Error(why)})
}

// Leave keeps what can be kept and closes the window all the same: another one
// takes its place.
func (w *Window) Leave() error {
	err := w.keep()
	w.leave()
	return err
}

// keep keeps how the window stands, and what is being typed. It returns what went
// wrong first.
func (w *Window) keep() (err error) {
	w.kept.setSize(w.window.Canvas().Size())
	if gone := w.Book.InPlace(); app.IsBookGone(gone) { // else nothing is lost with the window
		err = gone
	}
	w.stop()
	return cmp.Or(err, w.keepTyped(), w.Book.KeepAgain(context.Background()))
}

// stop stops what is under way: what is being typed is kept only after whatever is
// being written.
func (w *Window) stop() {
	for _, p := range w.pages.told() {
		if s, ok := p.(Stopper); ok {
			s.Stop(context.Background())
		}
	}
}

// keepTyped keeps what is being typed, and returns what went wrong first.
func (w *Window) keepTyped() (err error) {
	for _, p := range w.pages.told() {
		if c, ok := p.(Closer); ok {
			err = cmp.Or(err, c.Close(context.Background()))
		}
	}
	return err
}

func (w *Window) leave() {
	if w.left.Swap(true) {
		return
	}
	w.header.stop()
	w.window.Close()
	if w.OnClosed != nil {
		w.OnClosed()
	}
}

// Changed tells the pages that the book changed, and says so where something
// was taken back. It may be called from anywhere.
func (w *Window) Changed(c app.Changed) {
	w.Run.UI(func() {
		w.damage.found() // else it could not have been written
		if c.Plan {
			w.header.keepZone()
		}
		w.noteDone(c)
		w.pages.tell(c)
	})
}

// Toast shows a sentence for a while; undo, if not nil, is offered with it.
func (w *Window) Toast(text string, undo func()) {
	message := widgets.Toast{Text: text}
	if undo != nil { // it is on record: what failed here before was tried again, or given up
		message.Action, message.Key, message.Do = w.Voice.Say("window.undo", nil), w.capOf(fyne.KeyZ), undo
		message.About = w.current
	}
	w.toasts.Say(message)
}

// Offer shows a sentence for a while, with a button of that word.
func (w *Window) Offer(text, word string, do func()) {
	w.toasts.Say(widgets.Toast{Text: text, Action: word, Do: do})
}

// Failed shows what went wrong. What the person stopped themselves is no news
// to them; that the book is damaged, copied over, or gone, stays on show.
func (w *Window) Failed(err error) { w.fail(err, w.current) }

// Beside is the window for work that nobody at the desk asked for: what fails of it
// has nothing to do with the page on show.
type Beside struct{ *Window }

// Failed shows what went wrong, as that of the window does.
func (b Beside) Failed(err error) { b.fail(err, nil) }

func (w *Window) fail(err error, about Page) {
	if err == nil || app.CodeOf(err) == app.CodeCancelled {
		return
	}
	if w.damage.meet(err) {
		return
	}
	w.toasts.Say(widgets.Toast{Text: w.Voice.Error(err), Alarm: true, About: about})
}

// Copy puts the text on the clipboard and says so.
func (w *Window) Copy(text string) {
	w.app.Clipboard().SetContent(text)
	w.Toast(w.Voice.Say("window.copied", app.Args{"Text": text}), nil)
}

// Dial hands a number over to whatever dials on this machine. Whether anything
// does, nobody tells us.
func (w *Window) Dial(number string) {
	digits := strings.Map(func(r rune) rune {
		if r == '+' || r == '*' || r == '#' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, number)
	if err := w.app.OpenURL(&url.URL{Scheme: "tel", Opaque: url.PathEscape(digits)}); err != nil {
		w.Failed(&app.Error{Code: app.CodeInternal, Key: "error.window.dial", Args: app.Args{"Number": number}, Err: err})
	}
}

// Focus gives the keyboard to the object; nil: to nobody, so that the page's
// own keys work. What has it already is brought into sight again: it may have been
// scrolled away. Before a page is shown nobody gets it; and a page that is read
// anew below a menu gets it when the menu is gone.
func (w *Window) Focus(object fyne.Focusable) {
	if w.current == nil {
		return
	}
	if w.overlay.open() {
		w.overlay.was = object
		return
	}
	if object == nil {
		if w.sheet == nil { // else it is the sheet's focus that would go
			w.window.Canvas().Unfocus()
		}
		return
	}
	if shown, ok := object.(fyne.CanvasObject); ok && w.window.Canvas().Focused() == object {
		widgets.BringIntoSight(shown)
		return
	}
	w.window.Canvas().Focus(object)
}

// SetToCall shows in the rail how many people are left to call today.
func (w *Window) SetToCall(people int) { w.rail.setToCall(people) }

// SetToPutRight shows in the rail how many complaints are open, and in red how
// many of them are late.
func (w *Window) SetToPutRight(open, late int) { w.rail.setToPutRight(open, late) }

// Fyne returns the window as Fyne knows it.
func (w *Window) Fyne() fyne.Window { return w.window }

func (w *Window) dropped(files []fyne.URI) {
	if w.pages.Import == nil || w.sheet != nil {
		return
	}
	var paths []string
	for _, f := range files {
		if f.Scheme() == "file" {
			paths = append(paths, f.Path())
		}
	}
	if len(paths) > 0 {
		w.Go(w.pages.Import)
		w.pages.Import.Dropped(paths)
	}
}
