package exporting

import (
	"ringback.app/app"
	"ringback.app/app/exporting"
	"ringback.app/app/when"
)

// The periods, by the key of their choice.
const (
	periodAll       = "all"
	periodThisMonth = "this-month"
	periodLastMonth = "last-month"
	periodWeek      = "week"
	periodToday     = "today"
	periodNextWeek  = "next-week"
	periodDays      = "days" // typed
)

// past are the periods of what has happened, ahead those of what is planned.
func past() []string {
	return []string{periodAll, periodThisMonth, periodLastMonth, periodWeek, periodDays}
}

func ahead() []string { return []string{periodAll, periodToday, periodNextWeek, periodDays} }

// daysOf returns the first and the last day of a period that is not typed; zero
// days where it has no end. What is overdue belongs to the periods ahead.
func daysOf(period string, today app.Day) (from, to app.Day) {
	year, month, _ := today.Date()
	first := app.NewDay(year, month, 1)
	switch period {
	case periodThisMonth:
		return first, today
	case periodLastMonth:
		return first.AddMonths(-1), first - 1
	case periodWeek:
		return today - 6, today
	case periodToday:
		return 0, today
	case periodNextWeek:
		return 0, today + 7
	}
	return 0, 0
}

// readDay reads a day that somebody types, and says how it was read or what is
// wrong with it. Since is the day on which its period begins, 0 for none.
func (p *Page) readDay(text string, since app.Day) (day app.Day, understood, problem string) {
	lean := when.Behind
	if p.form.what.key == exporting.Planned {
		lean = when.Ahead
	}
	day, err := when.ParseDay(text, when.Options{Clock: p.Clock, Zone: p.zone, Words: p.Words, Order: p.Order, Lean: lean, Since: since})
	if err != nil {
		return 0, "", p.say.Error(err)
	}
	return day, p.say.DayLong(day, p.today()), ""
}

func (p *Page) today() app.Day { return app.DayOf(p.Clock().In(p.zone)) }
