package app

import (
	"fmt"
	"time"
)

// Day is a day in the calendar, without an hour or a zone: the count of days
// since the day before 1 January of the year 1. The zero Day is no day.
type Day int32

// dayZero is the day before the first: Day n is n days after it.
var dayZero = time.Date(0, time.December, 31, 0, 0, 0, 0, time.UTC)

const (
	minutesPerDay = 24 * 60
	secondsPerDay = minutesPerDay * 60
)

// NewDay returns the day of that date; an overflowing month or day of the month
// rolls on as in time.Date.
func NewDay(year int, month time.Month, day int) Day {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	return Day((t.Unix() - dayZero.Unix()) / secondsPerDay)
}

// DayOf returns the day that t shows on a calendar hung where t is.
func DayOf(t time.Time) Day { return NewDay(t.Date()) }

// ParseDay reads YYYY-MM-DD. It returns an Error with CodeInvalid for anything
// else.
func ParseDay(text string) (Day, error) {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil || t.Year() < 1 {
		return 0, &Error{
			Code: CodeInvalid, Key: "error.day.unreadable",
			Args: Args{"Day": text}, Err: fmt.Errorf("parse day: %w", err),
		}
	}
	return DayOf(t), nil
}

// IsZero tells whether this is no day.
func (d Day) IsZero() bool { return d == 0 }

// Date returns year, month and day of the month.
func (d Day) Date() (int, time.Month, int) { return d.utc().Date() }

// Weekday returns the day of the week.
func (d Day) Weekday() time.Weekday { return d.utc().Weekday() }

// Start returns the first moment of the day in the zone: midnight, or where a
// clock change skips midnight, the moment after it.
func (d Day) Start(zone *time.Location) time.Time { return d.At(0, zone) }

// At returns the moment of that minute of the day in the zone, or where a clock
// change skips it, the moment after the gap.
func (d Day) At(minute Minute, zone *time.Location) time.Time {
	y, m, day := d.Date()
	t := time.Date(y, m, day, int(minute)/60, int(minute)%60, 0, 0, zone)
	// In a gap time.Date lands on either side of it.
	ends, wanted := t, int64(d)*minutesPerDay+int64(minute)
	switch shown := int64(DayOf(t))*minutesPerDay + int64(t.Hour()*60+t.Minute()); {
	case shown < wanted:
		_, ends = t.ZoneBounds()
	case shown > wanted:
		ends, _ = t.ZoneBounds()
	}
	return ends
}

// AddYears returns the same date that many years on; 29 February becomes
// 1 March where there is none.
func (d Day) AddYears(years int) Day {
	y, m, day := d.Date()
	return NewDay(y+years, m, day)
}

// AddMonths returns the same day of the month that many months on, or the last
// day of that month where it is shorter.
func (d Day) AddMonths(months int) Day {
	y, m, day := d.Date()
	last := NewDay(y, m+time.Month(months)+1, 0)
	return min(NewDay(y, m+time.Month(months), day), last)
}

// String writes YYYY-MM-DD, or "" for no day.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return d.utc().Format(time.DateOnly)
}

// MarshalText writes YYYY-MM-DD.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (d *Day) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = 0
		return nil
	}
	parsed, err := ParseDay(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

func (d Day) utc() time.Time {
	return time.Unix(dayZero.Unix()+int64(d)*secondsPerDay, 0).UTC()
}

// Minute is a time of day: minutes since midnight, 0 to 1440.
type Minute int16

// String writes HH:MM.
func (m Minute) String() string { return fmt.Sprintf("%02d:%02d", m/60, m%60) }

// ParseMinute reads HH:MM or H:MM, 24:00 included. It returns an Error with
// CodeInvalid for anything else.
func ParseMinute(text string) (Minute, error) {
	var h, m int
	var rest string
	n, _ := fmt.Sscanf(text+" .", "%2d:%2d %s", &h, &m, &rest)
	if n != 3 || rest != "." || h < 0 || m < 0 || m > 59 || h*60+m > 24*60 {
		return 0, &Error{Code: CodeInvalid, Key: "error.time.unreadable", Args: Args{"Time": text}}
	}
	return Minute(h*60 + m), nil
}
