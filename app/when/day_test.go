package when_test

import (
	"errors"
	"testing"

	"ringback.app/app"
	"ringback.app/app/when"
)

func TestWhereOnlyADayIsMeantABareNumberIsADayOfTheMonth(t *testing.T) {
	for name, c := range map[string]struct {
		lean when.Lean
		text string
		want string // a day, or the key of an error
	}{
		"gone by":                       {when.Behind, "7", "2026-11-07"},
		"gone by, in the month before":  {when.OnlyBehind, "23", "2026-10-23"},
		"still to come":                 {when.Ahead, "7", "2026-12-07"},
		"with its month":                {when.Behind, "7 nov", "2026-11-07"},
		"with its month as a number":    {when.Behind, "7.11", "2026-11-07"},
		"with its point":                {when.Behind, "7.", "2026-11-07"},
		"as a word":                     {when.Behind, "yesterday", "2026-11-21"},
		"no day of any month":           {when.Behind, "32", "error.when.none"},
		"no day, though it is an hour":  {when.Behind, "15.30", "error.when.none"},
		"an hour":                       {when.Behind, "7:30", "error.when.day.hour"},
		"an hour after a day":           {when.Behind, "yesterday 15", "error.when.day.hour"},
		"an hour no clock shows":        {when.Behind, "25:00", "error.when.day.hour"},
		"a point in time of a computer": {when.OnlyBehind, "2026-11-22T18:00:00+02:00", "2026-11-22"},
		"no day at all":                 {when.Behind, "soon-ish", "error.when.day.unreadable"},
		"nothing":                       {when.Behind, " ", "error.when.day.empty"},
	} {
		t.Run(name, func(t *testing.T) {
			o := options(t)
			o.Lean = c.lean
			day, err := when.ParseDay(c.text, o)
			got := day.String()
			var told *app.Error
			if errors.As(err, &told) {
				got = told.Key
			}
			if got != c.want {
				t.Errorf("%q is %s, want %s", c.text, got, c.want)
			}
		})
	}
}
