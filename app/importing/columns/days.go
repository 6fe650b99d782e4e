package columns

import (
	"slices"

	"ringback.app/app"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/values"
	"ringback.app/app/importing/written"
)

// Days are the columns of a table in which there is nothing but dates,
// whatever they are of: a table is written by one program, so that one tells of
// another which number is the day.
type Days struct {
	orders []values.Orders // of each column
	days   []int           // the columns in which nothing else was seen yet
}

// See takes a row into account.
func (d *Days) See(row tables.Row) {
	for i := len(d.orders); i < len(row.Cells); i++ {
		d.orders, d.days = append(d.orders, values.Orders{}), append(d.days, i)
	}
	d.days = slices.DeleteFunc(d.days, func(i int) bool {
		text := written.Unquoted(row.Cell(i))
		if text == "" {
			return false
		}
		d.orders[i].See(text)
		return !values.IsNumbered(text)
	})
}

// Instead returns what the columns say where one of them does not say it: the
// order as it is, but for AskOrder.
func (d *Days) Instead(order values.Order) values.Order {
	if order != values.AskOrder {
		return order
	}
	dayFirst, monthFirst := false, false
	for _, i := range d.days {
		switch d.orders[i].Order() {
		case values.DayMonth:
			dayFirst = true
		case values.MonthDay:
			monthFirst = true
		case values.OrderMixed:
			return order
		}
	}
	switch {
	case dayFirst && !monthFirst:
		return values.DayMonth
	case monthFirst && !dayFirst:
		return values.MonthDay
	}
	return order
}

// Unsettled is the error of a column of days of which nobody can tell the order,
// or whose rows contradict each other; nil if the order is settled.
func (t Table) Unsettled(order values.Order, orders values.Orders, column string, field fields.Field) error {
	args := app.Args{"File": t.Title, "Column": column, "Field": string(field)}
	switch order {
	case values.OrderMixed:
		args["DayFirst"], args["MonthFirst"] = orders.DayFirst, orders.MonthFirst
		return app.Invalid("error.import.days-mixed", args)
	case values.AskYear:
		args["Example"] = orders.YearEither
		return app.Invalid("error.import.year-order", args)
	case values.AskOrder:
		args["Example"] = orders.Example
		if field == fields.Day {
			return app.Invalid("error.import.day-order", args)
		}
		return app.Invalid("error.import.said-order", args)
	}
	return nil
}

// DecideDay settles in which order the days of purchases are written.
func (c *Columns) DecideDay(t Table, days Days, orders values.Orders) error {
	order := orders.Order()
	asYear := c.Order == values.YearFirst && orders.MayBeYearFirst()
	if slices.Contains(c.remembered, fields.Day) && order.IsOne() && !asYear {
		c.Order = order // what this table says goes before what one like it was said to mean
	}
	if c.Order != values.AnyOrder {
		return nil
	}
	order = days.Instead(order)
	if (order == values.AskOrder || order == values.AskYear) && c.program != nil && c.program.Order != values.AnyOrder {
		order = c.program.Order
	}
	if err := t.Unsettled(order, orders, c.Name(fields.Day), fields.Day); err != nil {
		return err
	}
	c.Order = order
	return nil
}

// DecideDays settles in which order the days are written of what was said and heard.
func (c *Columns) DecideDays(t Table, days Days, said, taken values.Orders) error {
	for _, one := range []struct {
		field  fields.Field
		orders values.Orders
	}{{fields.Said, said}, {fields.Taken, taken}} {
		order := days.Instead(one.orders.Order())
		if !c.Has(one.field) || c.Order != values.AnyOrder {
			continue
		}
		if err := t.Unsettled(order, one.orders, c.Name(one.field), one.field); err != nil {
			return err
		}
		c.Order = order
	}
	return nil
}
