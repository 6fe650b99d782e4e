package vcards

import (
	"strings"
	"time"
)

// birthday reads the forms that programs write a birthday in, and returns it as
// YYYY-MM-DD, or --MM-DD without the year.
func birthday(text string) (string, bool) {
	text, _, _ = strings.Cut(text, "T")
	text = strings.TrimSpace(text)
	for _, layout := range []string{time.DateOnly, "20060102", "2006/01/02", "2006.01.02", "2006-1-2"} {
		if t, err := time.Parse(layout, text); err == nil && t.Year() > 0 {
			// 1604 is how Apple writes that it does not know the year.
			if t.Year() == 1604 {
				return t.Format("--01-02"), true
			}
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
