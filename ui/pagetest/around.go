package pagetest

import "fyne.io/fyne/v2"

// Window is the window around a page as the page knows it. It remembers what it
// was told.
type Window struct {
	Canvas   fyne.Canvas
	Toasts   []string
	Undos    []func() // what each toast offers; nil: nothing
	Failures []error
}

// Toast remembers the sentence, and what it offers to take back.
func (w *Window) Toast(text string, undo func()) {
	w.Toasts, w.Undos = append(w.Toasts, text), append(w.Undos, undo)
}

// Failed remembers what went wrong.
func (w *Window) Failed(err error) { w.Failures = append(w.Failures, err) }

// Focus gives the keyboard to the object; nil: to nobody.
func (w *Window) Focus(object fyne.Focusable) {
	if object == nil {
		w.Canvas.Unfocus()
		return
	}
	w.Canvas.Focus(object)
}

// Offers tells whether the last toast offers to take something back.
func (w *Window) Offers() bool { return len(w.Undos) > 0 && w.Undos[len(w.Undos)-1] != nil }

// TakeBack takes back what the last toast offers to.
func (w *Window) TakeBack() { w.Undos[len(w.Undos)-1]() }
