package wording

import (
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
)

// Mood is how much a pill presses.
type Mood uint8

// The moods.
const (
	MoodNone  Mood = iota // there is nothing to show
	MoodPlain             // good to know
	MoodSoon              // runs out today
	MoodLate              // past its time
)

// Pill is the short time at the end of a row: "2 h late", "by 11:30", "14:00",
// "4 days left".
type Pill struct {
	Text string // "" with MoodNone
	Mood Mood
}

// fewDaysLeft is from how many days on the end of a window is worth a word.
const fewDaysLeft = 4

// Pill tells when a reason presses, by the shop's clock and hours.
func (v *Voice) Pill(r calllist.Reason, now time.Time, plan app.Plan) Pill {
	zone := plan.Location()
	now = now.In(zone)
	switch r.Kind {
	case app.Promised, app.Complained:
		end := r.By
		if end.IsZero() {
			end = r.Due
		}
		if r.Late && r.Kind == app.Complained {
			return v.over(r.Over, plan)
		}
		if r.Late {
			return v.late(end, now)
		}
		if r.Kind == app.Complained {
			return v.endsOn(end, now)
		}
		return v.agreed(r, now)
	case app.CheckFix:
		if r.Late {
			return v.late(r.Due, now)
		}
	case app.CallAgain:
		if r.Late {
			return v.late(r.Due, now)
		}
		return v.agreed(r, now)
	case app.AfterPurchase:
		if r.Closes.IsZero() {
			return Pill{}
		}
		left := int(app.DayOf(r.Closes.In(zone)) - app.DayOf(now))
		if left > fewDaysLeft || left < 1 {
			return Pill{}
		}
		mood := MoodPlain
		if left == 1 {
			mood = MoodSoon
		}
		return Pill{v.Count("date.pill.left", left, nil), mood}
	}
	return Pill{}
}

// over tells by how much business time a complaint is late.
func (v *Voice) over(late time.Duration, plan app.Plan) Pill {
	return Pill{v.Say("date.pill.late", app.Args{"Time": v.LateBy(late, plan)}), MoodLate}
}

func (v *Voice) late(end, now time.Time) Pill {
	end = end.In(now.Location())
	gone := now.Sub(end)
	days := int(app.DayOf(now) - app.DayOf(end))
	switch {
	case end.Equal(app.DayOf(end).Start(end.Location())) || gone >= 24*time.Hour:
		// A day was named, or it is so long ago that the hour does not matter.
		return Pill{v.Count("date.pill.late-days", max(1, days), nil), MoodLate}
	case gone >= time.Hour:
		gone = gone.Truncate(time.Hour)
	}
	return Pill{v.Say("date.pill.late", app.Args{"Time": v.clockTime(max(1, int(gone/time.Minute)))}), MoodLate}
}

// endsOn is for a row that a name has to fit into: the hour today, else the day as
// shortly as it can be said: "by tomorrow", "by Wed", "by 22 Dec".
func (v *Voice) endsOn(end, now time.Time) Pill {
	day, today := app.DayOf(end.In(now.Location())), app.DayOf(now)
	if day <= today {
		return v.endsBy(end, now)
	}
	moment := v.Day(day, today)
	if day-today > 1 && day-today < 7 {
		moment = v.WeekdayShort(day.Weekday())
	}
	return Pill{v.Say("date.pill.by", app.Args{"Moment": moment}), MoodPlain}
}

func (v *Voice) endsBy(end, now time.Time) Pill {
	if end.IsZero() {
		return Pill{}
	}
	mood := MoodPlain
	if app.DayOf(end.In(now.Location())) <= app.DayOf(now) {
		mood = MoodSoon
	}
	return Pill{v.Say("date.pill.by", app.Args{"Moment": v.By(end, now)}), mood}
}

// agreed shows the hour of a call, where an hour was set.
func (v *Voice) agreed(r calllist.Reason, now time.Time) Pill {
	at := r.By
	if at.IsZero() {
		at = r.Due
	}
	at = at.In(now.Location())
	day := app.DayOf(at)
	if at.IsZero() || at.Equal(day.Start(at.Location())) {
		return Pill{}
	}
	// The hour for another try has come and is gone: any time will do now.
	if r.Kind == app.CallAgain && !r.Asked && !at.After(now) {
		return Pill{}
	}
	if day == app.DayOf(now) && (r.Kind == app.Promised || r.Asked) {
		return Pill{v.Clock(at), MoodSoon}
	}
	return Pill{v.Moment(at, now), MoodPlain}
}
