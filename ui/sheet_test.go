package ui_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// sheet is a sheet that notes what it is told.
type sheet struct {
	*page
	first *widgets.Entry
}

func (s sheet) Content() fyne.CanvasObject { return s.first }
func (s sheet) First() fyne.Focusable      { return s.first }

func TestASheetHasEveryKeyAndShortcutToItself(t *testing.T) {
	s := newShop(t, theme.Light)
	over := sheet{newPage("Sheet"), widgets.NewEntry("")}
	s.today.told = nil
	takeAway := s.ShowSheet(over)
	if s.canvas().Focused() != fyne.Focusable(over.first) {
		t.Error("it has not got the focus")
	}
	for _, key := range []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.KeyI, fyne.KeyN, fyne.KeyK, fyne.KeyZ, fyne.KeyF1, fyne.KeyQ, fyne.KeyReturn} {
		s.Shortcut(key)
	}
	s.key(fyne.KeyF1)
	s.key(fyne.KeyDown)
	s.canvas().OnTypedRune()('1')
	s.key(fyne.KeyEscape)
	if want := []string{"save", "key F1", "key Down", "rune 1", "back"}; !slices.Equal(over.told, want) {
		t.Errorf("the sheet was told %q, want %q", over.told, want)
	}
	if len(s.today.told) != 0 || s.book.undone != 0 {
		t.Errorf("behind it the page was told %q, and %d changes undone", s.today.told, s.book.undone)
	}
	takeAway()
	takeAway()
	s.canvas().OnTypedRune()('1')
	s.Shortcut(fyne.KeyReturn)
	if want := []string{"rune 1", "save"}; !slices.Equal(s.today.told, want) {
		t.Errorf("afterwards the page was told %q, want %q", s.today.told, want)
	}
}
