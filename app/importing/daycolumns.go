package importing

import (
	"slices"

	"ringback.app/app"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// dayColumns are the columns of a table in which there is nothing but dates,
// whatever they are of: a table is written by one program, so that one tells of
// another which number is the day.
type dayColumns struct {
	orders []tables.Orders // of each column
	days   []int           // the columns in which nothing else was seen yet
}

// see takes a row into account.
func (d *dayColumns) see(row tables.Row) {
	for i := len(d.orders); i < len(row.Cells); i++ {
		d.orders, d.days = append(d.orders, tables.Orders{}), append(d.days, i)
	}
	d.days = slices.DeleteFunc(d.days, func(i int) bool {
		text := written.Unquoted(row.Cell(i))
		if text == "" {
			return false
		}
		d.orders[i].See(text)
		return !tables.IsNumbered(text)
	})
}

// instead returns what the columns say where one of them does not say it: the
// order as it is, but for AskOrder.
func (d *dayColumns) instead(order tables.Order) tables.Order {
	if order != tables.AskOrder {
		return order
	}
	dayFirst, monthFirst := false, false
	for _, i := range d.days {
		switch d.orders[i].Order() {
		case tables.DayMonth:
			dayFirst = true
		case tables.MonthDay:
			monthFirst = true
		case tables.OrderMixed:
			return order
		}
	}
	switch {
	case dayFirst && !monthFirst:
		return tables.DayMonth
	case monthFirst && !dayFirst:
		return tables.MonthDay
	}
	return order
}

// unsettled is the error of a column of days of which nobody can tell the order,
// or whose rows contradict each other; nil if the order is settled.
func (f *file) unsettled(order tables.Order, orders tables.Orders, column string, field Field) error {
	args := app.Args{"File": f.title(), "Column": column, "Field": string(field)}
	switch order {
	case tables.OrderMixed:
		args["DayFirst"], args["MonthFirst"] = orders.DayFirst, orders.MonthFirst
		return app.Invalid("error.import.days-mixed", args)
	case tables.AskOrder:
		args["Example"] = orders.Example
		if field == FieldDay {
			return app.Invalid("error.import.day-order", args)
		}
		return app.Invalid("error.import.said-order", args)
	}
	return nil
}
