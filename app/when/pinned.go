package when

import "time"

// Pinned returns what was typed at an earlier moment, zero if nobody knows when, so
// that it is read now as it was then: "tomorrow 11" of Friday is "2026-11-21 11:00" on
// any other day. What means the same now stays as it was typed, and so does what could
// not be read.
func Pinned(text string, typed time.Time, o Options) string { return pinned(text, typed, o, Parse) }

// PinnedDay is Pinned for what ParseDay reads.
func PinnedDay(text string, typed time.Time, o Options) string {
	return pinned(text, typed, o, func(text string, o Options) (Moment, error) {
		day, err := ParseDay(text, o)
		return Moment{Day: day}, err
	})
}

func pinned(text string, typed time.Time, o Options, parse func(string, Options) (Moment, error)) string {
	if typed.IsZero() {
		return text
	}
	then := o
	then.Clock = func() time.Time { return typed }
	meant, err := parse(text, then)
	if err != nil {
		return text
	}
	if now, err := parse(text, o); err == nil && now == meant {
		return text
	}
	return meant.String()
}

// String writes the moment as Parse reads it: "2026-11-21", "2026-11-21 11:00".
func (m Moment) String() string {
	if !m.Timed {
		return m.Day.String()
	}
	return m.Day.String() + " " + m.Minute.String()
}
