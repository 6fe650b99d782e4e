package review_test

import (
	"maps"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/review"
	"ringback.app/app/review/reviewtest/recount"
)

func TestTheUnhappyAreShownWithWhatTheySaidLast(t *testing.T) {
	now := recount.Now()
	today := app.DayOf(now)
	two, nine := 2, 9
	card, web, letter := app.ID{14: 1, 15: 1}, app.ID{14: 1, 15: 2}, app.ID{14: 1, 15: 3}
	anna, ben, carl := app.ID{15: 1}, app.ID{15: 2}, app.ID{15: 3}
	shop := &recount.Shop{
		Plan:      app.DefaultPlan(app.CallingHours{To: 24 * 60, Days: app.Week}),
		Customers: []app.Customer{{ID: anna, Name: app.Name{Full: "Anna"}}, {ID: ben, Name: app.Name{Full: "Ben"}}, {ID: carl, Name: app.Name{Full: "Carl"}}},
		Opinions: []app.Opinion{
			{ID: letter, Customer: anna, Taken: now.AddDate(0, 0, -9), Said: today - 9, Score: &nine, Verbatim: "Lovely."},
			{ID: card, Customer: anna, Taken: now.AddDate(0, 0, -3), Said: today - 3, Score: &two, Verbatim: "Too slow."},
			{ID: web, Customer: ben, Taken: now.AddDate(0, 0, -2), Said: today - 2, Verbatim: "It wobbles, all of it."},
		},
		Complaints: []app.Complaint{
			{ID: app.ID{14: 2, 15: 1}, Customer: ben, Opinion: web, Received: now.AddDate(0, 0, -2), Wrong: "It wobbles"},
			{ID: app.ID{14: 2, 15: 2}, Customer: carl, Received: now.AddDate(0, 0, -1), Wrong: "It came late"},
		},
	}
	all, err := review.New(shop, func() time.Time { return now }).
		Behind(t.Context(), review.Period{From: today - 30, To: today + 1}, review.Question{About: review.AboutUnhappy})
	if err != nil {
		t.Fatal(err)
	}
	got := make(map[string]string)
	for _, b := range all {
		if b.Opinion != nil {
			got[b.Name] += b.Opinion.Verbatim + "/"
		}
		if b.Complaint != nil {
			got[b.Name] += b.Complaint.Wrong
		}
	}
	want := map[string]string{"Anna": "Too slow./", "Ben": "It wobbles, all of it./It wobbles", "Carl": "It came late"}
	for name, words := range want {
		if got[name] != words {
			t.Errorf("%s: %q", name, got[name])
		}
	}
}

func TestTheClocksOfComplaintsSayHowLongTheyRan(t *testing.T) {
	monday := app.NewDay(2026, time.March, 9).Start(time.UTC).Add(10 * time.Hour)
	plan := app.DefaultPlan(app.CallingHours{To: 24 * 60, Days: app.Week})
	plan.TimeZone = "UTC"
	shop := &recount.Shop{Plan: plan, Complaints: []app.Complaint{
		{ID: app.ID{15: 1}, Received: monday, Answered: monday, Wrong: "in a call"},
		{ID: app.ID{15: 2}, Received: monday, Answered: monday.Add(90 * time.Minute), Wrong: "on a card"},
		{ID: app.ID{15: 3}, Received: monday.Add(time.Hour), Wrong: "not yet"},
	}}
	desk := review.New(shop, func() time.Time { return monday.Add(3 * time.Hour) })
	day := app.DayOf(monday)
	all, err := desk.Behind(t.Context(), review.Period{From: day, To: day + 1}, review.Question{About: review.AboutReplies})
	if err != nil || len(all) != 3 {
		t.Fatalf("%+v, %v", all, err)
	}
	want := map[string]review.Behind{
		"in a call": {Clock: true}, "on a card": {Clock: true, Took: 90}, "not yet": {Clock: true, Took: 120, Runs: true},
	}
	for _, b := range all {
		if w := want[b.Complaint.Wrong]; b.Clock != w.Clock || b.Took != w.Took || b.Runs != w.Runs {
			t.Errorf("%s: %+v", b.Complaint.Wrong, b)
		}
	}
}

