package today_test

import (
	"slices"
	"strconv"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/calllist"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

func TestDigitsInTheNoteAreWords(t *testing.T) {
	d := begin(t, newShop(3))
	d.keys("1")
	d.keys("2 of 6 chairs, 9 cm")
	d.pass(time.Second)
	if got := d.drafts[id(0)].Verbatim; got != "2 of 6 chairs, 9 cm" {
		t.Errorf("kept %q", got)
	}
	if len(d.reports) != 0 {
		t.Errorf("%d calls are on record", len(d.reports))
	}
}

func TestWhatIsTypedIsKeptAndComesBack(t *testing.T) {
	s := newShop(3)
	d := begin(t, s)
	d.press(fyne.KeyDown)
	d.keys("1")
	d.keys("One chair wobbl")
	d.pass(time.Second)

	// The program is killed, and started again.
	again := begin(t, s)
	if len(again.Toasts) != 1 || again.Toasts[0] != "You were writing a note about Person B. Here it is." {
		t.Errorf("said %q", again.Toasts)
	}
	again.keys("es")
	again.page.Save()
	r := again.reports[0]
	if r.Customer != id(1) || r.Opinion.Verbatim != "One chair wobbles" {
		t.Errorf("on record: %+v", r.Opinion)
	}
	if len(s.drafts) != 0 {
		t.Error("the draft is still there")
	}
}

func TestWhoIsNotCalledIsSaidBesideANoteThatComesBack(t *testing.T) {
	s := newShop(2)
	s.skipped = []calllist.Skipped{{Customer: s.people[1], Because: calllist.Because{Guard: calllist.GuardFull}}}
	s.drafts[id(0)] = calling.Draft{Start: s.now, Verbatim: "Lovely"}
	d := begin(t, s)
	const one, two = "Not today: 1 person, and why", "Not today: 2 people, and why"
	d.mustRead(one)
	d.slow = true
	d.page.Changed(app.Changed{})
	d.press(fyne.KeyEscape)
	s.skipped = append(s.skipped, s.skipped[0])
	d.keys("1")
	d.catchUp()
	d.slow = false
	d.press(fyne.KeyEscape)
	d.mustRead(two)
}

func TestEscapeGoesBackAndKeepsTheDraft(t *testing.T) {
	d := begin(t, newShop(3))
	d.keys("1")
	d.keys("Hm")
	d.press(fyne.KeyEscape)
	d.mustRead("A note about them is begun.", "No answer")
	if d.drafts[id(0)].Verbatim != "Hm" {
		t.Errorf("kept %+v", d.drafts)
	}
	d.tap("Throw away")
	if len(d.drafts) != 0 || d.reads("A note about them is begun.") {
		t.Error("the draft is still there")
	}
	d.Undos[len(d.Undos)-1]()
	if d.drafts[id(0)].Verbatim != "Hm" {
		t.Error("the draft did not come back")
	}
}

func TestANoteThatGoesWithACallComesBackWithIt(t *testing.T) {
	d := begin(t, newShop(3))
	d.keys("1")
	d.keys("Hm")
	d.press(fyne.KeyEscape)
	d.keys("2") // on record as not answered: a key beside the one that was meant
	if len(d.reports) != 1 {
		t.Fatalf("on record: %+v", d.reports)
	}
	d.Undos[len(d.Undos)-1]()
	d.mustRead("Person A", "A note about them is begun.")
	if d.drafts[id(0)].Verbatim != "Hm" {
		t.Errorf("kept %+v", d.drafts)
	}
}

func TestANoteWithoutAWordLeavesNoDraft(t *testing.T) {
	d := begin(t, newShop(1))
	d.keys("1")
	d.press(fyne.KeyEscape)
	d.pass(time.Second)
	if len(d.drafts) != 0 || d.reads("A note about them is begun.") {
		t.Errorf("kept %+v", d.drafts)
	}
}

func TestASaveThatIsLateBringsNoDraftBack(t *testing.T) {
	d := begin(t, newShop(2))
	d.keys("1")
	d.keys("x")
	d.page.Save()
	d.pass(time.Minute)
	if len(d.drafts) != 0 {
		t.Errorf("kept %+v", d.drafts)
	}
}

func TestEverythingInTheNoteIsPutOnRecord(t *testing.T) {
	d := sit(t, newShop(2), theme.Light, fyne.NewSize(1004, 1200))
	d.keys("1")
	d.tap("6")
	d.tap("They praised Anna")
	d.tap("May we quote it")
	d.tap("theme")
	d.keys("qual,")
	d.tap("Something to put right")
	d.keys("A new chair")
	d.press(fyne.KeyTab)
	d.keys("Swap it")
	d.press(fyne.KeyTab)
	d.keys("tue 17:00")
	d.mustRead("Then a call to hear whether it worked: Friday 27 November")
	d.tap("+ 1 week")
	d.page.Save()
	if len(d.reports) != 1 {
		t.Fatalf("on record: %+v, failed: %v", d.reports, d.Failures)
	}
	r := d.reports[0]
	if r.Opinion.Score == nil || *r.Opinion.Score != 6 || !r.Opinion.Quote {
		t.Errorf("opinion: %+v", r.Opinion)
	}
	if !slices.Equal(r.Opinion.Staff, []string{"Anna"}) || !slices.Equal(r.Opinion.Praised, []string{"Anna"}) || !slices.Equal(r.Opinion.Themes, []string{"qual"}) {
		t.Errorf("opinion: %+v", r.Opinion)
	}
	tuesday := app.NewDay(2026, 11, 24).At(17*60, time.UTC)
	if c := r.Complaint; c == nil || c.Wish != "A new chair" || c.Promise != "Swap it" || !c.By.Equal(tuesday) {
		t.Errorf("complaint: %+v", r.Complaint)
	}
	if r.Next == nil || app.DayOf(r.Next.At) != app.NewDay(2026, 11, 27) || r.Next.Timed {
		t.Errorf("next: %+v", r.Next)
	}
}

func TestALowScoreOffersToPutSomethingRight(t *testing.T) {
	const offer = "They are not happy. Ask what would put it right, and tick this."
	for score, offered := range map[string]bool{"0": true, "6": true, "7": false, "3/5": true, "4/5": false} {
		d := begin(t, newShop(1))
		d.keys("1")
		d.tap(score)
		if d.reads(offer) != offered {
			t.Errorf("%s: offered %v", score, d.reads(offer))
		}
	}
}

func TestStarsAreTypedInTheRowOfScores(t *testing.T) {
	for typed, want := range map[string]string{"4/5": "4", "2*": "2", "10": "", "9": "", "7/5": "", "4": ""} {
		d := begin(t, newShop(1))
		d.keys("1")
		d.press(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab) // round to what comes before the words
		for d.window.Canvas().Focused() != nil {
			if _, ok := d.window.Canvas().Focused().(*widgets.ScoreRow); ok {
				break
			}
			d.window.Canvas().FocusPrevious()
		}
		d.keys(typed)
		d.page.Save()
		said := d.reports[0].Opinion
		switch {
		case want == "" && (said.Stars != nil || said.Score == nil):
			t.Errorf("%q: %+v", typed, said)
		case want != "" && (said.Score != nil || said.Stars == nil || strconv.Itoa(*said.Stars) != want):
			t.Errorf("%q: %+v", typed, said)
		}
	}
}

func TestDigitsOneStepBackFromTheWordsAreTheScore(t *testing.T) {
	d := begin(t, newShop(1))
	d.keys("1")
	d.window.Canvas().FocusPrevious()
	d.keys("10")
	d.page.Save()
	if len(d.reports) != 1 || d.reports[0].Opinion.Score == nil || *d.reports[0].Opinion.Score != 10 || d.reports[0].Opinion.Stars != nil {
		t.Errorf("on record: %+v", d.reports)
	}
}

func TestSeriousThingsAreMarkedForTheOwner(t *testing.T) {
	d := sit(t, newShop(1), theme.Light, fyne.NewSize(1004, 1200))
	d.keys("1")
	d.keys("It fell on my foot")
	d.tap("Something to put right")
	d.tap("Serious: the owner must call")
	d.pass(time.Second)
	if !d.drafts[id(0)].Serious {
		t.Error("the draft does not have it")
	}
	d.page.Save()
	if c := d.reports[0].Complaint; c == nil || !c.Serious {
		t.Errorf("%+v", c)
	}
}

func TestThemesOfOthersAreOffered(t *testing.T) {
	d := begin(t, newShop(1))
	d.keys("1")
	d.tap("theme")
	d.keys("pack")
	d.tap("packaging")
	d.page.Save()
	if got := d.reports[0].Opinion.Themes; !slices.Equal(got, []string{"packaging"}) {
		t.Errorf("%v", got)
	}
}

func TestADayThatIsNoneIsToldAndNothingIsLost(t *testing.T) {
	d := begin(t, newShop(2))
	d.keys("1")
	d.keys("Words")
	d.tap("a day…")
	d.keys("someday")
	d.page.Save()
	if len(d.reports) != 0 {
		t.Fatalf("on record: %+v", d.reports)
	}
	d.pass(time.Second)
	if draft := d.drafts[id(0)]; draft.Verbatim != "Words" || draft.Next != "someday" {
		t.Errorf("kept %+v", draft)
	}
}

func TestWhatTheDeskRefusesIsToldAtItsField(t *testing.T) {
	s := newShop(2)
	d := begin(t, s)
	d.keys("1")
	d.tap("May we quote it")
	errs := app.FieldErrors{}
	errs.Add(calling.FieldQuote, "error.calling.quote.nothing", nil)
	s.refuse = errs
	d.page.Save()
	d.mustRead("There are no words to quote. Write down what they said, or untick that they may be quoted.")
	s.refuse = nil
	d.keys("Lovely")
	d.page.Save()
	if len(d.reports) != 1 {
		t.Error("the note was not saved after it was mended")
	}
}

func TestACallThatChecksAFixAsksWhetherItWorked(t *testing.T) {
	s := newShop(2)
	card := s.cards[id(0)]
	card.Reasons = []calllist.Reason{{Kind: app.CheckFix, Complaint: id(50), Wrong: "The bed creaks"}}
	card.Complaints = []app.Complaint{{ID: id(50), Wrong: "The bed creaks", Received: morning, PutRight: morning}}
	s.cards[id(0)] = card
	d := begin(t, s)
	d.keys("1")
	d.tap("No")
	d.page.Save()
	if want := []calling.Fix{{Complaint: id(50)}}; !slices.Equal(d.reports[0].Fixes, want) {
		t.Errorf("said of the fix: %v", d.reports[0].Fixes)
	}
}

func TestWhatIsPutRightCanBeAskedAboutBeforeTheListDoes(t *testing.T) {
	s := newShop(1)
	card := s.cards[id(0)]
	card.Complaints = []app.Complaint{{ID: id(50), Wrong: "It creaks", Received: morning, PutRight: morning}}
	s.cards[id(0)] = card
	d := begin(t, s)
	d.keys("1")
	d.tap("Yes")
	d.page.Save()
	if want := []calling.Fix{{Complaint: id(50), Worked: true}}; !slices.Equal(d.reports[0].Fixes, want) {
		t.Errorf("said of the fix: %v", d.reports[0].Fixes)
	}
}

func TestTheBandAboveANoteNamesWhatTheTalkIsAbout(t *testing.T) {
	const creaks = "The bed creaks."
	left := []app.BoughtItem{{Item: "Oak chair", Quantity: app.One}}
	tests := map[string]struct {
		change func(c *calling.Card)
		reads  string
		misses string
	}{
		"what went wrong, where they are called about that": {
			change: func(c *calling.Card) {
				c.About = nil
				c.Complaints = []app.Complaint{{ID: id(50), Wrong: creaks, Received: morning, PutRight: morning}}
				c.Reasons = []calllist.Reason{{Kind: app.CheckFix, Complaint: id(50), Wrong: creaks}}
			},
			reads: creaks,
		},
		"what they kept, where they gave a part back": {
			change: func(c *calling.Card) {
				kept := *c.Reasons[0].Bought
				kept.Items, kept.Total = left, 12000
				c.Reasons = []calllist.Reason{{Kind: app.AfterPurchase, Bought: &kept, Days: 7}}
			},
			reads: "Oak chair · €", misses: "Oak table · €",
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := newShop(1)
			card := s.cards[id(0)]
			tt.change(&card)
			s.cards[id(0)] = card
			d := begin(t, s)
			d.keys("1")
			pagetest.Sees(t, d.page.Content(), tt.reads)
			if tt.misses != "" {
				pagetest.Misses(t, d.page.Content(), tt.misses)
			}
		})
	}
}

