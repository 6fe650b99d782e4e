package widgets_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// noteForm is a form with a note and a button below it, in a window of that height.
func noteForm(t *testing.T, height float32) (w fyne.Window, note *widgets.Entry, below *widgets.Button, scroll *container.Scroll) {
	t.Helper()
	inLight(t)
	note, below = widgets.NewNote("", 2), widgets.NewButton(widgets.Plain, "Next call", nil)
	scroll, content := widgets.Growing(widgets.Column(8, widgets.Gap(0, 60), note, widgets.Gap(0, 60), below), note, 2)
	return show(t, fyne.NewSize(420, height), content), note, below, scroll
}

// pasted pastes the text into the note, which has the keyboard.
func pasted(w fyne.Window, note *widgets.Entry, text string) {
	w.Canvas().Focus(note)
	board := test.NewClipboard()
	board.SetContent(text)
	note.TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})
}

func TestANoteGrowsWithTheRoomAndWithTheWords(t *testing.T) {
	long := strings.Repeat("line\n", 7) + "end"
	tests := map[string]struct {
		height float32
		words  string
		lines  int
	}{
		"little room":                       {200, "", 2},
		"room for some more":                {330, "", 5},
		"much room":                         {900, "", 8},
		"little room and many words":        {200, long, 8},
		"much room and more words":          {900, strings.Repeat("line\n", 10) + "end", 11},
		"more words than anybody sees":      {900, strings.Repeat("line\n", 80) + "end", 14},
		"words that are broken into lines":  {200, strings.Repeat("word ", 60), 6},
		"room for more than the words need": {900, "one", 8},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			w, note, _, _ := noteForm(t, tt.height)
			pasted(w, note, tt.words)
			if want := widgets.NewNote("", tt.lines).MinSize().Height; note.Size().Height != want {
				t.Errorf("it is %.1f high, %d lines are %.1f", note.Size().Height, tt.lines, want)
			}
			pasted(w, note, "") // what was pasted goes again
			for range len(tt.words) {
				note.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
			}
			if tt.words != "" && tt.height == 200 && note.Size().Height != widgets.NewNote("", 2).MinSize().Height {
				t.Errorf("it is still %.1f high", note.Size().Height)
			}
		})
	}
}

func TestWhereSomebodyTypesStaysInSight(t *testing.T) {
	text := strings.Repeat("line\n", 40) + "end"
	tests := map[string]func(t *testing.T) (fyne.Window, *widgets.Entry){
		"in a note that grows": func(t *testing.T) (fyne.Window, *widgets.Entry) {
			w, note, _, _ := noteForm(t, 240)
			return w, note
		},
		"in one that does not": func(t *testing.T) (fyne.Window, *widgets.Entry) {
			inLight(t)
			note := widgets.NewNote("", 3)
			return show(t, fyne.NewSize(420, 240), widgets.Column(0, note)), note
		},
	}
	for name, make := range tests {
		t.Run(name, func(t *testing.T) {
			w, note := make(t)
			pasted(w, note, text)
			var inner *container.Scroll
			for _, o := range test.WidgetRenderer(note).Objects() {
				if s, ok := o.(*container.Scroll); ok {
					inner = s
				}
			}
			y := note.CursorPosition().Y - inner.Offset.Y
			if y < 0 || y > inner.Size().Height-10 {
				t.Errorf("the caret is at %.1f of the %.1f in sight", y, inner.Size().Height)
			}
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(note).Y + y
			if at < 0 || at > 220 {
				t.Errorf("the caret is at %.1f of the window", at)
			}
		})
	}
}

func TestWhatHasTheKeyboardStaysInSightWhenItsFormChanges(t *testing.T) {
	tests := map[string]func(w fyne.Window){
		"the window is made smaller": func(w fyne.Window) { w.Resize(fyne.NewSize(420, 160)) },
		"the text is made larger": func(w fyne.Window) {
			fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, 1.6))
			w.Content().Refresh()
		},
	}
	for name, change := range tests {
		t.Run(name, func(t *testing.T) {
			w, _, below, scroll := noteForm(t, 290)
			w.Canvas().Focus(below)
			if scroll.Offset.Y != 0 {
				t.Fatal("it does not fit to begin with")
			}
			change(w)
			end := below.Position().Y + below.Size().Height - scroll.Offset.Y
			if end > scroll.Size().Height {
				t.Errorf("it ends at %.1f of the %.1f in sight", end, scroll.Size().Height)
			}
		})
	}
}
