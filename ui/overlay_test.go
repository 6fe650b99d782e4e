package ui_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
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

func TestASearchThatIsGivenUpGivesTheKeyboardBack(t *testing.T) {
	s := newShop(t, theme.Light)
	field, button := s.search(t), widgets.NewButton(widgets.Primary, "Choose", func() {})
	s.today.content.(*fyne.Container).Add(button)
	for name, was := range map[string]fyne.Focusable{"a button": button, "nothing": nil} {
		s.canvas().Unfocus()
		s.Focus(was)
		s.presses(fyne.KeyK)
		if s.canvas().Focused() != fyne.Focusable(field) {
			t.Fatalf("%s: the search has not got the keyboard", name)
		}
		pagetest.Type(s.canvas(), "ma")
		pagetest.Keys(s.canvas(), fyne.KeyEscape)
		if now := s.canvas().Focused(); now != was {
			t.Errorf("%s had the keyboard, and now %T", name, now)
		}
	}
}

func TestThePageOnShowIsTurnedToOnceMoreUnlessSomebodyIsAtWorkInIt(t *testing.T) {
	s := newShop(t, theme.Light)
	s.presses(fyne.Key2)
	s.customers.told = nil
	s.presses(fyne.Key2)
	if got := strings.Join(s.customers.told, ", "); got != "hidden, shown" {
		t.Errorf("Customers was told %q", got)
	}
	s.customers.told = nil
	s.Focus(s.search(t))
	s.presses(fyne.Key2)
	if len(s.customers.told) != 0 {
		t.Errorf("Customers was told %q while somebody types", s.customers.told)
	}
}

func TestNothingBehindAMenuIsSavedOrTakenBack(t *testing.T) {
	s := newShop(t, theme.Light)
	leave(s.today, "The note about Maija", true)
	leave(s.customers, "A purchase of Jan", false)
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyZ, fyne.KeyY} {
		s.Shortcut(fyne.KeyU)
		pagetest.Sees(t, s.Fyne().Content(), "The note about Maija")
		before := len(s.today.told)
		s.Shortcut(key)
		if told := s.today.told[before:]; len(told) > 0 || s.book.undone > 0 {
			t.Errorf("%s: Today was told %q; %d undone", key, told, s.book.undone)
		}
		pagetest.Keys(s.canvas(), fyne.KeyEscape)
	}
	s.Shortcut(fyne.KeyReturn)
	if !slices.Contains(s.today.told, "save") {
		t.Errorf("Today was told %q", s.today.told)
	}
}

func TestASentenceInThePlaceOfPeopleHasRoomForAllOfIt(t *testing.T) {
	s := newShop(t, theme.Light)
	s.book.err = &app.Error{Code: app.CodeStorage, Key: "error.book.storage", Args: app.Args{"Path": "/home/jim/shops/" + strings.Repeat("the corner shop ", 12)}}
	test.Type(s.search(t), "ma")
	said := s.Voice.Error(s.book.err)
	for _, o := range test.LaidOutObjects(s.Fyne().Content()) {
		if p, ok := o.(*widgets.Paragraph); ok && p.Visible() && p.Text() == said {
			if p.Size().Height < p.MinSize().Height {
				t.Errorf("%v high, and needs %v", p.Size().Height, p.MinSize().Height)
			}
			return
		}
	}
	t.Errorf("it is not said: %q", s.written())
}
