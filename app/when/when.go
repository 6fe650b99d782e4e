// Package when reads what people type for a day and an hour: "tomorrow", "+3d",
// "fri 15:00", "15.1.", "20 nov", "3pm". The words come from the translations,
// so that every language can have its own.
package when

import (
	"strings"
	"time"

	"ringback.app/app"
)

// Moment is a day, with an hour if one was named.
type Moment struct {
	Day    app.Day
	Minute app.Minute // of the day; 0 unless Timed
	Timed  bool
}

// In returns the moment in the zone: its hour, or the start of its day.
func (m Moment) In(zone *time.Location) time.Time {
	if m.Timed {
		return m.Day.At(m.Minute, zone)
	}
	return m.Day.Start(zone)
}

// Order says what comes first in a date such as 3/4. Dates with points, such as
// 3.4., have the day first everywhere.
type Order uint8

// The orders.
const (
	DayFirst Order = iota
	MonthFirst
)

// Lean says to which side a weekday, a date without a year or an hour without a
// day leans.
type Lean uint8

// The leanings. The two that say Only take nothing from the other side, however
// it is written.
const (
	Ahead      Lean = iota // "fri" is the Friday to come
	Behind                 // "fri" is the Friday gone by
	OnlyAhead              // for the next call: today or later
	OnlyBehind             // for a purchase: today or earlier
)

// ahead tells whether the days to come are preferred.
func (l Lean) ahead() bool { return l == Ahead || l == OnlyAhead }

// Options say how to read. All but Order, Lean and Since are needed.
type Options struct {
	Clock app.Clock
	Zone  *time.Location // of the person who types
	Words *Words
	Order Order
	Lean  Lean
	// Since is the first day of a period whose last day is read; 0: it is no such
	// day. A weekday or a date without its year is then the first one from there
	// on, that day included, whatever the Lean. A date that leans behind and would
	// be in the next year, ahead of now, is the one before Since where that is
	// nearer: 1.11. after 5.11. is a slip.
	Since app.Day
}

// How much text is read, how much of it is quoted in an error, and how many
// years from now a day may lie: a slip of the finger is told, not obeyed.
const (
	maxText   = 200
	maxQuoted = 40
	maxYears  = 150
)

// Parse reads a day, an hour, or both. A weekday never means today, but at the end
// of a period: it is the next one, or with Behind the last. An hour alone is its next occurrence, or
// with Behind its last. A bare number after a day is an hour: "tue 17". It
// returns an Error with CodeInvalid and a key below error.when for what is no
// day, is on the wrong side of now, or could mean two things.
func Parse(text string, o Options) (Moment, error) { return newReading(text, o).parse() }

func newReading(text string, o Options) *reading {
	now := o.Clock().In(o.Zone)
	r := &reading{options: o, text: strings.TrimSpace(text), now: now, today: app.DayOf(now), lean: o.Lean}
	r.pivot = r.today
	if o.Since != 0 {
		r.pivot, r.lean = o.Since, Ahead
	}
	return r
}

// parse reads the whole text.
func (r *reading) parse() (Moment, error) {
	if r.text == "" {
		return Moment{}, r.fail("error.when.empty")
	}
	if len(r.text) > maxText {
		return Moment{}, r.fail("error.when.unreadable")
	}
	if t, err := time.Parse(time.RFC3339, r.text); err == nil {
		t = t.In(r.options.Zone)
		return r.bounded(Moment{Day: app.DayOf(t), Minute: minuteOf(t), Timed: true})
	}
	r.tokens = tokens(r.text)
	for r.next < len(r.tokens) {
		if err := r.step(); err != nil {
			return Moment{}, err
		}
	}
	m, err := r.moment()
	if err != nil {
		return Moment{}, err
	}
	return r.bounded(m)
}

// bounded refuses what lies absurdly far away, or on the side not asked for.
func (r *reading) bounded(m Moment) (Moment, error) {
	if m.Day < r.today.AddYears(-maxYears) || m.Day > r.today.AddYears(maxYears) {
		return Moment{}, r.fail("error.when.far")
	}
	behind, ahead := m.Day < r.today, m.Day > r.today
	if m.Timed && m.Day == r.today && !r.dayOnly {
		behind, ahead = m.Minute < minuteOf(r.now), m.Minute > minuteOf(r.now)
	}
	switch {
	case r.options.Lean == OnlyAhead && behind:
		return Moment{}, r.fail("error.when.past")
	case r.options.Lean == OnlyBehind && ahead:
		return Moment{}, r.fail("error.when.ahead")
	}
	return m, nil
}

// fail returns the error of that key about the whole text.
func (r *reading) fail(key string) error {
	quoted := []rune(r.text)
	if len(quoted) > maxQuoted {
		quoted = append(quoted[:maxQuoted], '…')
	}
	if r.dayOnly {
		key = ofDay(key)
	}
	return &app.Error{Code: app.CodeInvalid, Key: key, Args: app.Args{"Text": string(quoted)}}
}

func minuteOf(t time.Time) app.Minute { return app.Minute(t.Hour()*60 + t.Minute()) }
