package app

import "time"

// Weekdays is a set of days of the week: bit n stands for time.Weekday n.
type Weekdays uint8

// Week is every day of the week.
const Week Weekdays = 1<<7 - 1

// DaysOf returns the set of those days.
func DaysOf(days ...time.Weekday) Weekdays {
	var set Weekdays
	for _, d := range days {
		set |= 1 << d
	}
	return set
}

// Has tells whether the day is in the set.
func (w Weekdays) Has(d time.Weekday) bool { return w&(1<<d) != 0 }
