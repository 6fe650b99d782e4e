package complaints_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"ringback.app/app"
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
