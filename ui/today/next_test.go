package today_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
)

// newYorker makes the first of the shop's people one of New York, where it is five
// hours earlier.
func newYorker(s *shop) *shop {
	card := s.cards[id(0)]
	card.Customer.TimeZone = "America/New_York"
	s.cards[id(0)] = card
	return s
}

func TestAnHourIsUnderstoodByBothClocksAndCanBeTakenForTheirs(t *testing.T) {
	d := begin(t, newYorker(newShop(2)))
	d.keys("5")
	d.keys("in 8 hours")
	d.mustRead("18:12 (13:12 there)")
	if d.reads("Take it as") {
		t.Error("in 8 hours is the same by both clocks")
	}
	d.press(fyne.KeyEscape)
	d.keys("5")
	d.tap("tomorrow 10:00")
	d.mustRead("tomorrow 10:00 (05:00 there) – nobody is called then, but from tomorrow 14:00 (09:00 there) on")
	d.tap("Take it as 10:00 there")
	d.mustRead("tomorrow 15:00 (10:00 there)")
	if d.reads("nobody is called then") || d.reads("Take it as") {
		t.Error("it is not taken for an hour of theirs")
	}
	d.press(fyne.KeyReturn)
	if len(d.reports) != 1 || !d.reports[0].Next.At.Equal(morning.Add(28*time.Hour+48*time.Minute)) {
		t.Fatalf("on record: %+v", d.reports)
	}
	if said := d.Toasts[0]; !strings.Contains(said, "tomorrow 15:00 (10:00 there)") {
		t.Errorf("said: %s", said)
	}
}

func TestWhereTheClocksAreTheSameNoOtherHourIsOffered(t *testing.T) {
	d := begin(t, newShop(1))
	d.keys("5")
	d.keys("tomorrow 21:30")
	d.mustRead("tomorrow 21:30 – nobody is called then, but from Sun 22 Nov, 09:00 on")
	if d.reads("there)") || d.reads("Take it as") {
		t.Error("an hour of another clock is named")
	}
}

func TestTheNextCallOfANoteNamesItsDayAndItsHourThere(t *testing.T) {
	s := newYorker(newShop(2))
	s.plan.Calling.Days = app.Week &^ app.DaysOf(time.Monday)
	for n := range 2 {
		card := s.cards[id(n)]
		card.Plan = s.plan
		s.cards[id(n)] = card
	}
	d := begin(t, s)
	d.keys("1")
	d.tap("+ 3 days")
	d.mustRead("Tuesday 24 November, as nobody is called on Monday")
	d.tap("+ 1 week")
	d.mustRead("Friday 27 November")
	d.tap("a day…")
	if d.reads("27 November") {
		t.Error("the day that was chosen before is still on show")
	}
	d.pass(time.Second)
	d.keys("tomorrow 16:00")
	d.mustRead("tomorrow 16:00 (11:00 there)")
	d.tap("Take it as 16:00 there")
	d.mustRead("tomorrow 21:00 (16:00 there)")
	d.page.Save()
	if len(d.reports) != 1 || !d.reports[0].Next.At.Equal(time.Date(2026, 11, 21, 21, 0, 0, 0, time.UTC)) {
		t.Fatalf("on record: %+v", d.reports)
	}
	if said := d.Toasts[0]; !strings.Contains(said, "Next call: tomorrow 21:00 (16:00 there).") {
		t.Errorf("said: %s", said)
	}
}

func TestHowTheNextCallIsUnderstoodIsInSightWhereANoteIsLong(t *testing.T) {
	d := begin(t, newYorker(newShop(2)))
	d.keys("1")
	d.tap("a day…")
	d.pass(time.Second)
	d.window.Resize(fyne.NewSize(744, 548))
	d.keys("tomorrow 10")
	bottom := func(words string) (y float32) {
		walk(d.window.Canvas().Content(), fyne.Position{}, func(o fyne.CanvasObject, at fyne.Position) bool {
			if says(o, words) {
				y = at.Y + o.Size().Height
			}
			return false
		})
		return y
	}
	if offer, foot := bottom("Take it as 10:00 there"), bottom("Save, next person"); offer == 0 || offer > foot-40 {
		t.Errorf("the other hour is offered at %g, and the foot of the note is at %g", offer, foot)
	}
}

func TestACallThatIsAgreedOnIsOnTheCardByBothClocks(t *testing.T) {
	s := newYorker(newShop(1))
	card := s.cards[id(0)]
	card.Summary.Talk.Next = &app.NextStep{At: morning.Add(30 * time.Hour), Timed: true}
	card.Complaints = []app.Complaint{{ID: id(50), Wrong: "It came broken", Received: morning}}
	s.cards[id(0)] = card
	d := begin(t, s)
	d.mustRead("by tomorrow 16:12 (11:12 there)")
}

func TestANoteTellsOfACallThatIsAgreedOnBeforeItTakesItsPlace(t *testing.T) {
	const stays = "Agreed before: tomorrow 16:12. This talk takes its place; name that day again if the call shall stay."
	s := newShop(1)
	card := s.cards[id(0)]
	card.Summary.Talk.Next = &app.NextStep{At: morning.Add(30 * time.Hour), Timed: true}
	s.cards[id(0)] = card
	d := begin(t, s)
	d.keys("1")
	d.mustRead(stays)
	d.tap("+ 1 week")
	if d.reads(stays) {
		t.Error("still told though another day is chosen")
	}
}

func TestANoteTellsNothingOfACallWhoseTimeHasCome(t *testing.T) {
	s := newShop(1)
	card := s.cards[id(0)]
	card.Summary.Talk.Next = &app.NextStep{At: morning.Add(-time.Hour), Timed: true}
	s.cards[id(0)] = card
	d := begin(t, s)
	d.keys("1")
	if d.reads("Agreed before") {
		t.Error("an hour that is past")
	}
}
