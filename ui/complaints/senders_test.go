package complaints_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/ui/pagetest"
)

func TestACardOfSomebodyUnknownFindsItsOwner(t *testing.T) {
	s := busy()
	d := begin(t, s)
	d.page.Open(id(105))
	d.sees("K. Kor, Espoo", "Nobody knows yet who this is, so nobody can call.")
	d.misses("Call")
	d.keys("m")
	d.press(fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace,
		fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace)
	d.keys("Tom")
	d.press(fyne.KeyReturn)
	if !slices.Equal(s.matched, []app.ID{id(62), id(4)}) {
		t.Fatalf("matched %v, %v", s.matched, d.Failures)
	}
	d.sees("Call")
}

func TestTheOtherCardsOfASenderFindTheirOwnerWithIt(t *testing.T) {
	s := busy()
	sent := s.Shop.Opinions[id(62)]
	sent.Sender = "K. Kor, 0151 123"
	other := sent
	other.ID = id(63)
	s.Put(sent, other)
	d := begin(t, s)
	d.page.Open(id(105))
	d.keys("m")
	d.sees("And the other card of the same sender")
	for range 20 {
		d.press(fyne.KeyBackspace)
	}
	d.keys("Tom")
	d.press(fyne.KeyReturn)
	if !slices.Equal(s.matched, []app.ID{id(62), id(63), id(4)}) {
		t.Errorf("matched %v, %v", s.matched, d.Failures)
	}
}

func TestWhoIsFoundIsWhoWasTypedLastHoweverLateTheAnswers(t *testing.T) {
	s := busy()
	s.Put(app.Customer{ID: app.ID{15: 1}, Name: app.Name{Full: "Tove Lind"}}) // comes before Tom
	slow := &pagetest.Slow{}
	s.run = slow
	d := begin(t, s)
	d.page.Open(id(105))
	d.keys("m")
	slow.Late = true
	d.keys("Tom")
	slow.BringBack(true)
	d.misses("Tove Lind")
	d.press(fyne.KeyReturn)
	if !slices.Equal(s.matched, []app.ID{id(62), id(4)}) {
		t.Errorf("matched %v, %v", s.matched, d.Failures)
	}
}

func TestNobodyIsChosenForWhomOnlyAPartOfTheNameSpeaks(t *testing.T) {
	s := busy()
	s.partly = true
	d := begin(t, s)
	d.page.Open(id(105))
	d.keys("m")
	for range 20 {
		d.press(fyne.KeyBackspace)
	}
	d.keys("Tom")
	d.press(fyne.KeyReturn)
	if len(s.matched) > 0 {
		t.Errorf("matched %v", s.matched)
	}
	d.press(fyne.KeyDown, fyne.KeyReturn)
	if !slices.Equal(s.matched, []app.ID{id(62), id(4)}) {
		t.Errorf("matched %v, %v", s.matched, d.Failures)
	}
}

func TestWhatIsTypedTakesThePlaceOfWhatStoodOnTheCard(t *testing.T) {
	s := busy()
	tom := s.Customers[id(4)]
	tom.References = []app.Reference{{Kind: app.ReferenceShop, Value: "12383"}}
	tom.Phones = []app.Phone{{Typed: "+44 20 7946 0674", E164: "+442079460674"}}
	s.Put(tom)
	d := begin(t, s)
	d.page.Open(id(105))
	d.keys("m")
	d.sees("Nobody found. A part of the name, a number or an address will do.")
	d.keys("Tom")
	d.sees("no. 12383 · +44 20 7946 0674")
	d.misses("Nobody found. A part of the name, a number or an address will do.")
	d.press(fyne.KeyReturn)
	if !slices.Equal(s.matched, []app.ID{id(62), id(4)}) {
		t.Errorf("matched %v, %v", s.matched, d.Failures)
	}
}

func TestWhoIsMeantOnlyInPartHasToBeChosenAndThatIsSaid(t *testing.T) {
	s := busy()
	s.partly = true
	d := begin(t, s)
	d.page.Open(id(105))
	d.keys("m")
	d.keys("Tom")
	d.misses("Choose who it is with the arrows.")
	d.press(fyne.KeyReturn)
	d.sees("Choose who it is with the arrows.")
}
