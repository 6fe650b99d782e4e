package merging_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/merging"
	"ringback.app/ui/pagetest"
)

func TestTheTwoStandSideBySide(t *testing.T) {
	s := show(t, newDesk())
	s.Shown()
	s.sees(t, "In here twice?", "1 of 2", "They have the same phone 040 1234567.", "Maija Korhonen", "M. Korhonen",
		"4 purchases · 1 call · last bought 13 Nov", "nothing bought or said", "040 1234567 · mobile", "Care Co", "1 receipt is on both")
	if s.count() != 2 {
		t.Errorf("counted %v", s.counts)
	}
}

func TestPartsAreChosenAndMergedByTheKeyboardAlone(t *testing.T) {
	s := show(t, newDesk())
	s.Shown()
	s.key(fyne.KeyRight) // the name of the right one
	s.canvas.FocusNext()
	s.key(fyne.KeyLeft) // the phones of the left one
	s.Save()
	want := merging.Choices{merging.PartName: merging.TakeOther, merging.PartPhones: merging.TakeKept}
	if len(s.desk.merged) != 1 || len(s.desk.merged[0]) != 2 || s.desk.merged[0][merging.PartName] != want[merging.PartName] || s.desk.merged[0][merging.PartPhones] != want[merging.PartPhones] {
		t.Fatalf("merged %v, want %v", s.desk.merged, want)
	}
	s.sees(t, "Jan Nowak")
	if strings.Contains(s.texts(), " of ") || s.count() != 1 {
		t.Errorf("one pair is left: %s", s.texts())
	}
	if len(s.window.Toasts) != 1 || s.window.Toasts[0] != "M. Korhonen is one customer now." || !s.window.Offers() {
		t.Fatalf("said %q", s.window.Toasts)
	}
	s.window.TakeBack()
	if len(s.desk.undone) != 1 || s.desk.undone[0] != id(99) {
		t.Errorf("undone %v", s.desk.undone)
	}
}

func TestTwoPeopleAreNotOfferedAgainUntilThatIsTakenBack(t *testing.T) {
	s := show(t, newDesk())
	s.Shown()
	s.press(t, "They are two people")
	s.sees(t, "Jan Nowak")
	if s.count() != 1 || s.window.Toasts[0] != "Maija Korhonen and M. Korhonen stay two people." {
		t.Errorf("counted %v, said %q", s.counts, s.window.Toasts)
	}
	s.window.TakeBack()
	if s.count() != 2 {
		t.Errorf("taken back, and counted %v", s.counts)
	}
}

func TestLaterGoesRound(t *testing.T) {
	s := show(t, newDesk())
	s.Shown()
	s.press(t, "Later")
	s.sees(t, "Jan Nowak", "2 of 2")
	s.press(t, "Later")
	s.sees(t, "Maija Korhonen", "1 of 2")
}

func TestWithoutAnybodyThePageLeadsBack(t *testing.T) {
	d := newDesk()
	d.pairs = nil
	s := show(t, d)
	s.Shown()
	s.sees(t, "Nobody is in here twice")
	s.key(fyne.KeyReturn)
	s.Save()
	if s.back != 1 || len(d.merged) != 0 {
		t.Errorf("led back %d times", s.back)
	}
}

func TestTheWholeBookIsLookedThroughOnce(t *testing.T) {
	s := show(t, newDesk())
	s.Count()
	s.Count()
	s.Changed(app.Changed{Customers: []app.ID{id(3)}})
	if s.desk.searches != 1 || len(s.desk.asked) != 0 || s.count() != 2 {
		t.Fatalf("searched %d times, asked of %v", s.desk.searches, s.desk.asked)
	}
	delete(s.desk.customers, id(3))
	s.Count()
	if s.desk.searches != 1 || !slices.Equal(s.desk.asked, []app.ID{id(3)}) || s.count() != 1 {
		t.Errorf("searched %d times, asked of %v, counted %v", s.desk.searches, s.desk.asked, s.counts)
	}
	s.Changed(app.Changed{})
	s.Count()
	if s.desk.searches != 2 {
		t.Error("after an import only some were looked for")
	}
}

func TestWhatWasChosenStaysWhenSomebodyElseChanges(t *testing.T) {
	s := show(t, newDesk())
	s.Shown()
	s.key(fyne.KeyRight)
	s.Changed(app.Changed{Customers: []app.ID{id(3)}})
	s.Save()
	if got := s.desk.merged[0][merging.PartName]; got != merging.TakeOther {
		t.Errorf("merged with the name of %q", got)
	}
}

