package today_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/calllist"
)

// lastedMinute types a note for about a minute, at a stroke a second, and waits
// until it is kept.
func lastedMinute(d *desk) {
	d.keys("1")
	for range 6 {
		d.pass(9 * time.Second)
		d.keys("x")
	}
	d.pass(time.Second)
}

// ended checks that the call on record took what talking took.
func ended(t *testing.T, d *desk) {
	t.Helper()
	if len(d.reports) == 0 {
		t.Fatal("nothing is on record")
	}
	r := d.reports[len(d.reports)-1]
	if took := r.End.Sub(r.Start); took != time.Minute {
		t.Errorf("the call took %s, though they talked for a minute", took)
	}
}

func TestACallEndedBeforeItsNoteWasLeft(t *testing.T) {
	for name, leave := range map[string]func(t *testing.T, d *desk) *desk{
		"by a crash": func(t *testing.T, d *desk) *desk {
			d.pass(28 * time.Minute)
			return begin(t, d.shop)
		},
		"and written on after the crash": func(t *testing.T, d *desk) *desk {
			d.pass(28 * time.Minute)
			again := begin(t, d.shop)
			again.keys("and more")
			again.pass(time.Second)
			return begin(t, d.shop)
		},
		"by going back to the card": func(_ *testing.T, d *desk) *desk {
			d.press(fyne.KeyEscape)
			d.pass(28 * time.Minute)
			d.tap("Go on writing")
			return d
		},
		"open until after the shop had shut": func(_ *testing.T, d *desk) *desk {
			d.pass(callLasts + time.Minute)
			return d
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := begin(t, newShop(2))
			lastedMinute(d)
			d = leave(t, d)
			d.page.Save()
			ended(t, d)
		})
	}
}

// callLasts is after how long a note is one that was left, though it is open.
const callLasts = 2 * time.Hour

func TestANoteThatIsTakenBackAndSavedAgainIsOfTheSameCall(t *testing.T) {
	d := begin(t, newShop(2))
	d.keys("1")
	d.keys("x")
	d.pass(59 * time.Second)
	d.page.Save()
	ended(t, d)
	d.Undos[len(d.Undos)-1]()
	d.pass(20 * time.Minute)
	d.tap("Go on writing")
	d.page.Save()
	ended(t, d)
}

func TestANoteKeptBeforeItWasKnownWhenSomethingWasTypedEndsWhenItWasKept(t *testing.T) {
	s := newShop(2)
	s.drafts[id(0)] = calling.Draft{Start: s.now.Add(-30 * time.Minute), Saved: s.now.Add(-29 * time.Minute), Verbatim: "Lovely"}
	d := begin(t, s)
	d.page.Save()
	ended(t, d)
}

func TestAThemeIsKeptWhileItIsTyped(t *testing.T) {
	d := begin(t, newShop(1))
	d.keys("1")
	d.keys("Hm")
	d.pass(time.Second)
	for _, word := range []string{"theme", "name"} {
		d.tap(word)
		d.keys("half a " + word)
		d.pass(time.Second)
		kept := append(d.drafts[id(0)].Themes, d.drafts[id(0)].Staff...)
		if !slices.Contains(kept, "half a "+word) {
			t.Errorf("%s: kept %+v", word, d.drafts[id(0)])
		}
	}
}

func TestANoteGoneOnWithAnotherDayIsAboutWhatTheCallWasAbout(t *testing.T) {
	s := newShop(2)
	d := begin(t, s)
	d.keys("1")
	d.keys("Lovely")
	d.pass(time.Second)
	s.then = map[app.ID]calling.Card{id(0): s.cards[id(0)]}
	card := s.cards[id(0)]
	lamp := app.Purchase{ID: app.ID{0: 1, 1: 2}, Customer: id(0), Day: app.NewDay(2026, 11, 19), Currency: "EUR", Lines: []app.Line{{Item: "Lamp", Quantity: app.One}}}
	bought := lamp.InBrief(s.plan)
	card.About, card.Reasons = []app.Purchase{lamp}, []calllist.Reason{{Kind: app.AfterPurchase, Due: s.now, Bought: &bought, Days: 2}}
	s.cards[id(0)] = card
	s.now = s.now.AddDate(0, 0, 1)
	again := begin(t, s)
	const strip = "Oak table · € 840.00"
	again.mustRead("Lovely", strip)
	again.press(fyne.KeyEscape)
	again.tap("Go on writing")
	again.mustRead("Lovely", strip)
}

func TestANoteAboutSomebodyTakenOutOfTheBookWaitsWithoutAWord(t *testing.T) {
	s := newShop(2)
	s.drafts[id(7)] = calling.Draft{Start: s.now, Saved: s.now, Verbatim: "Lovely"}
	d := begin(t, s)
	d.mustRead("Person A")
	if len(d.Failures) > 0 || len(s.drafts) != 1 {
		t.Errorf("said %v, kept %v", d.Failures, s.drafts)
	}
}

func TestWhoIsOnRecordAgainGivesWayToSomebodyOfTheList(t *testing.T) {
	d := begin(t, newShop(3))
	d.keys("4")
	d.Undos[len(d.Undos)-1]()
	d.mustRead("040 1234500")
	d.shop.reports = append(d.shop.reports, calling.Report{Customer: id(0), Disposition: app.Busy})
	d.shop.listen(app.Changed{Batch: id(98), Act: app.ActUndo, Undoes: id(99)})
	if d.reads("040 1234500") || !d.reads("040 1234501") {
		t.Error("the card is of somebody who is not on the list")
	}
}
