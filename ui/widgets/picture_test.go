package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// inLooks runs the test in light and in dark, each with an app of its own.
func inLooks(t *testing.T, run func(t *testing.T, look theme.Look)) {
	t.Helper()
	for _, look := range []theme.Look{theme.Light, theme.Dark} {
		t.Run(string(look), func(t *testing.T) {
			pagetest.App(t).Settings().SetTheme(theme.New(look, 1))
			run(t, look)
		})
	}
}

// assertPicture holds the object, on the page's ground and with room around it,
// against the picture of that name.
func assertPicture(t *testing.T, name string, look theme.Look, size fyne.Size, o fyne.CanvasObject) {
	t.Helper()
	w := show(t, size, o)
	test.AssertRendersToImage(t, name+"-"+string(look)+".png", w.Canvas())
}

// show puts the object in a window of that size.
func show(t *testing.T, size fyne.Size, o fyne.CanvasObject) fyne.Window {
	t.Helper()
	w := test.NewWindow(widgets.On(theme.ColorPage, widgets.Inset(o, 16, 16, 16, 16)))
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(size)
	return w
}

func assertWindow(t *testing.T, name string, look theme.Look, w fyne.Window) {
	t.Helper()
	test.AssertRendersToImage(t, name+"-"+string(look)+".png", w.Canvas())
}
