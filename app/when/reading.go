package when

import (
	"strings"
	"time"

	"ringback.app/app"
)

// reading is a text on its way to a moment.
type reading struct {
	options Options
	text    string
	now     time.Time // in the person's zone
	today   app.Day
	pivot   app.Day // from which a day is looked for, today as a rule
	lean    Lean

	tokens []string
	next   int

	day     app.Day // zero: none named yet
	weekday *time.Weekday
	named   bool // "next" or "last" was said of it
	minute  app.Minute
	timed   bool
	dayOnly bool // no hour is meant: see ParseDay
}

// step reads the next thing of the text.
func (r *reading) step() error {
	if m, n := r.options.Words.find(r.tokens[r.next:]); n > 0 {
		r.next += n
		return r.word(m)
	}
	n, ok := parseNumeral(r.tokens[r.next])
	if !ok {
		return r.fail("error.when.unreadable")
	}
	r.next++
	return r.number(n)
}

func (r *reading) word(m meaning) error {
	switch m.sort {
	case aFiller:
		return nil
	case aDay:
		return r.setDay(r.today + app.Day(m.value))
	case aWeekday:
		if r.weekday != nil {
			return r.fail("error.when.two-days")
		}
		d := time.Weekday(m.value)
		r.weekday = &d
		return nil
	case aMonth:
		if n, ok := r.peekNumeral(); ok && len(n.parts) == 1 && n.sign == 0 && r.isDayOfMonth(n) {
			r.next++
			return r.dayOfMonth(n.parts[0], time.Month(m.value))
		}
	case anHour:
		return r.setMinute(app.Minute(m.value))
	case anIn:
		if n, ok := r.peekNumeral(); ok && n.sign == 0 {
			r.next++
			n.sign = 1
			return r.number(n)
		}
	case aSide:
		return r.side(m.value)
	}
	return r.fail("error.when.unreadable")
}

// side reads what follows "next" or "last": a weekday, or a unit.
func (r *reading) side(direction int) error {
	m, n := r.options.Words.find(r.tokens[r.next:])
	switch m.sort {
	case aWeekday:
		r.lean, r.pivot, r.named = Ahead, r.today, true
		if direction < 0 {
			r.lean = Behind
		}
		return nil
	case aUnit:
		r.next += n
		return r.offset(direction, unit(m.value))
	}
	return r.fail("error.when.unreadable")
}

func (r *reading) number(n numeral) error {
	if n.sign != 0 && (len(n.parts) > 1 || n.closed) {
		return r.fail("error.when.unreadable")
	}
	switch {
	case len(n.parts) == 3:
		return r.fullDate(n)
	case len(n.parts) == 2 && n.sep == ':':
		return r.clock(n.parts[0], n.parts[1], n.tail)
	case len(n.parts) == 2:
		return r.pair(n)
	}
	return r.single(n)
}

// single reads one number by what is glued to it or follows it.
func (r *reading) single(n numeral) error {
	value := n.parts[0]
	words := r.options.Words
	if n.closed {
		return r.dayThen(value)
	}
	tail, glued := n.tail, n.tail != ""
	if !glued && r.next < len(r.tokens) {
		tail = r.tokens[r.next]
	}
	switch m := words.of(tail); {
	case m.sort == anOrdinal && glued && n.sign == 0:
		return r.dayThen(value)
	case m.sort == aMonth && !glued && n.sign == 0:
		return r.dayThen(value)
	case m.sort == aHalf && n.sign == 0:
		r.skip(!glued)
		return r.clock(value, 0, tail)
	case m.sort == aUnit:
		r.skip(!glued)
		return r.counted(n.sign, value, unit(m.value), glued)
	}
	if hour, minute, ok := strings.Cut(n.tail, "h"); glued && ok && hour == "" && n.sign == 0 && isMinutes(minute) {
		return r.clock(value, atoi(minute), "")
	}
	switch {
	case glued || n.sign != 0:
		return r.fail("error.when.unreadable")
	case r.day == 0 && r.weekday == nil && r.dayOnly:
		return r.dayThen(value)
	case r.day == 0 && r.weekday == nil:
		return r.fail("error.when.number")
	}
	return r.clock(value, 0, "")
}

// counted reads a number with a unit: an offset if it has a sign or says "ago",
// an hour if it is 15h, else an offset ahead.
func (r *reading) counted(sign, value int, u unit, glued bool) error {
	if r.next < len(r.tokens) && sign >= 0 && r.options.Words.of(r.tokens[r.next]).sort == anAgo {
		r.next++
		return r.offset(-value, u)
	}
	switch {
	case sign != 0:
		return r.offset(sign*value, u)
	case u == hours && glued:
		return r.clock(value, 0, "")
	}
	return r.offset(value, u)
}

// offset moves from today, or for hours and minutes from now.
func (r *reading) offset(n int, u unit) error {
	switch u {
	case days:
		return r.setDay(r.today + app.Day(n))
	case weeks:
		return r.setDay(r.today + app.Day(7*n))
	case months:
		return r.setDay(r.today.AddMonths(n))
	case years:
		return r.setDay(r.today.AddMonths(12 * n))
	}
	step := time.Hour
	if u == minutes {
		step = time.Minute
	}
	t := r.now.Add(time.Duration(n) * step)
	if err := r.setDay(app.DayOf(t)); err != nil {
		return err
	}
	return r.setMinute(minuteOf(t))
}

// moment puts together what was read.
func (r *reading) moment() (Moment, error) {
	m := Moment{Day: r.day, Minute: r.minute, Timed: r.timed}
	switch {
	case m.Day != 0 && r.weekday != nil && m.Day.Weekday() != *r.weekday:
		return m, r.fail("error.when.weekday")
	case m.Day != 0:
	case r.weekday != nil:
		m.Day = r.nearest(*r.weekday)
	case r.timed:
		m.Day = r.today
		switch now := minuteOf(r.now); {
		case r.lean.ahead() && m.Minute <= now:
			m.Day++
		case !r.lean.ahead() && m.Minute > now:
			m.Day--
		}
	default:
		return m, r.fail("error.when.unreadable")
	}
	if m.Timed && m.Minute == 24*60 {
		m.Day, m.Minute = m.Day+1, 0
	}
	return m, nil
}

// nearest returns the next or the last such weekday, never today unless a period
// is to end with it.
func (r *reading) nearest(weekday time.Weekday) app.Day {
	if r.lean.ahead() {
		first := r.pivot + 1
		if r.options.Since != 0 && !r.named {
			first = r.pivot
		}
		return first + app.Day((int(weekday)-int(first.Weekday())+7)%7)
	}
	return r.today - 1 - app.Day((int((r.today-1).Weekday())-int(weekday)+7)%7)
}

func (r *reading) setDay(d app.Day) error {
	if r.day != 0 {
		return r.fail("error.when.two-days")
	}
	r.day = d
	if d < 1 {
		return r.fail("error.when.far")
	}
	return nil
}

func (r *reading) setMinute(m app.Minute) error {
	if r.timed {
		return r.fail("error.when.two-times")
	}
	r.minute, r.timed = m, true
	return nil
}

func (r *reading) peekNumeral() (numeral, bool) {
	if r.next >= len(r.tokens) {
		return numeral{}, false
	}
	return parseNumeral(r.tokens[r.next])
}

func (r *reading) skip(token bool) {
	if token {
		r.next++
	}
}

func isMinutes(text string) bool {
	return len(text) == 2 && strings.Trim(text, "0123456789") == ""
}
