package importing

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
	"ringback.app/app/texts"
)

// survey is what the first reading of a table finds out about its columns.
type survey struct {
	orders    tables.Orders
	points    map[Field]*tables.Points
	plain     bool      // a receipt's number is nothing but digits
	cancelled bool      // a receipt's number is digits after a C
	names     int       // cells of the name column
	called    bareCells // the same, of the rows that count
	bare      bareCells // of the column that may hold the customer's number or name
	unclear   unclear
}

// numbers are the fields that hold amounts.
var numbers = []Field{FieldQuantity, FieldPrice, FieldAmount, FieldTotal}

// look takes a row into account for how its columns are written.
func (b *bookkeeping) look(row tables.Row) error {
	if b.isSum(row) {
		return nil
	}
	b.survey.orders.See(b.raw(row, FieldDay))
	for _, f := range numbers {
		text := b.raw(row, f)
		if number, _, _ := strings.Cut(text, " "); b.f.sheet != nil && written.IsPlain(number) {
			text = "0.5" // a workbook's own numbers are not written one way or the other
		}
		b.survey.points[f].See(text)
	}
	b.lookCurrency(row)
	votes := b.votes(row)
	if votes {
		b.survey.bare.see(row.Cell(b.columns.bare))
	}
	if b.gathering != nil {
		b.gather(row)
	}
	number := texts.ShopNumber(row.Cell(b.columns.of(FieldReceipt)))
	b.survey.plain = b.survey.plain || written.IsDigits(number)
	b.survey.cancelled = b.survey.cancelled || cancels(number)
	if name := row.Cell(b.columns.of(FieldName)); name != "" && !written.IsPlaceholder(name) {
		b.survey.names++
		if votes {
			b.survey.called.see(name)
		}
	}
	return nil
}

// decide settles how each column is to be read. It returns an Error with
// CodeInvalid where a column can be read in two ways and nobody has said which.
func (b *bookkeeping) decide() error {
	c := &b.columns
	if err := b.decideCustomer(); err != nil {
		return err
	}
	if order := b.survey.orders.Order(); slices.Contains(c.remembered, FieldDay) && (order == tables.DayMonth || order == tables.MonthDay) {
		c.order = order // what this table says goes before what one like it was said to mean
	}
	if c.order == tables.AnyOrder {
		order := b.f.days.instead(b.survey.orders.Order())
		if order == tables.AskOrder && c.preset != nil && c.preset.order != tables.AnyOrder {
			order = c.preset.order
		}
		if err := b.f.unsettled(order, b.survey.orders, c.name(FieldDay), FieldDay); err != nil {
			return err
		}
		c.order = order
	}
	// A table is written by one program: what one column says holds for those
	// that do not say.
	said := tables.NoPoint
	for _, f := range numbers {
		if p := b.survey.points[f].Point(); p == tables.Dot || p == tables.Comma {
			if said == tables.NoPoint {
				said = p
			} else if said != p {
				said = tables.Mixed
			}
		}
	}
	for _, f := range numbers {
		if c.point[f] != tables.NoPoint || !c.has(f) {
			continue
		}
		point := b.survey.points[f].Point()
		if point == tables.Undecided && (said == tables.Dot || said == tables.Comma) {
			point = said
		}
		if point == tables.Undecided && b.own != nil {
			point = tables.Dot // which is how we write it
		}
		if point == tables.Undecided || point == tables.Mixed && b.survey.points[f].Example != "" {
			return app.Invalid("error.import.point", app.Args{
				"File": b.f.title(), "Column": c.name(f), "Field": string(f), "Example": b.survey.points[f].Example,
			})
		}
		c.point[f] = point
	}
	if err := b.decideCurrency(); err != nil {
		return err
	}
	b.describe()
	return nil
}

// describe puts what the columns were taken for on the preview.
func (b *bookkeeping) describe() {
	if b.columns.preset != nil {
		b.f.about.Program = b.columns.preset.name
	}
	b.f.serve(b.columns)
	b.own.serve(b.f)
	for i, name := range b.columns.names {
		column := Column{Name: name}
		for _, f := range Fields() {
			if b.columns.of(f) == i {
				column.Field, column.Point = f, b.columns.point[f]
				column.Remembered = slices.Contains(b.columns.remembered, f)
				if f == FieldDay {
					column.Order = b.columns.order
				}
			}
		}
		b.f.about.Columns = append(b.f.about.Columns, column)
	}
}
