package calling_test

import (
	"context"
	"slices"
	"testing"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/calllist"
)

func TestTheCardHasEverythingBeforeOnesEyes(t *testing.T) {
	s := open(t)
	who := s.book.Customers[maija]
	who.TimeZone = "Asia/Tokyo"
	s.book.Put(who)
	for i := range byte(12) {
		at := s.now.AddDate(0, 0, -40-int(i))
		s.book.Put(
			app.Purchase{ID: app.ID{13: 1, 15: i}, Customer: maija, Day: app.NewDay(2024, 1, int(i)+1)},
			app.Call{ID: app.ID{13: 2, 15: i}, Customer: maija, Start: at, Disposition: app.Talked},
			app.Opinion{ID: app.ID{13: 3, 15: i}, Customer: maija, Taken: at, Source: app.FromCard},
		)
	}
	open := s.complaint("2026-03-09 09:30")
	s.complaint("2026-03-01 09:30", func(c *app.Complaint) { c.Confirmed = s.now })
	card, err := s.desk.CardAbout(context.Background(), maija, app.ID{})
	if err != nil {
		t.Fatal(err)
	}
	if card.Customer.Name.Full != "Maija Korhonen" || card.Number.E164 != "+358401" || card.There.String() != "Asia/Tokyo" ||
		card.Because != nil || !card.At.Equal(s.now) || card.Plan.Owner != "Jim" {
		t.Errorf("%+v", card)
	}
	if len(card.Reasons) != 2 || card.Reasons[0].Kind != app.Complained || card.Reasons[1].Kind != app.AfterPurchase {
		t.Errorf("%+v", card.Reasons)
	}
	if len(card.Purchases) != calling.CardPurchases || card.Purchases[0].ID != table ||
		len(card.Opinions) != calling.CardOpinions || len(card.Calls) != calling.CardCalls {
		t.Errorf("%d purchases, %d opinions, %d calls", len(card.Purchases), len(card.Opinions), len(card.Calls))
	}
	if len(card.Complaints) != 1 || card.Complaints[0].ID != open {
		t.Errorf("%+v", card.Complaints)
	}
}

func TestTheCardLeavesOutPurchasesOfDaysToCome(t *testing.T) {
	s := open(t)
	today := app.DayOf(s.now)
	for i := range byte(12) {
		s.book.Put(
			app.Purchase{ID: app.ID{13: 1, 15: i}, Customer: maija, Day: today + 1 + app.Day(i)},
			app.Purchase{ID: app.ID{13: 2, 15: i}, Customer: maija, Day: today - app.Day(i)},
		)
	}
	card, err := s.desk.CardAbout(context.Background(), maija, app.ID{})
	if err != nil {
		t.Fatal(err)
	}
	if len(card.Purchases) != calling.CardPurchases || card.Purchases[0].Day != today || card.Purchases[1].Day != today-1 {
		t.Errorf("%d purchases, from day %v on", len(card.Purchases), card.Purchases[0].Day)
	}
}

func TestTheCardSaysWhatSpeaksAgainstACall(t *testing.T) {
	s := open(t)
	s.log(calling.Report{Disposition: app.Talked})
	card, err := s.desk.CardAbout(context.Background(), maija, app.ID{})
	if err != nil || card.Because == nil || card.Because.Guard != calllist.GuardCooldown || len(card.Reasons) != 0 {
		t.Errorf("%+v, %v", card.Because, err)
	}
}

func TestTheCardIsOfOneMoment(t *testing.T) {
	s := open(t)
	s.book.changes = func() {
		// While the card is read, somebody else puts a talk on record.
		s.log(calling.Report{Disposition: app.Talked, Opinion: &calling.Said{Verbatim: "Fine"}})
	}
	card, err := s.desk.CardAbout(context.Background(), maija, app.ID{})
	if err != nil || len(card.Opinions) != 1 || len(card.Calls) != 1 || card.Summary.Talk.Calls != 1 {
		t.Errorf("%d opinions, %d calls, %d counted, %v", len(card.Opinions), len(card.Calls), card.Summary.Talk.Calls, err)
	}
}

func TestThereIsNoCardOfAStranger(t *testing.T) {
	s := open(t)
	if _, err := s.desk.CardAbout(context.Background(), app.ID{1: 1}, app.ID{}); app.CodeOf(err) != app.CodeNotFound {
		t.Errorf("%v", err)
	}
}

func TestTheComplaintsOfACardAreInTheOrderInWhichTheyAreReasonsToCall(t *testing.T) {
	s := open(t)
	asked := s.complaint("2026-03-02 09:10", putRight(s))
	promised := s.complaint("2026-03-03 09:20", func(c *app.Complaint) {
		c.Answered, c.Promises = s.moment("2026-03-03 10:00"), []app.Promise{{What: "A leg", By: s.moment("2026-03-10 12:00")}}
	})
	late := s.complaint("2026-03-07 09:30")
	s.book.Shop.Plan.FixWithin = 20
	for about, want := range map[app.ID][]app.ID{
		{}:       {late, promised, asked},
		promised: {promised, late, asked},
		asked:    {asked, late, promised},
	} {
		card, err := s.desk.CardAbout(context.Background(), maija, about)
		if err != nil {
			t.Fatal(err)
		}
		var got []app.ID
		for _, c := range card.Complaints {
			got = append(got, c.ID)
		}
		if !slices.Equal(got, want) || card.Reasons[0].Complaint != want[0] {
			t.Errorf("about %v: %v, want %v; the headline is %v", about, got, want, card.Reasons[0].Complaint)
		}
	}
}
