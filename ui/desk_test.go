package ui_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/ui"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
)

func TestWhoSitsAtTheDeskIsChosenAndRemembered(t *testing.T) {
	a := test.NewTempApp(t)
	s := reopen(t, a)
	if s.AtDesk() != "" {
		t.Fatalf("%q sits here at first", s.AtDesk())
	}
	s.Shortcut(fyne.KeyD)
	for _, words := range []string{"Jim, the owner", "Anna", "Pekka"} {
		if !s.reads(words) {
			t.Fatalf("%q cannot be chosen: %q", words, s.written())
		}
	}
	before := len(s.today.told)
	pagetest.Keys(s.canvas(), fyne.KeyDown)
	pagetest.Keys(s.canvas(), fyne.KeyReturn)
	if s.AtDesk() != "Anna" || s.reads("Pekka") {
		t.Errorf("%q sits here, and the window shows %q", s.AtDesk(), s.written())
	}
	if !slices.Contains(s.today.told[before:], "changed") {
		t.Error("the pages were not told")
	}
	if again := reopen(t, a); again.AtDesk() != "Anna" {
		t.Errorf("%q sits here after a new start", again.AtDesk())
	}
}

func TestWhoLeftTheStaffCanStillBeSeenAtTheDesk(t *testing.T) {
	s := newShop(t, theme.Light)
	s.SetAtDesk("Ben")
	s.Shortcut(fyne.KeyD)
	if !s.reads("Ben") {
		t.Errorf("the window shows %q", s.written())
	}
}

func TestTheCountOfPutRightIsRedWhenSomethingIsLate(t *testing.T) {
	s := newShop(t, theme.Light)
	s.SetToPutRight(9, 8) // there is no such page, and nothing happens
	s.SetPages(ui.Pages{Today: s.today, PutRight: newPage("Right")})
	for _, tt := range []struct {
		open, late int
		want       string
	}{{5, 2, "2"}, {5, 0, "5"}} {
		s.SetToPutRight(tt.open, tt.late)
		if !s.reads(tt.want) {
			t.Errorf("%+v: the window shows %q", tt, s.written())
		}
	}
	s.SetToPutRight(0, 0)
	if s.reads("0") || s.reads("5") {
		t.Errorf("the window shows %q", s.written())
	}
	s.Changed(app.Changed{})
}
