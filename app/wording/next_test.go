package wording_test

import (
	"testing"
	"time"

	"ringback.app/app"
)

func TestTheNextCallIsSaidAsItWillBe(t *testing.T) {
	v := english(t)
	plan := app.Plan{TimeZone: "Europe/Helsinki", Calling: app.CallingHours{From: 9 * 60, To: 20 * 60, Days: app.Week &^ app.DaysOf(time.Sunday)}}
	london, newYork, tokyo := mustLoad("Europe/London"), mustLoad("America/New_York"), mustLoad("Asia/Tokyo")
	tests := map[string]struct {
		next   app.NextStep
		there  *time.Location
		said   string
		inside string
	}{
		"a day":                        {app.NextStep{At: at(3, 0, 0)}, helsinki, "Monday 23 November", "Mon 23 Nov"},
		"a day without calls":          {app.NextStep{At: at(2, 0, 0)}, helsinki, "Monday 23 November, as nobody is called on Sunday", "Sun 22 Nov"},
		"an hour":                      {app.NextStep{At: at(0, 15, 0), Timed: true}, helsinki, "15:00", "15:00"},
		"an hour by their clock, too":  {app.NextStep{At: at(1, 15, 0), Timed: true}, london, "tomorrow 15:00 (13:00 there)", "tomorrow 15:00 (13:00 there)"},
		"a day is one by every clock":  {app.NextStep{At: at(3, 0, 0)}, newYork, "Monday 23 November", "Mon 23 Nov"},
		"an hour of the evening":       {app.NextStep{At: at(0, 21, 30), Timed: true}, helsinki, "21:30 – nobody is called then, but from tomorrow 09:00 on", "21:30"},
		"an hour of a Sunday":          {app.NextStep{At: at(2, 11, 0), Timed: true}, helsinki, "Sun 22 Nov, 11:00 – nobody is called then, but from Mon 23 Nov, 09:00 on", "Sun 22 Nov, 11:00"},
		"too early where they are":     {app.NextStep{At: at(1, 10, 0), Timed: true}, newYork, "tomorrow 10:00 (03:00 there) – nobody is called then, but from tomorrow 16:00 (09:00 there) on", "tomorrow 10:00 (03:00 there)"},
		"the next day where they are":  {app.NextStep{At: at(3, 19, 0), Timed: true}, tokyo, "Mon 23 Nov, 19:00 (Tue 02:00 there) – nobody is called then, but from Tue 24 Nov, 02:00 (09:00 there) on", "Mon 23 Nov, 19:00 (Tue 02:00 there)"},
		"a quarter of an hour is told": {app.NextStep{At: at(0, 12, 0), Timed: true}, mustLoad("Asia/Kathmandu"), "12:00 (15:45 there)", "12:00 (15:45 there)"},
	}
	for name, tt := range tests {
		if got := v.Agreed(tt.next, plan, tt.there, now); got != tt.said {
			t.Errorf("%s: got %q, want %q", name, got, tt.said)
		}
		if got := v.NextCall(tt.next, tt.there, now); got != tt.inside {
			t.Errorf("%s, in a sentence: got %q, want %q", name, got, tt.inside)
		}
	}
	plan.Calling.To = plan.Calling.From
	if got := v.Agreed(app.NextStep{At: at(0, 15, 0), Timed: true}, plan, helsinki, now); got != "15:00 – nobody is called then" {
		t.Errorf("without any hours of calls: %q", got)
	}
}
