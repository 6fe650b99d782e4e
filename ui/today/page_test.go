package today_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/calllist"
	"ringback.app/ui/widgets"
)

func TestTenCallsAreMadeWithTheKeyboardAlone(t *testing.T) {
	d := begin(t, newShop(10))
	d.keys("1")
	d.keys("They love the table")
	d.page.Save()
	d.keys("2346789")
	d.press(fyne.KeyReturn)
	d.keys("5")
	d.keys("tomorrow 10")
	d.press(fyne.KeyReturn)
	d.keys("2")
	var got []app.Disposition
	for _, r := range d.reports {
		got = append(got, r.Disposition)
	}
	want := []app.Disposition{
		app.Talked, app.NoAnswer, app.LeftMessage, app.Busy, app.WrongNumber, app.OutOfService,
		app.Declined, app.DoNotRing, app.CallBack, app.NoAnswer,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatal(diff)
	}
	if said := d.reports[0].Opinion; said == nil || said.Verbatim != "They love the table" {
		t.Errorf("what they said: %+v", said)
	}
	if next := d.reports[8].Next; next == nil || !next.At.Equal(morning.Truncate(24*time.Hour).Add(34*time.Hour)) {
		t.Errorf("the call back is at %+v", next)
	}
	if len(d.Failures) > 0 {
		t.Error(d.Failures)
	}
	d.mustRead("10 of 10 done", "All done: 10 people called")
}

func TestAMistypedDayIsNoAlarmWhileAnotherIsTyped(t *testing.T) {
	d := begin(t, newShop(2))
	d.keys("5")
	d.keys("soonish")
	d.press(fyne.KeyReturn)
	const mistake = "“soonish” is not a day or an hour that Ringback understands. Type it as tomorrow, +3d, fri 15:00, 15.1. or 2026-11-20."
	d.mustRead(mistake)
	d.keys(" ")
	if d.reads(mistake) {
		t.Error("the mistake is still on show while something else is typed")
	}
}

func TestARefusalIsSaidBackForWhatItIs(t *testing.T) {
	tests := map[string]struct {
		keys []fyne.KeyName
		want string
	}{
		"all calls":      {nil, "will not be called again."},
		"to follow up":   {[]fyne.KeyName{fyne.KeyRight}, "will not be called again about what they bought or told us."},
		"about bargains": {[]fyne.KeyName{fyne.KeyRight, fyne.KeyRight}, "will not be called again to win them back."},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			d := begin(t, newShop(2))
			d.keys("9")
			d.window.Canvas().FocusPrevious()
			d.press(tt.keys...)
			d.window.Canvas().FocusNext()
			d.press(fyne.KeyReturn)
			if len(d.Toasts) != 1 || !strings.HasSuffix(d.Toasts[0], tt.want) {
				t.Errorf("said %q", d.Toasts)
			}
		})
	}
}

func TestWhoDeclinesIsSaidToBeLeftInPeaceOnlyWhereThatIsSo(t *testing.T) {
	wrong := app.Complaint{ID: id(50), Wrong: "One chair wobbles.", Received: morning}
	tests := map[string]struct {
		open []app.Complaint
		want string
	}{
		"nothing is open":      {nil, "Person A declined; they will be left in peace for a while."},
		"something went wrong": {[]app.Complaint{wrong}, "Person A declined; for a while they will be called about what went wrong only."},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := newShop(2)
			card := s.cards[id(0)]
			card.Complaints = tt.open
			s.cards[id(0)] = card
			d := begin(t, s)
			d.keys("8")
			if len(d.Toasts) != 1 || d.Toasts[0] != tt.want {
				t.Errorf("said %q", d.Toasts)
			}
		})
	}
}

func TestEachCallIsAboutThePersonOnShow(t *testing.T) {
	d := begin(t, newShop(4))
	d.press(fyne.KeyDown, fyne.KeyDown)
	d.keys("2")
	d.keys("2")
	if d.reports[0].Customer != id(2) || d.reports[1].Customer != id(3) {
		t.Errorf("called %v and %v", d.reports[0].Customer, d.reports[1].Customer)
	}
	if d.reports[0].Number != "+358401234502" {
		t.Errorf("the number used is %q", d.reports[0].Number)
	}
	d.mustRead("Person A", "2 of 4 done") // nobody is left below
}

func TestUndoBringsThePersonBack(t *testing.T) {
	d := begin(t, newShop(3))
	d.keys("2")
	d.mustRead("1 of 3 done")
	d.Undos[0]()
	if d.undone != 1 || len(d.reports) != 0 {
		t.Errorf("undone %d, on record %d", d.undone, len(d.reports))
	}
	d.mustRead("0 of 3 done")
	d.keys("3")
	if d.reports[0].Customer != id(0) {
		t.Errorf("chosen after the undo: %v", d.reports[0].Customer)
	}
}

