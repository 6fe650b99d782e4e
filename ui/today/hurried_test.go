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

func TestWhatIsTypedWhileAnAnswerIsSavedIsForTheNextPerson(t *testing.T) {
	d := begin(t, newShop(3))
	d.keys("9")
	d.keys("moved away")
	d.slow = true
	d.press(fyne.KeyReturn)
	d.keys("2")
	d.catchUp()
	d.catchUp()
	if len(d.reports) != 2 || d.reports[0].Notes != "moved away" || d.reports[1].Disposition != app.NoAnswer || d.reports[1].Customer == d.reports[0].Customer {
		t.Errorf("on record: %+v", d.reports)
	}
}

func TestAnAnswerThatIsRefusedCanBeTypedFurther(t *testing.T) {
	d := begin(t, newShop(3))
	d.keys("9")
	d.keys("moved")
	d.refuse = &app.Error{Code: app.CodeStorage, Key: "error.book.disk-full"}
	d.press(fyne.KeyReturn)
	d.refuse = nil
	d.keys(" away")
	d.press(fyne.KeyReturn)
	if last := len(d.reports) - 1; last < 0 || d.reports[last].Notes != "moved away" {
		t.Errorf("on record: %+v", d.reports)
	}
}

func TestANoteSavedTwiceInAHurryIsOneCall(t *testing.T) {
	d := begin(t, newShop(3))
	d.keys("1")
	d.keys("Fine")
	d.slow = true
	d.page.Save()
	d.page.Save()
	d.catchUp()
	if len(d.reports) != 1 {
		t.Errorf("%d calls on record", len(d.reports))
	}
}
