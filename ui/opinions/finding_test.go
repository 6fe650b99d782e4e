package opinions_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/widgets"
)

func told() []app.Record {
	at := func(day int) time.Time { return time.Date(2026, time.November, day, 9, 0, 0, 0, time.UTC) }
	return []app.Record{
		app.Opinion{ID: app.ID{0: 1}, Customer: maija.ID, Said: app.NewDay(2026, 11, 9), Taken: at(20), Source: app.FromCard, Score: of(9), Verbatim: "The lamp is lovely.", Themes: []string{"quality"}, Praise: []string{"Anna"}, Staff: []string{"Anna"}},
		app.Opinion{ID: app.ID{0: 2}, Customer: eleni.ID, Said: app.NewDay(2026, 11, 10), Taken: at(10), Source: app.FromVisit, Stars: of(2), Verbatim: "Άργησε πολύ.", Themes: []string{"delivery time"}, Praise: []string{"Pekka"}},
		app.Opinion{ID: app.ID{0: 3}, Said: app.NewDay(2026, 11, 8), Taken: at(11), Source: app.FromWeb, Score: of(7), Verbatim: "Không sao cả.", Sender: "Hương"},
	}
}

func TestWhatTheySaidIsFoundAgain(t *testing.T) {
	s := open(t, told()...)
	s.Find(app.OpinionQuery{})
	s.sees("3 opinions, newest first", "Maija Korhonen", "“The lamp is lovely.”", "Written 9 Nov, read 20 Nov: 11 days later", "Hương")
	s.types("lam")
	s.sees("1 opinion, newest first")
	s.misses("Ελένη")
	s.Back()
	s.sees("3 opinions")
	s.press("Customer")
	if !slices.Equal(s.opened, []app.ID{maija.ID}) {
		t.Error(s.opened)
	}
	s.Find(app.OpinionQuery{Theme: "delivery time", Unhappy: true, From: app.NewDay(2026, 11, 1), To: app.NewDay(2026, 12, 1)})
	s.sees("Ελένη Παπαδοπούλου", "2 of 5 stars", "1 Nov – 30 Nov", "1 opinion")
	s.Find(app.OpinionQuery{Words: "nothing of the kind"})
	s.sees("Nobody said that.")
	s.well()
}

func TestAnOpinionIsCorrectedAndPutRight(t *testing.T) {
	s := open(t, told()...)
	s.Find(app.OpinionQuery{Theme: "delivery time"})
	s.press("Correct")
	s.types(" Ναι.")
	s.Save()
	if o := s.shop.Told[app.ID{0: 2}]; o.Verbatim != " Ναι.Άργησε πολύ." && o.Verbatim != "Ναι.Άργησε πολύ." && o.Verbatim != "Άργησε πολύ. Ναι." {
		t.Errorf("%q", o.Verbatim)
	}
	s.press("Put right")
	s.types("Να έρθει αύριο")
	s.Save()
	for _, c := range s.shop.Wrongs {
		if c.Customer != eleni.ID || c.Wish != "Να έρθει αύριο" {
			t.Errorf("%+v", c)
		}
	}
	if len(s.shop.Wrongs) != 1 || s.window.last() != "It is on Put right now." {
		t.Error(s.shop.Wrongs, s.window.last())
	}
	s.press("Put right")
	s.Save()
	s.sees("This is a complaint already")
	s.Back()
	s.sees("Correct")
	s.well()
}

func TestPraiseIsPassedOn(t *testing.T) {
	s := open(t, told()...)
	s.ShowPraise()
	s.sees("2 to pass on", "Told Anna", "Told Pekka", "5 days late")
	s.press("Told Pekka")
	if o := s.shop.Told[app.ID{0: 2}]; len(o.Passed) != 1 || o.Passed[0].Staff != "Pekka" || s.window.last() != "Pekka knows." {
		t.Errorf("%+v, %q", o, s.window.last())
	}
	s.sees("Pekka was told today", "Told Anna")
	s.misses("days late")
	s.press("Told Anna")
	s.sees("Everybody has been told.")
}

