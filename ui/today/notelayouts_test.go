package today_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/ui/theme"
)

func TestANoteWithSomethingToPutRightIsInSightAsAWhole(t *testing.T) {
	s := newShop(2)
	card := s.cards[id(0)]
	card.Purchases[0].SoldBy = "Johannes"
	s.cards[id(0)] = card
	d := sit(t, s, theme.Light, usual)
	d.keys("1The table is beautiful. One chair wobbles.")
	d.tap("Something to put right")
	d.pass(time.Second)
	d.keys("A new chair")
	d.press(fyne.KeyTab)
	d.keys("Swap it")
	d.press(fyne.KeyTab)
	d.keys("tue 17:00")
	for _, words := range []string{"How likely are they to send a friend to us?", "Serious: the owner must call", "Tue 24 Nov, 17:00", "Then a call to hear whether it worked: Friday 27 November", "+ 3 days"} {
		if !d.inSight(words) {
			t.Errorf("%q is not in sight", words)
		}
		if at := d.placeOf(words); at.Y > usual.Height-66-20 {
			t.Errorf("%q is behind what stands below, at %v", words, at)
		}
	}
}

func TestTheFieldThatIsFilledInStaysInSightWhereTheNoteIsLongerThanTheWindow(t *testing.T) {
	d := sit(t, wellKnown(newShop(2)), theme.Light, usual)
	d.keys("1")
	d.tap("Something to put right")
	d.pass(time.Second)
	d.press(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
	d.window.Resize(narrow)
	d.keys("tue 17:00")
	if at := d.placeOf("Tue 24 Nov, 17:00"); at.Y < 90 || at.Y > narrow.Height-66-16 {
		t.Errorf("what is typed is at %v", at)
	}
}

// placeOf returns where the words stand, far off if they do not.
func (d *desk) placeOf(words string) (place fyne.Position) {
	if !walk(d.window.Canvas().Content(), fyne.Position{}, func(o fyne.CanvasObject, at fyne.Position) bool {
		place = at
		return says(o, words)
	}) {
		return fyne.NewPos(-1000, -1000)
	}
	return place
}
