package app_test

import (
	"testing"
	"time"

	"ringback.app/app"
)

func TestCallsBeginAgain(t *testing.T) {
	calling := app.CallingHours{From: 9 * 60, To: 20 * 60, Days: app.DaysOf(time.Monday, time.Tuesday)}
	for name, tt := range map[string]struct{ at, want string }{
		"early: the same day":                       {"2026-03-02 08:59", "2026-03-02 09:00"},
		"as they begin: the next day":               {"2026-03-02 09:00", "2026-03-03 09:00"},
		"late: the next day":                        {"2026-03-02 21:00", "2026-03-03 09:00"},
		"before days without: the first after them": {"2026-03-03 21:00", "2026-03-09 09:00"},
	} {
		t.Run(name, func(t *testing.T) {
			at, err := time.Parse("2006-01-02 15:04", tt.at)
			if err != nil {
				t.Fatal(err)
			}
			if got := calling.Begin(at).Format("2006-01-02 15:04"); got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
	if got := (app.CallingHours{From: 9 * 60, To: 9 * 60, Days: app.Week}).Begin(time.Now()); !got.IsZero() {
		t.Errorf("no hours at all, and calls begin %v", got)
	}
}
