package wording_test

import (
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/complaints"
	"ringback.app/app/wording"
)

func TestTheClockOfAComplaintAsAPill(t *testing.T) {
	v := catalogue(t).In("en")
	now := time.Date(2026, time.November, 20, 10, 0, 0, 0, time.UTC) // a Friday
	for name, tt := range map[string]struct {
		clock complaints.Clock
		want  wording.Pill
	}{
		"hours and minutes": {
			complaints.Clock{Kind: complaints.ClockReply, Ends: now.Add(2*time.Hour + 10*time.Minute), Left: 2*time.Hour + 10*time.Minute},
			wording.Pill{Text: "2 h 10 left", Mood: wording.MoodSoon},
		},
		"a minute after the hour": {
			complaints.Clock{Kind: complaints.ClockReply, Left: time.Hour + time.Minute}, wording.Pill{Text: "1 h 01 left", Mood: wording.MoodSoon},
		},
		"whole hours": {complaints.Clock{Kind: complaints.ClockReply, Left: 3 * time.Hour}, wording.Pill{Text: "3 h left", Mood: wording.MoodSoon}},
		"minutes":     {complaints.Clock{Kind: complaints.ClockReply, Left: 45 * time.Minute}, wording.Pill{Text: "45 min left", Mood: wording.MoodSoon}},
		"a day and more": {
			complaints.Clock{Kind: complaints.ClockFix, Ends: now.AddDate(0, 0, 3), Left: 9 * time.Hour, Days: 1},
			wording.Pill{Text: "by Mon 23 Nov, 10:00", Mood: wording.MoodPlain},
		},
		"days": {complaints.Clock{Kind: complaints.ClockFix, Left: 18 * time.Hour, Days: 2}, wording.Pill{Text: "2 days left", Mood: wording.MoodPlain}},
		"late by business hours": {
			complaints.Clock{Kind: complaints.ClockFix, Ends: now.Add(-25 * time.Hour), Late: true, Over: time.Hour},
			wording.Pill{Text: "1 h late", Mood: wording.MoodLate},
		},
		"late by days of the shop": {
			complaints.Clock{Kind: complaints.ClockFix, Late: true, Over: 49*time.Hour + 40*time.Minute},
			wording.Pill{Text: "6 shop days late", Mood: wording.MoodLate},
		},
		"time to ask":       {complaints.Clock{Kind: complaints.ClockCheck, Due: true}, wording.Pill{Text: "ask now", Mood: wording.MoodSoon}},
		"not yet":           {complaints.Clock{Kind: complaints.ClockCheck, Ends: now.AddDate(0, 0, 3)}, wording.Pill{Text: "ask on Monday", Mood: wording.MoodPlain}},
		"nothing runs more": {complaints.Clock{}, wording.Pill{}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := v.Running(tt.clock, now, app.Plan{TimeZone: "UTC", Open: app.OpeningHours{time.Monday: {{From: 9 * 60, To: 17 * 60}}}}); got != tt.want {
				t.Errorf("%+v, want %+v", got, tt.want)
			}
		})
	}
}

func TestWhatWaitsForTheOwnerSaysSo(t *testing.T) {
	v := catalogue(t).In("en")
	now := time.Date(2026, time.November, 20, 10, 0, 0, 0, time.UTC)
	r := calllist.Reason{Kind: app.CheckFix, Wrong: "It wobbles", ForOwner: true}
	if got := v.Reason(r, now, time.UTC); got != "It wobbles; it has been put right. Did it work? The owner must call." {
		t.Error(got)
	}
	r = calllist.Reason{Kind: app.Complained, Wrong: "It wobbles", By: now, Answered: true, Awaits: true}
	if got := v.Reason(r, now, time.UTC); got != "It wobbles; to be put right by 10:00. The owner is asked to allow what it costs." {
		t.Error(got)
	}
}

func TestARemedyInWords(t *testing.T) {
	v := catalogue(t).In("en")
	for want, r := range map[string]app.Remedy{
		"Apology":                     {Kind: app.RemedyApology},
		"Refund, €\u00a040.00":        {Kind: app.RemedyRefund, Cost: app.Money{Minor: 4000, Currency: "EUR"}},
		"Repair, €\u00a01.00: by Jan": {Kind: app.RemedyRepair, Note: "by Jan", Cost: app.Money{Minor: 100, Currency: "EUR"}},
		"Something else: a cake":      {Kind: app.RemedyOther, Note: "a cake"},
	} {
		if got := v.Given(r); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestWhoComplained(t *testing.T) {
	v := catalogue(t).In("en")
	known := app.Customer{ID: app.ID{1}, Name: app.Name{Full: "Maija Korhonen"}}
	for want, got := range map[string]string{
		"Maija Korhonen":              v.Complainant(known, "K. K."),
		"K. K.":                       v.Complainant(app.Customer{}, "K. K."),
		"Somebody we do not know yet": v.Complainant(app.Customer{}, ""),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestHowLateSomethingIsByTheShopsHours(t *testing.T) {
	v := catalogue(t).In("en")
	plan := app.Plan{Open: app.OpeningHours{time.Monday: {{From: 9 * 60, To: 17 * 60}}}}
	for over, want := range map[time.Duration]string{
		0:                               "1 min",
		59*time.Minute + 59*time.Second: "59 min",
		time.Hour + 59*time.Minute:      "1 h",
		16*time.Hour - time.Minute:      "15 h",
		16 * time.Hour:                  "2 shop days",
		24*time.Hour - time.Minute:      "2 shop days",
	} {
		if got := v.LateBy(over, plan); got != want {
			t.Errorf("%v: %q, want %q", over, got, want)
		}
	}
	if got := v.LateBy(49*time.Hour, app.Plan{}); got != "49 h" {
		t.Errorf("of a shop that is never open: %q", got)
	}
}
