package importing

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/app/importing/tables"
)

// survey finds out how the birthdays of a table of contacts are written. It
// returns an Error with CodeInvalid where that can be read in two ways and nobody
// has said which.
func (b *addressBook) survey(ctx context.Context, r *reading, f *file) error {
	at := slices.IndexFunc(b.columns, func(c contactColumn) bool { return c.part == partBirthday })
	if at < 0 || b.own != nil {
		return nil
	}
	for _, m := range f.maps {
		if m.Field == FieldBirthday && m.Order != tables.AnyOrder {
			b.order = m.Order
			return nil
		}
	}
	var orders tables.Orders
	see := func(row tables.Row) error {
		if text := cellText(row.Cell(at)); !saysNothing(text) && wholeBirthday(text) == "" {
			whole := withYear(text)
			if orders.See(whole); orders.Example == whole {
				orders.Example = text
			}
		}
		return nil
	}
	if err := r.table(ctx, f, func(tables.Row) error { return nil }, see); err != nil {
		return err
	}
	b.order = f.days.instead(orders.Order())
	return f.unsettled(b.order, orders, f.header[at], FieldBirthday)
}

// yearless is a birthday of which the year is not said: 03/14, as Mailchimp writes
// it, or 14.3.
var yearless = regexp.MustCompile(`^\d{1,2}([./-])\d{1,2}[./-]?$`)

// withYear gives such a birthday a leap year, by which it is read like others.
func withYear(text string) string {
	m := yearless.FindStringSubmatch(text)
	if m == nil {
		return text
	}
	return strings.TrimSuffix(text, m[1]) + m[1] + "2000"
}

// birthday reads a birthday as a table of contacts has it; "" if it is none. A
// year of two digits is one that has been.
func (b *addressBook) birthday(text string, now time.Time) string {
	if day := wholeBirthday(text); day != "" {
		return day
	}
	whole := withYear(text)
	day, _, err := tables.ParseDay(whole, b.order)
	if err != nil {
		return ""
	}
	if whole != text {
		_, month, date := day.Date()
		return birthday(0, int(month), date)
	}
	if year, month, date := day.Date(); year > now.Year() {
		day = app.NewDay(year-100, month, date)
	}
	return day.String()
}
