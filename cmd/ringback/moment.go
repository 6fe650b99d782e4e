package main

import (
	"time"

	"ringback.app/app"
)

// moment is what --at names: a point in time, or a day of the shop.
type moment struct {
	point time.Time
	day   app.Day
}

// UnmarshalText reads RFC 3339 or a day. It returns an Error with CodeInvalid
// for anything else, and for what lies before 1970, from when on IDs count.
func (m *moment) UnmarshalText(text []byte) error {
	if point, err := time.Parse(time.RFC3339, string(text)); err == nil {
		if point.UnixMilli() < 0 {
			return tooEarly(text)
		}
		*m = moment{point: point}
		return nil
	}
	day, err := app.ParseDay(string(text))
	if err != nil {
		return &app.Error{Code: app.CodeInvalid, Key: "error.command.at", Args: app.Args{"Text": string(text)}}
	}
	if day < app.NewDay(1970, time.January, 2) { // the noon of the first may lie before it
		return tooEarly(text)
	}
	*m = moment{day: day}
	return nil
}

func tooEarly(text []byte) error {
	return &app.Error{Code: app.CodeInvalid, Key: "error.command.at-early", Args: app.Args{"Text": string(text)}}
}

func (m moment) isZero() bool { return m == moment{} }

// in returns the point in time. A day is its noon, when shops are open.
func (m moment) in(zone *time.Location) time.Time {
	if m.day.IsZero() {
		return m.point
	}
	return m.day.At(12*60, zone)
}