func TestWhatWasLateIsNamedHoweverManyCameInSince(t *testing.T) {
	monday := app.NewDay(2026, time.March, 9).Start(time.UTC).Add(10 * time.Hour)
	plan := app.DefaultPlan(app.CallingHours{To: 24 * 60, Days: app.Week})
	plan.TimeZone = "UTC"
	shop := &recount.Shop{Plan: plan, Complaints: []app.Complaint{
		{ID: app.ID{15: 1}, Received: monday, Answered: monday.AddDate(0, 0, 20), PutRight: monday.AddDate(0, 0, 20), Wrong: "late"},
	}}
	for i := range review.MaxBehind {
		at := monday.Add(time.Duration(i+1) * time.Minute)
		shop.Complaints = append(shop.Complaints, app.Complaint{ID: app.ID{14: 1, 15: byte(i)}, Received: at, Answered: at, PutRight: at, Wrong: "soon"})
	}
	desk := review.New(shop, func() time.Time { return monday.AddDate(0, 0, 21) })
	day := app.DayOf(monday)
	for _, about := range []review.About{review.AboutReplies, review.AboutFixes} {
		all, err := desk.Behind(t.Context(), review.Period{From: day, To: day + 1}, review.Question{About: about, Late: true})
		if err != nil {
			t.Fatal(err)
		}
		if len(all) != 1 || all[0].Complaint.Wrong != "late" || !all[0].Late {
			t.Errorf("%s: %+v", about, all)
		}
	}
}

func TestOpenIsTheComplaintThatTheWordsBeganAndNotAnotherOfTheSameCustomer(t *testing.T) {
	now := recount.Now()
	today, ago := app.DayOf(now), func(days int) time.Time { return now.AddDate(0, 0, -days) }
	one := 1
	lucia := app.ID{15: 1}
	leg, lamp, nice := app.ID{14: 1, 15: 1}, app.ID{14: 1, 15: 2}, app.ID{14: 1, 15: 3}
	shop := &recount.Shop{
		Plan:      app.DefaultPlan(app.CallingHours{To: 24 * 60, Days: app.Week}),
		Customers: []app.Customer{{ID: lucia, Name: app.Name{Full: "Lucía"}}},
		Opinions: []app.Opinion{
			{ID: leg, Customer: lucia, Taken: ago(4), Said: today - 4, Score: &one, Verbatim: "Sofa leg broke"},
			{ID: lamp, Customer: lucia, Taken: ago(2), Said: today - 2, Score: &one, Verbatim: "The lamp hums"},
			{ID: nice, Customer: lucia, Taken: ago(1), Said: today - 1, Score: &one, Verbatim: "Slow"},
			{ID: app.ID{14: 1, 15: 4}, Sender: "K.", Taken: ago(1), Said: today - 1, Verbatim: "Late"},
		},
		Complaints: []app.Complaint{
			{ID: app.ID{14: 2, 15: 1}, Customer: lucia, Opinion: leg, Wrong: "leg", Received: ago(4), Answered: ago(4), PutRight: ago(3), Confirmed: ago(2)},
			{ID: app.ID{14: 2, 15: 2}, Customer: lucia, Opinion: lamp, Wrong: "lamp", Received: ago(2)},
			{ID: app.ID{14: 2, 15: 3}, Opinion: app.ID{14: 1, 15: 4}, Wrong: "late", Received: ago(1)},
		},
		Calls: []app.Call{
			{ID: app.ID{14: 3, 15: 1}, Customer: lucia, Start: ago(4), Disposition: app.Talked, Notes: "leg"},
			{ID: app.ID{14: 3, 15: 2}, Customer: lucia, Start: ago(2), Disposition: app.Talked, Notes: "began the lamp"},
			{ID: app.ID{14: 3, 15: 3}, Customer: lucia, Start: ago(1), Disposition: app.Talked, Notes: "about the lamp", Complaint: app.ID{14: 2, 15: 2}},
		},
	}
	desk := review.New(shop, func() time.Time { return now })
	for about, want := range map[review.About]map[string]bool{
		review.AboutDetractors: {"Sofa leg broke": false, "The lamp hums": true, "Slow": false},
		review.AboutReplies:    {"leg": false, "lamp": true, "late": true},
		review.AboutReached:    {"leg": false, "began the lamp": true, "about the lamp": true},
		review.AboutUnhappy:    {"Slow": false},
	} {
		all, err := desk.Behind(t.Context(), review.Period{From: today - 30, To: today + 1}, review.Question{About: about})
		if err != nil {
			t.Fatal(err)
		}
		got := make(map[string]bool)
		for _, b := range all {
			switch {
			case b.Opinion != nil:
				got[b.Opinion.Verbatim] = b.Open
			case b.Call != nil:
				got[b.Call.Notes] = b.Open
			default:
				got[b.Complaint.Wrong] = b.Open
			}
		}
		if !maps.Equal(got, want) {
			t.Errorf("%s: %v", about, got)
		}
	}
}
