package today_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"ringback.app/app"
)

func TestAnAnswerGivenTwiceInAHurryIsOneCall(t *testing.T) {
	for disposition, typed := range map[app.Disposition]string{app.CallBack: "tomorrow", app.DoNotRing: "moved away"} {
		d := begin(t, newShop(3))
		d.keys(string(rune('1' + slices.Index(app.Dispositions(), disposition))))
		d.keys(typed)
		d.slow = true
		d.press(fyne.KeyReturn, fyne.KeyReturn)
		d.catchUp()
		if len(d.reports) != 1 {
			t.Errorf("%s: %d calls on record", disposition, len(d.reports))
		}
	}
}
