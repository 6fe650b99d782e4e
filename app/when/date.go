package when

import (
	"time"

	"ringback.app/app"
)

// fullDate reads a date of three numbers, the year first or last.
func (r *reading) fullDate(n numeral) error {
	if n.sep == ':' && n.tail == "" { // 15:00:00
		if n.parts[2] > 59 {
			return r.fail("error.when.time")
		}
		return r.clock(n.parts[0], n.parts[1], "")
	}
	if n.sep == ':' {
		return r.fail("error.when.unreadable")
	}
	// 2026-11-20T15:00 came as one token; its hour is still in the tail.
	if len(n.tail) > 1 && n.tail[0] == 't' {
		at, ok := parseNumeral(n.tail[1:])
		if !ok || at.sep != ':' || at.sign != 0 {
			return r.fail("error.when.unreadable")
		}
		if err := r.number(at); err != nil {
			return err
		}
	} else if n.tail != "" {
		return r.fail("error.when.unreadable")
	}
	if n.digits == 4 {
		return r.date(n.parts[0], n.parts[1], n.parts[2])
	}
	year := n.parts[2]
	if year < 100 {
		year = r.century(year)
	}
	day, month := r.ordered(n.parts[0], n.parts[1], n.sep)
	return r.date(year, month, day)
}

// pair reads 15.1., 15/1, 15-1, or an hour written 15.30.
func (r *reading) pair(n numeral) error {
	if n.tail != "" {
		if n.sep == '.' && r.options.Words.of(n.tail).sort == aHalf {
			return r.clock(n.parts[0], n.parts[1], n.tail)
		}
		return r.fail("error.when.unreadable")
	}
	day, month := r.ordered(n.parts[0], n.parts[1], n.sep)
	date := month >= 1 && month <= 12 && day >= 1 && day <= 31
	// With points, a day is meant wherever there is such a day, unless the day
	// was named before.
	if n.sep == '.' && !n.closed && !r.dayOnly && (!date || r.day != 0 || r.weekday != nil) {
		return r.clock(n.parts[0], n.parts[1], "")
	}
	if !date {
		return r.fail("error.when.none")
	}
	if year, ok := r.peekYear(); ok {
		return r.date(year, month, day)
	}
	return r.recurring(time.Month(month), day)
}

// ordered tells day and month apart: by the order asked for, unless only the
// other one makes a date.
func (r *reading) ordered(first, second int, sep byte) (day, month int) {
	if sep == '.' || r.options.Order == DayFirst {
		if sep != '.' && second > 12 && first <= 12 {
			return second, first
		}
		return first, second
	}
	if first > 12 && second <= 12 {
		return first, second
	}
	return second, first
}

// dayThen reads what follows a day of the month: a month by name or number, or
// nothing.
func (r *reading) dayThen(day int) error {
	if r.next < len(r.tokens) {
		m, n := r.options.Words.find(r.tokens[r.next:])
		if m.sort == aFiller && r.next+n < len(r.tokens) { // 20th of november
			if after := r.options.Words.of(r.tokens[r.next+n]); after.sort == aMonth {
				m, n = after, n+1
			}
		}
		if m.sort == aMonth {
			r.next += n
			return r.dayOfMonth(day, time.Month(m.value))
		}
		if n, ok := r.peekNumeral(); ok && n.closed && len(n.parts) == 1 && n.sign == 0 { // 15. 1.
			r.next++
			return r.dayOfMonth(day, time.Month(n.parts[0]))
		}
	}
	return r.dayAlone(day)
}

// dayAlone finds the next, or last, such day of a month.
func (r *reading) dayAlone(day int) error {
	if day < 1 || day > 31 {
		return r.fail("error.when.none")
	}
	year, month, _ := r.pivot.Date()
	// Two months in a row may be too short for it, as none are three.
	return r.nearestOf(3, func(n int) (app.Day, bool) {
		d := app.NewDay(year, month+time.Month(n), day)
		_, _, got := d.Date()
		return d, got == day
	})
}

