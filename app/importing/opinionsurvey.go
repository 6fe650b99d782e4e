package importing

import (
	"slices"
	"strconv"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/tables"
)

// opinionSurvey is what the first reading finds out about the columns.
type opinionSurvey struct {
	said, taken tables.Orders
	scored      int  // cells of the score
	beyond      bool // one is 0, or more than there are stars
	starred     bool // one of the stars is more than that
}

// look takes a row into account for how its columns are written.
func (h *hearing) look(row tables.Row) error {
	s := &h.survey
	s.said.See(row.Cell(h.columns.of(FieldSaid)))
	s.taken.See(row.Cell(h.columns.of(FieldTaken)))
	if n, ok := wholeNumber(row.Cell(h.columns.of(FieldScore))); ok {
		s.scored++
		s.beyond = s.beyond || n == 0 || n > app.MaxStars
	}
	if n, ok := wholeNumber(row.Cell(h.columns.of(FieldStars))); ok {
		s.starred = s.starred || n == 0 || n > app.MaxStars
	}
	return nil
}

// decide settles on which scale the scores are and in which order the days. It
// returns an Error with CodeInvalid where that can be read in two ways and nobody
// has said which.
func (h *hearing) decide() error {
	c, s := &h.columns, h.survey
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
	if at := c.of(FieldStars); at >= 0 && s.starred && !c.said[at] && !c.has(FieldScore) {
		c.at[FieldScore] = at // a rating that goes to ten
		delete(c.at, FieldStars)
	}
	if at := c.of(FieldScore); at >= 0 && c.preset == nil && s.scored > 0 && !s.beyond && !c.said[at] && !strings.Contains(plainName(c.names[at]), "nps") {
		return invalid("error.import.scale", app.Args{"File": h.f.title(), "Column": c.names[at], "Names": c.names})
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

// wholeNumber reads 5, and 5.0 as programs write it that keep all numbers so.
func wholeNumber(text string) (int, bool) {
	text = strings.TrimSpace(text)
	for _, zeros := range []string{".0", ",0", ".00", ",00"} {
		text = strings.TrimSuffix(text, zeros)
	}
	n, err := strconv.Atoi(text)
	return n, err == nil
}
