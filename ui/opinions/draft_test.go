package opinions_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/ui/theme"
)

// killed types a card and returns the page of the same book that was opened
// after the program was killed; nobody has seen it yet.
func killed(t *testing.T) *stage {
	t.Helper()
	s := open(t)
	s.types("12347", fyne.KeyReturn, fyne.KeyTab, fyne.KeyTab)
	s.types("One chair wobbles")
	s.pass()
	return build(t, s.shop.Shop, theme.Light, fyne.NewSize(1004, 708))
}

// has fails the test unless the book has the card that was typed, with whose it
// is.
func (s *stage) has() {
	s.t.Helper()
	again := show(s.t, s.shop.Shop, theme.Light, fyne.NewSize(1004, 708))
	again.sees("Maija Korhonen", "[One chair wobbles]")
}

func TestADraftOutlivesEveryWayToItsPage(t *testing.T) {
	for name, come := range map[string]func(*stage){
		"that is never seen": func(*stage) {},
		"by a key while it is read": func(s *stage) {
			s.run.Waits = true
			s.Shown()
			s.Type()
			s.Hidden()
			s.run.CatchUp()
		},
		"that is shown and left": func(s *stage) {
			s.Shown()
			s.Type()
			s.Hidden()
		},
		"that is left while its customer is read": func(s *stage) {
			s.Shown()
			s.run.Waits = true
			s.Type()
			s.Hidden()
			s.run.CatchUp()
		},
		"for a customer": func(s *stage) {
			s.run.Waits = true
			s.Shown()
			s.TypeFor(maija.ID)
			s.run.CatchUp()
			s.pass()
		},
		"for somebody else": func(s *stage) {
			s.run.Waits = true
			s.Shown()
			s.TypeFor(eleni.ID)
			s.run.CatchUp()
			s.pass()
			s.sees("Maija Korhonen", "[One chair wobbles]")
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := killed(t)
			come(s)
			s.has()
			if err := s.Close(t.Context()); err != nil {
				t.Fatal(err)
			}
			s.has()
			s.well()
		})
	}
}

func TestACardOfSomebodyElseIsBegunWhereThePersonSaysSo(t *testing.T) {
	s := killed(t)
	s.Shown()
	s.TypeFor(eleni.ID)
	if s.window.last() != "This card is of somebody else and is not on record yet." {
		t.Error(s.window.last())
	}
	s.window.take()
	s.sees("Ελένη Παπαδοπούλου")
	s.misses("One chair wobbles")
}

func TestACardSavedWhileItsDraftIsReadDropsNothing(t *testing.T) {
	s := killed(t)
	s.run.Waits = true
	s.Shown()
	s.types("12347")
	s.Save()
	if len(s.shop.Drafts) != 1 {
		t.Error("the draft is gone before anybody read it")
	}
	s.run.CatchUp()
}

func TestADraftThatCannotBeReadGivesWay(t *testing.T) {
	s := killed(t)
	s.shop.Drafts["draft.opinion"] = []byte("{")
	s.Shown()
	s.Hidden()
	if len(s.window.failed) != 1 || app.CodeOf(s.window.failed[0]) != app.CodeDamaged || len(s.shop.Drafts) != 0 {
		t.Errorf("%v, drafts %q", s.window.failed, s.shop.Drafts)
	}
}

func TestOnlyWhatIsKeptIsSaidToBe(t *testing.T) {
	s := open(t)
	s.shop.full = &app.Error{Code: app.CodeStorage, Key: "error.book.disk-full"}
	s.types("Maija")
	s.pass()
	s.sees("Not kept: save it before you close")
	s.misses("Kept as a draft")
	s.shop.full = nil
	s.types(" K")
	s.pass()
	s.sees("Kept as a draft while you type")
}
