package app_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"ringback.app/app"
)

func TestDayKeepsItsDate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := app.Day(rapid.Int32Range(1, 3_000_000).Draw(t, "day"))
		if got := app.NewDay(d.Date()); got != d {
			t.Fatalf("NewDay(%v.Date()) = %v", d, got)
		}
		parsed, err := app.ParseDay(d.String())
		if year, _, _ := d.Date(); year <= 9999 && (err != nil || parsed != d) {
			t.Fatalf("ParseDay(%q) = %v, %v", d.String(), parsed, err)
		}
		if next := (d + 1).Weekday(); next != (d.Weekday()+1)%7 {
			t.Fatalf("the day after %v is %v", d.Weekday(), next)
		}
	})
}

func TestParseDayRefusesWhatIsNoDay(t *testing.T) {
	for _, text := range []string{"", "2026-02-30", "2026-13-01", "20.11.2026", "0000-01-01", "2026-11-20T10:00"} {
		if d, err := app.ParseDay(text); app.CodeOf(err) != app.CodeInvalid {
			t.Errorf("ParseDay(%q) = %v, %v; want an invalid day", text, d, err)
		}
	}
}

func TestDayStartsWhereTheClockSkipsMidnight(t *testing.T) {
	// Until 2022 Beirut moved its clocks from 0:00 to 1:00 in spring.
	beirut, err := time.LoadLocation("Asia/Beirut")
	if err != nil {
		t.Skip("no time zone data:", err)
	}
	day := app.NewDay(2021, time.March, 28)
	start := day.Start(beirut)
	if got := start.Format(time.RFC3339); got != "2021-03-28T01:00:00+03:00" {
		t.Errorf("the day starts at %s", got)
	}
	if app.DayOf(start) != day || app.DayOf(start.Add(-time.Second).In(beirut)) != day-1 {
		t.Error("the moment before the start belongs to the day before")
	}
}

func TestAnHourThatTheClockSkipsIsWhereTheGapEnds(t *testing.T) {
	for _, c := range []struct {
		zone, day string
		minute    app.Minute
		want      string
	}{
		{"America/Los_Angeles", "2026-03-08", 2*60 + 30, "2026-03-08T03:00:00-07:00"},
		{"America/Los_Angeles", "2026-03-08", 2 * 60, "2026-03-08T03:00:00-07:00"},
		{"America/Los_Angeles", "2026-03-08", 1*60 + 59, "2026-03-08T01:59:00-08:00"},
		{"America/Los_Angeles", "2026-03-08", 3 * 60, "2026-03-08T03:00:00-07:00"},
		{"America/Los_Angeles", "2026-03-08", 24 * 60, "2026-03-09T00:00:00-07:00"},
		{"Europe/Helsinki", "2026-03-29", 3*60 + 30, "2026-03-29T04:00:00+03:00"},
		{"Australia/Lord_Howe", "2026-10-04", 2*60 + 15, "2026-10-04T02:30:00+11:00"}, // half an hour
		{"Asia/Beirut", "2021-03-27", 24 * 60, "2021-03-28T01:00:00+03:00"},
		{"Pacific/Apia", "2011-12-30", 12 * 60, "2011-12-31T00:00:00+14:00"},   // a whole day
		{"America/Los_Angeles", "2026-11-01", 90, "2026-11-01T01:30:00-07:00"}, // there twice
	} {
		zone, err := time.LoadLocation(c.zone)
		if err != nil {
			t.Skip("no time zone data:", err)
		}
		day, err := app.ParseDay(c.day)
		if err != nil {
			t.Fatal(err)
		}
		if got := day.At(c.minute, zone).Format(time.RFC3339); got != c.want {
			t.Errorf("%s at %s in %s is %s, want %s", c.day, c.minute, c.zone, got, c.want)
		}
	}
}

func TestAddMonthsStaysInTheMonth(t *testing.T) {
	for from, want := range map[string]string{
		"2026-01-31": "2026-02-28", "2028-01-31": "2028-02-29", "2026-12-15": "2027-01-15", "2026-10-31": "2026-11-30",
	} {
		d, err := app.ParseDay(from)
		if err != nil {
			t.Fatal(err)
		}
		if got := d.AddMonths(1).String(); got != want {
			t.Errorf("a month after %s is %s, want %s", from, got, want)
		}
	}
}

func TestParseMinute(t *testing.T) {
	for text, want := range map[string]app.Minute{"0:00": 0, "09:30": 570, "9:30": 570, "24:00": 1440} {
		if got, err := app.ParseMinute(text); err != nil || got != want {
			t.Errorf("ParseMinute(%q) = %d, %v; want %d", text, got, err, want)
		}
	}
	for _, text := range []string{"", "9", "24:01", "12:60", "-1:00", "9:30x", "9:30 x", "ab:cd"} {
		if got, err := app.ParseMinute(text); err == nil {
			t.Errorf("ParseMinute(%q) = %d, want an error", text, got)
		}
	}
}