func TestTheTalkIsTimed(t *testing.T) {
	d := begin(t, newShop(2))
	d.keys("d")
	if d.dialed != "+358401234500" {
		t.Errorf("dialled %q", d.dialed)
	}
	began := d.now
	d.pass(20 * time.Second)
	d.keys("1")
	d.pass(3 * time.Minute)
	d.mustRead("talking 3:21")
	d.page.Save()
	if r := d.reports[0]; !r.Start.Equal(began) || !r.End.Equal(d.now) {
		t.Errorf("from %v to %v", r.Start, r.End)
	}
}

func TestADraftFromAheadOfTheClockIsSavedAsOfNow(t *testing.T) {
	s := newShop(1)
	s.drafts[id(0)] = calling.Draft{Start: s.now.Add(time.Hour), Verbatim: "Lovely"}
	d := begin(t, s) // the clock was set back
	d.page.Save()
	if len(d.reports) != 1 || d.reports[0].Start.After(s.now) {
		t.Errorf("on record: %+v", d.reports)
	}
}

func TestAPromiseInACallForAfterTheTargetIsCalledLateInWords(t *testing.T) {
	d := sit(t, newShop(1), theme.Light, fyne.NewSize(1004, 1400))
	d.keys("1")
	d.tap("Something to put right")
	d.keys("A new chair")
	d.press(fyne.KeyTab)
	d.keys("Swap it")
	d.press(fyne.KeyTab)
	d.keys("24 dec")
	pagetest.Sees(t, d.page.Content(), "Thursday 24 December. That is after your own target,")
}

func TestTheDayToAskWhetherItWorkedIsOneOnWhichTheShopOpens(t *testing.T) {
	s := newShop(1)
	card := s.cards[id(0)]
	card.Plan.Holidays = []app.Day{app.NewDay(2026, 11, 27)}
	s.cards[id(0)] = card
	d := sit(t, s, theme.Light, fyne.NewSize(1004, 1400))
	d.keys("1")
	d.tap("Something to put right")
	d.keys("A new chair")
	d.press(fyne.KeyTab)
	d.keys("Swap it")
	d.press(fyne.KeyTab)
	d.keys("tue 17:00")
	d.mustRead("Then a call to hear whether it worked: Monday 30 November")
}
