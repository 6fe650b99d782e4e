package exporting

import (
	"strings"

	"ringback.app/app"
	"ringback.app/app/when"
)

// The periods, by the key of their choice.
const (
	periodAll       = "all"
	periodThisMonth = "this-month"
	periodLastMonth = "last-month"
	periodWeek      = "week"
	periodDays      = "days" // typed
)

func periods() []string {
	return []string{periodAll, periodThisMonth, periodLastMonth, periodWeek, periodDays}
}

// daysOf returns the first and the last day of a period that is not typed; zero
// days where it has no end.
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
	}
	return 0, 0
}

// readDay reads a day that somebody types, and says how it was read or what is
// wrong with it.
func (p *Page) readDay(text string) (day app.Day, understood, problem string) {
	m, err := when.Parse(text, when.Options{
		Clock: p.Clock, Zone: p.zone, Words: p.Words, Order: p.Order, Lean: when.Behind,
	})
	switch {
	case err != nil:
		return 0, "", p.say.Error(err)
	case m.Timed:
		return 0, "", p.say.Say("take.day.hour", app.Args{"Text": strings.TrimSpace(text)})
	}
	return m.Day, p.say.DayLong(m.Day, p.today()), ""
}

func (p *Page) today() app.Day { return app.DayOf(p.Clock().In(p.zone)) }
