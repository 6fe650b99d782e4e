package data_test

import (
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/review"
)

// Samoa had no 30 December 2011: it went over to the other side of the date line.
// That day ended as it began, and so with the 29th.
func TestNoDayIsPassedOverWhereTheCalendarSkippedTheNext(t *testing.T) {
	s := newShop(t)
	s.now = time.Date(2012, time.January, 20, 0, 0, 0, 0, time.UTC)
	p := plan()
	p.TimeZone = "Pacific/Apia"
	last, next := app.NewDay(2011, time.December, 29), app.NewDay(2011, time.December, 31)
	anna := s.customer("Anna Korhonen", "+358401234567")
	s.put(
		p, anna, s.purchase(anna, last, "Oak table"),
		app.Opinion{ID: s.ids.Next(), Customer: anna.ID, Taken: next.Start(p.Location()), Source: app.FromCard},
	)
	for _, from := range []app.Day{last - 9, last} {
		f, err := review.New(s, func() time.Time { return s.now }).Figures(t.Context(), review.Period{From: from, To: next + 1})
		if err != nil {
			t.Fatal(err)
		}
		if f.Coverage.Now.Buyers != 1 || f.Opinions.Now.Count != 1 {
			t.Errorf("from %v: %d bought, and %d opinions", from, f.Coverage.Now.Buyers, f.Opinions.Now.Count)
		}
	}
}
