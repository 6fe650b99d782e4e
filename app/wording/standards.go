package wording

import (
	"time"

	"ringback.app/app"
)

// Standard says what the shop wants to be true of itself: in its own words, or
// else in those of the measure, with the plan's own clocks.
func (v *Voice) Standard(s app.Standard, plan app.Plan) string {
	if s.Words != "" {
		return s.Words
	}
	args := app.Args{"Theme": s.Theme}
	days := s.Within
	switch s.Measure {
	case app.MeasurePromises, app.MeasureTheme:
		return v.Say("standard."+string(s.Measure), args)
	case app.MeasureAnswered:
		args["Time"] = v.OpenTime(int(plan.AnswerWithin), plan)
		return v.Say("standard.answered", args)
	case app.MeasureFixed:
		days = plan.FixWithin
	}
	return v.Count("standard."+string(s.Measure), days, args)
}

// OpenTime says how long something took on the shop's own clock, which runs in
// its opening hours only: "2 h 10", and from two days of the shop on "3 shop
// days 1 h".
func (v *Voice) OpenTime(minutes int, plan app.Plan) string {
	minutes = max(0, minutes)
	if day := openMinutes(plan.Open); day > 0 && minutes >= 2*day {
		days, rest := minutes/day, (minutes%day+30)/60
		if rest == 0 {
			return v.Count("review.took.days", days, nil)
		}
		return v.Count("review.took.days-hours", days, app.Args{"Hours": rest})
	}
	return v.clockTime(minutes)
}

// LateBy says by how much something is late on the shop's own clock, as OpenTime
// does, but in whole minutes, hours or days of the shop, begun ones left out.
func (v *Voice) LateBy(over time.Duration, plan app.Plan) string {
	minutes := max(1, int(over/time.Minute))
	if day := openMinutes(plan.Open); day > 0 && minutes >= 2*day {
		minutes -= minutes % day
	} else if minutes >= 60 {
		minutes -= minutes % 60
	}
	return v.OpenTime(minutes, plan)
}

// clockTime says how long something took on a clock: "40 min", "2 h", "2 h 10".
func (v *Voice) clockTime(minutes int) string {
	switch {
	case minutes < 60:
		return v.Say("review.took.minutes", app.Args{"Minutes": minutes})
	case minutes%60 == 0:
		return v.Say("review.took.hours", app.Args{"Hours": minutes / 60})
	}
	return v.Say("review.took.hours-minutes", app.Args{"Hours": minutes / 60, "Minutes": twoDigits(minutes % 60)})
}

// openMinutes is how long the shop is open on one of its days, on the average.
func openMinutes(open app.OpeningHours) int {
	days, minutes := 0, 0
	for _, spans := range open {
		if len(spans) > 0 {
			days++
		}
		for _, s := range spans {
			minutes += int(s.To - s.From)
		}
	}
	if days == 0 {
		return 0
	}
	return minutes / days
}

// Span names a stretch of days by its first and its last: "1 – 22 Nov", and the
// year where it is not today's; both years where they differ, as "1 Jan 2016 –
// 5 Jan" would be read as five days.
func (v *Voice) Span(first, last, today app.Day) string {
	if first == last {
		return v.date("date.day", first, today)
	}
	y, m, day := first.Date()
	ly, lm, _ := last.Date()
	if y == ly && m == lm {
		return v.Say("review.span.month", app.Args{"From": day, "To": v.date("date.day", last, today)})
	}
	if y != ly {
		today = 0
	}
	return v.Say("review.span", app.Args{"From": v.date("date.day", first, today), "To": v.date("date.day", last, today)})
}
