package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

func TestALineHasNoBarAtItsSideAtAnySizeOfText(t *testing.T) {
	for _, size := range []float32{0.9, 1, 1.1, 1.2, 1.3, 1.5, 2} {
		test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, size))
		line := widgets.NewSearchField("Find anyone", "Ctrl K")
		show(t, fyne.NewSize(900, 200), line)
		line.Resize(line.MinSize().AddWidthHeight(300, 0))
		scrolls := 0
		for _, o := range test.WidgetRenderer(line).Objects() {
			s, ok := o.(*container.Scroll)
			if !ok {
				continue
			}
			scrolls++
			if inside := s.Content.MinSize().Height; s.Direction != container.ScrollHorizontalOnly && inside > s.Size().Height {
				t.Errorf("at %v: %v high in %v", size, inside, s.Size().Height)
			}
		}
		if scrolls != 1 {
			t.Fatalf("%d parts of the line scroll", scrolls)
		}
	}
}
