package when

import (
	"time"

	"ringback.app/app"
)

// ParseDay is Parse where only a day is meant: a bare number is a day of the
// month, so that "7" is the next 7th, or with Behind the last. An hour is refused
// but in a point of time as RFC 3339 writes it, which stands for its day. The
// keys of its errors never speak of hours where none were typed.
func ParseDay(text string, o Options) (app.Day, error) {
	r := newReading(text, o)
	r.dayOnly = true
	m, err := r.parse()
	if err != nil {
		return 0, err
	}
	if _, point := time.Parse(time.RFC3339, r.text); m.Timed && point != nil {
		return 0, r.fail("error.when.day.hour")
	}
	return m.Day, nil
}

// ofDay returns what is said where only a day is meant in place of a sentence
// that also names ways to type an hour.
func ofDay(key string) string {
	switch key {
	case "error.when.empty":
		return "error.when.day.empty"
	case "error.when.unreadable":
		return "error.when.day.unreadable"
	case "error.when.time", "error.when.two-times":
		return "error.when.day.hour"
	}
	return key
}