// dayOfMonth reads the year that may follow, or finds the nearest such day.
func (r *reading) dayOfMonth(day int, month time.Month) error {
	if year, ok := r.peekYear(); ok {
		return r.date(year, int(month), day)
	}
	return r.recurring(month, day)
}

func (r *reading) peekYear() (int, bool) {
	n, ok := r.peekNumeral()
	if !ok || len(n.parts) != 1 || n.digits != 4 || n.tail != "" || n.sign != 0 || n.closed {
		return 0, false
	}
	r.next++
	return n.parts[0], true
}

// recurring finds the next, or last, day of that date.
func (r *reading) recurring(month time.Month, day int) error {
	year, _, _ := r.pivot.Date()
	// 29 February may be 8 years away, around a century that skips it.
	return r.nearestOf(9, func(n int) (app.Day, bool) { return dayOf(year+n, int(month), day) })
}

// nearestOf sets the first day on the side leant to, of those that come again and
// again: the nth ahead, or behind below 0, if there is such a day.
func (r *reading) nearestOf(most int, nth func(n int) (app.Day, bool)) error {
	look := func(ahead bool) app.Day {
		for n := range most {
			if !ahead {
				n = -n
			}
			if d, ok := nth(n); ok && (ahead && d >= r.pivot || !ahead && d <= r.pivot) {
				return d
			}
		}
		return 0
	}
	d := look(r.lean.ahead())
	if r.options.Since != 0 && !r.options.Lean.ahead() && d > r.today && d >= nextYear(r.pivot) {
		if before := look(false); before != 0 && r.pivot-before < d-r.pivot {
			d = before
		}
	}
	if d == 0 {
		return r.fail("error.when.none")
	}
	return r.setDay(d)
}

// nextYear returns the first day of the year after that of the day.
func nextYear(d app.Day) app.Day {
	year, _, _ := d.Date()
	return app.NewDay(year+1, time.January, 1)
}

// date sets a whole date, if there is such a day.
func (r *reading) date(year, month, day int) error {
	d, ok := dayOf(year, month, day)
	if !ok {
		return r.fail("error.when.none")
	}
	return r.setDay(d)
}

func dayOf(year, month, day int) (app.Day, bool) {
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 {
		return 0, false
	}
	d := app.NewDay(year, time.Month(month), day)
	_, _, got := d.Date()
	return d, got == day
}

// century gives a year of two digits its century: the one that puts it within
// fifty years of now.
func (r *reading) century(year int) int {
	this, _, _ := r.today.Date()
	full := this - this%100 + year
	switch {
	case full > this+50:
		return full - 100
	case full <= this-50:
		return full + 100
	}
	return full
}

// clock sets an hour: half is the word for am or pm, or "".
func (r *reading) clock(hour, minute int, half string) error {
	if half != "" {
		m := r.options.Words.of(half)
		if m.sort != aHalf {
			return r.fail("error.when.unreadable")
		}
		if hour < 1 || hour > 12 {
			return r.fail("error.when.time")
		}
		hour = hour%12 + m.value/60
	} else if m := r.peekHalf(); m != nil {
		if hour < 1 || hour > 12 {
			return r.fail("error.when.time")
		}
		hour = hour%12 + m.value/60
	}
	if hour > 24 || minute > 59 || hour == 24 && minute > 0 {
		return r.fail("error.when.time")
	}
	return r.setMinute(app.Minute(hour*60 + minute))
}

// peekHalf takes am or pm where it follows as a word of its own: "3:30 pm".
func (r *reading) peekHalf() *meaning {
	if r.next >= len(r.tokens) {
		return nil
	}
	m := r.options.Words.of(r.tokens[r.next])
	if m.sort != aHalf {
		return nil
	}
	r.next++
	return &m
}

// isDayOfMonth tells whether a number after a month is its day: "nov 20".
func (r *reading) isDayOfMonth(n numeral) bool {
	return n.tail == "" || r.options.Words.of(n.tail).sort == anOrdinal
}
