package opinions

import (
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/values"
	"ringback.app/app/importing/written"
)

// survey is what the first reading finds out about the columns.
type survey struct {
	said, taken  values.Orders
	score, stars columns.Ratings
	bare         columns.Codes // of the column that may hold the customer's number or name
}

// Look takes a row into account for how its columns are written.
func (h *Table) Look(row tables.Row) error {
	s := &h.survey
	s.said.See(written.Unquoted(row.Cell(h.Columns.Of(fields.Said))))
	s.taken.See(written.Unquoted(row.Cell(h.Columns.Of(fields.Taken))))
	h.Columns.SeeHour(row, fields.Said)
	h.Columns.SeeHour(row, fields.Taken)
	s.score.See(row.Cell(h.Columns.Of(fields.Score)))
	s.stars.See(row.Cell(h.Columns.Of(fields.Stars)))
	s.bare.See(row.Cell(h.Columns.Bare))
	h.look(row)
	return nil
}

// Decide settles on which scale the scores are and in which order the days. It
// returns an Error with CodeInvalid where that can be read in two ways and nobody
// has said which.
func (h *Table) Decide(days columns.Days) error {
	c, s := &h.Columns, h.survey
	c.DecideBare(s.bare)
	if err := c.DecideDays(h.table, days, s.said, s.taken); err != nil {
		return err
	}
	return c.DecideScale(h.table, s.score, s.stars)
}
