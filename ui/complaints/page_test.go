package complaints_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/ui/theme"
)

func TestAComplaintIsPutRightWithTheKeyboardAlone(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-75*time.Minute))
	d := begin(t, s)
	d.sees("Maija Korhonen", "“One chair wobbles.”", "2 h 48 left", "One chair wobbles. · open", "open for 1 h 12", "Listen to the end, and thank them for telling us.")

	d.keys("2")
	d.keys("Swap the chair")
	d.press(fyne.KeyTab)
	d.keys("mon 12:00")
	d.sees("Mon 23 Nov, 12:00")
	d.press(fyne.KeyReturn)
	c := s.of(1)
	if c.Answered.IsZero() || len(c.Promises) != 1 || c.Promises[0].What != "Swap the chair" || !c.Promises[0].By.Equal(time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)) {
		t.Fatalf("promised %+v; %v", c, d.Failures)
	}
	d.sees("by Mon 23 Nov, 12:00")

	d.keys("4")
	d.press(fyne.KeyReturn)
	d.press(fyne.KeyTab, fyne.KeyReturn) // from what will be done, without a choice
	d.sees("Choose what it is")
	d.press(fyne.KeyRight, fyne.KeyRight)
	d.misses("Choose what it is")
	d.press(fyne.KeyTab)
	d.keys("a new chair")
	d.press(fyne.KeyTab)
	d.keys("12,50")
	d.press(fyne.KeyReturn)
	c = s.of(1)
	if c.PutRight.IsZero() || c.Remedy == nil || c.Remedy.Kind != app.RemedyReplacement || c.Remedy.Note != "a new chair" || c.Remedy.Cost != (app.Money{Minor: 1250, Currency: "EUR"}) || c.Promises[0].Kept.IsZero() {
		t.Fatalf("put right %+v; %v", c, d.Failures)
	}
	d.sees("Did it work?", "ask on Monday")

	d.keys("c")
	if d.called != id(1) || d.calledAbout != c.ID {
		t.Error("the call card was not opened, or not about it")
	}
	if d.open != 1 || d.late != 0 {
		t.Errorf("%d open, %d late", d.open, d.late)
	}
}

func TestTheLateOnesComeFirstAndInRed(t *testing.T) {
	d := begin(t, busy())
	d.sees("Late", "Waiting for us", "Did it work?", "5 open, 1 late", "4 h late")
	if d.open != 5 || d.late != 1 {
		t.Errorf("%d open, %d late", d.open, d.late)
	}
	d.sees("Maija Korhonen", "Again about quality. Earlier (20 Aug): “A drawer stuck.”", "4 × oak chair")
}

func TestAClockThatRunsOutIsSeenThoughThePageIsNot(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-time.Hour))
	d := begin(t, s)
	d.page.Hidden()
	d.pass(time.Hour)
	if d.late != 0 {
		t.Errorf("%d late after an hour", d.late)
	}
	d.pass(3 * time.Hour)
	if d.late != 1 {
		t.Errorf("%d late after four", d.late)
	}
}

func TestTheFilters(t *testing.T) {
	for filter, wanted := range map[string][]string{
		"late":     {"Maija Korhonen"},
		"owner":    {"Ελένη Παπαδοπούλου", "Trần Thị Hương"},
		"check":    {"Tom O’Connor"},
		"promises": {"Trần Thị Hương", "Collect the chair", "14:12"},
		"ended":    {"Maija Korhonen", "A drawer stuck.", "Confirmed"},
	} {
		t.Run(filter, func(t *testing.T) {
			d := begin(t, busy())
			d.pick(0, filter)
			d.sees(wanted...)
			for _, name := range []string{"Maija Korhonen", "Ελένη Παπαδοπούλου", "Trần Thị Hương", "Tom O’Connor", "K. Kor, Espoo"} {
				if !slices.Contains(wanted, name) {
					d.misses(name)
				}
			}
		})
	}
}

func TestTheArrowsChooseTheCaseAndTheFilter(t *testing.T) {
	d := begin(t, busy())
	d.press(fyne.KeyDown)
	d.sees("Serious: this one is yours to call.")
	d.press(fyne.KeyEnd)
	d.sees("Tom O’Connor")
	d.press(fyne.KeyRight)
	d.sees("“One chair wobbles")
	d.misses("Tom O’Connor")
}

func TestEveryActIsTakenBackByItsToast(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-time.Hour))
	d := begin(t, s)
	for key, done := range map[string]func(app.Complaint) bool{
		"1": func(c app.Complaint) bool { return !c.Answered.IsZero() },
		"o": func(c app.Complaint) bool { return c.ForOwner },
	} {
		d.keys(key)
		if !done(s.of(1)) || d.said() == "" {
			t.Errorf("%s: %+v, said %q", key, s.of(1), d.said())
		}
		d.Undos[len(d.Undos)-1]()
		if done(s.of(1)) {
			t.Errorf("%s was not taken back", key)
		}
	}
}

