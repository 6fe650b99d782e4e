package ui_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/ui/keeping"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
)

// leave has something left unsaved on a page.
func leave(p *page, what string, open bool) {
	p.left = append(p.left, keeping.Left{What: what, GoOn: func() { p.tell("goes on with " + what) }, Open: func() bool { return open }})
}

func TestAllThatWasLeftUnsavedIsNamedAtStartAndAKeyAway(t *testing.T) {
	s := newShop(t, theme.Light)
	leave(s.today, "The note about Maija", true)
	leave(s.customers, "A purchase of Jan", false)
	s.aWhile()
	pagetest.Sees(t, s.Fyne().Content(), "Not saved yet: The note about Maija · A purchase of Jan.")
	pagetest.Press(t, s.Fyne().Content(), "Go on")
	pagetest.Sees(t, s.Fyne().Content(), "The note about Maija", "A purchase of Jan")
	pagetest.Keys(s.canvas(), fyne.KeyDown, fyne.KeyReturn)
	if want := []string{"shown", "goes on with A purchase of Jan"}; !slices.Equal(s.customers.told, want) {
		t.Errorf("Customers was told %q, want %q", s.customers.told, want)
	}
	if slices.Contains(s.today.told, "goes on with The note about Maija") {
		t.Error("what is on show was opened again")
	}
}

func TestWhatIsNamedTheSameIsToldApart(t *testing.T) {
	s := newShop(t, theme.Light)
	for _, number := range []string{"040 1", "040 2"} {
		s.customers.left = append(s.customers.left, keeping.Left{What: "A purchase of Jan", Apart: number, Open: func() bool { return false }})
	}
	for _, wrong := range []string{"It came\nbroken", strings.Repeat("wobbles ", 100)} {
		s.customers.left = append(s.customers.left, keeping.Left{What: "What you typed", Apart: wrong, Open: func() bool { return false }})
	}
	s.today.left = append(s.today.left, keeping.Left{What: "The note about Maija", Apart: "040 3", Open: func() bool { return false }})
	s.aWhile()
	pagetest.Sees(t, s.Fyne().Content(), "Not saved yet: The note about Maija · A purchase of Jan (040 1) · A purchase of Jan (040 2)", "What you typed (It came broken) · What you typed (wobbles wobbles wobbles wobbles wobbles…).")
}

func TestWhatAloneIsLeftIsGoneOnWithAtOnce(t *testing.T) {
	s := newShop(t, theme.Light)
	leave(s.customers, "A purchase of Jan", false)
	s.aWhile()
	pagetest.Press(t, s.Fyne().Content(), "Go on")
	if want := []string{"shown", "goes on with A purchase of Jan"}; !slices.Equal(s.customers.told, want) {
		t.Errorf("Customers was told %q, want %q", s.customers.told, want)
	}
}

func TestOfWhatIsOnShowNothingIsSaid(t *testing.T) {
	s := newShop(t, theme.Light)
	leave(s.today, "The note about Maija", true)
	s.aWhile()
	pagetest.Misses(t, s.Fyne().Content(), "Not saved yet")
}

func TestWhereNotAllCanBeReadItIsNotSaidThatNothingIsLeft(t *testing.T) {
	for name, code := range map[string]app.Code{"the book is damaged": app.CodeDamaged, "the disk refuses": app.CodeStorage} {
		t.Run(name, func(t *testing.T) {
			s := newShop(t, theme.Light)
			s.customers.unread = &app.Error{Code: code, Key: "error.book.storage"}
			s.Shortcut(fyne.KeyU)
			pagetest.Sees(t, s.Fyne().Content(), "cannot be told")
			pagetest.Misses(t, s.Fyne().Content(), "Nothing you typed is unsaved")
		})
	}
}

func TestWhatCanBeReadIsGoneOnWithThoughNotAllCan(t *testing.T) {
	s := newShop(t, theme.Light)
	leave(s.customers, "A purchase of Jan", false)
	s.today.unread = &app.Error{Code: app.CodeDamaged, Key: "error.book.damaged"}
	s.Shortcut(fyne.KeyU)
	if want := []string{"shown", "goes on with A purchase of Jan"}; !slices.Equal(s.customers.told, want) {
		t.Errorf("Customers was told %q, want %q", s.customers.told, want)
	}
}
