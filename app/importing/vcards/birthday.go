package vcards

import (
	"strings"
	"time"
)

// firstYear is the earliest in which somebody may be born. Days before it are what
// programs have for none: 0001-01-01, 1601-01-01.
const firstYear = 1800

// maxQuoted is how many letters of a cell that cannot be read are told.
const maxQuoted = 60

// isNoDay tells whether a text is what programs have for no day.
func isNoDay(text string) bool {
	if strings.Trim(text, "0-/.:TZ ") == "" {
		return true
	}
	for _, layout := range []string{time.DateOnly, "20060102"} {
		if t, err := time.Parse(layout, text[:min(len(text), len(layout))]); err == nil && t.Year() < firstYear {
			return true
		}
	}
	return false
}

// birthday reads the forms that programs write a birthday in, and returns it as
// YYYY-MM-DD, or --MM-DD without the year.
func birthday(text string) (string, bool) {
	if at := strings.IndexAny(text, "T "); at > 0 { // the time of the day
		text = text[:at]
	}
	for _, layout := range []string{time.DateOnly, "20060102", "2006/01/02", "2006.01.02", "2006-1-2", "2.1.2006"} {
		t, err := time.Parse(layout, text)
		switch {
		case err != nil:
		case t.Year() == 0, t.Year() == 1604: // as Apple writes that it does not know the year
			return t.Format("--01-02"), true
		case t.Year() >= firstYear:
			return t.Format(time.DateOnly), true
		}
	}
	for _, layout := range []string{"--0102", "--01-02", "---01-02"} {
		// A leap year, so that 29 February is a day.
		if t, err := time.Parse("2006"+layout, "2000"+text); err == nil {
			return t.Format("--01-02"), true
		}
	}
	return "", false
}
