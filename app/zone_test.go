package app_test

import (
	"testing"
	"time"

	"ringback.app/app"
)

func TestAnOffsetIsAZoneEverywhere(t *testing.T) {
	for _, tt := range []struct {
		text, offset string
		east         int // minutes
	}{
		{"+0545", "+05:45", 345},
		{"+05:45", "+05:45", 345},
		{"-0500", "-05:00", -300},
		{"-05", "-05:00", -300},
		{"+9", "+09:00", 540},
		{"−03:30", "-03:30", -210},
		{"UTC+2", "+02:00", 120},
		{"gmt -7", "-07:00", -420},
		{"-00:00", "+00:00", 0},
		{"+14:00", "+14:00", 840},
	} {
		offset, east, ok := app.Offset(tt.text)
		if !ok || offset != tt.offset || east != tt.east*60 {
			t.Errorf("%q is %q, %d, %v", tt.text, offset, east, ok)
		}
		at := time.Date(2026, 7, 1, 12, 0, 0, 0, app.Location(tt.text, time.Local))
		if _, got := at.Zone(); got != tt.east*60 {
			t.Errorf("where it is %q, the clock is %d seconds east", tt.text, got)
		}
	}
	for _, text := range []string{"", "1:00", "+", "+15:00", "+14:30", "+05:60", "+5:4", "5", "UTC", "EST", "+05:00 or so", "+0500000000"} {
		if offset, _, ok := app.Offset(text); ok {
			t.Errorf("%q is %q", text, offset)
		}
	}
}

func TestAZoneThatNobodyKnowsIsTheOther(t *testing.T) {
	other := time.FixedZone("there", 3600)
	for _, name := range []string{"", "Europe/Nowhere", "+99:00"} {
		if got := app.Location(name, other); got != other {
			t.Errorf("%q is %s", name, got)
		}
	}
	if got := app.Location("Europe/Helsinki", other); got.String() != "Europe/Helsinki" {
		t.Errorf("got %s", got)
	}
}
