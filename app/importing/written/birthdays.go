package written

import (
	"regexp"
	"strings"
	"time"
)

// yearless is a birthday of which the year is not said: 03/14, as Mailchimp writes
// it, or 14.3.
var yearless = regexp.MustCompile(`^\d{1,2}([./-])\d{1,2}[./-]?$`)

// WithYear gives such a birthday a leap year, by which it is read like others.
func WithYear(text string) string {
	m := yearless.FindStringSubmatch(text)
	if m == nil {
		return text
	}
	return strings.TrimSuffix(text, m[1]) + m[1] + "2000"
}

// Birthday reads a birthday as the book keeps it: 1980-02-29, or --02-29
// where the year is not known. It returns "" for anything else.
func Birthday(text string) string {
	for _, form := range []struct{ layout, before string }{{time.DateOnly, ""}, {"2006--01-02", "2000"}} {
		if t, err := time.Parse(form.layout, form.before+text); err == nil && (form.before != "" || t.Year() > 0) {
			return text
		}
	}
	return ""
}

// BirthdayOf makes a birthday of its parts, "" of what is none. The year may be
// missing.
func BirthdayOf(year, month, day int) string {
	if month < 1 || day < 1 || year < 0 {
		return ""
	}
	leap := year
	if year == 0 {
		leap = 2000 // so that the 29th of February is a day
	}
	date := time.Date(leap, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	switch {
	case date.Day() != day || int(date.Month()) != month:
		return ""
	case year == 0:
		return date.Format("--01-02")
	}
	return date.Format(time.DateOnly)
}

// SaysNothing tells whether a cell holds what Outlook writes for nothing: a day
// that is none, a sex that nobody said.
func SaysNothing(text string) bool {
	isZero := len(text) > 1 && strings.Trim(text, "0/-. ") == "" && strings.ContainsAny(text, "/-.") && strings.Contains(text, "0") // 0/0/00, 0-0-00
	return isZero || text == "Unspecified"
}
