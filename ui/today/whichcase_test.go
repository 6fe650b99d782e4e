package today_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/calllist"
	"ringback.app/ui/theme"
)

// oneOpen is a shop whose first customer is called about a lamp that flickers.
func oneOpen() (s *shop, lamp app.ID) {
	s, lamp = newShop(2), id(50)
	card := s.cards[id(0)]
	card.Complaints = []app.Complaint{{ID: lamp, Wrong: "Lamp flickers", Wish: "A new lamp", Received: morning.Add(-time.Hour)}}
	card.Reasons = []calllist.Reason{{Kind: app.Complained, Complaint: lamp, Wrong: "Lamp flickers", Due: morning}}
	s.cards[id(0)] = card
	return s, lamp
}

func TestANoteAsksWhetherWhatIsToBePutRightIsWhatIsOpenAlready(t *testing.T) {
	s, lamp := oneOpen()
	d := sit(t, s, theme.Light, tall)
	d.page.ChooseAbout(id(0), lamp)
	d.keys("1")
	d.keys("The chair came without legs")
	d.tap("Something to put right")
	d.pass(time.Second)
	d.page.Save()
	d.mustRead("Choose whether it is about what is open already, or something new.")
	if len(d.reports) != 0 {
		t.Fatalf("on record: %+v", d.reports)
	}
	d.press(fyne.KeyRight) // the choice has the keyboard
	d.pass(time.Second)

	again := sit(t, s, theme.Light, tall) // the program was killed
	s.about = id(70)
	again.page.Save()
	if got := again.Toasts[len(again.Toasts)-1]; !strings.HasSuffix(got, ", noted. What went wrong is on Put right.") {
		t.Errorf("said %q", got)
	}
	if got := again.reports[0].Complaint; got == nil || *got != (calling.ToPutRight{New: true}) {
		t.Errorf("%+v", got)
	}
}

func TestANoteShowsTheWishOfWhatIsOpenAlready(t *testing.T) {
	s, lamp := oneOpen()
	d := sit(t, s, theme.Light, tall)
	d.page.ChooseAbout(id(0), lamp)
	d.keys("1")
	d.tap("Something to put right")
	d.tap("“Lamp flickers”")
	d.mustRead("A new lamp")
	d.tap("Something new")
	if d.reads("A new lamp") {
		t.Error("something new has the wish of what was open before")
	}
	d.tap("“Lamp flickers”")
	s.about = lamp
	d.page.Save()
	if got := d.Toasts[len(d.Toasts)-1]; !strings.HasSuffix(got, ", noted.") {
		t.Errorf("said %q of what was there before", got)
	}
	if got := d.reports[0].Complaint; got == nil || *got != (calling.ToPutRight{Of: lamp, Wish: "A new lamp"}) {
		t.Errorf("%+v", got)
	}
}

func TestWhatIsTypedGoesOnFromTheWishOfWhatIsOpenAlready(t *testing.T) {
	for name, killed := range map[string]bool{"at once": false, "after the program was killed": true} {
		t.Run(name, func(t *testing.T) {
			s, lamp := oneOpen()
			d := sit(t, s, theme.Light, tall)
			d.page.ChooseAbout(id(0), lamp)
			d.keys("1")
			d.tap("Something to put right")
			d.tap("“Lamp flickers”")
			d.pass(time.Second)
			if killed {
				d = sit(t, s, theme.Light, tall)
				d.tap("“Lamp flickers”")
			}
			d.press(fyne.KeyTab) // from the choice to the wish
			d.keys("or my money")
			d.page.Save()
			if got := d.reports[0].Complaint; got == nil || *got != (calling.ToPutRight{Of: lamp, Wish: "A new lamp or my money"}) {
				t.Errorf("%+v", got)
			}
		})
	}
}