func TestAMergeThatFailsSaysSoAndShowsTheTwoAnew(t *testing.T) {
	s := show(t, newDesk())
	s.Shown()
	s.desk.err = &app.Error{Code: app.CodeConflict, Key: "error.merging.moved"}
	changed := s.desk.customers[id(2)]
	changed.Name.Full = "Maja Korhonen"
	s.desk.customers[id(2)] = changed
	s.Save()
	if len(s.window.Failures) != 1 || len(s.window.Toasts) != 0 {
		t.Errorf("failed %v, said %q", s.window.Failures, s.window.Toasts)
	}
	s.sees(t, "Maja Korhonen")
}

func TestANameAloneIsSaidInWords(t *testing.T) {
	d := newDesk()
	jan := d.customers[id(4)]
	jan.Phones = nil
	d.customers[id(4)], d.pairs = jan, [][2]byte{{3, 4}}
	s := show(t, d)
	s.Shown()
	s.sees(t, "They have the same name, and no number, e-mail or customer number that speaks against it.")
}

func TestABookThatCannotBeReadIsSaidOnThePage(t *testing.T) {
	d := newDesk()
	d.unread = &app.Error{Code: app.CodeDamaged, Key: "error.book.damaged"}
	s := show(t, d)
	s.Shown()
	s.sees(t, "This cannot be shown", "The book is damaged")
	pagetest.Misses(t, s.Content(), "Looking for people")
}

func TestTwoWhomThePersonNamesAreShownThoughNothingSpeaksForIt(t *testing.T) {
	d := newDesk()
	s := show(t, d)
	s.Shown()
	s.Open(id(1), id(3))
	pagetest.Sees(t, s.Content(), "Maija Korhonen", "Jan Nowak", "They have no name, number, e-mail or street in common")
	pagetest.Misses(t, s.Content(), " of 2")
	s.Changed(app.Changed{Customers: []app.ID{id(2)}})
	pagetest.Sees(t, s.Content(), "They have no name, number, e-mail or street in common")
	s.Save()
	if _, there := d.customers[id(3)]; there || len(d.merged) != 1 || !slices.Equal(s.opened, []app.ID{id(1)}) {
		t.Errorf("merged %v, and led to %v", d.merged, s.opened)
	}
	s.Hidden()
	s.Shown()
	pagetest.Sees(t, s.Content(), "M. Korhonen")
}

func TestFromTwoWhomThePersonNamedItGoesBackToTheFirst(t *testing.T) {
	for name, leave := range map[string]func(t *testing.T, s *stage){
		"by Escape":                  func(_ *testing.T, s *stage) { s.Back() },
		"as they are two people all": func(t *testing.T, s *stage) { pagetest.Press(t, s.Content(), "They are two people") },
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk()
			s := show(t, d)
			s.Shown()
			s.Open(id(4), id(1))
			leave(t, s)
			if s.back != 0 || !slices.Equal(s.opened, []app.ID{id(4)}) || len(d.merged) != 0 {
				t.Errorf("led to %v, %d times to all", s.opened, s.back)
			}
		})
	}
}

func TestWhatTwoHaveInCommonIsSaidThoughItDoesNotMakeThemOne(t *testing.T) {
	for name, c := range map[string]struct {
		other app.Customer
		want  string
	}{
		"a number under another name": {
			app.Customer{Name: app.Name{Full: "Bo Korhonen"}, Phones: []app.Phone{{Typed: "+358401234567", E164: "+358401234567"}}},
			"They have the same phone 040 1234567. That alone makes nobody one person",
		},
		"a name with another number": {
			app.Customer{Name: app.Name{Full: "Maija Korhonen"}, Phones: []app.Phone{{Typed: "+358409999999", E164: "+358409999999"}}},
			"They have the same name. That alone makes nobody one person",
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk()
			c.other.ID = id(3)
			d.customers[id(3)] = c.other
			s := show(t, d)
			s.Shown()
			s.Open(id(1), id(3))
			s.sees(t, c.want)
			pagetest.Misses(t, s.Content(), "in common")
		})
	}
}

func TestTheWishesNotToBeCalledOfBothAreShown(t *testing.T) {
	d := newDesk()
	for n, reason := range map[byte]string{1: "Too busy", 2: "Moved away"} {
		c := d.customers[id(n)]
		c.DoNotCall = []app.DoNotCall{{Purpose: app.PurposeAny, Reason: reason, Since: app.NewDay(2026, time.November, int(n))}}
		d.customers[id(n)] = c
	}
	s := show(t, d)
	s.Shown()
	s.sees(t, "Do not call", "Does not want to be called · Too busy · ", "Does not want to be called · Moved away · ", "1 Nov", "2 Nov")
}

func TestAFaultInAProposalIsSaidInPlaceOfThePair(t *testing.T) {
	d := newDesk()
	d.fault = "a fault"
	s := show(t, d)
	s.Shown()
	pagetest.Sees(t, s.Content(), "This cannot be shown")
	if len(s.window.Failures) != 1 || app.CodeOf(s.window.Failures[0]) != app.CodeInternal {
		t.Errorf("told of %v", s.window.Failures)
	}
}
