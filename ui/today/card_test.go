package today_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/ui/pagetest"
)

func TestSkippedPeopleAreCalledOnlyWithAReason(t *testing.T) {
	s := newShop(3)
	card := s.cards[id(2)]
	card.Because = &calllist.Because{Guard: calllist.GuardDoNotCall, Refusal: app.DoNotCall{Purpose: app.PurposeAny, Reason: "moving"}}
	s.cards[id(2)] = card
	s.skipped = []calllist.Skipped{{Customer: card.Customer, Because: *card.Because}}
	d := begin(t, s)
	d.tap("Not today: 1 person, and why")
	d.mustRead("Asked not to be called")
	d.tap("Person C")
	d.keys("2")
	if len(d.reports) != 0 {
		t.Fatal("called without a reason")
	}
	d.press(fyne.KeyReturn)
	d.mustRead("Say why. It is kept with the call.")
	d.keys("She wrote")
	d.press(fyne.KeyReturn)
	if len(d.reports) != 1 || d.reports[0].Anyway != "She wrote" || d.reports[0].Customer != id(2) {
		t.Errorf("on record: %+v", d.reports)
	}
}

func TestTheListComesBackAfterThoseWhoAreNotCalled(t *testing.T) {
	d := begin(t, wellKnown(newShop(4)))
	for _, leave := range []func(){
		func() { d.press(fyne.KeyEscape) },
		func() { d.page.Choose(id(1)) },
	} {
		d.tap("Not today: 1 person, and why")
		if !d.reads("Person D") || d.reads("After a purchase") {
			t.Fatal("those who are not called are not shown")
		}
		leave()
		d.mustRead("Not today: 1 person, and why", "After a purchase")
	}
}

func TestDoNotCallAsksWhatFor(t *testing.T) {
	d := begin(t, newShop(2))
	d.keys("9")
	d.tap("To win them back")
	d.press(fyne.KeyTab)
	d.keys("no ads")
	d.press(fyne.KeyReturn)
	if len(d.reports) != 1 || d.reports[0].Refuses != app.PurposeMarketing || d.reports[0].Notes != "no ads" {
		t.Errorf("on record: %+v", d.reports)
	}
}

func TestADispositionThatAsksCanBeLeft(t *testing.T) {
	d := begin(t, newShop(2))
	d.keys("5")
	d.keys("nonsense")
	d.press(fyne.KeyReturn, fyne.KeyEscape)
	if len(d.reports) != 0 {
		t.Errorf("on record: %+v", d.reports)
	}
	d.keys("2")
	if len(d.reports) != 1 {
		t.Error("the keys do not work after Escape")
	}
}

func TestTheKeyThatSavesTakesTheAnswerToAQuestion(t *testing.T) {
	d := begin(t, newShop(2))
	d.keys("5")
	d.keys("tomorrow 10")
	d.page.Save()
	if len(d.reports) != 1 || d.reports[0].Disposition != app.CallBack {
		t.Errorf("on record: %+v", d.reports)
	}
}

func TestPromisesAreKeptAndThingsPutRight(t *testing.T) {
	s := newShop(1)
	card := s.cards[id(0)]
	card.Complaints = []app.Complaint{{
		ID: id(50), Wrong: "It came broken", Received: morning,
		Promises: []app.Promise{{What: "kept already", Kept: morning}, {What: "A new one", By: morning.AddDate(0, 0, -1)}},
	}}
	s.cards[id(0)] = card
	d := begin(t, s)
	d.mustRead("A new one", "late: promised by yesterday 10:12")
	d.tap("Kept")
	if len(s.kept) != 1 || s.kept[0] != 1 {
		t.Errorf("kept %v", s.kept)
	}
	d.tap("Put right")
	d.mustRead("Kept: A new one (by yesterday 10:12)")
	d.tap("Replacement")
	d.press(fyne.KeyTab)
	d.press(fyne.KeyReturn)
	if len(s.fixed) != 1 || s.fixed[0].Kind != app.RemedyReplacement || !slices.Equal(s.done, []int{1}) {
		t.Errorf("put right by %+v, kept %v", s.fixed, s.done)
	}
	if want := "Put right. A call will ask whether it worked. 1 promise counts as kept."; !slices.Contains(d.Toasts, want) {
		t.Errorf("said %q", d.Toasts)
	}
}

