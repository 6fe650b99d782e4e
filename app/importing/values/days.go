package values

import (
	"strings"
	"time"

	"ringback.app/app"
)

// layouts are the dates with a month by name; the rest is numbers.
var layouts = []string{
	"2 Jan 2006", "2-Jan-2006", "2 January 2006", "2. January 2006", "Jan 2, 2006", "January 2, 2006", "Jan 2 2006",
	"2-Jan-06", "Jan-2-06", "2006 Jan 2", "2 Jan 06", "Mon, 2 Jan 2006", "Mon 2 Jan 2006", "Mon Jan 2 2006", "2006-Jan-02",
}

// ParseDay reads a date, with or without an hour behind it, and returns the day
// and the minute of the day, 0 where there is no hour. A date whose order
// nothing tells is not read. It returns an Error with CodeInvalid for what is no
// date.
func ParseDay(text string, order Order) (app.Day, app.Minute, error) {
	m, err := ParseMoment(text, order)
	return m.Day, m.Minute, err
}

// day makes a day of three numbers.
func (n numbered) day(order Order) (app.Day, bool) {
	year, month, day := n.value[0], n.value[1], n.value[2]
	switch {
	case n.digits[0] > 2:
	case n.yearMayBeFirst() && (order == YearFirst || order == AnyOrder && !n.yearMayBeLast()):
		year += century(year)
	case order == YearFirst && n.digits[2] <= 2, order == AskYear && n.yearMayBeFirst():
		return 0, false
	default:
		var ok bool
		if year, month, day, ok = n.yearLast(order); !ok {
			return 0, false
		}
	}
	if year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 {
		return 0, false
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return app.DayOf(t), t.Day() == day
}

// yearLast reads three numbers of which the last is the year.
func (n numbered) yearLast(order Order) (year, month, day int, ok bool) {
	a, b, year := n.value[0], n.value[1], n.value[2]
	if year < 100 && a <= 31 {
		year += century(year)
	}
	// What the column says goes before what this row alone would allow.
	if order == MonthDay && a > 12 && n.sign != '.' || order == DayMonth && b > 12 {
		return 0, 0, 0, false
	}
	switch {
	case n.sign == '.' || a > 12 || a == b || order == DayMonth && b <= 12:
		return year, b, a, true
	case b > 12 || order == MonthDay:
		return year, a, b, true
	}
	return 0, 0, 0, false
}

// century is what to add to a year of two digits: POSIX takes 69 to 99 to be of
// the last century.
func century(year int) int {
	if year >= 69 {
		return 1900
	}
	return 2000
}

func byName(text string) (day app.Day, rest string, ok bool) {
	for _, layout := range layouts {
		if t, err := time.Parse(layout, text); err == nil && t.Year() >= 1900 {
			return app.DayOf(t), "", true
		}
		// An hour may follow.
		words := strings.Fields(text)
		for n := min(len(words)-1, 5); n > 0; n-- {
			date := strings.TrimSuffix(strings.Join(words[:n], " "), ",")
			if t, err := time.Parse(layout, date); err == nil && t.Year() >= 1900 {
				return app.DayOf(t), strings.Join(words[n:], " "), true
			}
		}
	}
	return 0, "", false
}
