package wording

import (
	"time"

	"ringback.app/app"
)

// Agreed says how the next call was understood that is to be made with somebody
// there, beside the shop's now: a day, which goes on to the next that has calls; or
// an hour by both clocks, and from when on they can be called where nobody is then.
func (v *Voice) Agreed(next app.NextStep, plan app.Plan, there *time.Location, now time.Time) string {
	shop := plan.Location()
	now = now.In(shop)
	at, today := next.At.In(shop), app.DayOf(now)
	if !next.Timed {
		day := app.DayOf(at)
		called := plan.Calling.DayFrom(day)
		said := v.DayLong(called, today)
		if called != day {
			said = v.Say("date.next.moved", app.Args{"Day": said, "Weekday": v.Weekday(day.Weekday())})
		}
		return said
	}
	said := v.Clocks(v.Moment(at, now), at, shop, there)
	local := at.In(there)
	if !plan.Calling.Quiet(local) {
		return said
	}
	begin := plan.Calling.Begin(local)
	args := app.Args{"When": said}
	if begin.IsZero() {
		return v.Say("date.next.quiet.open", args)
	}
	args["Until"] = v.Clocks(v.Moment(begin, now), begin, shop, there)
	return v.Say("date.next.quiet", args)
}

// NextCall names the next call with somebody there as it stands inside a sentence: a
// day, or an hour by both clocks.
func (v *Voice) NextCall(next app.NextStep, there *time.Location, now time.Time) string {
	said := v.By(next.At, now)
	if !next.Timed {
		return said
	}
	return v.Clocks(said, next.At, now.Location(), there)
}