func TestARemedyHasACost(t *testing.T) {
	s := newShop(1)
	card := s.cards[id(0)]
	card.Complaints = []app.Complaint{{ID: id(50), Wrong: "It came broken", Received: morning}}
	s.cards[id(0)] = card
	s.asked = true
	d := begin(t, s)
	d.tap("Put right")
	d.press(fyne.KeyTab)
	d.keys("a new one")
	d.press(fyne.KeyTab)
	d.keys("twelve")
	d.press(fyne.KeyReturn)
	d.mustRead("Choose what it is: an apology, a repair, a refund …") // nothing is chosen by itself
	d.tap("Something else")
	d.press(fyne.KeyTab, fyne.KeyTab, fyne.KeyReturn)
	d.mustRead("Type an amount in EUR, such as 12.50, or leave it empty.")
	for range 6 {
		d.press(fyne.KeyBackspace)
	}
	d.keys("12,50")
	d.press(fyne.KeyReturn)
	want := app.Remedy{Kind: app.RemedyOther, Note: "a new one", Cost: app.Money{Minor: 1250, Currency: "EUR"}}
	if len(s.fixed) != 1 || s.fixed[0] != want {
		t.Errorf("put right by %+v", s.fixed)
	}
	if d.Toasts[0] != "Jim is asked: it costs more than staff may give." {
		t.Errorf("said %q", d.Toasts)
	}
}

// decided has the first person wait for what was decided on to be given.
func (s *shop) decided(r app.Remedy) {
	card := s.cards[id(0)]
	card.Complaints = []app.Complaint{{ID: id(50), Wrong: "It came broken", Received: morning, Remedy: &r}}
	s.cards[id(0)] = card
}

func TestWhatWasDecidedStandsInTheQuestionOfWhatPutItRight(t *testing.T) {
	given := app.Remedy{Kind: app.RemedyRefund, Note: "new lamp and money", Cost: app.Money{Minor: 12000, Currency: "EUR"}}
	waits := given
	waits.By = "Anna"
	inPounds := given
	inPounds.Cost.Currency = "GBP"
	for name, c := range map[string]struct{ decided, want app.Remedy }{
		"allowed":                            {app.Remedy{Kind: given.Kind, Note: given.Note, Cost: given.Cost, Allowed: morning}, given},
		"the owner is asked":                 {waits, given},
		"before the shop's currency changed": {inPounds, inPounds},
	} {
		t.Run(name, func(t *testing.T) {
			s := newShop(1)
			s.decided(c.decided)
			d := begin(t, s)
			d.tap("Put right")
			if pounds := "In GBP, as it was decided. Another amount would be in EUR."; c.decided.Cost.Currency == "GBP" {
				d.mustRead(pounds)
			}
			d.press(fyne.KeyReturn)
			if len(s.fixed) != 1 || s.fixed[0] != c.want {
				t.Errorf("put right by %+v", s.fixed)
			}
		})
	}
}

func TestWhatWasNotTouchedInTheQuestionIsNotKeptAndNotOfAnEarlierDecision(t *testing.T) {
	s := newShop(2)
	s.decided(app.Remedy{Kind: app.RemedyRefund, Note: "money", Cost: app.Money{Minor: 12000, Currency: "EUR"}})
	d := begin(t, s)
	d.tap("Put right")
	d.pass(time.Second)
	d.press(fyne.KeyEscape)
	if len(s.answers) != 0 {
		t.Fatalf("kept %+v", s.answers)
	}
	d.tap("Put right")
	d.keys(" back")
	d.pass(time.Second)
	s.decided(app.Remedy{Kind: app.RemedyRepair, Note: "glue", Cost: app.Money{Minor: 2000, Currency: "EUR"}})
	again := begin(t, s)
	again.mustRead("What was decided has changed since this was typed. Read it once more before you save it.")
	again.press(fyne.KeyReturn)
	want := app.Remedy{Kind: app.RemedyRepair, Note: "money back", Cost: app.Money{Minor: 2000, Currency: "EUR"}}
	if len(s.fixed) != 1 || s.fixed[0] != want {
		t.Errorf("put right by %+v", s.fixed)
	}
}