func TestWhoeverUndoesThePersonAndTheWordsComeBack(t *testing.T) {
	d := begin(t, newShop(3))
	d.keys("1")
	d.keys("Lovely")
	d.page.Save()
	d.keys("2")
	if _, err := d.shop.Undo(t.Context(), app.ID{}, ""); err != nil { // the window's Ctrl+Z
		t.Fatal(err)
	}
	d.mustRead("1 of 3 done")
	if _, err := d.shop.Undo(t.Context(), app.ID{}, ""); err != nil {
		t.Fatal(err)
	}
	d.mustRead("0 of 3 done", "A note about them is begun.")
	if d.drafts[id(0)].Verbatim != "Lovely" {
		t.Errorf("drafts %+v", d.drafts)
	}
}

func TestATalkThatIsBackOnRecordLeavesNoDraft(t *testing.T) {
	redo := app.Changed{Batch: id(98), Act: app.ActUndo, Undoes: id(99)}
	for name, tt := range map[string]struct {
		since string // what is done between the undo and the taking back of it
		draft string
	}{
		"untouched":                   {"", ""},
		"the note open, as it was":    {"1", ""},
		"the note open, and added to": {"1!", "Lovely!"},
	} {
		t.Run(name, func(t *testing.T) {
			d := begin(t, newShop(3))
			d.keys("1")
			d.keys("Lovely")
			d.page.Save()
			d.Undos[0]()
			for _, key := range tt.since {
				d.keys(string(key))
			}
			d.shop.listen(redo)
			d.pass(time.Minute)
			if got := d.drafts[id(0)].Verbatim; got != tt.draft {
				t.Errorf("the draft says %q, want %q", got, tt.draft)
			}
		})
	}
}

func TestUndoOfATalkKeepsTheWords(t *testing.T) {
	d := begin(t, newShop(3))
	d.keys("1")
	d.keys("Lovely")
	d.page.Save()
	d.Undos[0]()
	d.keys("1")
	d.keys("!")
	d.page.Save()
	if said := d.reports[0].Opinion.Verbatim; d.reports[0].Customer != id(0) || said != "Lovely!" {
		t.Errorf("said %q", said)
	}
}

func TestThePersonChosenStaysWhenTheListChanges(t *testing.T) {
	s := newShop(4)
	d := begin(t, s)
	d.press(fyne.KeyDown)
	s.people = append([]app.Customer{}, s.people[1:]...)
	d.page.Changed(app.Changed{Customers: []app.ID{id(0)}})
	d.keys("2")
	if d.reports[0].Customer != id(1) {
		t.Errorf("called %v", d.reports[0].Customer)
	}
}

func TestTheMinutesAreKeptUpWith(t *testing.T) {
	s := newShop(1)
	d := begin(t, s)
	d.mustRead("10:12 there")
	d.pass(2 * time.Minute)
	d.mustRead("10:14 there")
	d.page.Hidden()
	d.pass(2 * time.Minute)
	d.mustRead("10:14 there")
}

func TestAnEmptyBookIsGreeted(t *testing.T) {
	d := begin(t, newShop(0))
	d.mustRead("Whom shall we call first?", "Import", "Add a customer", "Look around")
}

func TestAMadeUpShopShowsHowFarItIsAndThenTheList(t *testing.T) {
	d := begin(t, newShop(0))
	d.press(fyne.KeyTab, fyne.KeyTab)
	d.press(fyne.KeySpace)
	d.mustRead("Making up a shop…")
	full := newShop(2)
	d.shop.people, d.shop.cards = full.people, full.cards
	d.filling(0.5)
	d.page.Changed(app.Changed{})
	d.mustRead("Making up a shop…")
	d.filling(1)
	d.mustRead("0 of 2 done", "Person A")
}

func TestAMadeUpShopThatFailsGreetsAgain(t *testing.T) {
	d := begin(t, newShop(0))
	d.tap("Look around")
	d.filling(1)
	d.mustRead("Whom shall we call first?")
	d.tap("Look around")
	d.mustRead("Making up a shop…")
}

func TestTheRailCountsWhatIsListedAndNotYetDone(t *testing.T) {
	s := newShop(3)
	s.later = []calllist.Entry{{Customer: app.Customer{ID: id(9), Name: app.Name{Full: "Person Z"}}}}
	d := begin(t, s)
	d.mustRead("0 of 4 done", "Later today", "Person Z")
	d.keys("2")
	d.mustRead("1 of 4 done")
	if d.counted != 3 {
		t.Errorf("the rail says %d", d.counted)
	}
}

