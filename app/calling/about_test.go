package calling_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/calling"
)

func TestWhatIsSaidShownAndPutOnRecordIsOnePurchase(t *testing.T) {
	day := func(month time.Month, day int) app.Day { return app.NewDay(2026, month, day) }
	lamp := app.ID{15: 9}
	tests := map[string]struct {
		scene func(*scene)
		want  []app.ID
	}{
		"the reason's": {func(*scene) {}, []app.ID{table}},
		"the reason's, though another is newer": {func(s *scene) {
			s.book.Put(app.Purchase{ID: lamp, Customer: maija, Day: day(time.March, 8)})
		}, []app.ID{table}},
		"after a try, what the further reason is about": {func(s *scene) {
			s.log(calling.Report{Disposition: app.NoAnswer})
			s.now = s.now.AddDate(0, 0, 1).Add(4 * time.Hour)
			s.book.Put(app.Purchase{ID: lamp, Customer: maija, Day: day(time.March, 9)})
		}, []app.ID{table}},
		"what a complaint began with": {func(s *scene) {
			said := app.Opinion{ID: app.ID{12: 1}, Customer: maija, Taken: s.now.Add(-time.Hour), About: []app.ID{chair}}
			s.book.Put(said)
			s.complaint("2026-03-09 09:30", func(c *app.Complaint) { c.Opinion = said.ID })
		}, []app.ID{chair}},
		"what the call was about in which a complaint began": {func(s *scene) {
			s.log(calling.Report{Disposition: app.Talked, Complaint: &calling.ToPutRight{Wrong: "It wobbles"}})
			s.book.Put(app.Purchase{ID: lamp, Customer: maija, Day: day(time.March, 9)})
			s.now = s.now.Add(5 * time.Hour)
		}, []app.ID{table}},
		"what a complaint began with, where they are called about a promise": {func(s *scene) {
			s.book.Put(app.Opinion{ID: app.ID{12: 1}, Customer: maija, Taken: s.now.Add(-24 * time.Hour), About: []app.ID{chair}})
			s.complaint("2026-03-08 09:30", func(c *app.Complaint) {
				c.Opinion, c.Answered = app.ID{12: 1}, s.moment("2026-03-08 10:00")
			})
			s.book.Put(
				app.Purchase{ID: lamp, Customer: maija, Day: day(time.March, 9)},
				app.Call{
					ID: app.ID{12: 2}, Customer: maija, Start: s.now.Add(-20 * time.Hour), End: s.now.Add(-20 * time.Hour), Disposition: app.Talked,
					Next: &app.NextStep{At: s.now.Add(-time.Hour), Timed: true},
				})
		}, []app.ID{chair}},
		"nothing where a complaint names nothing": {func(s *scene) { s.complaint("2026-03-09 09:30") }, nil},
		"the last one that was kept, without a reason": {func(s *scene) {
			delete(s.book.Shop.Purchases, table)
			s.book.Put(
				app.Purchase{ID: lamp, Customer: maija, Day: day(time.March, 8), Lines: []app.Line{{Item: "Lamp", Quantity: app.One}}},
				app.Purchase{ID: app.ID{15: 8}, Customer: maija, Day: day(time.March, 9), Total: -5, Lines: []app.Line{{Item: "Mat", Quantity: -app.One}}},
			)
		}, []app.ID{lamp}},
		"nothing bought long ago": {func(s *scene) { delete(s.book.Shop.Purchases, table) }, nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			tt.scene(s)
			card, err := s.desk.CardAbout(context.Background(), maija, app.ID{})
			if err != nil {
				t.Fatal(err)
			}
			var shown []app.ID
			for _, p := range card.About {
				shown = append(shown, p.ID)
			}
			var said []app.ID
			if b := card.Bought(); b != nil {
				said = append(said, b.Purchase)
			}
			recorded := s.call(s.log(calling.Report{Disposition: app.Talked}).Call).About
			if !slices.Equal(shown, tt.want) || !slices.Equal(said, tt.want) || !slices.Equal(recorded, tt.want) {
				t.Errorf("shown %v, said %v, recorded %v, want %v", shown, said, recorded, tt.want)
			}
		})
	}
}

func TestTheCardOfACallIsAboutWhatGoesOnRecordHoweverLongTheNoteWaits(t *testing.T) {
	s := open(t)
	began := s.now
	s.book.Put(app.Purchase{ID: app.ID{13: 9}, Customer: maija, Day: app.DayOf(began) - 1, Lines: []app.Line{{Item: "Lamp", Quantity: app.One}}})
	s.now = s.now.AddDate(0, 0, 20)
	card, err := s.desk.CardOfCall(context.Background(), maija, app.ID{}, began)
	if err != nil {
		t.Fatal(err)
	}
	now, err := s.desk.CardAbout(context.Background(), maija, app.ID{})
	if err != nil || len(now.About) != 1 || len(card.About) != 1 || now.About[0].ID == card.About[0].ID {
		t.Fatalf("about %+v then, %+v now, %v", card.About, now.About, err)
	}
	logged := s.log(calling.Report{Start: began, End: began, Disposition: app.Talked})
	if about := s.book.Shop.Calls[logged.Call].About; len(about) != 1 || about[0] != card.About[0].ID || !card.At.Equal(s.now) {
		t.Errorf("on record about %v, on the card of %v about %v", about, card.At, card.About[0].ID)
	}
}
