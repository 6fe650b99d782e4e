package today_test

import (
	"testing"

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
