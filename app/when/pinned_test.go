package when_test

import (
	"testing"
	"time"

	"ringback.app/app/when"
)

func TestWhatWasTypedBeforeIsReadAsItWasThen(t *testing.T) {
	friday := time.Date(2026, time.November, 20, 10, 12, 0, 0, time.UTC)
	words := english(t)
	for name, tt := range map[string]struct {
		text  string
		now   time.Time
		lean  when.Lean
		want  string
		typed time.Time
	}{
		"tomorrow of the day before":        {"tomorrow 11", friday.AddDate(0, 0, 1), when.OnlyAhead, "2026-11-21 11:00", friday},
		"tomorrow of the same day":          {"tomorrow 11", friday.Add(time.Hour), when.OnlyAhead, "tomorrow 11", friday},
		"so many days of another day":       {"+3d", friday.AddDate(0, 0, 2), when.OnlyAhead, "2026-11-23", friday},
		"an hour from then":                 {"in 1 h", friday.Add(30 * time.Minute), when.OnlyAhead, "2026-11-20 11:12", friday},
		"a weekday that has not come":       {"tue", friday.AddDate(0, 0, 1), when.OnlyAhead, "tue", friday},
		"a weekday that has":                {"tue", friday.AddDate(0, 0, 5), when.OnlyAhead, "2026-11-24", friday},
		"yesterday":                         {"yesterday", friday.AddDate(0, 0, 1), when.Behind, "2026-11-19", friday},
		"what is no day":                    {"soon", friday.AddDate(0, 0, 1), when.OnlyAhead, "soon", friday},
		"nothing":                           {"", friday.AddDate(0, 0, 1), when.OnlyAhead, "", friday},
		"what was typed nobody knows when":  {"tomorrow", friday.AddDate(0, 0, 1), when.OnlyAhead, "tomorrow", time.Time{}},
		"a full date":                       {"2026-12-24", friday.AddDate(0, 0, 1), when.OnlyAhead, "2026-12-24", friday},
		"an hour alone that is past by now": {"11:00", friday.AddDate(0, 0, 1), when.OnlyAhead, "2026-11-20 11:00", friday},
	} {
		t.Run(name, func(t *testing.T) {
			o := when.Options{Clock: func() time.Time { return tt.now }, Zone: time.UTC, Words: words, Lean: tt.lean}
			got := when.Pinned(tt.text, tt.typed, o)
			if got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
			if again := when.Pinned(got, tt.typed, o); again != got {
				t.Errorf("%q once more is %q", got, again)
			}
		})
	}
}

func TestADayTypedBeforeIsReadAsItWasThen(t *testing.T) {
	friday := time.Date(2026, time.November, 6, 10, 12, 0, 0, time.UTC)
	o := when.Options{Clock: func() time.Time { return friday.AddDate(0, 0, 3) }, Zone: time.UTC, Words: english(t), Lean: when.Behind}
	for text, want := range map[string]string{"7": "2026-10-07", "5": "5", "yesterday": "2026-11-05", "at 9:00": "at 9:00"} {
		if got := when.PinnedDay(text, friday, o); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
