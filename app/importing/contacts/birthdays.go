package contacts

import (
	"time"

	"ringback.app/app"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// birthday reads a birthday as a table of contacts has it; "" if it is none. A
// year of two digits is one that has been.
func (b *Table) birthday(text string, now time.Time) string {
	if day := written.Birthday(text); day != "" {
		return day
	}
	whole := written.WithYear(text)
	day, _, err := tables.ParseDay(whole, b.order)
	if err != nil {
		return ""
	}
	if whole != text {
		_, month, date := day.Date()
		return written.BirthdayOf(0, int(month), date)
	}
	if year, month, date := day.Date(); year > now.Year() {
		day = app.NewDay(year-100, month, date)
	}
	return day.String()
}
