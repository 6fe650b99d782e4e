package contacts

import (
	"strconv"
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/app/importing/values"
	"ringback.app/app/importing/written"
)

// birthday reads a birthday as a table of contacts has it; "" if it is none, as a day
// ahead is none. A year of two digits is one that has been.
func (b *Table) birthday(text string, now time.Time) string {
	today := app.DayOf(now)
	if day := written.Birthday(text); day != "" {
		if day > today.String() { // --MM-DD sorts before all years
			return ""
		}
		return day
	}
	whole := written.WithYear(text)
	day, _, err := values.ParseDay(whole, b.order)
	if err != nil {
		return ""
	}
	if whole != text {
		_, month, date := day.Date()
		return written.BirthdayOf(0, int(month), date)
	}
	if day > today {
		year, month, date := day.Date()
		if strings.Contains(text, strconv.Itoa(year)) {
			return ""
		}
		day = app.NewDay(year-100, month, date)
	}
	return day.String()
}
