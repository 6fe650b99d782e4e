package widgets_test

import (
	"image/color"
	"strings"
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

func TestTheWheelGoesThroughFields(t *testing.T) {
	long := strings.Repeat("words\n", 12)
	tests := map[string]struct {
		text  string
		turns int
		moved bool // the page
	}{
		"past a note that has nothing to scroll": {"", 1, true},
		"through a long note first":              {long, 1, false},
		"and on where the note ends":             {long, 20, true},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			inLight(t)
			note := widgets.NewNote("", 3)
			note.SetText(tt.text)
			page := container.NewVScroll(widgets.Column(0, note, widgets.Fixed(10, 2000, widgets.NewText("end", widgets.Body))))
			w := show(t, fyne.NewSize(400, 300), page)
			for range tt.turns {
				if page.Offset.Y == 0 {
					test.Scroll(w.Canvas(), fyne.NewPos(60, 50), 0, -20)
				}
			}
			if moved := page.Offset.Y > 0; moved != tt.moved {
				t.Errorf("the page is at %v", page.Offset.Y)
			}
		})
	}
}

func TestTheWheelGoesPastALine(t *testing.T) {
	inLight(t)
	line := widgets.NewEntry("")
	line.SetText(strings.Repeat("words ", 40))
	page := container.NewVScroll(widgets.Column(0, line, widgets.Fixed(10, 2000, widgets.NewText("end", widgets.Body))))
	w := show(t, fyne.NewSize(400, 300), page)
	test.Scroll(w.Canvas(), fyne.NewPos(60, 30), 0, -20)
	if page.Offset.Y == 0 {
		t.Error("the page stands still")
	}
}

func TestALongTextDoesNotRunInUnderTheLens(t *testing.T) {
	inLight(t)
	line := widgets.NewSearchField("", "")
	w := show(t, fyne.NewSize(300, 60), line)
	lens := func() (pixels []color.Color) {
		picture := w.Canvas().Capture()
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(line)
		for x := range 16 {
			for y := range 14 {
				pixels = append(pixels, picture.At(int(at.X)+8+x, int(at.Y)+10+y))
			}
		}
		return pixels
	}
	empty := lens()
	w.Canvas().Focus(line)
	test.Type(line, strings.Repeat("WM", 60))
	w.Canvas().Unfocus()
	for i, pixel := range lens() {
		if pixel != empty[i] {
			t.Fatalf("the text is drawn at %d, %d of the lens", i/14, i%14)
		}
	}
}

func TestAPersonGoesOnBehindWhatWasTypedForThem(t *testing.T) {
	test.NewTempApp(t)
	for text, want := range map[string]string{"": "x", "Ngọc": "Ngọcx", "one\nδύο": "one\nδύοx", "one\n": "one\nx"} {
		e := widgets.NewNote("", 3)
		show(t, fyne.NewSize(400, 200), e)
		e.TypeIn(text)
		e.TypedRune('x')
		if e.Text != want {
			t.Errorf("%q became %q", text, e.Text)
		}
	}
}