func TestAnEmptyListSaysWhenItGoesOn(t *testing.T) {
	s := newShop(2)
	s.later = []calllist.Entry{{Customer: s.people[0], Reasons: []calllist.Reason{{Kind: app.Promised, Due: morning.Add(4 * time.Hour), By: morning.Add(4 * time.Hour)}}}}
	for _, c := range s.people {
		s.reports = append(s.reports, calling.Report{Customer: c.ID})
	}
	s.skipped = []calllist.Skipped{{Customer: s.people[1], Because: calllist.Because{Guard: calllist.GuardCooldown, Since: morning, Days: 14}}}
	d := begin(t, s)
	d.mustRead("Later today", "Not today: 1 person, and why", "All done: 2 people called")
}

func TestLeavingKeepsEveryWord(t *testing.T) {
	s := newShop(2)
	d := begin(t, s)
	d.keys("1")
	d.keys("half a sent")
	if err := d.page.Close(context.Background()); err != nil {
		t.Fatal(err)
	}
	if got := s.drafts[id(0)].Verbatim; got != "half a sent" {
		t.Errorf("kept %q", got)
	}
}

func TestABookThatIsEmptiedGreetsAgain(t *testing.T) {
	s := newShop(2)
	d := begin(t, s)
	all := s.people
	s.people = nil
	d.page.Changed(app.Changed{})
	d.mustRead("Whom shall we call first?")
	s.people = all
	d.page.Changed(app.Changed{})
	d.mustRead("Person A", "0 of 2 done")
}

func TestACardThatCannotBeReadSaysSo(t *testing.T) {
	s := newShop(2)
	delete(s.cards, id(1))
	d := begin(t, s)
	d.press(fyne.KeyDown)
	if len(d.Failures) != 1 {
		t.Errorf("failed: %v", d.Failures)
	}
	d.press(fyne.KeyUp)
	d.keys("2")
	if len(d.reports) != 1 {
		t.Error("the keys are dead")
	}
}

func TestSomebodyWhomAnUndoTookOutIsLeftWithoutAComplaint(t *testing.T) {
	s := newShop(2)
	d := begin(t, s)
	s.people = nil // as after the undo of a made-up shop, or of an import
	clear(s.cards)
	d.page.Changed(app.Changed{})
	if len(d.Failures) > 0 {
		t.Errorf("failed %v", d.Failures)
	}
	d.mustRead("Look around")
}

func TestAPageThatIsNotSeenLeavesTheKeyboardToTheOneThatIs(t *testing.T) {
	s := newShop(2)
	d := begin(t, s)
	d.page.Hidden()
	elsewhere := widgets.NewEntry("")
	elsewhere.Resize(fyne.NewSize(100, 36))
	elsewhere.Move(fyne.NewPos(600, 300)) // where the card of this page would be
	d.window.SetContent(container.NewStack(d.page.Content(), container.NewWithoutLayout(elsewhere)))
	d.window.Canvas().Focus(elsewhere)
	s.people = s.people[1:]
	d.page.Changed(app.Changed{})
	if d.window.Canvas().Focused() != elsewhere {
		t.Error("the keyboard was taken from another page")
	}
}

func TestMoreThanAreCountedAreNotCalledToday(t *testing.T) {
	for more, want := range map[bool]string{false: "1 person is not called today; ", true: "1+ people are not called today; "} {
		s := newShop(1)
		s.skipped, s.more = []calllist.Skipped{{Customer: s.people[0], Because: calllist.Because{Guard: calllist.GuardFull}}}, more
		d := begin(t, s)
		d.keys("2")
		found := walk(d.window.Canvas().Content(), fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) bool {
			p, ok := o.(interface{ Text() string })
			return ok && strings.Contains(p.Text(), want)
		})
		if !found {
			t.Errorf("%q is not on show", want)
		}
	}
}

func TestTheHoursOfTheCardAreFreshWhenThePageIsSeenAgain(t *testing.T) {
	s := newShop(2)
	d := begin(t, s)
	d.page.Hidden()
	d.pass(2*time.Minute + 10*time.Second)
	card := s.cards[id(0)]
	card.Because = &calllist.Because{Guard: calllist.GuardQuiet}
	s.cards[id(0)] = card
	d.page.Choose(id(0)) // who is not on the list any more
	d.page.Shown()
	d.mustRead("10:14 there")
	d.page.Hidden()
	d.pass(3 * time.Minute)
	d.page.Shown()
	d.mustRead("10:17 there")
}
