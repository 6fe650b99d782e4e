package wording

import (
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
)

// Because says why a customer is not called now, in one plain sentence. The
// zone is the shop's; days and hours are told by it.
func (v *Voice) Because(b calllist.Because, now time.Time, zone *time.Location) string {
	now = now.In(zone)
	today := app.DayOf(now)
	switch b.Guard {
	case calllist.GuardArchived:
		return v.Say("because.archived", nil)
	case calllist.GuardDoNotCall:
		return v.refused(b.Refusal, today)
	case calllist.GuardNoNumber:
		return v.Say("because.no-number", nil)
	case calllist.GuardAttempts:
		args := app.Args{"Until": v.restsUntil(b.Until, now)}
		if b.Until.IsZero() {
			return v.Count("because.attempts.open", b.Tries, nil)
		}
		return v.Count("because.attempts", b.Tries, args)
	case calllist.GuardCooldown:
		args := app.Args{"OnDay": v.OnDay(app.DayOf(b.Since.In(zone)), today), "Until": v.restsUntil(b.Until, now)}
		if b.Again != "" {
			args["Until"] = v.Clocks(v.By(b.Until, now), b.Until, now.Location(), app.Location(b.Zone, now.Location()))
			return v.Say("because.cooldown."+string(b.Again), args)
		}
		return v.Count("because.cooldown", b.Days, args)
	case calllist.GuardQuiet:
		return v.quiet(b, now)
	}
	return v.Say("because.list-full", nil)
}

// restsUntil names the day on which a rest ends, and its hour where that is today.
func (v *Voice) restsUntil(end, now time.Time) string {
	end = end.In(now.Location())
	if day, today := app.DayOf(end), app.DayOf(now); day != today {
		return v.Day(day, today)
	}
	return v.Say("because.until-today", app.Args{"Clock": v.Clock(end)})
}

// Quiet says, where nobody is called at the moment that the shop's clock shows,
// that it is so and from when on they can be; "" where people are called.
func (v *Voice) Quiet(calling app.CallingHours, now time.Time) string {
	if !calling.Quiet(now) {
		return ""
	}
	return v.quiet(calllist.Because{Until: calling.Begin(now), AllDay: !calling.Days.Has(now.Weekday())}, now)
}

func (v *Voice) refused(r app.DoNotCall, today app.Day) string {
	key := "because.do-not-call"
	if r.Purpose == app.PurposeMarketing || r.Purpose == app.PurposeFollowUp {
		key = "because.do-not-call." + string(r.Purpose)
	}
	said := v.Say(key, nil)
	if !r.Since.IsZero() {
		said = v.Say("because.do-not-call.since", app.Args{"Wish": said, "Since": v.Day(r.Since, today)})
	}
	if r.Reason == "" {
		return v.Say("because.do-not-call.plain", app.Args{"Wish": said})
	}
	return v.Say("because.do-not-call.reason", app.Args{"Wish": said, "Reason": clause(r.Reason)})
}

// quiet tells the hour where the customer is, if their clock shows another one
// than the shop's.
func (v *Voice) quiet(b calllist.Because, now time.Time) string {
	there := now.In(app.Location(b.Zone, now.Location()))
	args := app.Args{"Until": v.Moment(b.Until, now), "Clock": v.Clock(there), "Weekday": v.Weekday(there.Weekday())}
	_, theirs := there.Zone()
	_, ours := now.Zone()
	switch {
	case theirs == ours && b.AllDay && b.Until.IsZero():
		return v.Say("because.quiet-hours.day.open", args)
	case theirs == ours && b.AllDay:
		return v.Say("because.quiet-hours.day", args)
	case theirs == ours && b.Until.IsZero():
		return v.Say("because.quiet-hours.open", nil)
	case theirs == ours:
		return v.Say("because.quiet-hours.here", args)
	}
	if _, _, isOffset := app.Offset(b.Zone); isOffset { // which no place is named in
		return v.Say("because.quiet-hours.offset", args)
	}
	args["Place"] = place(b.Zone)
	return v.Say("because.quiet-hours.there", args)
}

// place returns the city that an IANA zone is named after.
func place(zone string) string {
	return strings.ReplaceAll(zone[strings.LastIndexByte(zone, '/')+1:], "_", " ")
}
