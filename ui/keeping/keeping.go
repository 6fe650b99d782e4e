// Package keeping keeps what is typed into a form, over a crash too, until it is
// on record.
package keeping

import (
	"context"
	"math"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/ui/execute"
	"ringback.app/ui/widgets"
)

// Wait is how long after a letter was typed the draft is on disk.
const Wait = 300 * time.Millisecond

// Write writes a draft as it was when it was made. It runs on any goroutine.
type Write func(ctx context.Context) error

// Keeper keeps the drafts of one form, or of one page. Its methods are called on
// the UI goroutine, but for Settle and for a Write, which may be called on any.
// The writes may come in any order: what is late never stands in the place of
// what is newer, or of what is on record.
type Keeper struct {
	run    execute.Executor
	after  widgets.After
	failed func(error)
	read   func() Write

	stop func() // takes the next keeping back; nil: none is waited for
	turn Turn   // of the last one made
	said bool   // that it cannot be kept was said

	tell   func(kept bool) // nil: nobody is told
	saving func(bool)      // says that the form is on its way into the book; nil: nobody does

	mu   sync.Mutex
	kept Turn // the turn that the book has; what comes before it is dropped
}

// Turn is a place in the order in which things were typed.
type Turn int

// ForGood comes after every other turn: nothing more is kept.
const ForGood Turn = math.MaxInt

// New returns a keeper. Read takes down what is typed now and returns what writes
// it, nil if there is nothing to write; failed is told that a draft cannot be
// kept, once until one can be.
func New(run execute.Executor, after widgets.After, failed func(error), read func() Write) *Keeper {
	return &Keeper{run: run, after: after, failed: failed, read: read}
}

// Tell has tell called whenever what is typed cannot be kept any more, and when it
// can again.
func (k *Keeper) Tell(tell func(kept bool)) { k.tell = tell }

// Sayer says the window's sentences.
type Sayer interface {
	Say(key string, args app.Args) string
}

// Line returns the line at the foot of the form that says whether what is typed is
// kept.
func (k *Keeper) Line(say Sayer) *widgets.Paragraph {
	line := widgets.NewParagraph("", widgets.Note.Aligned(fyne.TextAlignTrailing)).AtMost(2)
	k.Tell(func(kept bool) {
		if kept {
			line.SetText(say.Say("window.kept", nil))
		} else {
			line.SetText(say.Say("window.not-kept", nil))
		}
	})
	k.saving = func(saving bool) {
		if saving {
			line.SetText(say.Say("window.saving", nil))
		} else {
			k.tell(!k.said)
		}
	}
	k.tell(!k.said)
	return line
}

// Saving has the line say that the form is on its way into the book, or no more.
func (k *Keeper) Saving(saving bool) {
	if k.saving != nil {
		k.saving(saving)
	}
}

// Touch keeps what is typed soon, and not for every letter.
func (k *Keeper) Touch() {
	if k.stop != nil {
		return
	}
	k.stop = k.after(Wait, func() {
		k.stop = nil
		k.keep()
	})
}

// Now keeps what is typed without waiting, off the UI goroutine.
func (k *Keeper) Now() {
	k.End()
	k.keep()
}

func (k *Keeper) keep() {
	write := k.writing()
	if write == nil {
		return
	}
	execute.Then(k.run, write, func(err error) {
		if err != nil && !k.said {
			k.failed(err)
		}
		if changed := k.said != (err != nil); changed && k.tell != nil {
			k.tell(err == nil)
		}
		k.said = err != nil
	})
}

// Close keeps what is typed at once: the window goes, or the book is back. It returns
// when that is on disk.
func (k *Keeper) Close(ctx context.Context) error {
	k.End()
	write := k.writing()
	if write == nil {
		return nil
	}
	return k.Written(write(ctx))
}

// Written takes note that what is typed was written, if err is nil, and returns err.
func (k *Keeper) Written(err error) error {
	if err == nil && k.said {
		k.said = false
		if k.tell != nil {
			k.tell(true)
		}
	}
	return err
}

func (k *Keeper) writing() Write {
	write := k.read()
	if write == nil {
		return nil
	}
	k.turn++
	mine := k.turn
	return func(ctx context.Context) error {
		k.mu.Lock()
		defer k.mu.Unlock()
		if mine < k.kept {
			return nil
		}
		err := write(ctx)
		if err == nil {
			k.kept = mine
		}
		return err
	}
}

// Take returns the turn of what is about to go on record.
func (k *Keeper) Take() Turn {
	k.End()
	k.turn++
	return k.turn
}

// Settle runs what puts the form on record, and with it drops its draft, while
// no draft can be written between. Work tells whether it did: then what was typed
// before that turn comes too late.
func (k *Keeper) Settle(turn Turn, work func() (done bool, err error)) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	done, err := work()
	if done && err == nil {
		k.kept = max(k.kept, turn)
	}
	return err
}

// End takes back the keeping that is waited for.
func (k *Keeper) End() {
	if k.stop != nil {
		k.stop()
		k.stop = nil
	}
}
