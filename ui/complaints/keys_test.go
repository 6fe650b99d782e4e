package complaints_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"ringback.app/ui/theme"
)

func TestTheEndOfALongCaseIsReadByTheKeyboard(t *testing.T) {
	d := sit(t, busy(), theme.Light, narrow)
	var inCase *container.Scroll
	for _, o := range test.LaidOutObjects(d.page.Content()) {
		if scroll, ok := o.(*container.Scroll); ok && scroll.Direction == container.ScrollVerticalOnly {
			inCase = scroll
		}
	}
	most := inCase.Content.Size().Height - inCase.Size().Height
	d.press(fyne.KeyReturn, fyne.KeyPageDown)
	if y := inCase.Offset.Y; most <= 0 || y <= 0 {
		t.Errorf("it is %.0f down of %.0f", y, most)
	}
	d.press(fyne.KeyEnd)
	if y := inCase.Offset.Y; y != most {
		t.Errorf("it is %.0f down of %.0f", y, most)
	}
	d.sees("“One chair wobbles")
}

func TestAMinuteThatPassesLeavesTheKeyboardInTheCase(t *testing.T) {
	d := begin(t, busy())
	d.press(fyne.KeyReturn)
	had := d.window.Canvas().Focused()
	d.pass(time.Minute)
	if now := d.window.Canvas().Focused(); had == nil || now != had {
		t.Errorf("it was on %T, and is on %T", had, now)
	}
}
