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
