package opinions_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/exporting/tellus"
	"ringback.app/ui/theme"
)

func TestACardIsTypedWithTheKeyboardAlone(t *testing.T) {
	s := open(t)
	s.types("12347", fyne.KeyReturn)
	s.types("9 nov", fyne.KeyReturn)
	s.sees("13 days ago")
	s.types("9", fyne.KeyReturn)
	s.types("The lamp is lovely.", fyne.KeyTab)
	s.types("qual", fyne.KeyReturn)
	s.types("lamps", fyne.KeyTab)
	s.types("ann", fyne.KeyReturn)
	s.Save()
	o := s.newest()
	if o.Customer != maija.ID || o.Source != app.FromCard || o.Said != app.NewDay(2026, time.November, 9) || o.Score == nil || *o.Score != 9 ||
		o.Verbatim != "The lamp is lovely." || !slices.Equal(o.Themes, []string{"quality", "lamps"}) || !slices.Equal(o.Staff, []string{"Anna"}) {
		t.Errorf("%+v", o)
	}
	if s.window.last() != "Maija Korhonen: on record." || len(s.shop.Drafts) != 0 {
		t.Errorf("%q, drafts %q", s.window.last(), s.shop.Drafts)
	}
	s.sees("1 typed in now. It lay unread for 13 days.", "[9 nov]")
	s.misses("The lamp is lovely")
	s.well()
}

func TestTheNextCardIsReadyAtOnce(t *testing.T) {
	s := open(t)
	for n := range 10 {
		s.now = s.now.Add(time.Second)
		s.types("12347", fyne.KeyTab, fyne.KeyTab) // the number is enough without Enter
		s.types("8", fyne.KeyReturn)
		s.types("Fine", fyne.KeyTab)
		s.Save()
		if o := s.newest(); o.Customer != maija.ID || o.Verbatim != "Fine" {
			t.Fatalf("card %d: %+v", n+1, o)
		}
	}
	if len(s.shop.Told) != 10 {
		t.Errorf("%d cards are on record", len(s.shop.Told))
	}
	s.sees("10 typed in now, all read on their day.")
}

func TestAThemeIsOfferedFromTheNextCardOn(t *testing.T) {
	s := open(t)
	for range 2 {
		s.types("mai", fyne.KeyReturn)
		s.types("", fyne.KeyReturn)
		s.types("8", fyne.KeyReturn)
		s.types("Fine", fyne.KeyTab)
		if len(s.shop.Told) > 0 {
			s.types("park")
			s.sees("parking")
		} else {
			s.types("parking")
		}
		s.Save()
	}
}

func TestTheDayOfTheCardBeforeGivesWayToWhatIsTyped(t *testing.T) {
	s := open(t)
	for _, day := range []string{"10 nov", "12 nov"} {
		s.types("mai", fyne.KeyReturn)
		s.types(day, fyne.KeyReturn)
		s.types("8", fyne.KeyReturn)
		s.types("Fine")
		s.Save()
		if o := s.newest(); o.Said.String()[8:] != day[:2] {
			t.Errorf("%q is taken as %v", day, o.Said)
		}
	}
}

func TestACardFromSomebodyUnknownIsKept(t *testing.T) {
	s := open(t)
	s.types("Zaphod, Espoo", fyne.KeyReturn)
	s.sees("Nobody found. It is kept as written")
	s.types("", fyne.KeyReturn)
	s.types("4/5", fyne.KeyReturn)
	s.sees("4 of 5 stars")
	s.Save()
	if o := s.newest(); !o.Customer.IsZero() || o.Sender != "Zaphod, Espoo" || o.Stars == nil || *o.Stars != 4 {
		t.Errorf("%+v", o)
	}
	if s.window.last() != "Zaphod, Espoo: on record. Whose it is can be said later." {
		t.Error(s.window.last())
	}
}

func TestALowScoreOffersToPutItRight(t *testing.T) {
	s := open(t)
	s.misses("What would put it right")
	s.types("mai", fyne.KeyReturn)
	s.types("", fyne.KeyReturn)
	s.types("3", fyne.KeyReturn)
	s.sees("What would put it right, in their eyes")
	s.types("It wobbles.")
	for range 5 {
		s.key(fyne.KeyTab) // themes, staff, praise, quote, put right
	}
	s.key(fyne.KeyTab)
	s.types("A new chair", fyne.KeyTab)
	s.types("Swap it", fyne.KeyTab)
	s.types("tue 17:00")
	s.Save()
	if len(s.shop.Wrongs) != 1 {
		t.Fatalf("%d complaints; the page: %v", len(s.shop.Wrongs), s.window.toasts)
	}
	for _, c := range s.shop.Wrongs {
		if c.Customer != maija.ID || c.Wrong != "It wobbles." || c.Wish != "A new chair" || len(c.Promises) != 1 || c.Opinion != s.newest().ID {
			t.Errorf("%+v", c)
		}
	}
	s.misses("What would put it right")
	s.sees("[]")
	if s.window.last() != "Maija Korhonen: on record, and on Put right." {
		t.Error(s.window.last())
	}
}

