package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

func TestWhatGetsTheFocusComesIntoSight(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	first, last := widgets.NewEntry(""), widgets.NewChoice([]widgets.Option{{Key: "a", Text: "A"}}, nil)
	check := widgets.NewCheck("tick", widgets.Body, nil)
	scroll := widgets.Scroll(widgets.Column(0, first, widgets.Gap(10, 900), check, widgets.Gap(10, 900), last))
	w := test.NewTempWindow(t, widgets.NewSplit(widgets.NewText("left", widgets.Body), scroll, 240, nil))
	w.Resize(fyne.NewSize(600, 300))
	for _, step := range []struct {
		focus     fyne.Focusable
		low, high float32
	}{{last, 1500, 2000}, {check, 600, 960}, {first, 0, 0}} {
		w.Canvas().Focus(step.focus)
		if y := scroll.Offset.Y; y < step.low || y > step.high {
			t.Errorf("scrolled to %v, want between %v and %v", y, step.low, step.high)
		}
	}
}
