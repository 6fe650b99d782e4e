package review_test

import (
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/review"
	"ringback.app/app/review/recount"
)

func TestALateFirstReplyStaysOneWhenTheComplaintIsOpenedAgain(t *testing.T) {
	day := app.DayOf(recount.Now) - 30
	received := day.Start(time.UTC).Add(9 * time.Hour)
	c := app.Complaint{
		ID: app.ID{15: 9}, Received: received,
		Reopened: []app.Reopening{{At: received.AddDate(0, 0, 9), Answered: received.AddDate(0, 0, 7)}},
	}
	plan := app.DefaultPlan(app.CallingHours{To: 24 * 60, Days: app.Week})
	shop := &recount.Shop{Plan: plan, Complaints: []app.Complaint{c}}
	desk := review.New(shop, func() time.Time { return recount.Now })
	f, err := desk.Figures(t.Context(), review.Period{From: day - 1, To: day + 2})
	if err != nil {
		t.Fatal(err)
	}
	if got := f.Replies.Now; got.Late != 1 || got.Count != 1 || got.Waiting != 0 {
		t.Errorf("%+v", got)
	}
}
