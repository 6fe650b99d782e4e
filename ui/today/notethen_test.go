package today_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/calling"
)

// leftYesterday is a note that was begun the day before and left.
func leftYesterday(t *testing.T) *desk {
	t.Helper()
	d := begin(t, newShop(2))
	d.keys("1")
	d.keys("Lovely")
	d.press(fyne.KeyEscape)
	d.now = d.now.Add(24 * time.Hour)
	return d
}

func TestANoteThatIsGoneOnWithSaysOfWhichCallItIs(t *testing.T) {
	d := leftYesterday(t)
	began := d.now.Add(-24 * time.Hour)
	const said = "This is the note of your call yesterday 10:12."
	if d.reads(said) {
		t.Error("said before it is gone on with")
	}
	d.tap("Go on writing")
	d.mustRead(said)
	d.page.Save()
	if r := d.reports[0]; r.Start.Sub(began).Abs() > time.Minute {
		t.Errorf("the call began %s", r.Start)
	}
}

func TestANoteOfBeforeCanBecomeOneOfACallNow(t *testing.T) {
	d := leftYesterday(t)
	d.tap("Go on writing")
	d.tap("It is of a call now")
	if d.reads("It is of a call now") {
		t.Error("it is offered still")
	}
	d.keys(" and more")
	d.pass(time.Second)
	if kept := d.drafts[id(0)]; kept.Verbatim != "Lovely and more" || kept.Start.Before(d.now.Add(-time.Minute)) {
		t.Errorf("kept %+v", kept)
	}
	d.page.Save()
	if r := d.reports[0]; r.Opinion.Verbatim != "Lovely and more" || r.Start.Before(d.now.Add(-time.Minute)) {
		t.Errorf("on record: %+v", r)
	}
}

func TestWhoWasDialledAgainIsTalkedToNow(t *testing.T) {
	d := leftYesterday(t)
	d.keys("d")
	d.pass(time.Minute)
	d.tap("Go on writing")
	d.mustRead("Lovely")
	d.page.Save()
	if r := d.reports[0]; r.Start.Before(d.now.Add(-2 * time.Minute)) {
		t.Errorf("the call began %s, and it is %s", r.Start, d.now)
	}
}

func TestANoteOfBeforeDoesNotAskOfWhatWasPutRightSince(t *testing.T) {
	s := newShop(1)
	d := begin(t, s)
	d.keys("1")
	d.keys("It wobbles")
	d.press(fyne.KeyEscape)
	d.now = d.now.Add(time.Hour)
	card := s.cards[id(0)]
	card.Complaints = []app.Complaint{{ID: id(70), Customer: id(0), Wrong: "One chair wobbles", Received: s.now.Add(-time.Hour), PutRight: s.now}}
	s.cards[id(0)] = card
	d.page.Choose(id(0))
	d.tap("Go on writing")
	if d.reads("Did it work?") {
		t.Error("asked of what came after the call")
	}
	d.tap("It is of a call now")
	if !d.reads("Did it work?") {
		t.Error("not asked in a call now")
	}
}

func TestTheDaysOfANoteThatWaitedAreThoseOfWhenItWasTyped(t *testing.T) {
	s := newShop(1)
	s.drafts[id(0)] = calling.Draft{
		Start: s.now, Saved: s.now, Typed: s.now, Verbatim: "It wobbles", Next: "+3d",
		ToPutRight: true, Promise: "A leg", PromiseDay: "tomorrow 11", Else: &calling.DraftWrong{Wrong: "The lamp", Promise: "A bulb", By: "in 2 days"},
	}
	s.now = s.now.AddDate(0, 0, 1).Add(-time.Hour)
	d := begin(t, s)
	d.page.Save()
	if len(d.reports) != 1 {
		t.Fatal("nothing is on record")
	}
	r := d.reports[0]
	if r.Next == nil || r.Complaint == nil || r.Else == nil {
		t.Fatalf("on record: %+v", r)
	}
	if day := app.DayOf(r.Next.At); day != app.NewDay(2026, time.November, 23) {
		t.Errorf("the next call is on %s", day)
	}
	if by := r.Complaint.By; by.Day() != 21 || by.Hour() != 11 {
		t.Errorf("the leg is promised by %s", by)
	}
	if by := r.Else.By; by.Day() != 22 {
		t.Errorf("the bulb is promised by %s", by)
	}
}

func TestWhenToCallBackIsAsItWasTyped(t *testing.T) {
	s := newShop(2)
	d := begin(t, s)
	d.keys("5")
	d.keys("tomorrow 16")
	d.pass(time.Second) // and the program is killed
	s.now = s.now.AddDate(0, 0, 1)
	again := begin(t, s)
	again.press(fyne.KeyReturn)
	if len(again.reports) != 1 || again.reports[0].Next.At.Day() != 21 {
		t.Errorf("on record: %+v", again.reports)
	}
}
