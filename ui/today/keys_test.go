package today_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/calllist"
)

func TestAKeyHeldDownCountsOnce(t *testing.T) {
	d := begin(t, newShop(5))
	for range 20 {
		d.pass(40 * time.Millisecond)
		d.window.Canvas().OnTypedRune()('2')
	}
	if len(d.reports) != 1 {
		t.Errorf("%d calls are on record", len(d.reports))
	}
}

func TestAKeyHeldDownIsOneCallHoweverSlowTheCards(t *testing.T) {
	d := begin(t, newShop(4))
	d.slow = true
	d.quickly("2222222222")
	d.catchUp()
	if len(d.reports) != 1 {
		t.Errorf("on record: %+v", d.reports)
	}
}

func TestKeysTypedAheadAreForWhatComesUp(t *testing.T) {
	d := begin(t, newShop(4))
	d.slow = true
	d.press(fyne.KeyDown)
	d.keys("1Fine, 2 of them")
	if len(d.reports) != 0 {
		t.Fatal("a call is on record before anything came up")
	}
	d.catchUp()
	d.page.Save()
	d.keys("2") // for the next person
	d.catchUp()
	if len(d.reports) != 2 {
		t.Fatalf("on record: %+v", d.reports)
	}
	talk, missed := d.reports[0], d.reports[1]
	if talk.Customer != id(1) || talk.Opinion.Verbatim != "Fine, 2 of them" {
		t.Errorf("the talk: %+v", talk)
	}
	if missed.Customer != id(2) || missed.Disposition != app.NoAnswer {
		t.Errorf("the next call: %+v", missed)
	}
}

func TestADoubleLetterTypedAheadStaysDouble(t *testing.T) {
	d := begin(t, newShop(4))
	d.slow = true
	d.press(fyne.KeyDown)
	d.quickly("111Hello, all well: 100") // the first key held down a little
	d.catchUp()
	d.page.Save()
	d.catchUp()
	if len(d.reports) != 1 || d.reports[0].Opinion.Verbatim != "Hello, all well: 100" {
		t.Errorf("on record: %+v", d.reports)
	}
}

func TestTheKeysWorkOnAfterWhatHadTheFocusIsGone(t *testing.T) {
	d := begin(t, newShop(3))
	d.press(fyne.KeyReturn) // on the card
	if d.window.Canvas().Focused() == nil {
		t.Fatal("Enter does not go to the card")
	}
	d.press(fyne.KeyDown)
	if d.window.Canvas().Focused() != nil {
		t.Error("something that is gone has the focus")
	}
	d.keys("2")
	if len(d.reports) != 1 || d.reports[0].Customer != id(1) {
		t.Errorf("on record: %+v", d.reports)
	}
}

func TestDownGoesThroughThePeopleWhoAreNotCalledWhileTheyAreOnShow(t *testing.T) {
	s := newShop(3)
	s.skipped = []calllist.Skipped{{Customer: s.people[2], Because: calllist.Because{Guard: calllist.GuardFull}}}
	d := begin(t, s)
	d.tap("Not today: 1 person, and why")
	d.window.Canvas().Unfocus()
	d.press(fyne.KeyDown)
	d.keys("2")
	if len(d.reports) != 1 || d.reports[0].Customer != id(2) {
		t.Errorf("called %+v", d.reports)
	}
}

func TestAClockSetBackHoldsNoKeyDown(t *testing.T) {
	d := begin(t, newShop(4))
	d.keys("2")
	d.pass(-time.Hour)
	d.keys("2")
	if len(d.reports) != 2 {
		t.Errorf("on record: %+v", d.reports)
	}
}
