package columns

import (
	"ringback.app/app"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
)

// DecidePoints settles what stands before the decimals of each column of amounts. A
// table is written by one program: what one column says holds for those that do not
// say.
func (c *Columns) DecidePoints(t Table, points map[fields.Field]*tables.Points) error {
	said := saidPoint(points)
	for _, f := range fields.Numbers() {
		if c.Point[f] != tables.NoPoint || !c.Has(f) {
			continue
		}
		point := points[f].Point()
		if point == tables.Undecided && (said == tables.Dot || said == tables.Comma) {
			point = said
		}
		if point == tables.Undecided && c.Own != nil {
			point = tables.Dot // which is how we write it
		}
		if point == tables.Undecided || point == tables.Mixed && points[f].Example != "" {
			return app.Invalid("error.import.point", app.Args{
				"File": t.Title, "Column": c.Name(f), "Field": string(f), "Example": points[f].Example,
			})
		}
		c.Point[f] = point
	}
	return nil
}

// saidPoint is what those of the columns say that do.
func saidPoint(points map[fields.Field]*tables.Points) tables.Point {
	said := tables.NoPoint
	for _, f := range fields.Numbers() {
		switch p := points[f].Point(); {
		case p != tables.Dot && p != tables.Comma:
		case said == tables.NoPoint:
			said = p
		case said != p:
			said = tables.Mixed
		}
	}
	return said
}
