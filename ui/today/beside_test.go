package today_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/ui/pagetest"
)

func TestAPromiseThatComesDueMovesUpBesideANoteThatStaysAsItIs(t *testing.T) {
	s := newShop(3)
	promised := calllist.Entry{Customer: s.people[2], Reasons: []calllist.Reason{{Kind: app.Promised, Due: s.now.Add(3 * time.Minute)}}}
	s.people, s.later = s.people[:2], []calllist.Entry{promised}
	d := begin(t, s)
	d.press(fyne.KeyDown) // to the second
	d.keys("1They like it")
	writing := d.window.Canvas().Focused()
	d.mustRead("Later today")

	s.later, s.people = nil, append(s.people, promised.Customer)
	card := s.cards[id(2)]
	card.Reasons = promised.Reasons
	s.cards[id(2)] = card
	d.pass(5 * time.Minute)

	pagetest.Misses(t, d.page.Content(), "Later today")
	d.mustRead("You promised")
	if d.window.Canvas().Focused() != writing {
		t.Error("the keyboard left the words")
	}
	d.keys(" a lot")
	d.page.Save()
	if len(d.reports) != 1 || d.reports[0].Customer != id(1) || d.reports[0].Opinion.Verbatim != "They like it a lot" {
		t.Errorf("on record is %+v", d.reports)
	}
}

func TestTheListGoesOnBesideANote(t *testing.T) {
	s := newShop(3)
	d := begin(t, s)
	d.keys("1")
	s.people = s.people[1:]
	d.page.Changed(app.Changed{})
	d.mustRead("0 of 2 done", "What they said, in their words")
	d.press(fyne.KeyEscape)
	d.mustRead("Person A", "0 of 2 done") // who was spoken with stays
	if d.counted != 2 {
		t.Errorf("counted %d to call", d.counted)
	}
}

func TestABookThatIsEmptiedBesideANoteGreetsWhenThatIsLeft(t *testing.T) {
	s := newShop(1)
	d := begin(t, s)
	d.keys("1")
	s.people = nil
	d.page.Changed(app.Changed{})
	d.mustRead("0 of 1 done", "What they said, in their words")
	d.press(fyne.KeyEscape)
	d.mustRead("Whom shall we call first?")
}

func TestTheHourThereGoesOnWhileACallIsTakenDownAndAfter(t *testing.T) {
	s := newShop(1)
	d := begin(t, s)
	d.mustRead("10:12 there")
	d.keys("1")
	d.pass(5 * time.Minute)
	d.mustRead("10:17 there")
	d.press(fyne.KeyEscape)
	d.mustRead("10:17 there")
}
