package settings

import (
	"errors"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/texts"
	"ringback.app/app/when"
)

// mostInARow is how many days in a row the shop may be shut by one line.
const mostInARow = 62

// holidays reads the days on which the shop is shut, in the order of time. A
// date without a year is the next one; 24.12. – 26.12. are three days.
func (k *check) holidays() []app.Day {
	was := make(map[string]app.Day)
	for _, d := range k.was.Holidays {
		was[d.String()] = d
	}
	var days []app.Day
	for _, text := range k.members(FieldHolidays, k.form.Holidays) {
		d, known := was[text] // it may be so long ago that nobody would type it
		from, to := d, d
		if !known {
			from, to, known = k.shut(text)
		}
		for d := from; known && d <= to; d++ {
			if !slices.Contains(days, d) {
				days = append(days, d)
			}
		}
	}
	if len(days) > app.PlanMembers {
		k.errs.Add(FieldHolidays, "error.settings.many", app.Args{"Length": len(days), "Most": app.PlanMembers})
	}
	slices.Sort(days)
	return days
}

// shut reads a day, or the first and the last of several.
func (k *check) shut(text string) (from, to app.Day, ok bool) {
	first, last, several := inARow(text)
	if from, ok = k.holiday(first); !ok || !several {
		return from, from, ok
	}
	if to, ok = k.holiday(last); !ok {
		return from, to, false
	}
	if to < from || to-from >= mostInARow {
		k.errs.Add(FieldHolidays, "error.settings.holiday.row", app.Args{"Text": texts.Quoted(text), "Most": mostInARow})
		return from, to, false
	}
	return from, to, true
}

// inARow parts two days at the dash between them. The hyphen of 2026-12-24 is none.
func inARow(text string) (first, last string, several bool) {
	text = strings.NewReplacer("–", " - ", "—", " - ", ".-", ". - ").Replace(text)
	first, last, several = strings.Cut(text, " - ")
	return texts.OneLine(first), texts.OneLine(last), several
}

func (k *check) holiday(text string) (app.Day, bool) {
	day, err := when.ParseDay(text, k.desk.typing.Options(k.desk.clock, k.was.Location(), when.Ahead))
	var e *app.Error
	switch {
	case errors.As(err, &e) && e.Key == "error.when.day.unreadable":
		k.errs.Add(FieldHolidays, "error.settings.holiday.unreadable", app.Args{"Text": texts.Quoted(text)})
	case err != nil:
		k.keep(FieldHolidays, err)
	}
	return day, err == nil
}
