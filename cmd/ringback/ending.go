package main

import (
	"errors"
	"sync/atomic"
	"time"
)

// Where the last window has closed, the loop of the windows returns, and the program
// ends. Fyne 2.8.1 can wait for ever instead for what it was told of while the loop
// ended: then nothing is on show any more, and the book would stay locked until somebody
// ends the program from outside.

// How long the loop may take to return, and what is to be closed after that.
const (
	loopEndsWithin = 10 * time.Second
	closesWithin   = 5 * time.Second
)

// ending sees to it that the program ends with its windows.
type ending struct {
	windows atomic.Int32
	over    atomic.Bool    // the loop has returned
	exit    func(code int) // nil: whoever runs the windows sees to it
}

// opened tells that a window opened.
func (d *desktop) opened() { d.ending.windows.Add(1) }

// closed tells that a window closed. It may be called from anywhere.
func (d *desktop) closed() {
	if d.ending.windows.Add(-1) == 0 && d.ending.exit != nil {
		time.AfterFunc(loopEndsWithin, d.endIfStuck)
	}
}

// endIfStuck ends the program if no window is open and the loop has not returned.
func (d *desktop) endIfStuck() {
	if d.ending.windows.Load() > 0 || d.ending.over.Load() {
		return
	}
	d.log.Warn().Msg("the windows have closed, and their loop goes on: the program ends without it")
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		if err := errors.Join(d.end(), d.close()); err != nil {
			d.warn(err, "close the book")
		}
	}()
	select {
	case <-ended:
	case <-time.After(closesWithin):
	}
	d.ending.exit(exitDone)
}
