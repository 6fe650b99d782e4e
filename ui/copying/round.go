// Package copying has the book copied while the window is open, so that there is
// a backup of each day. It has nothing of its own to show.
package copying

import (
	"context"
	"time"

	"ringback.app/app/backups"
	"ringback.app/ui/execute"
	"ringback.app/ui/widgets"
)

// Shelf keeps the copies. *backups.Shelf is one.
type Shelf interface {
	Keep(ctx context.Context) (backups.Copy, error)
}

// Window is what is asked of the window.
type Window interface {
	// Failed shows what went wrong.
	Failed(err error)
}

// Services are what it works with.
type Services struct {
	Shelf  Shelf
	Window Window
	Run    execute.Executor
	After  widgets.After
}

// The first look comes once the window has shown its first list; a window that
// is left open for days looks again each hour.
const (
	first = 3 * time.Second
	again = time.Hour
)

// Round looks whether today's copy is there. Its methods are called on the UI
// goroutine.
type Round struct {
	Services
	ctx    context.Context // ends with Close
	end    context.CancelFunc
	stop   func() // takes the next look back; nil: none is waited for
	failed bool   // the last look failed, and that was said
}

// New returns a round that has not begun.
func New(services Services) *Round {
	r := &Round{Services: services}
	r.ctx, r.end = context.WithCancel(context.Background())
	return r
}

// Start begins the round. It is called once.
func (r *Round) Start() { r.stop = r.After(first, r.look) }

// Close ends the round; a copy that is being made is given up.
func (r *Round) Close() {
	r.end()
	if r.stop != nil {
		r.stop()
		r.stop = nil
	}
}

func (r *Round) look() {
	r.stop = nil
	execute.Then(r.Run, func(context.Context) error {
		_, err := r.Shelf.Keep(r.ctx)
		return err
	}, func(err error) {
		if r.ctx.Err() != nil {
			return
		}
		// What fails each hour need not be said each hour.
		if err != nil && !r.failed {
			r.Window.Failed(err)
		}
		r.failed = err != nil
		r.stop = r.After(again, r.look)
	})
}
