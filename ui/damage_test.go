package ui_test

import (
	"errors"
	"slices"
	"testing"

	"ringback.app/app"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
)

func TestThatTheBookIsDamagedIsSaidAboveEveryPageFromThenOn(t *testing.T) {
	s := newShop(t, theme.Light)
	var met []error
	s.OnDamaged = func(err error) { met = append(met, err) }
	unread := &app.Error{Code: app.CodeDamaged, Key: "error.book.damaged", Err: errors.New("page 7 says it is 0")}
	s.Failed(unread)
	s.aWhile()
	s.Go(s.customers)
	pagetest.Sees(t, s.Fyne().Content(), "The book is damaged", "The page Customers")
	bottom := s.Fyne().Canvas().Size().Height
	if o := s.customers.content; o.Size().Height >= bottom-60 || o.Size().Height < bottom/2 {
		t.Errorf("the page is %v high in a window of %v", o.Size().Height, bottom)
	}
	pagetest.Press(t, s.Fyne().Content(), "See the last good copy")
	if !slices.Equal(met, []error{unread}) {
		t.Errorf("asked for a copy because of %v", met)
	}
}

func TestADraftThatCannotBeReadIsNoDamageOfTheBook(t *testing.T) {
	s := newShop(t, theme.Light)
	s.Failed(&app.Error{Code: app.CodeDamaged, Key: "error.opinion.draft"})
	pagetest.Misses(t, s.Fyne().Content(), "The book is damaged")
}

func TestEachTimeThatDamageIsMetAgainIsSaid(t *testing.T) {
	s := newShop(t, theme.Light)
	unread := &app.Error{Code: app.CodeDamaged, Key: "error.book.damaged"}
	s.Failed(unread)
	pagetest.Misses(t, s.Fyne().Content(), "part of the file cannot be read")
	s.Failed(unread)
	pagetest.Sees(t, s.Fyne().Content(), "part of the file cannot be read")
}
