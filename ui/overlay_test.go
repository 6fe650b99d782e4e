package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
)

func TestAPageThatIsReadAnewLeavesTheKeyboardToTheMenuAboveIt(t *testing.T) {
	s := newShop(t, theme.Light)
	field := s.search(t)
	s.presses(fyne.KeyD) // the menu of the desk
	first := s.canvas().Focused()
	if first == nil {
		t.Fatal("the menu has not got the keyboard")
	}
	s.Focus(nil)
	s.Focus(field)
	if s.canvas().Focused() != first {
		t.Fatalf("%T has the keyboard", s.canvas().Focused())
	}
	pagetest.Keys(s.canvas(), fyne.KeyDown)
	if now := s.canvas().Focused(); now == nil || now == first {
		t.Error("Down does nothing in the menu")
	}
	pagetest.Keys(s.canvas(), fyne.KeyEscape)
	if s.canvas().Focused() != fyne.Focusable(field) {
		t.Errorf("when the menu is gone, %T has the keyboard", s.canvas().Focused())
	}
}
