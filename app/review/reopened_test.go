package review_test

import (
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/review"
	"ringback.app/app/review/reviewtest/recount"
)

func TestALateFirstReplyStaysOneWhenTheComplaintIsOpenedAgain(t *testing.T) {
	day := app.DayOf(recount.Now()) - 30
	received := day.Start(time.UTC).Add(9 * time.Hour)
	c := app.Complaint{
		ID: app.ID{15: 9}, Received: received,
		Reopened: []app.Reopening{{At: received.AddDate(0, 0, 9), Answered: received.AddDate(0, 0, 7)}},
	}
	plan := app.DefaultPlan(app.CallingHours{To: 24 * 60, Days: app.Week})
	shop := &recount.Shop{Plan: plan, Complaints: []app.Complaint{c}}
	desk := review.New(shop, recount.Now)
	f, err := desk.Figures(t.Context(), review.Period{From: day - 1, To: day + 2})
	if err != nil {
		t.Fatal(err)
	}
	if got := f.Replies.Now; got.Late != 1 || got.Count != 1 || got.Waiting != 0 {
		t.Errorf("%+v", got)
	}
}

// again is a shop with one complaint that was put right in time and opened again a
// week later, of somebody who bought in between.
func again(now time.Time) (*review.Review, review.Period) {
	received := app.DayOf(now).Start(time.UTC).AddDate(0, 0, -20).Add(9 * time.Hour)
	who := app.Customer{ID: app.ID{15: 7}}
	c := app.Complaint{
		ID: app.ID{15: 9}, Customer: who.ID, Received: received, Answered: received.Add(time.Hour),
		Reopened: []app.Reopening{{At: now.Add(-time.Hour), PutRight: received.AddDate(0, 0, 1)}},
	}
	shop := &recount.Shop{
		Plan: app.DefaultPlan(app.CallingHours{To: 24 * 60, Days: app.Week}), Complaints: []app.Complaint{c}, Customers: []app.Customer{who},
		Purchases: []app.Purchase{{ID: app.ID{15: 8}, Customer: who.ID, Day: app.DayOf(received) + 7, Total: 5000, Currency: "EUR"}},
	}
	day := app.DayOf(received)
	return review.New(shop, func() time.Time { return now }), review.Period{From: day - 1, To: day + 2}
}

func TestDaysOnWhichTheyWereContentAreNotHeldAgainstTheFix(t *testing.T) {
	desk, period := again(recount.Now())
	f, err := desk.Figures(t.Context(), period)
	if err != nil {
		t.Fatal(err)
	}
	if got := f.Fixes.Now; got.Count != 1 || got.Late != 0 || got.Waiting != 1 {
		t.Errorf("%+v", got)
	}
	behind, err := desk.Behind(t.Context(), period, review.Question{About: review.AboutFixes})
	if err != nil || len(behind) != 2 || !behind[0].Runs || behind[1].Runs {
		t.Errorf("%+v, %v", behind, err)
	}
}

func TestWhoSaysAgainThatItIsNotRightIsUnhappyAndNotKeptByWhatTheyBoughtBefore(t *testing.T) {
	desk, period := again(recount.Now())
	f, err := desk.Figures(t.Context(), period)
	if err != nil {
		t.Fatal(err)
	}
	if f.Outcome.Kept != 0 || f.Outcome.Early != 1 {
		t.Errorf("%+v", f.Outcome)
	}
	period.To = app.DayOf(recount.Now()) + 1
	if f, err = desk.Figures(t.Context(), period); err != nil || f.Risk.Unhappy != 1 {
		t.Errorf("%+v, %v", f.Risk, err)
	}
}