func TestTheOwnerMustCallABestCustomerWhetherItIsMarkedAsSeriousOrNot(t *testing.T) {
	for name, tt := range map[string]struct {
		yearly         int64
		marked, button string
		said           string
	}{
		"a best customer": {200_00, "Not serious after all", "Mark as serious", "Not marked as serious any more. Jim must still call Maija Korhonen: one of our best customers."},
		"anybody else":    {20_00, "Anybody may call", "Owner must call", "Anybody may call Maija Korhonen about this."},
	} {
		t.Run(name, func(t *testing.T) {
			s := newShop()
			s.Shop.Plan.OwnerFrom = 100_00
			s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-time.Hour), func(c *app.Complaint) { c.ForOwner = true })
			s.Shop.Summaries = map[app.ID]app.Summary{id(1): {Buying: app.Buying{YearValue: tt.yearly}}}
			d := begin(t, s)
			d.sees(tt.marked)
			d.keys("o")
			if s.of(1).ForOwner || d.said() != tt.said {
				t.Errorf("%+v, said %q", s.of(1), d.said())
			}
			d.sees(tt.button)
			d.misses(tt.marked)
		})
	}
}

func TestWithoutACallAComplaintIsClosedForAReasonOnly(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-time.Hour))
	d := begin(t, s)
	d.keys("5")
	d.press(fyne.KeyReturn)
	d.sees("a complaint is closed for a written reason only")
	if !s.of(1).Open() {
		t.Fatal("closed without a reason")
	}
	d.keys("Moved away")
	d.press(fyne.KeyReturn)
	if c := s.of(1); c.Open() || c.ClosedWhy != "Moved away" {
		t.Fatalf("%+v, %v", c, d.Failures)
	}
	d.sees("Nothing waits to be put right")

	d.pick(0, "ended")
	d.sees("Closed without a call: Moved away")
	d.page.Content().Refresh()
	d.window.Canvas().Unfocus()
	d.keys("6")
	d.keys("It wobbles again")
	d.press(fyne.KeyReturn)
	if c := s.of(1); !c.Open() || len(c.Reopened) != 1 || c.Reopened[0].Why != "It wobbles again" {
		t.Errorf("%+v, %v", c, d.Failures)
	}
	d.sees("One chair wobbles.") // which is among the open ones now
}

func TestStaffAskTheOwnerWhoAllowsItOrNot(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-time.Hour))
	s.by = "Anna"
	d := begin(t, s)
	d.keys("4")
	d.press(fyne.KeySpace, fyne.KeyTab, fyne.KeyTab)
	d.keys("80")
	d.sees("More than € 50.00: the owner will be asked.")
	d.press(fyne.KeyReturn)
	if c := s.of(1); !c.AwaitsOwner() || d.said() != "Jim is asked: it costs more than staff may give." {
		t.Fatalf("%+v, said %q, %v", c, d.said(), d.Failures)
	}
	d.sees("Jim is asked to allow it: Apology, € 80.00.")
	d.misses("Allow it")

	s.by = ""
	d.page.Changed(app.Changed{})
	d.sees("Anna wants to give: Apology, € 80.00. It is more than staff may give; do you allow it?")
	d.keys("n")
	d.keys("Too much")
	d.press(fyne.KeyReturn)
	if c := s.of(1); c.Remedy.Refused != "Too much" {
		t.Fatalf("%+v, %v", c, d.Failures)
	}
	d.sees("Not allowed: Too much")
	d.Undos[len(d.Undos)-1]()
	d.tap("Allow it")
	if c := s.of(1); c.AwaitsOwner() || c.Remedy.Allowed.IsZero() {
		t.Errorf("%+v", c.Remedy)
	}
}

func TestAQuestionLeftOpenHasTheKeyboardAgain(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-time.Hour))
	d := begin(t, s)
	d.keys("5")
	d.keys("They mo")
	d.page.Hidden()
	d.window.Canvas().Unfocus()
	d.page.Shown()
	d.keys("ved")
	d.press(fyne.KeyReturn)
	if c := s.of(1); c.ClosedWhy != "They moved" {
		t.Errorf("%+v", c)
	}
}

func TestWhatIsTypedIsKeptOverACrash(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-time.Hour))
	d := begin(t, s)
	d.keys("2")
	d.keys("Swap the ch")
	d.pass(time.Second)

	again := begin(t, s) // the program was killed
	again.keys("2")
	again.sees("[Swap the ch]")
	again.press(fyne.KeyEscape)
	again.keys("2")
	again.press(fyne.KeyEnd)
	again.keys("air")
	again.press(fyne.KeyReturn)
	if c := s.of(1); len(c.Promises) != 1 || c.Promises[0].What != "Swap the chair" {
		t.Errorf("%+v", c)
	}
	if len(s.KeptAs) != 0 {
		t.Errorf("kept %v", s.KeptAs)
	}
}

