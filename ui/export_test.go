package ui

import "fyne.io/fyne/v2"

// Shortcut does what the window's shortcut with that key does: Fyne's canvas for
// tests knows no shortcuts.
func (w *Window) Shortcut(key fyne.KeyName) {
	for _, a := range w.acts {
		if a.key == key {
			w.press(a)
		}
	}
}

// RefusePaste does what the window does where more is pasted than a field takes.
func (w *Window) RefusePaste(s fyne.Shortcut) { w.refusePaste(s) }
