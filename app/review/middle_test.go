package review_test

import (
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/review"
	"ringback.app/app/review/reviewtest/recount"
)

func TestTheMedianOfTwoIsHalfwayBetweenThem(t *testing.T) {
	day := app.DayOf(recount.Now()) - 30
	received := day.Start(time.UTC).Add(9 * time.Hour)
	card := func(n byte, lay app.Day, undated bool) app.Opinion {
		return app.Opinion{ID: app.ID{15: n}, Source: app.FromCard, Said: day - lay, Taken: received, Verbatim: "Fine", Undated: undated}
	}
	shop := &recount.Shop{
		Plan: app.Plan{AnswerWithin: 240, FixWithin: 2},
		Complaints: []app.Complaint{
			{ID: app.ID{15: 9}, Received: received, Answered: received},
			{ID: app.ID{15: 10}, Received: received, Answered: received.Add(40 * time.Minute)},
		},
		// Of the last two nobody knows for how long they lay.
		Opinions: []app.Opinion{card(1, 0, false), card(2, 40, false), card(3, 0, true), card(4, 0, true)},
	}
	f, err := review.New(shop, recount.Now).Figures(t.Context(), review.Period{From: day - 1, To: day + 2})
	if err != nil {
		t.Fatal(err)
	}
	if got := f.Replies.Now.Median; got != 20 {
		t.Errorf("a reply takes %d minutes", got)
	}
	if want := (review.Lag{Count: 2, Median: 20, Most: 40}); f.Lag.Now != want {
		t.Errorf("%+v", f.Lag.Now)
	}
}

func TestAClockRunsForAsLongAsItTook(t *testing.T) {
	day := app.DayOf(recount.Now()) - 400
	received := day.Start(time.UTC)
	const half, year = 182 * 24 * 60, 365 * 24 * 60 // minutes of a shop that never closes
	shop := &recount.Shop{
		Plan: app.Plan{FixWithin: 60},
		Complaints: []app.Complaint{
			{ID: app.ID{15: 1}, Received: received, Answered: received.Add(half * time.Minute), PutRight: received.Add(year * time.Minute)},
			{ID: app.ID{15: 2}, Received: received},
		},
	}
	for day := range shop.Plan.Open {
		shop.Plan.Open[day] = []app.Span{{To: 24 * 60}}
	}
	r, p := review.New(shop, recount.Now), review.Period{From: day - 1, To: day + 2}
	f, err := r.Figures(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	if f.Replies.Now.Median != half || f.Fixes.Now.Median != year || f.Fixes.Now.Target != 60*24*60 {
		t.Errorf("%+v, %+v", f.Replies.Now, f.Fixes.Now)
	}
	all, err := r.Behind(t.Context(), p, review.Question{About: review.AboutFixes})
	if err != nil || len(all) != 2 {
		t.Fatalf("%+v, %v", all, err)
	}
	for _, one := range all {
		if want := int(recount.Now().Sub(received).Minutes()); one.Runs && one.Took != want || !one.Runs && one.Took != year {
			t.Errorf("%+v", one)
		}
	}
}
