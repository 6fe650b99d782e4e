package today_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"ringback.app/ui/widgets"
)

func TestTheFirstWayToBeginHasTheKeyboardEachTimeItIsShown(t *testing.T) {
	d := begin(t, newShop(0))
	first, ok := d.window.Canvas().Focused().(*widgets.BigChoice)
	if !ok {
		t.Fatalf("the keyboard is on %T", d.window.Canvas().Focused())
	}
	d.page.Hidden()
	d.window.Canvas().Unfocus()
	d.page.Shown()
	if d.window.Canvas().Focused() != first {
		t.Errorf("the second time it is on %T", d.window.Canvas().Focused())
	}
}

func TestTheArrowsGoFromOneWayToBeginToTheNext(t *testing.T) {
	d := begin(t, newShop(0))
	first := d.window.Canvas().Focused()
	d.press(fyne.KeyLeft)
	if d.window.Canvas().Focused() != first {
		t.Error("there is one before the first")
	}
	d.press(fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyReturn)
	if d.imports != 1 {
		t.Error("two to the right and two to the left is not where it began")
	}
	d.press(fyne.KeyRight, fyne.KeyRight, fyne.KeyReturn)
	if d.filling == nil {
		t.Error("the third way is not two to the right")
	}
}

func TestTheKeyThatMadeASampleMakesNoSecondOne(t *testing.T) {
	s := newShop(0)
	d := begin(t, s)
	d.press(fyne.KeyRight, fyne.KeyRight, fyne.KeyReturn)
	if d.filling == nil || d.window.Canvas().Focused() != nil {
		t.Fatalf("filling %t, and the keyboard is on %T", d.filling != nil, d.window.Canvas().Focused())
	}
	made := d.filling
	d.filling = nil
	full := newShop(3)
	s.people, s.cards = full.people, full.cards
	made(1)
	d.press(fyne.KeyReturn)
	if d.filling != nil {
		t.Error("a second one is made")
	}
	d.mustRead("Person A")
	d.press(fyne.KeyDown)
	d.mustRead("Person B", "040 1234501")
}
