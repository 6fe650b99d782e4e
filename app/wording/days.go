package wording

import (
	"fmt"
	"strings"
	"time"

	"ringback.app/app"
)

// Day names a day beside today: "today", "yesterday", "13 Nov", and with the
// year when it is another one: "2 Sep 2025". No day is "".
func (v *Voice) Day(d, today app.Day) string {
	if d.IsZero() {
		return ""
	}
	if near := v.near("date.day.", d, today); near != "" {
		return near
	}
	return v.date("date.day", d, today)
}

// DayLong names a day in full: "Friday 13 November", and the year when it is
// another one than today's.
func (v *Voice) DayLong(d, today app.Day) string {
	if d.IsZero() {
		return ""
	}
	return v.date("date.long", d, today)
}

// OnDay names a day as it stands inside a sentence: "today", "on Thursday" in
// the days about today, else "on 13 Nov".
func (v *Voice) OnDay(d, today app.Day) string {
	if d.IsZero() {
		return ""
	}
	if near := v.near("date.on.", d, today); near != "" {
		return near
	}
	if away := d - today; -7 < away && away < 7 {
		return v.Say("date.on.weekday", app.Args{"Weekday": v.Weekday(d.Weekday())})
	}
	return v.Say("date.on.day", app.Args{"Day": v.date("date.day", d, today)})
}

func (v *Voice) near(keys string, d, today app.Day) string {
	switch d - today {
	case 0:
		return v.Say(keys+"today", nil)
	case -1:
		return v.Say(keys+"yesterday", nil)
	case 1:
		return v.Say(keys+"tomorrow", nil)
	}
	return ""
}

// date fills the sentence of the key, or that of the key with "-year" where the
// year is not today's.
func (v *Voice) date(key string, d, today app.Day) string {
	year, month, day := d.Date()
	args := app.Args{
		"Day": day, "Month": v.month("date.month-short.", month), "Year": year,
		"LongMonth": v.month("date.month.", month),
		"Weekday":   v.Weekday(d.Weekday()), "ShortWeekday": v.weekday("date.weekday-short.", d.Weekday()),
	}
	if thisYear, _, _ := today.Date(); year != thisYear {
		key += "-year"
	}
	return v.Say(key, args)
}

// Weekday names a day of the week in full.
func (v *Voice) Weekday(d time.Weekday) string { return v.weekday("date.weekday.", d) }

// WeekdayShort names a day of the week in three letters or so.
func (v *Voice) WeekdayShort(d time.Weekday) string { return v.weekday("date.weekday-short.", d) }

func (v *Voice) weekday(keys string, d time.Weekday) string {
	return v.Say(keys+lower(d), nil)
}

func (v *Voice) month(keys string, m time.Month) string {
	return v.Say(keys+lower(m), nil)
}

// lower returns the part of a key that stands for a weekday or a month.
func lower(name fmt.Stringer) string { return strings.ToLower(name.String()) }

// Ago says how long before today a day lies: "today", "9 days ago", and in
// months and years when it is long ago. Days to come are named as by Day.
func (v *Voice) Ago(d, today app.Day) string {
	days := int(today - d)
	switch {
	case d.IsZero():
		return ""
	case days <= 1:
		return v.Day(d, today)
	case days < 60:
		return v.Count("date.ago.days", days, nil)
	case days < 2*365:
		return v.Count("date.ago.months", monthsIn(days), nil)
	}
	return v.Count("date.ago.years", days/365, nil)
}

// monthsIn returns days as months, rounded; a month is the twelfth part of a
// year of 365.25 days.
func monthsIn(days int) int { return int(float64(days)*12/365.25 + 0.5) }

// Clock tells the time of day where t is: "09:30".
func (v *Voice) Clock(t time.Time) string {
	return v.Say("date.clock", app.Args{"Hour": twoDigits(t.Hour()), "Minute": twoDigits(t.Minute())})
}

func twoDigits(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }

// Moment tells a day and hour beside now, on the clock that now shows: "15:00"
// today, "tomorrow 09:30", "Tue 23 Nov, 17:00" within a fortnight, "2 Sep 2025,
// 14:05" further away.
func (v *Voice) Moment(t, now time.Time) string {
	if t.IsZero() {
		return ""
	}
	t = t.In(now.Location())
	day, today := app.DayOf(t), app.DayOf(now)
	args := app.Args{"Clock": v.Clock(t)}
	if day == today {
		return v.Clock(t)
	}
	if near := v.near("date.day.", day, today); near != "" {
		args["Day"] = near
		return v.Say("date.moment.near", args)
	}
	args["Day"] = v.about(day, today)
	return v.Say("date.moment.far", args)
}

// Clocks adds to a moment that was told by our clock what theirs shows then, if
// that is another hour: "15:00 (10:00 there)".
func (v *Voice) Clocks(said string, t time.Time, ours, theirs *time.Location) string {
	here, there := t.In(ours), t.In(theirs)
	_, us := here.Zone()
	_, them := there.Zone()
	if us == them {
		return said
	}
	return v.Say("date.moment.there", app.Args{"Moment": said, "There": v.ClockThere(there, app.DayOf(here))})
}

// ClockThere tells the hour that their clock shows, and the weekday where that is
// another day than ours: "10:00", "Sat 01:00".
func (v *Voice) ClockThere(there time.Time, ours app.Day) string {
	clock := v.Clock(there)
	if day := app.DayOf(there); day != ours {
		return v.Say("date.clock.weekday", app.Args{"Weekday": v.WeekdayShort(day.Weekday()), "Clock": clock})
	}
	return clock
}

// AtMoment tells a day and hour as Moment does, as it stands inside a sentence: an
// hour of today is "at 15:00".
func (v *Voice) AtMoment(t, now time.Time) string {
	said := v.Moment(t, now)
	if said != "" && app.DayOf(t.In(now.Location())) == app.DayOf(now) {
		return v.Say("date.moment.at", app.Args{"Clock": said})
	}
	return said
}

// about names a day with its weekday within a fortnight, where people think in
// weekdays, and without it further away.
func (v *Voice) about(day, today app.Day) string {
	if away := day - today; -14 < away && away <= 14 {
		return v.date("date.weekday-day", day, today)
	}
	return v.date("date.day", day, today)
}

// By tells a day, or a day and hour, as the end of a stretch of time: as Moment
// does, and a midnight as the day alone.
func (v *Voice) By(t, now time.Time) string {
	t = t.In(now.Location())
	if t.Hour() != 0 || t.Minute() != 0 {
		return v.Moment(t, now)
	}
	day, today := app.DayOf(t), app.DayOf(now)
	if near := v.near("date.day.", day, today); near != "" {
		return near
	}
	return v.about(day, today)
}

// Minutes returns the minutes that a length of time is said to have: to the
// nearest one, half a minute counting as one.
func Minutes(d time.Duration) int { return int((d + 30*time.Second) / time.Minute) }

// Duration says how long something took, in the two largest units that matter:
// "45 s", "4 min", "2 h 10 min", "3 days".
func (v *Voice) Duration(d time.Duration) string {
	d = max(d, 0)
	minutes := Minutes(d)
	switch {
	case d < time.Minute:
		return v.Say("date.lasted.seconds", app.Args{"Seconds": int(d / time.Second)})
	case minutes < 60:
		return v.Say("date.lasted.minutes", app.Args{"Minutes": minutes})
	case minutes >= 48*60:
		return v.Count("date.lasted.days", minutes/(24*60), nil)
	case minutes%60 == 0:
		return v.Say("date.lasted.hours", app.Args{"Hours": minutes / 60})
	}
	return v.Say("date.lasted.hours-minutes", app.Args{"Hours": minutes / 60, "Minutes": minutes % 60})
}
