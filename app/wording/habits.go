package wording

import (
	"strings"
	"time"

	"ringback.app/app"
)

// BestTime says when somebody likes to be called: "between 10:00 and 12:00, not
// on Sunday". It is empty where any time is as good.
func (v *Voice) BestTime(b app.BestTime) string {
	var parts []string
	switch {
	case b.From > 0 && b.To > 0:
		parts = append(parts, v.Say("people.best.between", app.Args{"From": b.From.String(), "To": b.To.String()}))
	case b.From > 0:
		parts = append(parts, v.Say("people.best.after", app.Args{"From": b.From.String()}))
	case b.To > 0:
		parts = append(parts, v.Say("people.best.before", app.Args{"To": b.To.String()}))
	}
	if b.Not != 0 {
		parts = append(parts, v.Say("people.best.not", app.Args{"Days": v.Weekdays(b.Not)}))
	}
	return strings.Join(parts, ", ")
}

// Weekdays names the days of the set, Monday first.
func (v *Voice) Weekdays(days app.Weekdays) string {
	var names []string
	for i := range 7 {
		if d := time.Weekday((i + 1) % 7); days.Has(d) {
			names = append(names, v.Weekday(d))
		}
	}
	return v.List(names)
}

// Birthday names a birthday as app.Customer has it: with its year, without, or
// as it stands where it is no day.
func (v *Voice) Birthday(text string, today app.Day) string {
	if d, err := app.ParseDay(text); err == nil {
		return v.Day(d, today)
	}
	if rest, ok := strings.CutPrefix(text, "--"); ok {
		// A leap year, so that 29 February is a day.
		if d, err := app.ParseDay("2024-" + rest); err == nil {
			return v.Day(d, app.NewDay(2024, time.January, 1))
		}
	}
	return text
}
