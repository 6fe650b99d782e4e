package importing

import (
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// opinionSurvey is what the first reading finds out about the columns.
type opinionSurvey struct {
	said, taken  tables.Orders
	score, stars columns.Ratings
	bare         columns.Codes // of the column that may hold the customer's number or name
}

// look takes a row into account for how its columns are written.
func (h *hearing) look(row tables.Row) error {
	s := &h.survey
	s.said.See(written.Unquoted(row.Cell(h.columns.Of(columns.FieldSaid))))
	s.taken.See(written.Unquoted(row.Cell(h.columns.Of(columns.FieldTaken))))
	s.score.See(row.Cell(h.columns.Of(columns.FieldScore)))
	s.stars.See(row.Cell(h.columns.Of(columns.FieldStars)))
	s.bare.See(row.Cell(h.columns.Bare))
	return nil
}

// decide settles on which scale the scores are and in which order the days. It
// returns an Error with CodeInvalid where that can be read in two ways and nobody
// has said which.
func (h *hearing) decide() error {
	c, s := &h.columns, h.survey
	c.DecideBare(s.bare)
	if err := c.DecideDays(h.f.Table, h.f.days, s.said, s.taken); err != nil {
		return err
	}
	return c.DecideScale(h.f.Table, s.score, s.stars)
}
