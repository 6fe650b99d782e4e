package pagetest_test

import (
	"image"
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

func TestAPictureShowsThePageHoweverLongAgoTheLastOneWas(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		time.Sleep(100 * 365 * 24 * time.Hour) // past every moment at which Fyne tidied up before
		test.NewCanvas().Capture()
		soon := drawn(t)
		time.Sleep(time.Hour)
		if late := drawn(t); !same(soon, late) {
			t.Error("what is drawn an hour later is another picture")
		}
	})
}

// drawn is the picture of a page that is made now.
func drawn(t *testing.T) image.Image {
	pagetest.Begin(t, theme.Light)
	w := test.NewTempWindow(t, widgets.NewButton(widgets.Plain, "Maija Korhonen", nil))
	w.Resize(fyne.NewSize(200, 40))
	return w.Canvas().Capture()
}

func same(a, b image.Image) bool {
	if a.Bounds() != b.Bounds() {
		return false
	}
	for x := range a.Bounds().Dx() {
		for y := range a.Bounds().Dy() {
			if a.At(x, y) != b.At(x, y) {
				return false
			}
		}
	}
	return true
}
