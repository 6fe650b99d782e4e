package wording_test

import (
	"testing"
	"time"

	"ringback.app/app"
)

func TestHabits(t *testing.T) {
	v, today := catalogue(t).In("en"), app.NewDay(2026, time.November, 20)
	for name, tt := range map[string]struct{ got, want string }{
		"any time":              {v.BestTime(app.BestTime{}), ""},
		"between two hours":     {v.BestTime(app.BestTime{From: 600, To: 720}), "between 10:00 and 12:00"},
		"after an hour":         {v.BestTime(app.BestTime{From: 600, Not: app.DaysOf(time.Sunday, time.Monday)}), "after 10:00, not on Monday and Sunday"},
		"before an hour":        {v.BestTime(app.BestTime{To: 720}), "before 12:00"},
		"a birthday":            {v.Birthday("1970-02-03", today), "3 Feb 1970"},
		"one without a year":    {v.Birthday("--02-29", today), "29 Feb"},
		"what is no day at all": {v.Birthday("in May", today), "in May"},
		"no birthday":           {v.Birthday("", today), ""},
	} {
		t.Run(name, func(t *testing.T) {
			if tt.got != tt.want {
				t.Errorf("got %q, want %q", tt.got, tt.want)
			}
		})
	}
}
