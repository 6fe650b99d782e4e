package widgets

import (
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
)

// After calls back once, on the window's goroutine, when the time has passed;
// stop takes that back.
type After func(d time.Duration, call func()) (stop func())

// RealAfter is the After of the real window.
func RealAfter(d time.Duration, call func()) (stop func()) {
	var stopped atomic.Bool // also of a call that waits for the window's goroutine already
	timer := time.AfterFunc(d, func() {
		fyne.Do(func() {
			if !stopped.Load() {
				call()
			}
		})
	})
	return func() {
		stopped.Store(true)
		timer.Stop()
	}
}

// Until returns the same, and what ends it: nothing that was asked of it comes
// after that.
func (a After) Until() (until After, end func()) {
	var ended atomic.Bool
	return func(d time.Duration, call func()) func() {
		return a(d, func() {
			if !ended.Load() {
				call()
			}
		})
	}, func() { ended.Store(true) }
}
