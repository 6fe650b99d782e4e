package importing

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// opinionSurvey is what the first reading finds out about the columns.
type opinionSurvey struct {
	said, taken  tables.Orders
	score, stars givenCells
	bare         bareCells // of the column that may hold the customer's number or name
}

// givenCells counts the numbers of a column of ratings, as far as they are on
// either scale: what is on none is a slip and speaks for none.
type givenCells struct {
	all    int
	beyond int // 0, or more than there are stars
}

func (g *givenCells) see(cell string) {
	n, ok := written.WholeNumber(cell)
	if !ok || n < 0 || n > app.MaxScore {
		return
	}
	g.all++
	if n == 0 || n > app.MaxStars {
		g.beyond++
	}
}

// toTen tells whether the column goes to ten: half of the numbers can be nothing
// else. A single one among many is a slip.
func (g givenCells) toTen() bool { return g.beyond > 0 && 2*g.beyond >= g.all }

// look takes a row into account for how its columns are written.
func (h *hearing) look(row tables.Row) error {
	s := &h.survey
	s.said.See(written.Unquoted(row.Cell(h.columns.of(FieldSaid))))
	s.taken.See(written.Unquoted(row.Cell(h.columns.of(FieldTaken))))
	s.score.see(row.Cell(h.columns.of(FieldScore)))
	s.stars.see(row.Cell(h.columns.of(FieldStars)))
	s.bare.see(row.Cell(h.columns.bare))
	return nil
}

// decide settles on which scale the scores are and in which order the days. It
// returns an Error with CodeInvalid where that can be read in two ways and nobody
// has said which.
func (h *hearing) decide() error {
	c, s := &h.columns, h.survey
	c.decideBare(s.bare)
	for _, days := range []struct {
		field  Field
		orders tables.Orders
	}{{FieldSaid, s.said}, {FieldTaken, s.taken}} {
		order := h.f.days.instead(days.orders.Order())
		if !c.has(days.field) || c.order != tables.AnyOrder {
			continue
		}
		if err := h.f.unsettled(order, days.orders, c.name(days.field), days.field); err != nil {
			return err
		}
		c.order = order
	}
	if err := h.scale(); err != nil {
		return err
	}
	h.own.serve(h.f)
	if c.preset != nil {
		h.f.about.Program = c.preset.name
	}
	for i, name := range c.names {
		column := Column{Name: name}
		for _, f := range Fields() {
			if c.of(f) == i {
				column.Field, column.Remembered = f, slices.Contains(c.remembered, f)
				if f == FieldSaid || f == FieldTaken {
					column.Order = c.order
				}
			}
		}
		h.f.about.Columns = append(h.f.about.Columns, column)
	}
	return nil
}

// scale settles on which scale the ratings are, as decide does.
func (h *hearing) scale() error {
	c, s := &h.columns, h.survey
	if c.preset != nil {
		return nil
	}
	ask := func(at int, given givenCells) error {
		return app.Invalid("error.import.scale", app.Args{
			"File": h.f.title(), "Column": c.names[at], "Names": c.names, "Few": given.all - given.beyond, "All": given.all,
		})
	}
	if at := c.of(FieldStars); at >= 0 && s.stars.beyond > 0 && !c.has(FieldScore) && !c.said[at] && !slices.Contains(starColumns, written.Plain(c.names[at])) {
		if !s.stars.toTen() {
			return ask(at, s.stars)
		}
		c.at[FieldScore] = at // a rating that goes to ten
		delete(c.at, FieldStars)
		return nil
	}
	if at := c.of(FieldScore); at >= 0 && s.score.all > 0 && !s.score.toTen() && !c.said[at] && !strings.Contains(written.Plain(c.names[at]), "nps") {
		return ask(at, s.score)
	}
	return nil
}
