package opinions

import (
	"context"
	"sync"
	"time"

	"ringback.app/app/opinions"
)

// keepAfter is how long after a letter was typed the draft is on disk.
const keepAfter = 300 * time.Millisecond

// keeper keeps the card that is being typed, over a crash too, until it is on
// record.
type keeper struct {
	page *Page
	read func() opinions.Form // as it is typed now

	stop   func() // takes the next keeping back; nil: none is waited for
	turn   int    // counts keepings
	failed bool   // that it cannot be kept was said

	mu   sync.Mutex
	kept int // the turn that the book has; what comes late is dropped
}

// touch keeps the card soon, and not for every letter.
func (k *keeper) touch() {
	if k.stop != nil {
		return
	}
	k.stop = k.page.After(keepAfter, func() {
		k.stop = nil
		k.keep()
	})
}

// keep keeps the card as it is typed now, off the UI goroutine.
func (k *keeper) keep() {
	write := k.writing()
	k.page.Run.Go(func() {
		err := write(context.Background())
		k.page.Run.UI(func() {
			if err != nil && !k.failed {
				k.page.Window.Failed(err)
			}
			k.failed = err != nil
		})
	})
}

// writing returns what keeps the card as it is typed now. It may be called on
// any goroutine, and in any order with others of its kind.
func (k *keeper) writing() func(context.Context) error {
	k.turn++
	mine, desk, form := k.turn, k.page.Desk, k.read()
	return func(ctx context.Context) error {
		k.mu.Lock()
		defer k.mu.Unlock()
		if mine < k.kept {
			return nil
		}
		k.kept = mine
		return desk.KeepDraft(ctx, form)
	}
}

// settle runs what puts the card on record, and with it drops its draft, while
// no keeping can come between; what was to be kept before comes too late. The
// turn is that of taking, on the UI goroutine.
func (k *keeper) settle(turn int, work func() error) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	err := work()
	if err == nil {
		k.kept = max(k.kept, turn)
	}
	return err
}

// take counts the card that is about to go on record.
func (k *keeper) take() int {
	k.end()
	k.turn++
	return k.turn
}

// end takes back the keeping that is waited for.
func (k *keeper) end() {
	if k.stop != nil {
		k.stop()
		k.stop = nil
	}
}
