package today_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/ui/theme"
)

func TestAPromiseThatIsUntickedStaysOpen(t *testing.T) {
	s := newShop(1)
	card := s.cards[id(0)]
	card.Complaints = []app.Complaint{{ID: id(50), Wrong: "It came broken", Received: morning, Promises: []app.Promise{{What: "A voucher"}, {What: "A new one"}}}}
	s.cards[id(0)] = card
	d := begin(t, s)
	d.tap("Put right")
	d.tap("Replacement")
	d.press(fyne.KeyTab)
	d.keys("The old one was cracked")
	d.press(fyne.KeyTab, fyne.KeyTab, fyne.KeySpace)
	d.press(fyne.KeyEscape)
	d.tap("Put right") // as it was left
	d.page.Save()
	if len(s.fixed) != 1 || !slices.Equal(s.done, []int{1}) {
		t.Errorf("put right by %+v, kept %v", s.fixed, s.done)
	}
}

func TestAPromiseOfWhatIsPutRightIsOnTheCardOnce(t *testing.T) {
	s := newShop(1)
	card := s.cards[id(0)]
	card.Complaints = []app.Complaint{{ID: id(50), Wrong: "It came broken", Received: morning, PutRight: morning, Promises: []app.Promise{{What: "A voucher", By: morning}}}}
	card.Summary.Talk.Owed = []app.OwedPromise{{Complaint: id(50), What: "A voucher", By: morning}}
	s.cards[id(0)] = card
	d := sit(t, s, theme.Light, tall)
	d.mustRead("A voucher", "None.") // beside what was wrong, and not among the open promises again
}
