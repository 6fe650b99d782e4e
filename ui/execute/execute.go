// Package execute says where work runs: off the window's goroutine, or on it.
// Pages are given an Executor, so that their tests have no goroutines.
package execute

import "fyne.io/fyne/v2"

// Executor runs work in one of the two places.
type Executor interface {
	// Go runs the work off the window's goroutine. It must not touch a widget.
	Go(work func())
	// UI runs the work on the window's goroutine, some time soon.
	UI(work func())
}

// Aside returns the Executor of the real window: a goroutine for each Go, and
// Fyne's own queue for UI. Work that panics on a goroutine ends there and not the
// program with what is being typed; failed is told, on that goroutine, what was
// thrown.
func Aside(failed func(thrown any)) Executor { return aside{failed} }

type aside struct{ failed func(thrown any) }

func (a aside) Go(work func()) {
	go func() {
		defer func() {
			if thrown := recover(); thrown != nil {
				a.failed(thrown)
			}
		}()
		work()
	}()
}

func (aside) UI(work func()) { fyne.Do(work) }
