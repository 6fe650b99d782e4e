package calllisttest

import (
	"testing"
	"time"
)

// Moment reads a time of that zone, or of the zone in the text: RFC 3339,
// "2026-03-09 10:00", with seconds or without, or a day.
func Moment(t *testing.T, text, zone string) time.Time {
	t.Helper()
	where, err := time.LoadLocation(zone)
	if err != nil {
		t.Fatal(err)
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02 15:04:05", "2006-01-02 15:04", time.DateOnly} {
		if at, err := time.ParseInLocation(layout, text, where); err == nil {
			return at
		}
	}
	t.Fatalf("no time: %q", text)
	return time.Time{}
}
