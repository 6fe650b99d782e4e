package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
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

func TestWhatIsTypedGoesOnFromWordsThatWereFilledIn(t *testing.T) {
	test.NewTempApp(t)
	typed := func(text string) func(*widgets.Entry) {
		return func(e *widgets.Entry) {
			for _, r := range text {
				e.TypedRune(r)
			}
		}
	}
	tests := map[string]struct {
		filled string
		do     func(*widgets.Entry)
		want   string
	}{
		"a word":               {"A new lamp", typed("or money"), "A new lamp or money"},
		"with its own space":   {"A new lamp", typed(" or money"), "A new lamp or money"},
		"behind a space":       {"A new lamp ", typed("now"), "A new lamp now"},
		"a comma":              {"A new lamp", typed(", now"), "A new lamp, now"},
		"a bracket":            {"A new lamp", typed("(now)"), "A new lamp (now)"},
		"nothing stood before": {"", typed("A lamp"), "A lamp"},
		"what is marked gives way": {"A new lamp", func(e *widgets.Entry) {
			e.TypedShortcut(&fyne.ShortcutSelectAll{})
			typed("Money")(e)
		}, "Money"},
		"in the middle": {"A new lamp", func(e *widgets.Entry) {
			e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
			typed("x")(e)
		}, "xA new lamp"},
		"once they mended it": {"A new lamp", func(e *widgets.Entry) {
			e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
			typed("b")(e)
		}, "A new lamb"},
		"what was set anew is not what was filled in": {"A new lamp", func(e *widgets.Entry) {
			e.SetText("Four")
			e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
			typed("teen")(e)
		}, "Fourteen"},
		"what is pasted": {"A new lamp", func(e *widgets.Entry) {
			clipboard := test.NewClipboard()
			clipboard.SetContent("or money")
			e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
		}, "A new lamp or money"},
		"an empty clipboard": {"A new lamp", func(e *widgets.Entry) {
			e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: test.NewClipboard()})
		}, "A new lamp"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			e := widgets.NewEntry("")
			w := test.NewTempWindow(t, e)
			e.FillIn(tt.filled)
			w.Canvas().Focus(e)
			tt.do(e)
			if e.Text != tt.want {
				t.Errorf("%q, want %q", e.Text, tt.want)
			}
		})
	}
}
