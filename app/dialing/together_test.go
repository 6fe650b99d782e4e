package dialing_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/dialing"
)

func TestTwoRecordsOfOneNumberAreTakenTogether(t *testing.T) {
	const e164 = "+12025550144"
	good := app.Phone{Typed: "+1 202 555 0144", E164: e164}
	unreadable := app.Phone{Typed: "'+12025550144", Unfit: app.UnfitUnreadable}
	bare := app.Phone{Typed: "12025550144"}
	fax := app.Phone{Label: "fax", Typed: e164, E164: e164, Unfit: app.UnfitFax}
	cell := app.Phone{Label: "cell", Typed: e164, E164: e164}
	wrong := app.Phone{Label: "cell", Typed: "12025550144", Unfit: app.UnfitWrong}
	remark := app.Phone{Typed: "12025550144, only evenings", Unfit: app.UnfitUnreadable}
	for name, tt := range map[string]struct{ ours, theirs, want app.Phone }{
		"the form that can be dialled fills in":       {unreadable, good, good},
		"also where its country is not known":         {unreadable, bare, bare},
		"one that cannot be changes nothing":          {good, unreadable, good},
		"the world's form fills in for a bare one":    {bare, good, app.Phone{Typed: "12025550144", E164: e164}},
		"words beside a number stay":                  {remark, good, app.Phone{Typed: remark.Typed, E164: e164}},
		"an extension is not the number":              {app.Phone{Typed: "12025550144 x12", Extension: "12"}, good, app.Phone{Typed: "12025550144 x12", Extension: "12"}},
		"a line for talking that takes faxes":         {fax, cell, cell},
		"the same the other way round":                {cell, fax, cell},
		"a fax's says what a number is":               {good, fax, app.Phone{Label: "fax", Typed: good.Typed, E164: e164, Unfit: app.UnfitFax}},
		"a number that is not named does not":         {fax, good, fax},
		"what a call found out stays":                 {wrong, cell, app.Phone{Label: "cell", Typed: "12025550144", E164: e164, Unfit: app.UnfitWrong}},
		"a label is given to a number that has none":  {good, cell, app.Phone{Label: "cell", Typed: good.Typed, E164: e164}},
		"a number with a label keeps the one it has":  {cell, app.Phone{Label: "work", Typed: e164, E164: e164}, cell},
		"an unreadable fax's can be dialled for that": {unreadable, fax, fax},
	} {
		t.Run(name, func(t *testing.T) {
			if got := dialing.Together(tt.ours, tt.theirs); got != tt.want {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
		})
	}
}
