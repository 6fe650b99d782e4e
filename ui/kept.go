package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/ui/theme"
)

// kept is what is remembered of the window from one start to the next.
type kept struct{ preferences fyne.Preferences }

// The names under which it is kept.
const (
	keptWidth  = "window.width"
	keptHeight = "window.height"
	keptLook   = "window.look"
	keptScale  = "window.text"
	keptFolder = "window.folder"
	keptExport = "window.folder.export"
)

// The size of the window at the first start.
const (
	firstWidth  = 1180
	firstHeight = 760
)

func (k kept) size() fyne.Size {
	return fyne.NewSize(
		max(leastWidth, float32(k.preferences.FloatWithFallback(keptWidth, firstWidth))),
		max(leastHeight, float32(k.preferences.FloatWithFallback(keptHeight, firstHeight))))
}

func (k kept) setSize(size fyne.Size) {
	k.preferences.SetFloat(keptWidth, float64(size.Width))
	k.preferences.SetFloat(keptHeight, float64(size.Height))
}

// sizeRests is how long the window's edge has rested when its size is kept.
const sizeRests = time.Second

// resized keeps the window's size, once it rests, for it may end without being
// closed; then the text is made to fit it.
func (w *Window) resized(size fyne.Size) {
	if w.stopResized != nil {
		w.stopResized()
		w.stopResized = nil
	}
	if size == w.kept.size() {
		return
	}
	w.stopResized = w.After(sizeRests, func() {
		before := w.kept.fitting()
		w.kept.setSize(size)
		if w.kept.fitting() != before {
			w.applyTheme()
		}
	})
}

func (k kept) look() theme.Look {
	switch look := theme.Look(k.preferences.String(keptLook)); look {
	case theme.Light, theme.Dark:
		return look
	}
	return theme.System
}

func (k kept) scale() float32 { return float32(k.preferences.FloatWithFallback(keptScale, 1)) }

// fitting is the scale of the text that was chosen, as far as the window has room
// for what every page shows at least.
func (k kept) fitting() float32 {
	size := k.size()
	return min(k.scale(), max(1, min(size.Width/leastWidth, size.Height/leastHeight)))
}

// Folder returns the folder in which a file was chosen last, "" for none.
func (w *Window) Folder() string { return w.kept.preferences.String(keptFolder) }

// SetFolder remembers the folder in which a file was chosen.
func (w *Window) SetFolder(folder string) { w.kept.preferences.SetString(keptFolder, folder) }

// Exports is the window as those who choose the place of an export see it: it
// has a folder of its own, since what goes out rarely goes where files come from.
type Exports struct{ *Window }

// Folder returns the folder that an export was written to last, "" for none.
func (e Exports) Folder() string { return e.kept.preferences.String(keptExport) }

// SetFolder remembers the folder that an export was written to.
func (e Exports) SetFolder(folder string) { e.kept.preferences.SetString(keptExport, folder) }

// textStep is how much larger or smaller the text gets at a time.
const textStep = 0.1

// Look returns the choice between light and dark.
func (w *Window) Look() theme.Look { return w.kept.look() }

// SetLook chooses between light and dark, and remembers it.
func (w *Window) SetLook(look theme.Look) {
	w.kept.preferences.SetString(keptLook, string(look))
	w.applyTheme()
}

// TextSize returns the factor of the text's size: 1 is the normal one.
func (w *Window) TextSize() float64 { return float64(w.kept.fitting()) }

// SetTextSize makes the text larger or smaller, within the theme's limits, and
// remembers it. In a window that is too small for it the text gets as large as
// there is room, and as large as asked for in a larger one.
func (w *Window) SetTextSize(scale float64) {
	w.kept.setSize(w.window.Canvas().Size())
	held := theme.New(w.Look(), float32(scale)).Scale()
	w.kept.preferences.SetFloat(keptScale, float64(held))
	full := w.Voice.Say("window.text.fits", nil)
	if w.kept.fitting() < held {
		w.Toast(full, nil)
	} else {
		w.toasts.Unsay(full)
	}
	w.applyTheme()
}

func (w *Window) applyTheme() { Dress(w.app) }
