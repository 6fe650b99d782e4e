package tables

import (
	"strings"
	"time"

	"ringback.app/app"
)

// Order is the order of day and month in a column of dates.
type Order string

// The orders.
const (
	AnyOrder   Order = ""    // no date of the column needs one
	DayMonth   Order = "dmy" // 31/12/2026
	MonthDay   Order = "mdy" // 12/31/2026
	AskOrder   Order = "?"   // every date of the column could be read either way
	OrderMixed Order = "!"   // some rows can only be read one way, some only the other
)

// Orders gathers how the dates of a column are written.
type Orders struct {
	dmy, mdy, either bool
	Example          string // a date that can be read either way
	DayFirst         string // a date that can only be read with the day first
	MonthFirst       string // a date that can only be read with the month first
}

// See takes a date of the column into account.
func (o *Orders) See(text string) {
	a, b, _, sign, _, ok := threeNumbers(inNumbers(text))
	if !ok || a > 31 || sign == '-' && a > 31 {
		return
	}
	switch {
	case sign == '.' || a > 12 && b <= 12:
		if !o.dmy {
			o.dmy, o.DayFirst = true, strings.Clone(text)
		}
	case b > 12 && a <= 12:
		if !o.mdy {
			o.mdy, o.MonthFirst = true, strings.Clone(text)
		}
	case a != b && a <= 12 && b <= 12:
		if !o.either {
			o.either, o.Example = true, text
		}
	}
}

// Order returns what the column's dates say.
func (o *Orders) Order() Order {
	switch {
	case o.dmy && o.mdy:
		return OrderMixed
	case o.dmy:
		return DayMonth
	case o.mdy:
		return MonthDay
	case o.either:
		return AskOrder
	}
	return AnyOrder
}

// IsNumbered tells whether a text is a date of three numbers, as it may be one
// whose order has to be known. What has full stops may be another thing.
func IsNumbered(text string) bool {
	_, _, _, sign, _, ok := threeNumbers(inNumbers(text))
	return ok && sign != '.'
}

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
	if a, b, c, _, rest, ok := threeNumbers(text); ok {
		if day, ok := dayOf(a, b, c, order, text); ok {
			return day, minuteOf(rest), nil
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

// dayOf makes a day of three numbers; the text tells how many digits they had.
func dayOf(a, b, c int, order Order, text string) (app.Day, bool) {
	sign := strings.IndexFunc(text, func(r rune) bool { return r < '0' || r > '9' })
	year, month, day := a, b, c
	if sign < 3 { // the year stands last
		year = c
		if c < 100 && a <= 31 {
			year += century(c)
		}
		switch {
		case text[sign] == '.' || a > 12 || a == b:
			month, day = b, a
		case b > 12:
			month, day = a, b
		case order == DayMonth:
			month, day = b, a
		case order == MonthDay:
			month, day = a, b
		default:
			return 0, false
		}
		// What the column says goes before what this row alone would allow.
		if order == MonthDay && a > 12 && text[sign] != '.' || order == DayMonth && b > 12 {
			return 0, false
		}
	}
	if year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 {
		return 0, false
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return app.DayOf(t), t.Day() == day
}

// century is what to add to a year of two digits: POSIX takes 69 to 99 to be of
// the last century.
func century(year int) int {
	if year >= 69 {
		return 1900
	}
	return 2000
}

// threeNumbers takes a date of numbers apart, and returns what follows it.
func threeNumbers(text string) (a, b, c int, sign byte, rest string, ok bool) {
	text = strings.TrimSpace(text)
	numbers := [3]int{}
	i := 0
	for n := range numbers {
		start := i
		for i < len(text) && text[i] >= '0' && text[i] <= '9' && i-start < 4 {
			numbers[n] = numbers[n]*10 + int(text[i]-'0')
			i++
		}
		if i == start {
			return 0, 0, 0, 0, "", false
		}
		if n == 2 {
			break
		}
		if i == len(text) || !strings.ContainsRune("-/.", rune(text[i])) || sign != 0 && text[i] != sign {
			return 0, 0, 0, 0, "", false
		}
		sign = text[i]
		i++
		for i < len(text) && text[i] == ' ' {
			i++
		}
	}
	if i < len(text) && !strings.ContainsRune(" T,.;\t", rune(text[i])) {
		return 0, 0, 0, 0, "", false
	}
	return numbers[0], numbers[1], numbers[2], sign, strings.TrimLeft(text[i:], " T,.;\t"), true
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
