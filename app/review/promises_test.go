package review_test

import (
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/review"
	"ringback.app/app/review/reviewtest/recount"
)

func TestPromises(t *testing.T) {
	helsinki, err := time.LoadLocation("Europe/Helsinki")
	if err != nil {
		t.Fatal(err)
	}
	at := func(clock string) time.Time {
		moment, err := time.ParseInLocation("02 15:04:05", clock, helsinki)
		if err != nil {
			t.Fatal(err)
		}
		return moment.AddDate(2026, 2, 0)
	}
	talked := func(clock, next string, timed bool) app.Call {
		return app.Call{ID: app.ID{1}, Start: at(clock), Disposition: app.Talked, Next: &app.NextStep{At: at(next), Timed: timed}}
	}
	later := func(clock string, d app.Disposition) app.Call {
		return app.Call{ID: app.ID{2}, Start: at(clock), Disposition: d}
	}
	owed := func(by, kept string) []app.Complaint {
		p := app.Promise{What: "A new leg", By: at(by)}
		if kept != "" {
			p.Kept = at(kept)
		}
		return []app.Complaint{{ID: app.ID{3}, Promises: []app.Promise{p}}}
	}
	tests := map[string]struct {
		calls      []app.Call
		complaints []app.Complaint
		due        string
		want       review.PromiseState
	}{
		"a call at an hour, nobody rang": {
			calls: []app.Call{talked("02 10:00:00", "04 15:00:00", true)}, due: "04 15:00:00", want: review.PromiseOpen,
		},
		"rung when the hour had come": {
			calls: []app.Call{talked("02 10:00:00", "04 15:00:00", true), later("04 15:14:59", app.NoAnswer)},
			due:   "04 15:00:00", want: review.PromiseKept,
		},
		"rung a quarter of an hour later": {
			calls: []app.Call{talked("02 10:00:00", "04 15:00:00", true), later("04 15:15:00", app.Talked)},
			due:   "04 15:00:00", want: review.PromiseBroken,
		},
		"reached before the hour": {
			calls: []app.Call{talked("02 10:00:00", "04 15:00:00", true), later("03 09:00:00", app.Talked)},
			due:   "03 09:00:00", want: review.PromiseKept,
		},
		"tried before the hour in vain": {
			calls: []app.Call{talked("02 10:00:00", "04 15:00:00", true), later("04 14:59:59", app.NoAnswer)},
			due:   "04 15:00:00", want: review.PromiseOpen,
		},
		"a call on a day, rung late in the evening": {
			calls: []app.Call{talked("02 10:00:00", "04 00:00:00", false), later("04 23:59:59", app.NoAnswer)},
			due:   "04 23:59:59", want: review.PromiseKept,
		},
		"a call on a day, rung the next": {
			calls: []app.Call{talked("02 10:00:00", "04 00:00:00", false), later("05 00:00:00", app.NoAnswer)},
			due:   "04 23:59:59", want: review.PromiseBroken,
		},
		"on the day the clocks change": {
			calls: []app.Call{talked("02 10:00:00", "29 00:00:00", false)}, due: "29 23:59:59", want: review.PromiseOpen,
		},
		"a fix by its hour":    {complaints: owed("04 15:00:00", "04 15:00:59"), due: "04 15:00:00", want: review.PromiseKept},
		"a fix a minute late":  {complaints: owed("04 15:00:00", "04 15:01:00"), due: "04 15:00:00", want: review.PromiseBroken},
		"a fix days before":    {complaints: owed("04 15:00:00", "02 11:00:00"), due: "02 11:00:00", want: review.PromiseKept},
		"a fix on its day":     {complaints: owed("04 00:00:00", "04 18:00:00"), due: "04 18:00:00", want: review.PromiseKept},
		"a fix not made yet":   {complaints: owed("04 00:00:00", ""), due: "04 23:59:59", want: review.PromiseOpen},
		"a fix the next night": {complaints: owed("04 00:00:00", "05 00:00:00"), due: "04 23:59:59", want: review.PromiseBroken},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got := review.PromisesOf(tt.calls, tt.complaints, helsinki)
			if len(got) != 1 || got[0].State != tt.want || !got[0].At.Equal(at(tt.due)) {
				t.Errorf("%+v, not %d due %v", got, tt.want, at(tt.due))
			}
		})
	}
}

func TestWhatIsNoPromise(t *testing.T) {
	next := &app.NextStep{At: time.Date(2026, time.March, 4, 15, 0, 0, 0, time.UTC), Timed: true}
	calls := []app.Call{
		{Disposition: app.CallBack, Next: next}, // they asked for it
		{Disposition: app.NoAnswer, Next: next}, // another attempt
		{Disposition: app.Talked},
	}
	complaints := []app.Complaint{{Promises: []app.Promise{{What: "A new leg, some day"}}}}
	if got := review.PromisesOf(calls, complaints, time.UTC); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

func TestAPromiseKeptEarlyCountsWhenItIsKept(t *testing.T) {
	kept := recount.Now()
	shop := &recount.Shop{Plan: app.DefaultPlan(app.CallingHours{To: 24 * 60, Days: app.Week}), Complaints: []app.Complaint{{
		ID: app.ID{15: 9}, Received: kept.AddDate(0, 0, -1), Wrong: "It wobbles",
		Promises: []app.Promise{{What: "A new leg", By: kept.AddDate(0, 0, 5), Kept: kept}, {What: "A call", By: kept.AddDate(0, 0, 6)}},
	}}}
	today := app.DayOf(recount.Now())
	period := review.Period{From: today - 6, To: today + 1}
	desk := review.New(shop, recount.Now)
	f, err := desk.Figures(t.Context(), period)
	if err != nil || f.Promises.Now != (review.Tally{Kept: 1, Of: 1}) {
		t.Errorf("%+v, %v", f.Promises, err)
	}
	all, err := desk.Behind(t.Context(), period, review.Question{About: review.AboutPromises})
	if err != nil || len(all) != 1 || all[0].What != "A new leg" || all[0].Day != today || all[0].State != review.PromiseKept {
		t.Errorf("%+v, %v", all, err)
	}
}