func TestNothingMovesUnderWhoTypes(t *testing.T) {
	s := busy()
	d := begin(t, s)
	d.keys("5")
	d.keys("They moved")
	s.Put(app.Complaint{ID: id(110), Customer: id(4), Wrong: "Much later", Received: morning.AddDate(0, 0, -20)})
	d.pass(time.Minute)
	d.sees("[They moved]", "Maija Korhonen")
	d.press(fyne.KeyReturn)
	if c := s.of(1); c.ClosedWhy != "They moved" {
		t.Errorf("%+v", c)
	}
}

func TestWhatCannotBeReadIsToldAndNothingIsLost(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-time.Hour))
	d := begin(t, s)
	d.keys("2")
	d.keys("Swap it")
	d.press(fyne.KeyTab)
	d.keys("someday")
	d.press(fyne.KeyReturn)
	d.sees("[Swap it]", "[someday]", "someday")
	if len(s.of(1).Promises) != 0 {
		t.Error("promised all the same")
	}
	d.press(fyne.KeyEscape)
	d.keys("4")
	d.press(fyne.KeyRight, fyne.KeyTab, fyne.KeyTab)
	d.keys("much")
	d.press(fyne.KeyReturn)
	d.sees("Type an amount in EUR, such as 12.50, or leave it empty.")
}

func TestNothingToPutRightReassures(t *testing.T) {
	d := begin(t, newShop())
	d.sees("Nothing waits to be put right", "0 open")
	d.keys("123456cmanok")
	d.press(fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd, fyne.KeyReturn, fyne.KeyEscape)
	if len(d.Failures) != 0 || len(d.Toasts) != 0 {
		t.Errorf("failed %v, said %v", d.Failures, d.Toasts)
	}
}

func TestACaseThatEndedLongAgoIsOpenedAgain(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.AddDate(0, -6, 0), func(c *app.Complaint) {
		c.Answered, c.PutRight, c.Confirmed = c.Received, c.Received, c.Received
	})
	s.complaint(2, "Anna Niemi", "The lamp flickers.", morning.Add(-time.Hour))
	d := begin(t, s)
	d.page.Open(s.of(1).ID)
	d.sees("Maija Korhonen", "One chair wobbles.")
	d.pass(2 * time.Minute) // the list is read anew
	d.sees("One chair wobbles.")
	d.keys("6")
	d.keys("It wobbles again")
	d.press(fyne.KeyReturn)
	if c := s.of(1); !c.Open() || len(c.Reopened) != 1 {
		t.Fatalf("%+v; %v", c, d.Failures)
	}
	d.sees("One chair wobbles.")
	d.press(fyne.KeyUp) // it has more time left, counted from now
	d.sees("The lamp flickers.")
}

func TestWhatWasSaidInCallsAboutAComplaintIsPartOfItsStory(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-75*time.Minute), func(c *app.Complaint) { c.Wish = "A new leg" })
	s.Put(
		app.Call{ID: id(50), Customer: id(1), Complaint: id(101), Start: morning.Add(-30 * time.Minute), Disposition: app.NoAnswer, By: "Anna"},
		app.Call{ID: id(51), Customer: id(1), Start: morning.Add(-20 * time.Minute), Disposition: app.Talked, Notes: "Asked for the bill."},
	)
	call := app.Call{ID: id(52), Customer: id(1), Start: morning.Add(-10 * time.Minute), Disposition: app.Talked, Notes: "The leg is split, too."}
	c := s.of(1)
	c.Answered, c.Wish = call.Start, "A new chair"
	if _, err := s.Apply(t.Context(), app.Batch{Act: app.ActLogCall, Changes: []app.Change{app.Put(call), app.Put(c)}}); err != nil {
		t.Fatal(err)
	}
	d := begin(t, s)
	d.sees("09:42 · No answer, Anna", "10:02 · Talked, Jim", "The leg is split, too.", "Until then they wished: A new leg")
	d.misses("Call logged", "Asked for the bill.")
}

func TestTheRowsOfOneCustomerBeginWithWhatEachIsAbout(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen of the Long House by the River", "One chair wobbles.", morning.Add(-75*time.Minute), func(c *app.Complaint) { c.Themes = []string{"quality"} })
	s.Put(app.Complaint{ID: id(102), Customer: id(1), Wrong: "The lamp hums.", Received: morning.Add(-65 * time.Minute), Themes: []string{"quality"}})
	d := sit(t, s, theme.Light, narrow)
	for _, about := range []string{"One chair wobbles.", "The lamp hums."} {
		if !slices.ContainsFunc(test.LaidOutObjects(d.page.Content()), func(o fyne.CanvasObject) bool {
			line, ok := o.(*canvas.Text)
			return ok && strings.HasPrefix(line.Text, about+separator)
		}) {
			t.Errorf("no row begins with %q", about)
		}
	}
}

const separator = " · "
