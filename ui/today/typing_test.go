package today_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"ringback.app/ui/widgets"
)

// away leaves the page for another one, as the window does.
func (d *desk) away() {
	d.page.Hidden()
	d.page.Content().Hide()
	d.window.Canvas().Unfocus()
}

func (d *desk) back() {
	d.page.Content().Show()
	d.page.Shown()
}

func TestWhoComesBackToWhatTheyWereTypingTypesOn(t *testing.T) {
	for name, begins := range map[string]func(d *desk){
		"a note":                   func(d *desk) { d.keys("1") },
		"another field of a note":  func(d *desk) { d.keys("1"); d.press(fyne.KeyTab, fyne.KeyTab) },
		"the answer to a question": func(d *desk) { d.keys("5") },
	} {
		t.Run(name, func(t *testing.T) {
			d := begin(t, newShop(2))
			begins(d)
			d.keys("9 November")
			had := d.window.Canvas().Focused()
			d.away()
			d.back()
			if had == nil || d.window.Canvas().Focused() != had {
				t.Errorf("%T had the keyboard, now it is %T", had, d.window.Canvas().Focused())
			}
			if e, ok := had.(*widgets.Entry); ok {
				if d.keys(", and on"); e.Text != "9 November, and on" {
					t.Errorf("typed was %q", e.Text)
				}
			}
		})
	}
}

func TestWhatIsThereNoMoreGetsNoKeyboard(t *testing.T) {
	s := newShop(2)
	d := begin(t, s)
	d.keys("1They like it")
	d.away()
	d.page.Choose(id(1))
	d.back()
	if had := d.window.Canvas().Focused(); had != nil {
		t.Errorf("%T has the keyboard", had)
	}
	if d.keys("2"); len(d.reports) != 1 || d.reports[0].Customer != id(1) {
		t.Errorf("on record: %+v", d.reports)
	}
}
