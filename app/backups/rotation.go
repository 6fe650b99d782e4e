package backups

import (
	"time"

	"ringback.app/app"
)

// The rotation: the newest copy of each of the last seven days that have one, of
// the last four weeks, and of the last twelve months. What is kept for one of
// them may be the same copy.
const (
	dailies   = 7
	weeklies  = 4
	monthlies = 12
)

// most is how many bytes the copies may take together; the oldest go first. The
// two newest stay whatever they take: the last one may be of a book that was
// spoilt without anybody having seen it yet.
const (
	most   = 4 << 30
	always = 2
)

// outdated returns which of the copies, newest first, the rotation does not
// keep. Days, weeks (from Monday) and months are those of the zone.
func outdated(copies []Copy, zone *time.Location) []Copy {
	days, weeks, months := newSlots(dailies), newSlots(weeklies), newSlots(monthlies)
	var old []Copy
	var bytes int64
	kept := 0
	for _, c := range copies {
		day := app.DayOf(c.Taken.In(zone))
		// Each has its say, so that one copy may stand for a day, a week and a month.
		daily := days.take(int64(day))
		weekly := weeks.take(int64(day - app.Day(day.Weekday()+6)%7))
		year, month, _ := day.Date()
		monthly := months.take(int64(year)*12 + int64(month))
		bytes += c.Bytes
		if kept >= always && (bytes > most || !daily && !weekly && !monthly) {
			bytes -= c.Bytes
			old = append(old, c)
			continue
		}
		kept++
	}
	return old
}

// slots are places for the newest copies of so many different periods.
type slots struct {
	free int
	last int64
	some bool
}

func newSlots(n int) *slots { return &slots{free: n} }

// take tells whether a copy of the period gets a place. Copies come newest
// first.
func (s *slots) take(period int64) bool {
	if s.free == 0 || s.some && s.last == period {
		return false
	}
	s.free, s.last, s.some = s.free-1, period, true
	return true
}
