package wording_test

import "testing"

func TestHowOftenSomebodyBuys(t *testing.T) {
	for halfDays, want := range map[int]string{
		0: "", 1: "every day", 2: "every day", 3: "every 2 days", 26: "every 13 days", 28: "every 2 weeks", 70: "every 5 weeks",
		120: "every 9 weeks", 140: "every 2 months", 730: "every 12 months",
	} {
		if got := english(t).Every(halfDays); got != want {
			t.Errorf("%d half days: %q, want %q", halfDays, got, want)
		}
	}
}
