package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"ringback.app/ui/widgets"
)

func TestWhatIsTypedTakesThePlaceOfWhatWasFilledIn(t *testing.T) {
	test.NewTempApp(t)
	read := func(text string) (string, string, string) { return text, "", "" }
	tests := map[string]struct {
		before func(f *widgets.ParsedField[string], w desktop.Mouseable)
		want   string
	}{
		"by a key":   {func(*widgets.ParsedField[string], desktop.Mouseable) {}, "5"},
		"by a click": {func(_ *widgets.ParsedField[string], m desktop.Mouseable) { m.MouseDown(&desktop.MouseEvent{}) }, "530"},
		"once they typed themselves": {func(f *widgets.ParsedField[string], _ desktop.Mouseable) {
			f.Entry().SetText("")
			f.Entry().TypedRune('7')
			f.Entry().FocusLost()
		}, "75"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f := widgets.NewParsedField("Days", "", read, nil)
			w := test.NewTempWindow(t, f)
			f.SetText("30")
			tt.before(f, f.Entry())
			w.Canvas().Focus(f.Entry())
			f.Entry().TypedRune('5')
			if f.Text() != tt.want {
				t.Errorf("%q, want %q", f.Text(), tt.want)
			}
		})
	}
}
