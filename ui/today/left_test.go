package today_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/ui/pagetest"
)

func TestEachNoteThatWasLeftIsNamedAndGoneOnWith(t *testing.T) {
	s := newShop(3)
	for n := range 2 {
		s.drafts[id(n)] = calling.Draft{Disposition: app.Talked, Verbatim: "Wobbles", Saved: morning}
	}
	d := begin(t, s)
	left, err := d.page.Left(t.Context())
	if err != nil || len(left) != 2 {
		t.Fatalf("left are %+v, %v", left, err)
	}
	names, closed := map[string]bool{}, 0
	for _, l := range left {
		names[l.What] = true
		if !l.Open() {
			closed++
		}
	}
	if !names["The note about Person A"] || !names["The note about Person B"] || closed != 1 {
		t.Errorf("left are %v, of which %d are not on show", names, closed)
	}
	for _, l := range left {
		l.GoOn()
		pagetest.Sees(t, d.page.Content(), "Wobbles")
		if !l.Open() {
			t.Errorf("%s was not opened", l.What)
		}
	}
}

func TestNotesAboutThoseWhoCannotBeReadAreNotTakenForGone(t *testing.T) {
	s := newShop(1)
	s.drafts[id(0)] = calling.Draft{Disposition: app.Talked, Verbatim: "Wobbles", Saved: morning}
	s.drafts[id(7)] = calling.Draft{Disposition: app.Talked, Verbatim: "Of somebody who is gone", Saved: morning}
	d := begin(t, s)
	if left, err := d.page.Left(t.Context()); err != nil || len(left) != 1 {
		t.Errorf("left are %v, %v", left, err)
	}
	s.unread = &app.Error{Code: app.CodeDamaged, Key: "error.book.damaged"}
	if left, err := d.page.Left(t.Context()); !app.IsBookDamaged(err) || len(left) > 0 {
		t.Errorf("left are %v, %v", left, err)
	}
}