func TestQuotesAreGrantedWithdrawnAndExported(t *testing.T) {
	s := open(t, told()...)
	s.ShowQuotes()
	s.sees("Nobody may be quoted yet")
	s.Find(app.OpinionQuery{Words: "lovely"})
	s.press("May be quoted")
	s.sees("[Maija Korhonen]", "[The lamp is lovely.]")
	s.types("", fyne.KeyTab)
	s.types("website", fyne.KeyTab)
	s.types("Very ")
	s.Save()
	s.sees("These are not their words")
	for range 5 {
		s.key(fyne.KeyBackspace)
	}
	s.Save()
	q := s.shop.Told[app.ID{0: 1}].Quote
	if q == nil || q.Words != "The lamp is lovely." || q.Where != "website" || q.Name != "Maija Korhonen" {
		t.Fatalf("%+v", q)
	}
	s.ShowQuotes()
	s.sees("1 quote may be published today.", "Allowed since today: website, under Maija Korhonen", "Proof: Maija Korhonen · 9 Nov, on a card")
	s.Save()
	if got := s.written("Quotes 2026-11-22.csv"); got != "The lamp is lovely.\n" {
		t.Errorf("exported %q", got)
	}
	s.press("Withdraw")
	s.sees("0 quotes may be published today.", "Withdrawn today")
	s.Save()
	if got := s.written("Quotes 2026-11-22.csv"); got != "" {
		t.Errorf("exported %q", got)
	}
	s.well()
}

func TestAQuoteIsWithdrawnOnceByTheKeyboard(t *testing.T) {
	s := open(t, told()...)
	for _, n := range []byte{1, 2} {
		o := s.shop.Told[app.ID{0: n}]
		o.Quote = &app.Quote{Words: o.Verbatim, Since: s.now}
		s.shop.Told[app.ID{0: n}] = o
	}
	s.ShowQuotes()
	s.sees("2 quotes may be published today.")
	s.key(fyne.KeyTab)
	s.key(fyne.KeySpace)
	s.sees("1 quote may be published today.")
	toasts := len(s.window.toasts)
	s.key(fyne.KeySpace) // in the next entry, on what withdraws nothing
	if said := s.window.toasts; len(said) != toasts {
		t.Errorf("said %q", said)
	}
	s.Back()
	s.sees("1 quote may be published today.")
	s.well()
}

func TestWhoWithdrawsOneQuoteIsToldOfTheOthersThatStillMayBePublished(t *testing.T) {
	s := open(t, told()...)
	for _, n := range []byte{1, 2} {
		o := s.shop.Told[app.ID{0: n}]
		o.Customer, o.Quote = maija.ID, &app.Quote{Words: o.Verbatim, Since: s.now}
		s.shop.Told[app.ID{0: n}] = o
	}
	s.ShowQuotes()
	for _, want := range []string{
		"These words of Maija Korhonen may not be published any more. 1 other quote of theirs still may be.",
		"These words of Maija Korhonen may not be published any more.",
	} {
		s.press("Withdraw")
		if got := s.window.last(); got != want {
			t.Errorf("said %q, want %q", got, want)
		}
	}
	s.well()
}

func TestACardFindsItsOwner(t *testing.T) {
	s := open(t, told()...)
	s.ShowUnmatched()
	s.sees("1 opinion", "“Không sao cả.”", "Maybe", "Trần Thị Hương")
	s.press("It is theirs")
	if o := s.shop.Told[app.ID{0: 3}]; o.Customer != huong.ID || s.window.last() != "It is Trần Thị Hương’s." {
		t.Errorf("%+v, %q", o, s.window.last())
	}
	s.sees("Every opinion has found its owner")
	s.well()
}

