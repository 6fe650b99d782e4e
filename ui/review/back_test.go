package review_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/review/reviewtest"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
)

func TestBackFromAPersonTheWordsAreAsTheyWere(t *testing.T) {
	s := newStage()
	for range 9 {
		s.behind = append(s.behind, reviewtest.Slow()...)
	}
	for i := range s.behind {
		s.behind[i].Customer = reviewtest.ID(byte(i + 1))
	}
	s.set(t, theme.Light, usual).Shown()
	pagetest.Press(t, s.Content(), "Show 25 more")
	s.keys(fyne.KeyReturn) // the seventh
	s.Hidden()
	s.canvas.Unfocus()
	s.Changed(app.Changed{})
	s.Shown()
	pagetest.Sees(t, s.Content(), "Show 9 more")
	s.keys(fyne.KeyReturn)
	if want := []app.ID{reviewtest.ID(7), reviewtest.ID(7)}; !slices.Equal(s.opened, want) {
		t.Errorf("opened %v", s.opened)
	}
	s.number("price") // another number begins anew
	s.keys(fyne.KeyReturn)
	pagetest.Sees(t, s.Content(), "Show 25 more")
}
