package importing

import (
	"context"
	"slices"
	"time"

	"ringback.app/app"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// survey finds out how the birthdays of a table of contacts are written. It
// returns an Error with CodeInvalid where that can be read in two ways and nobody
// has said which.
func (b *addressBook) survey(ctx context.Context, r *reading, f *file) error {
	at := slices.IndexFunc(b.columns, func(c contactColumn) bool { return c.part == FieldBirthday })
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
		if text := written.Text(row.Cell(at)); !written.SaysNothing(text) && written.Birthday(text) == "" {
			whole := written.WithYear(text)
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

// birthday reads a birthday as a table of contacts has it; "" if it is none. A
// year of two digits is one that has been.
func (b *addressBook) birthday(text string, now time.Time) string {
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
