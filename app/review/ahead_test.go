package review_test

import (
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/review"
	"ringback.app/app/review/reviewtest/recount"
)

// What is dated of a day to come was written by a clock that ran ahead: another
// desktop's, or this one's before it was set right.
func TestAPeriodThatGoesOnAfterTodayCountsNothingDatedLater(t *testing.T) {
	customer, low := app.ID{15: 1}, 2
	today := app.DayOf(recount.Now())
	shop := &recount.Shop{
		Plan:      app.DefaultPlan(app.CallingHours{To: 24 * 60, Days: app.Week}),
		Customers: []app.Customer{{ID: customer}},
	}
	shop.Plan.TimeZone = "UTC"
	for i, at := range []time.Time{recount.Now().Add(-time.Hour), recount.Now().AddDate(0, 0, 2)} {
		n := byte(10 * (i + 1))
		shop.Calls = append(shop.Calls, app.Call{ID: app.ID{15: n}, Customer: customer, Start: at, End: at, Disposition: app.Talked})
		shop.Opinions = append(shop.Opinions, app.Opinion{ID: app.ID{15: n + 1}, Customer: customer, Taken: at, Said: app.DayOf(at), Score: &low})
		shop.Complaints = append(shop.Complaints, app.Complaint{ID: app.ID{15: n + 2}, Customer: customer, Received: at})
	}
	desk := review.New(shop, recount.Now)
	month := review.Period{From: today - 7, To: today + 20}
	f, err := desk.Figures(t.Context(), month)
	if err != nil {
		t.Fatal(err)
	}
	if f.Period != month {
		t.Errorf("the period is called %v", f.Period)
	}
	if f.Calls.Now.Made != 1 || f.Opinions.Now.Count != 1 || f.Replies.Now.Count+f.Replies.Now.Waiting != 1 {
		t.Errorf("%+v, %+v, %+v", f.Calls.Now, f.Opinions.Now, f.Replies.Now)
	}
	for _, about := range []review.About{review.AboutCalls, review.AboutDetractors, review.AboutReplies} {
		behind, err := desk.Behind(t.Context(), month, review.Question{About: about})
		if err != nil || len(behind) != 1 {
			t.Errorf("%s: %v, %v", about, behind, err)
		}
	}
	if f, err := desk.Figures(t.Context(), review.Period{From: today + 1, To: today + 20}); err != nil || f.Calls.Now.Made != 0 || f.Calls.Before.Made != 1 {
		t.Errorf("a period to come: %+v, %v", f.Calls, err)
	}
}
