package importing

import (
	"ringback.app/app"
	"ringback.app/app/importing/tables"
)

// dayColumns are the columns of a table in which there is nothing but dates,
// whatever they are of: a table is written by one program, so that one tells of
// another which number is the day.
type dayColumns struct {
	orders map[int]*tables.Orders // nil: the column has something else, too
}

// see takes a row into account.
func (d *dayColumns) see(row tables.Row) {
	if d.orders == nil {
		d.orders = make(map[int]*tables.Orders)
	}
	for i := range row.Cells {
		orders, seen := d.orders[i]
		if seen && orders == nil {
			continue
		}
		text := row.Cell(i)
		switch {
		case text == "":
		case !tables.IsNumbered(text):
			d.orders[i] = nil
		default:
			if orders == nil {
				orders = new(tables.Orders)
				d.orders[i] = orders
			}
			orders.See(text)
		}
	}
}

// instead returns what the columns say where one of them does not say it: the
// order as it is, but for AskOrder.
func (d *dayColumns) instead(order tables.Order) tables.Order {
	if order != tables.AskOrder {
		return order
	}
	dayFirst, monthFirst := false, false
	for _, orders := range d.orders {
		if orders == nil {
			continue
		}
		switch orders.Order() {
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
		return invalid("error.import.days-mixed", args)
	case tables.AskOrder:
		args["Example"] = orders.Example
		if field == FieldDay {
			return invalid("error.import.day-order", args)
		}
		return invalid("error.import.said-order", args)
	}
	return nil
}
