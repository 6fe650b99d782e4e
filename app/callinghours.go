package app

import "time"

// CallingHours are when customers may be rung, by their own clock: the rest is
// the quiet hours.
type CallingHours struct {
	From Minute   `cbor:"1,keyasint"`
	To   Minute   `cbor:"2,keyasint"`
	Days Weekdays `cbor:"3,keyasint"`
}

// Quiet tells whether nobody is rung at t, by the clock that t shows.
func (c CallingHours) Quiet(t time.Time) bool {
	minute := Minute(t.Hour()*60 + t.Minute())
	return !c.Days.Has(t.Weekday()) || minute < c.From || minute >= c.To
}

// DayFrom returns the first day from that one on which people are rung: the day
// itself where they are on none.
func (c CallingHours) DayFrom(day Day) Day {
	for next := day; next < day+7; next++ {
		if c.Days.Has(next.Weekday()) {
			return next
		}
	}
	return day
}

// Begin returns when calls begin again after t, on the days of its zone, in UTC;
// zero if never.
func (c CallingHours) Begin(t time.Time) time.Time {
	if c.From >= c.To {
		return time.Time{}
	}
	today := DayOf(t)
	for day := today; day <= today+7; day++ {
		begins := day.At(c.From, t.Location())
		if c.Days.Has(day.Weekday()) && begins.After(t) {
			return begins.UTC()
		}
	}
	return time.Time{}
}
