package when_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/when"
)

func TestTheLastDayOfAPeriodIsLookedForFromItsFirst(t *testing.T) {
	for name, c := range map[string]struct {
		lean  when.Lean
		since string
		text  string
		want  string
	}{
		"a date still to come":               {when.Behind, "2026-11-01", "30.11.", "2026-11-30"},
		"by name":                            {when.Behind, "2026-11-01", "nov 30", "2026-11-30"},
		"a date gone by":                     {when.Behind, "2025-09-01", "30.9.", "2025-09-30"},
		"over the end of the year":           {when.Behind, "2025-12-01", "15.1.", "2026-01-15"},
		"a day of the month":                 {when.Behind, "2026-10-20", "5.", "2026-11-05"},
		"a day of the month still to come":   {when.Behind, "2026-11-01", "30.", "2026-11-30"},
		"29 February":                        {when.Behind, "2021-03-01", "29.2.", "2024-02-29"},
		"the first day itself":               {when.Behind, "2026-11-01", "1.11.", "2026-11-01"},
		"a slip is not next year":            {when.Behind, "2026-11-05", "1.11.", "2026-11-01"},
		"the whole year":                     {when.Behind, "2026-01-01", "31.12.", "2026-12-31"},
		"but what is planned may be":         {when.Ahead, "2026-12-05", "1.12.", "2027-12-01"},
		"a weekday still to come":            {when.Behind, "2026-11-16", "thu", "2026-11-19"},
		"today's weekday":                    {when.Behind, "2026-11-16", "sun", "2026-11-22"},
		"the same weekday":                   {when.Behind, "2026-11-16", "mon", "2026-11-16"},
		"a weekday long ago":                 {when.Behind, "2026-10-01", "fri", "2026-10-02"},
		"a weekday ahead":                    {when.Ahead, "2026-12-01", "fri", "2026-12-04"},
		"a weekday that was said to be last": {when.Behind, "2026-11-01", "last fri", "2026-11-20"},
		"or next":                            {when.Behind, "2026-11-01", "next fri", "2026-11-27"},
		"a whole date":                       {when.Behind, "2026-11-01", "1.10.2026", "2026-10-01"},
		"counted from now":                   {when.Behind, "2026-11-01", "-3d", "2026-11-19"},
		"yesterday":                          {when.Behind, "2026-11-01", "yesterday", "2026-11-21"},
	} {
		t.Run(name, func(t *testing.T) {
			o := options(t)
			o.Lean = c.lean
			var err error
			if o.Since, err = app.ParseDay(c.since); err != nil {
				t.Fatal(err)
			}
			if m, err := when.Parse(c.text, o); err != nil || show(m) != c.want {
				t.Errorf("read as %s, %v; want %s", show(m), err, c.want)
			}
		})
	}
}
