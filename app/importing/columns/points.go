package columns

import (
	"cmp"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/values"
)

// DecidePoints settles what stands before the decimals of each column of amounts. A
// table is written by one program: what one column says holds for those that do not
// say.
func (c *Columns) DecidePoints(t Table, points map[fields.Field]*values.Points) error {
	said := saidPoint(points)
	for _, f := range fields.Numbers() {
		if c.Point[f] != values.NoPoint || !c.Has(f) {
			continue
		}
		point := cmp.Or(points[f].Proved(), points[f].Point())
		// So many by the thousand, all of them, are rather as many with their decimals.
		byThousands := f == fields.Quantity && points[f].AllEither() && strings.IndexByte(points[f].Example, byte(said)) < 0
		if point == values.Undecided && !byThousands && (said == values.Dot || said == values.Comma) {
			point = said
		}
		if point == values.Undecided && c.Own != nil {
			point = values.Dot // which is how we write it
		}
		if point == values.Undecided || point == values.Mixed && points[f].Example != "" {
			return app.Invalid("error.import.point", app.Args{
				"File": t.Title, "Column": c.Name(f), "Field": string(f), "Example": points[f].Example,
			})
		}
		c.Point[f] = point
	}
	return nil
}

// saidPoint is what those of the columns say that do.
func saidPoint(points map[fields.Field]*values.Points) values.Point {
	said := values.NoPoint
	for _, f := range fields.Numbers() {
		switch p := points[f].Point(); {
		case p != values.Dot && p != values.Comma:
		case said == values.NoPoint:
			said = p
		case said != p:
			said = values.Mixed
		}
	}
	return said
}
