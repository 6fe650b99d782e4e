package widgets_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

func TestAFieldTakesNoMoreThanItHasRoomFor(t *testing.T) {
	most := widgets.MostTyped
	for name, tt := range map[string]struct {
		has, pasted int
		selected    bool
		want        int // letters in the field
	}{
		"as many as there may be":       {0, most, false, most},
		"one more":                      {0, most + 1, false, 0},
		"a megabyte behind a few words": {20, 1 << 20, false, 20},
		"a few words behind very many":  {most - 5, 10, false, most - 5},
		"in place of very many":         {most - 5, 10, true, 10},
	} {
		t.Run(name, func(t *testing.T) {
			test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
			entry := widgets.NewNote("", 3)
			w := test.NewTempWindow(t, entry)
			w.Resize(fyne.NewSize(700, 200))
			entry.SetText(words(tt.has))
			if tt.selected {
				entry.TypedShortcut(&fyne.ShortcutSelectAll{})
			}
			board := test.NewClipboard()
			board.SetContent(words(tt.pasted))
			entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})
			if got := len([]rune(entry.Text)); got != tt.want {
				t.Errorf("%d letters", got)
			}
		})
	}
}

// words are that many letters.
func words(letters int) string {
	return string([]rune(strings.Repeat("härlig ", letters/7+1))[:letters])
}