func TestALowScoreAloneIsNoComplaint(t *testing.T) {
	s := open(t)
	s.types("mai", fyne.KeyReturn)
	s.types("", fyne.KeyReturn)
	s.types("3", fyne.KeyReturn)
	s.Save()
	if len(s.shop.Wrongs) != 0 || len(s.shop.Told) != 1 {
		t.Errorf("%d complaints, %d opinions", len(s.shop.Wrongs), len(s.shop.Told))
	}
}

func TestWhatIsWrongIsSaidAtItsField(t *testing.T) {
	s := open(t)
	s.types("mai", fyne.KeyReturn)
	s.types("2026-12-24", fyne.KeyReturn)
	s.types("11", fyne.KeyReturn)
	s.Save()
	s.sees("has not come yet", "“11” is not on the scale")
	if len(s.shop.Told) != 0 {
		t.Error("it is on record all the same")
	}
	s.well()
}

func TestWhatIsTypedSurvivesACrash(t *testing.T) {
	s := open(t)
	s.types("12347", fyne.KeyReturn)
	s.types("9 nov", fyne.KeyReturn)
	s.types("2", fyne.KeyReturn)
	s.types("One chair wob")
	s.pass() // the draft is kept soon
	again := show(t, s.shop.Shop, theme.Light, fyne.NewSize(1004, 708))
	again.sees("Maija Korhonen", "[9 nov]", "[2]", "[One chair wob]")
	if again.window.last() != "This is what was being typed when Ringback ended." {
		t.Error(again.window.last())
	}
	again.Save()
	if o := again.newest(); o.Customer != maija.ID || o.Verbatim != "One chair wob" {
		t.Errorf("%+v", o)
	}
	again.pass() // a keeping that was late brings nothing back
	if len(again.shop.Drafts) != 0 {
		t.Errorf("%q", again.shop.Drafts)
	}
}

func TestUndoBringsTheCardBackToBeMended(t *testing.T) {
	s := open(t)
	s.types("12347", fyne.KeyReturn)
	s.types("", fyne.KeyReturn)
	s.types("9", fyne.KeyReturn)
	s.types("Helo")
	s.Save()
	s.window.undo()
	if len(s.shop.Told) != 0 {
		t.Error("it is still on record")
	}
	s.sees("[Helo]", "[9]", "Maija Korhonen", "Kept as a draft")
}

func TestEscapeLosesNoWord(t *testing.T) {
	s := open(t)
	s.types("Zaphod", fyne.KeyReturn)
	s.Back()
	s.misses("[Zaphod]")
	s.window.take()
	s.sees("[Zaphod]")
}

func TestCardsArePrinted(t *testing.T) {
	s := open(t)
	s.PrintCards()
	s.sees("[8]")
	s.types("12347", fyne.KeyReturn)
	s.sees("Maija Korhonen", "[]")
	s.misses("[8]") // nobody asked for them
	s.Save()
	if len(s.printer.orders) != 1 || !slices.Equal(s.printer.orders[0].Customers, []app.ID{maija.ID}) || s.printer.orders[0].Blank != 0 {
		t.Errorf("%+v", s.printer.orders)
	}
	if s.written("Tell-us cards 2026-11-22.pdf") != "cards" || s.window.last() != "8 cards are in Tell-us cards 2026-11-22.pdf." {
		t.Error(s.window.last())
	}
	s.printer.done = tellus.Done{Cards: 1, Boxed: []string{"田中 花子"}, Numberless: true, Nameless: true}
	s.PrintCards(eleni.ID)
	s.sees("Ελένη Παπαδοπούλου", "[]")
	s.Save()
	if got := s.window.last(); got != "1 card is in Tell-us cards 2026-11-22.pdf. Not printed as written, because the font lacks the letters or their direction: 田中 花子. The name of the shop or of the owner is not on it: set both in Settings. There is no direct number on it: set one in Settings." {
		t.Error(got)
	}
	s.printer.err = &app.Error{Code: app.CodeInvalid, Key: "error.cards.none"}
	s.PrintCards()
	s.Save()
	s.sees("There are no cards to print")
	s.Back()
	s.sees("Save, next card")
}

func TestEveryEmptyRoomSaysWhatToDo(t *testing.T) {
	s := open(t)
	s.ShowPraise()
	s.sees("No praise yet", "Type in a card")
	s.ShowQuotes()
	s.sees("Nobody may be quoted yet", "Find the words")
	s.ShowUnmatched()
	s.sees("Every opinion has found its owner")
	s.Find(app.OpinionQuery{})
	s.sees("Nobody has told you anything yet")
	s.Type()
	s.sees("Who wrote it", "Save, next card")
	s.TypeFor(maija.ID)
	s.sees("Maija Korhonen", "no. 12347")
}