func TestTheCardOfSomebodyWithAComplaintOpensWithItAndHowToSpeak(t *testing.T) {
	s := newShop(1)
	card := s.cards[id(0)]
	card.Complaints = []app.Complaint{{ID: id(50), Wrong: "It came broken", Received: morning, ForOwner: true}}
	s.cards[id(0)] = card
	d := begin(t, s)
	d.mustRead("“It came broken”", "Listen to the end, and thank them for telling us.",
		"Ask what would put it right, in their eyes.", "Say what will happen, and by when.", "This one is yours to call.")
	s.by = "Anna"
	d.page.Choose(id(0))
	d.mustRead("Jim must call. Leave it to them, or ask them first.")
}

func TestNobodyIsSaidToBeUnaskedWhomWeTalkedTo(t *testing.T) {
	s := newShop(1)
	d := begin(t, s)
	d.mustRead("Nothing yet. Nobody has asked.")
	card := s.cards[id(0)]
	card.Summary.Talk.FirstAsked = morning.AddDate(0, -1, 0)
	s.cards[id(0)] = card
	d.page.Choose(id(0))
	d.mustRead("Nothing yet, though we did talk.")
}

func TestOtherNumbersCanBeCalled(t *testing.T) {
	s := newShop(1)
	card := s.cards[id(0)]
	card.Customer.Phones = append(card.Customer.Phones, app.Phone{Label: "work", Typed: "09 1", E164: "+35891234567"})
	s.cards[id(0)] = card
	d := begin(t, s)
	d.tap("work 09 1234567")
	d.keys("c")
	if d.copied != "+35891234567" {
		t.Errorf("copied %q", d.copied)
	}
	d.keys("2")
	if d.reports[0].Number != "+35891234567" {
		t.Errorf("called on %q", d.reports[0].Number)
	}
}

func TestALongReceiptShowsItsDearestLines(t *testing.T) {
	s := newShop(1)
	card := s.cards[id(0)]
	for n := range 400 {
		card.Purchases[0].Lines = append(card.Purchases[0].Lines, app.Line{Item: fmt.Sprintf("Thing %d", n), Quantity: app.One, Amount: int64(n)})
	}
	card.Purchases[0].Lines = append(card.Purchases[0].Lines, app.Line{Item: "Express shipping", Quantity: app.One, Amount: 99000})
	s.cards[id(0)] = card
	d := begin(t, s)
	d.mustRead("Oak table", "€ 840.00", "Thing 399", "Thing 397", "and 398 more")
	if d.reads("Thing 396") || d.reads("Express shipping") {
		t.Error("a cheap thing is shown")
	}
}

