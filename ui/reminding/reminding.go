// Package reminding tells the person at the desk, while the window is open, of
// calls that come due: by a notification of the system, and by a toast that
// leads to the call. It has nothing of its own to show.
package reminding

import (
	"context"
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/app/reminders"
	"ringback.app/app/wording"
	"ringback.app/ui/execute"
	"ringback.app/ui/widgets"
)

// Reminders knows what came due and was not told yet. *reminders.Reminders is
// one.
type Reminders interface {
	Missed(ctx context.Context) ([]reminders.Notice, error)
	Due(ctx context.Context) ([]reminders.Notice, error)
}

// Book is what is asked of the book.
type Book interface {
	Plan(ctx context.Context) (app.Plan, error)
}

// Window is what is asked of the window.
type Window interface {
	// Offer shows a sentence for a while, with a button of that word.
	Offer(text, word string, do func())
	// Failed shows what went wrong.
	Failed(err error)
}

// Services are what it works with.
type Services struct {
	Reminders Reminders
	Book      Book
	Window    Window
	Clock     app.Clock
	Run       execute.Executor
	After     widgets.After

	// Notify sends a notification of the system. It is called off the UI
	// goroutine, since some systems take their time, and is given numbers and
	// hours only, never a name.
	Notify  func(title, body string)
	OnCall  func(customer app.ID) // shows the call card of a customer
	OnToday func()                // shows the call list
}

// Watch asks each minute what came due. Its methods are called on the UI
// goroutine.
type Watch struct {
	Services
	say    *wording.Voice
	ctx    context.Context // ends with Close
	end    context.CancelFunc
	stop   func() // takes the next look back; nil: none is waited for
	failed bool   // the last look failed, and that was said
}

// New returns a watch that has not begun.
func New(services Services, say *wording.Voice) *Watch {
	w := &Watch{Services: services, say: say}
	w.ctx, w.end = context.WithCancel(context.Background())
	return w
}

// Start tells what was missed while the program was off, and from then on what
// comes due. It is called once.
func (w *Watch) Start() { w.look(w.Reminders.Missed) }

// Close ends the watch. Nothing is shown afterwards.
func (w *Watch) Close(context.Context) error {
	w.end()
	if w.stop != nil {
		w.stop()
		w.stop = nil
	}
	return nil
}

// look asks off the UI goroutine and tells what it hears; then it waits for the
// next minute, so that two looks never meet.
func (w *Watch) look(ask func(context.Context) ([]reminders.Notice, error)) {
	w.stop = nil
	var heard []told
	execute.Then(w.Run, func(context.Context) error {
		notices, err := ask(w.ctx)
		heard = w.notify(notices)
		return err
	}, func(err error) {
		if w.ctx.Err() != nil {
			return
		}
		w.show(heard)
		w.fail(err)
		w.stop = w.After(w.untilNextMinute(), func() { w.look(w.Reminders.Due) })
	})
}

// untilNextMinute is never more than a minute, whatever the clock shows: one
// that is set while we wait is noticed a minute later at the most.
func (w *Watch) untilNextMinute() time.Duration {
	now := w.Clock()
	return now.Truncate(time.Minute).Add(time.Minute).Sub(now)
}

// told is a notice with the sentence it was told in.
type told struct {
	reminders.Notice
	sentence string
}

// notify sends a notification of each notice, and returns them as sentences.
func (w *Watch) notify(notices []reminders.Notice) []told {
	if len(notices) == 0 {
		return nil
	}
	zone := w.Clock().Location()
	if plan, err := w.Book.Plan(w.ctx); err == nil {
		zone = plan.Location()
	}
	all := make([]told, len(notices))
	for i, n := range notices {
		title, body := n.Text(w.say, zone)
		w.Notify(plain(title), plain(body))
		all[i] = told{n, w.say.Say("reminding.sentence", app.Args{"Title": title, "Body": body})}
	}
	return all
}

// show shows notices in the window, all at once, with a way to what they are about.
// How many calls the day has is on the call list anyway.
func (w *Watch) show(all []told) {
	var shown []string
	var call app.ID
	for _, n := range all {
		if n.Kind == reminders.Morning {
			continue
		}
		shown = append(shown, n.sentence)
		call = n.Customer
	}
	switch {
	case len(shown) == 0:
	case len(shown) == 1 && !call.IsZero():
		w.Window.Offer(shown[0], w.say.Say("reminding.call", nil), func() { w.OnCall(call) })
	default:
		w.Window.Offer(strings.Join(shown, " "), w.say.Say("reminding.today", nil), w.OnToday)
	}
}

// fail says what went wrong, once until it goes well again: what fails each
// minute need not be said each minute.
func (w *Watch) fail(err error) {
	if err != nil && !w.failed {
		w.Window.Failed(err)
	}
	w.failed = err != nil
}

// plain takes the signs out of a text that Windows would read as the end of a
// string in a script, since Fyne puts notifications into one there.
func plain(text string) string {
	return strings.NewReplacer("’", "'", "‘", "'", `"`, "", "“", "", "”", "", "„", "", "$", "", "`", "").Replace(text)
}
