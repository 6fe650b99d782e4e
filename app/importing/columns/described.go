package columns

import (
	"slices"

	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/values"
)

// Column is what a column of a table was taken for.
type Column struct {
	Name  string
	Field fields.Field // empty: not used
	Order values.Order // of a day's numbers
	Point values.Point // before an amount's decimals

	Remembered bool // a person said so when such a table was imported before
}

// Described is what the columns were taken for.
func (c Columns) Described() []Column {
	var all []Column
	for i, name := range c.Names {
		column := Column{Name: name}
		for _, f := range fields.All() {
			if c.Of(f) != i {
				continue
			}
			column.Field, column.Point, column.Remembered = f, c.Point[f], slices.Contains(c.remembered, f)
			if f == fields.Day || f == fields.Said || f == fields.Taken {
				column.Order = c.Order
			}
		}
		all = append(all, column)
	}
	return all
}

// Used are the columns of which something is made: those of fields, and those that
// say something of a row that is no field of its own.
func (c Columns) Used() map[int]bool {
	used := make(map[int]bool)
	add := func(columns ...int) {
		for _, i := range columns {
			used[i] = true
		}
	}
	add(c.Sort, c.sent, c.MoneyBack, c.Cancelled, c.Percent, c.Discount, c.credit, c.flags.paid, c.flags.back, c.zones.column, c.Restated, c.CountBack, c.Change, c.Due, c.Variant, c.Tax)
	add(c.Items...)
	add(c.spare...)
	add(c.Statuses...)
	for _, at := range c.at {
		add(at)
	}
	for _, also := range c.also {
		add(also...)
	}
	for _, place := range c.places {
		for _, i := range place {
			add(i)
		}
	}
	if o := c.Own; o != nil {
		add(o.record, o.customer, o.Source, o.Praise, o.Quote, o.Words, o.Where, o.As)
	}
	return used
}

// claimed are the columns that no guess by what is in them is about: those that are
// used, and those that may be once the whole table was looked through.
func (c Columns) claimed() map[int]bool {
	claimed := c.Used()
	claimed[c.Bare], claimed[c.Named] = true, true
	return claimed
}