func TestTheLongestOpinionIsShown(t *testing.T) {
	long := app.Opinion{ID: app.ID{0: 9}, Taken: time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC), Said: 700000, Source: app.FromLetter}
	for len(long.Verbatim) < 21_928 {
		long.Verbatim += "They never wrote back. "
	}
	s := open(t, long)
	s.Find(app.OpinionQuery{})
	s.sees("1 opinion", "They never wrote back.")
	s.ShowUnmatched()
	s.sees("Somebody")
	if s.canvas.Focused() == nil {
		t.Error("nothing has the keyboard")
	}
}

func TestPictures(t *testing.T) {
	usual, narrow := fyne.NewSize(1004, 708), fyne.NewSize(740, 548)
	tests := map[string]struct {
		look theme.Look
		size fyne.Size
		do   func(*stage)
	}{
		"type-light": {theme.Light, usual, func(s *stage) {
			s.types("12347", fyne.KeyReturn)
			s.types("9 nov", fyne.KeyReturn)
			s.types("3", fyne.KeyReturn)
			s.types("The table is beautiful. One chair wobbles.", fyne.KeyTab)
			s.types("qual")
		}},
		"complain-narrow": {theme.Dark, narrow, func(s *stage) {
			s.Find(app.OpinionQuery{Theme: "delivery time"})
			s.press("Put right")
		}},
		"unmatched-light": {theme.Light, usual, func(s *stage) { s.ShowUnmatched() }},
		"said-light":      {theme.Light, usual, func(s *stage) { s.Find(app.OpinionQuery{}) }},
		"said-dark":       {theme.Dark, usual, func(s *stage) { s.Find(app.OpinionQuery{}) }},
		"praise-light":    {theme.Light, usual, func(s *stage) { s.ShowPraise() }},
		"quotes-narrow": {theme.Light, narrow, func(s *stage) {
			o := s.shop.Told[app.ID{0: 1}]
			o.Quote = &app.Quote{Words: o.Verbatim, Where: "website", Name: "Maija K.", Since: o.Taken}
			s.shop.Told[o.ID] = o
			s.ShowQuotes()
		}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := show(t, open(t, told()...).shop.Shop, tt.look, tt.size)
			tt.do(s)
			test.AssertRendersToImage(t, name+".png", s.canvas)
		})
	}
}

func TestAPromiseOnACardForAfterTheTargetIsCalledLateInWords(t *testing.T) {
	s := open(t)
	s.types("mai", fyne.KeyReturn)
	s.types("", fyne.KeyReturn)
	s.types("2", fyne.KeyReturn)
	s.types("It wobbles.", fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
	s.types("A new chair", fyne.KeyTab)
	s.types("Swap it", fyne.KeyTab)
	s.types("tue 17:00")
	s.misses("your own target")
	s.types("", fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace)
	s.types("1 dec")
	s.sees("That is after your own target, Thu 26 Nov, 09:00: it will count as late.")
}

func TestAReceiptTypedAsTheSenderFindsWhoseTheCardIsAndWhatItIsAbout(t *testing.T) {
	lamp := app.Purchase{ID: app.ID{14: 1, 15: 1}, Customer: eleni.ID, Day: app.NewDay(2026, 11, 13), Receipt: "R105-2", Total: 100, Currency: "EUR", Lines: []app.Line{{Item: "Lamp", Quantity: app.One, Amount: 100}}}
	older := lamp
	older.ID, older.Receipt, older.Day = app.ID{14: 1, 15: 2}, "R105-1", app.NewDay(2026, 11, 2)
	for name, keys := range map[string][]fyne.KeyName{"with Enter": {fyne.KeyReturn}, "with Tab": {fyne.KeyTab}} {
		t.Run(name, func(t *testing.T) {
			s := open(t, lamp, older)
			s.types("r105-1", keys...)
			s.sees("Ελένη Παπαδοπούλου")
			s.types("", fyne.KeyReturn)
			s.types("9", fyne.KeyReturn)
			s.types("Lovely", fyne.KeyTab)
			s.Save()
			if o := s.newest(); o.Customer != eleni.ID || !slices.Equal(o.About, []app.ID{older.ID}) {
				t.Errorf("%+v", o)
			}
			s.well()
		})
	}
}

func TestEnterTakesNobodyForWhomOnlyAPartOfTheNameSpeaks(t *testing.T) {
	for name, tt := range map[string]struct {
		keys []fyne.KeyName
		who  app.ID
	}{
		"as it stands on the card": {[]fyne.KeyName{fyne.KeyReturn}, app.ID{}},
		"unless they are chosen":   {[]fyne.KeyName{fyne.KeyDown, fyne.KeyReturn}, maija.ID},
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			s.types("Maija Smith, 0151 999 111", tt.keys...)
			s.types("", fyne.KeyReturn)
			s.types("7", fyne.KeyReturn)
			s.Save()
			if o := s.newest(); o.Customer != tt.who || tt.who.IsZero() && o.Sender != "Maija Smith, 0151 999 111" {
				t.Errorf("%+v", o)
			}
			s.well()
		})
	}
}