func TestWhatWasReturnedIsMarked(t *testing.T) {
	line := func(item string, pieces app.Quantity) app.Line {
		return app.Line{Item: item, Quantity: pieces * app.One, Amount: int64(pieces) * 1000}
	}
	table, chairs := line("Oak table", 1), line("Oak chair", 144)
	tests := map[string]struct {
		bought  []app.Line
		returns [][]app.Line // the first 3 days after the purchase, the next 2 days after that
		want    []string
		not     string
	}{
		"all of a line": {
			[]app.Line{table, chairs},
			[][]app.Line{{line("Oak table", -1)}},
			[]string{"Oak table, returned 16 Nov", "–", "Oak chair\u00a0×\u00a0144"},
			"",
		},
		"a part of a line says how much of it": {
			[]app.Line{table, chairs},
			[][]app.Line{{line("Oak chair", -36)}},
			[]string{"Oak table", "Oak chair, 36 of 144 returned 16 Nov", "€\u00a01,440.00"},
			"–",
		},
		"several returns add up": {
			[]app.Line{table, chairs},
			[][]app.Line{{line("Oak chair", -36)}, {line("OAK CHAIR", -24)}},
			[]string{"Oak chair, 60 of 144 returned 18 Nov"},
			"–",
		},
		"several returns of all of a line": {
			[]app.Line{table, chairs},
			[][]app.Line{{line("Oak chair", -36)}, {line("Oak chair", -108)}},
			[]string{"Oak chair\u00a0×\u00a0144, returned 18 Nov", "–"},
			"",
		},
		"a line with the same item is given back after the one before it": {
			[]app.Line{line("Oak chair", 4), line("Oak chair", 6)},
			[][]app.Line{{line("Oak chair", -5)}},
			[]string{"Oak chair\u00a0×\u00a04, returned 16 Nov", "Oak chair, 1 of 6 returned 16 Nov"},
			"",
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := newShop(1)
			card := s.cards[id(0)]
			card.Purchases[0].Lines = tt.bought
			for n, lines := range tt.returns {
				back := card.Purchases[len(card.Purchases)-1]
				back.ID, back.Returns, back.Day, back.Lines = id(60+n), back.ID, back.Day+3+2*app.Day(n), lines
				card.Purchases = append([]app.Purchase{back}, card.Purchases...)
			}
			s.cards[id(0)] = card
			d := begin(t, s)
			d.mustRead(tt.want...)
			if tt.not != "" && d.reads(tt.not) {
				t.Errorf("the card says %q", tt.not)
			}
		})
	}
}

func TestWhoIsKnownByNumberOnlyHasACard(t *testing.T) {
	s := newShop(0)
	s.add(app.Customer{ID: id(7), References: []app.Reference{{Kind: app.ReferenceShop, Value: "17850"}}})
	card := s.cards[id(7)]
	card.Purchases, card.Summary = nil, app.Summary{}
	s.cards[id(7)] = card
	d := begin(t, s)
	d.mustRead("Customer 17850", "No number to dial", "Nothing yet.")
	d.keys("cd")
	if d.copied+d.dialed != "" {
		t.Error("there was a number after all")
	}
}

func TestTheCardSaysThatItWasOpenedAgainAndWhatWasGivenInVain(t *testing.T) {
	s := newShop(1)
	card := s.cards[id(0)]
	card.Complaints = []app.Complaint{{
		ID: id(50), Wrong: "Lamp flickers", Received: morning.AddDate(0, 0, -6),
		Reopened: []app.Reopening{{At: morning, Why: "It flickers again"}},
		Earlier: []app.Given{{
			Remedy: app.Remedy{Kind: app.RemedyReplacement, Note: "A new lamp", Cost: app.Money{Minor: 2000, Currency: "EUR"}},
			At:     morning.AddDate(0, 0, -3),
		}},
	}}
	s.cards[id(0)] = card
	pagetest.Sees(t, begin(t, s).page.Content(), "“Lamp flickers”", "“It flickers again”", "not put right after all, 10:12", "A new lamp", "It did not put it right.")
}

func TestANumberThatWasTakenAwayIsNotOfferedAnyMore(t *testing.T) {
	s := newShop(1)
	card := s.cards[id(0)]
	first := card.Customer.Phones[:1:1]
	card.Customer.Phones = append(first, app.Phone{Label: "work", Typed: "09 1234567", E164: "+35891234567"})
	s.cards[id(0)] = card
	d := begin(t, s)
	d.tap("work 09 1234567")
	d.keys("c")
	if d.copied != "+35891234567" {
		t.Fatalf("copied %q", d.copied)
	}
	card.Customer.Phones = first
	s.cards[id(0)] = card
	d.page.Changed(app.Changed{Act: app.ActEditCustomer, Customers: []app.ID{id(0)}})
	d.keys("c")
	if d.copied != card.Number.E164 {
		t.Errorf("copied %q", d.copied)
	}
}
