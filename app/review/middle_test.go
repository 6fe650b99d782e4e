package review_test

import (
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/review"
	"ringback.app/app/review/recount"
)

func TestTheMedianOfTwoIsHalfwayBetweenThem(t *testing.T) {
	day := app.DayOf(recount.Now) - 30
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
	f, err := review.New(shop, func() time.Time { return recount.Now }).Figures(t.Context(), review.Period{From: day - 1, To: day + 2})
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
