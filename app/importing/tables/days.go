package tables

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
	text = inNumbers(text)
	if n, ok := threeNumbers(text); ok {
		if day, ok := n.day(order); ok {
			return day, minuteOf(n.rest), nil
		}
	} else if len(text) == 8 && strings.Trim(text, "0123456789") == "" {
		if t, err := time.Parse("20060102", text); err == nil {
			return app.DayOf(t), 0, nil
		}
	} else if len(text) < 60 {
		if day, minute, ok := byName(text); ok {
			return day, minute, nil
		}
		if english, named := inEnglish(text); named {
			if day, minute, ok := byName(english); ok {
				return day, minute, nil
			}
		}
	}
	return 0, 0, &app.Error{Code: app.CodeInvalid, Key: "error.import.day", Args: app.Args{"Text": text}}
}

// day makes a day of three numbers.
func (n numbered) day(order Order) (app.Day, bool) {
	year, month, day := n.value[0], n.value[1], n.value[2]
	switch {
	case n.digits[0] > 2:
	case n.yearMayBeFirst() && (order == YearFirst || order == AnyOrder && !n.yearMayBeLast()):
		year += century(year)
	case order == YearFirst && n.digits[2] <= 2:
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

// minuteOf reads an hour behind a date; 0 if there is none.
func minuteOf(text string) app.Minute {
	text = strings.ToUpper(strings.TrimSpace(text))
	if text == "" {
		return 0
	}
	for _, layout := range []string{"3:04:05 PM", "3:04 PM", "3:04PM", "15:04:05", "15:04", "15.04"} {
		if len(text) < len(layout)-1 {
			continue
		}
		for _, end := range []int{len(layout), len(layout) + 1, len(layout) - 1} {
			if end > len(text) {
				continue
			}
			if t, err := time.Parse(layout, text[:end]); err == nil {
				return app.Minute(t.Hour()*60 + t.Minute())
			}
		}
	}
	return 0
}

func byName(text string) (app.Day, app.Minute, bool) {
	for _, layout := range layouts {
		if t, err := time.Parse(layout, text); err == nil && t.Year() >= 1900 {
			return app.DayOf(t), 0, true
		}
		// An hour may follow.
		words := strings.Fields(text)
		for n := min(len(words)-1, 5); n > 0; n-- {
			date := strings.TrimSuffix(strings.Join(words[:n], " "), ",")
			if t, err := time.Parse(layout, date); err == nil && t.Year() >= 1900 {
				return app.DayOf(t), minuteOf(strings.Join(words[n:], " ")), true
			}
		}
	}
	return 0, 0, false
}

// ParseMinute reads an hour of the day from a column of its own; 0 if it is
// none.
func ParseMinute(text string) app.Minute { return minuteOf(text) }
