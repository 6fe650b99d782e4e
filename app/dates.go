package app

import "encoding/binary"

// Dates are days in ascending order, packed: the first, then the days from each
// to the next, as variable-length integers.
type Dates []byte

// PackDates packs days that ascend.
func PackDates(days []Day) Dates {
	var d Dates
	last := Day(0)
	for _, day := range days {
		d = binary.AppendVarint(d, int64(day-last))
		last = day
	}
	return d
}

// Days returns the days.
func (d Dates) Days() []Day {
	var days []Day
	last := Day(0)
	for len(d) > 0 {
		n, size := binary.Varint(d)
		if size <= 0 {
			break
		}
		last += Day(n)
		days = append(days, last)
		d = d[size:]
	}
	return days
}
