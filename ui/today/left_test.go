package today_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

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

func TestAnswersOfOnePersonAreNamedByTheirQuestionsAndEachIsGoneOnWith(t *testing.T) {
	s := newShop(2)
	complains(s)
	d := begin(t, s)
	d.keys("5")
	d.keys("tomorrow 16")
	d.pass(time.Second)
	d.press(fyne.KeyEscape)
	d.keys("9")
	d.keys("no ads")
	d.pass(time.Second)
	left, err := d.page.Left(t.Context())
	if err != nil || len(left) != 2 {
		t.Fatalf("left are %+v, %v", left, err)
	}
	open := map[string]bool{}
	for _, l := range left {
		if l.Apart == "" {
			t.Errorf("nothing tells %q from that of a namesake", l.What)
		}
		open[l.What] = l.Open()
	}
	if diff := cmp.Diff(map[string]bool{"When to call Person A back": false, "What Person A does not want to be called for": true}, open); diff != "" {
		t.Error(diff)
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

func TestAnAnswerIsGoneOnWithFromAnotherPage(t *testing.T) {
	for name, backwards := range map[string]bool{"the list first": false, "the list last": true} {
		t.Run(name, func(t *testing.T) {
			d := begin(t, newShop(2))
			d.keys("5")
			d.keys("tomorrow 16")
			d.press(fyne.KeyEscape, fyne.KeyDown)
			d.page.Hidden()
			left, err := d.page.Left(t.Context())
			if err != nil || len(left) != 1 {
				t.Fatalf("left are %+v, %v", left, err)
			}
			d.slow = true
			d.page.Shown()
			left[0].GoOn()
			if backwards {
				slices.Reverse(d.work)
			}
			d.catchUp()
			if !left[0].Open() {
				t.Error("only the card is shown")
			}
			pagetest.Sees(t, d.page.Content(), "[tomorrow 16]")
		})
	}
}
