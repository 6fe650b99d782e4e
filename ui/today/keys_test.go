package today_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
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

func TestADigitHeldDownIsNoWordOfTheNoteThatItBringsUp(t *testing.T) {
	for _, digit := range []rune{'1', '5'} { // a note, and a question
		d := begin(t, newShop(3))
		d.keys(string(digit))
		for range 5 {
			pagetest.HoldLetter(d.window.Canvas(), digit)
		}
		entry, ok := d.window.Canvas().Focused().(*widgets.Entry)
		if !ok || entry.Text != "" {
			t.Errorf("%c is typed into %+v", digit, d.window.Canvas().Focused())
			continue
		}
		d.keys("18 cm")
		if entry.Text != "18 cm" {
			t.Errorf("typed %q", entry.Text)
		}
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

func TestTheEndOfALongCardIsReadByTheKeyboard(t *testing.T) {
	tests := map[string]struct {
		size fyne.Size
		keys []fyne.KeyName
	}{
		"after Enter, a page down":              {narrow, []fyne.KeyName{fyne.KeyReturn, fyne.KeyPageDown, fyne.KeyPageDown}},
		"after Enter, at its end":               {narrow, []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnd}},
		"where the card is all there is to see": {fyne.NewSize(500, 548), []fyne.KeyName{fyne.KeyEnd}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			d := sit(t, wellKnown(newShop(4)), theme.Light, tt.size)
			const last = "“Anna was so patient with us.”"
			if d.inSight(last) {
				t.Fatal("all of the card is in sight before")
			}
			d.press(tt.keys...)
			if !d.inSight(last) {
				t.Error("the end of the card cannot be read")
			}
			if !d.reads("Person A") {
				t.Error("the list took the keys")
			}
			d.press(fyne.KeyHome)
			if d.inSight(last) {
				t.Error("Home does not lead back")
			}
		})
	}
}

func TestEscapeGivesTheKeysBackToTheList(t *testing.T) {
	d := begin(t, newShop(4))
	d.press(fyne.KeyReturn, fyne.KeyEscape, fyne.KeyEnd)
	d.keys("2")
	if len(d.reports) != 1 || d.reports[0].Customer != id(3) {
		t.Errorf("called: %+v", d.reports)
	}
}

func TestTabGoesThroughTheCardFromItsTopDown(t *testing.T) {
	s := newShop(2)
	card := s.cards[id(0)]
	card.Customer.Phones = append(card.Customer.Phones, app.Phone{Typed: "041", E164: "+358401234599", Label: "home"})
	s.cards[id(0)] = card
	d := begin(t, s)
	d.press(fyne.KeyReturn)
	var way []string
	for range 4 {
		if b, ok := d.window.Canvas().Focused().(*widgets.Button); ok {
			way = append(way, b.Text())
		}
		d.press(fyne.KeyTab)
	}
	if want := []string{"Call", "Copy", "home 040 1234599", "Talked"}; !slices.Equal(way, want) {
		t.Errorf("the keyboard went through %q, want %q", way, want)
	}
}