func TestACardIsMatchedByTheKeyboardAlone(t *testing.T) {
	s := open(t, told()...)
	s.ShowUnmatched()
	s.key(fyne.KeyReturn) // from the list to who it is
	s.types("12347", fyne.KeyReturn)
	if o := s.shop.Told[app.ID{0: 3}]; o.Customer != maija.ID {
		t.Errorf("%+v", o)
	}
	s.window.undo()
	s.sees("“Không sao cả.”")
	s.well()
}

func TestWhatIsTypedOfWhoseACardIsStaysWhileTheBookChanges(t *testing.T) {
	s := open(t, told()...)
	s.ShowUnmatched()
	s.key(fyne.KeyReturn)
	s.types("1234")
	entry := s.canvas.Focused()
	s.Changed(app.Changed{})
	s.sees("[1234]")
	if s.canvas.Focused() != entry {
		t.Errorf("the keyboard is on %T", s.canvas.Focused())
	}
	s.types("7", fyne.KeyReturn)
	if o := s.shop.Told[app.ID{0: 3}]; o.Customer != maija.ID {
		t.Errorf("%+v", o)
	}
	s.window.undo()
	s.misses("12347")
	s.well()
}

func TestTheOtherCardsOfTheSameSenderAreMatchedWithIt(t *testing.T) {
	for name, tt := range map[string]struct {
		sender string
		tick   bool
		others int
	}{
		"with a number it is one person":         {"Ann Smith, 0151 123", false, 2},
		"unless somebody takes that back":        {"Ann Smith, 0151 123", true, 0},
		"a mere name may be that of others":      {"Ann Smith", false, 0},
		"and is matched where somebody ticks it": {"Ann Smith", true, 2},
	} {
		t.Run(name, func(t *testing.T) {
			taken := time.Date(2026, time.November, 20, 9, 0, 0, 0, time.UTC)
			var cards []app.Record
			for n := range 3 {
				cards = append(cards, app.Opinion{ID: app.ID{0: byte(n + 1)}, Sender: tt.sender, Taken: taken.Add(time.Duration(n) * time.Minute), Said: app.DayOf(taken), Verbatim: "Fine."})
			}
			s := open(t, cards...)
			s.ShowUnmatched()
			s.sees("And the 2 other cards of the same sender")
			if tt.tick {
				s.tick("And the 2 other cards of the same sender")
			}
			s.key(fyne.KeyReturn)
			s.types("12347", fyne.KeyReturn)
			found := 0
			for _, o := range s.shop.Told {
				if o.Customer == maija.ID {
					found++
				}
			}
			if found != 1+tt.others {
				t.Errorf("%d found their owner; %q", found, s.window.toasts)
			}
			if tt.others > 0 && s.window.last() != "All 3 are Maija Korhonen’s." {
				t.Errorf("%q", s.window.last())
			}
			s.window.undo()
			s.sees("And the 2 other cards of the same sender")
			s.well()
		})
	}
}

// tick ticks the box with those words, or takes that back.
func (s *stage) tick(words string) {
	s.t.Helper()
	for _, o := range test.LaidOutObjects(s.Content()) {
		if c, ok := o.(*widgets.Check); ok && pagetest.Has(c, words) {
			had := s.canvas.Focused()
			test.Tap(c)
			s.canvas.Focus(had)
			return
		}
	}
	s.t.Fatalf("there is no box %q", words)
}

func TestTheNameOfAQuoteThatIsOfferedGivesWayToWhatIsTyped(t *testing.T) {
	s := open(t, told()...)
	s.Find(app.OpinionQuery{Words: "lovely"})
	s.press("May be quoted")
	s.types("Maija ")
	s.Back()
	s.press("May be quoted") // what was typed is gone on with
	s.sees("[Maija ]")
	s.types("K.", fyne.KeyTab)
	s.Save()
	if q := s.shop.Told[app.ID{0: 1}].Quote; q == nil || q.Name != "Maija K." {
		t.Fatalf("%+v", q)
	}
	s.press("Change")
	s.types("M. K.")
	s.Save()
	if q := s.shop.Told[app.ID{0: 1}].Quote; q.Name != "M. K." {
		t.Errorf("%+v", q)
	}
	s.well()
}
