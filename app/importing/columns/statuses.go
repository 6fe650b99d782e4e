package columns

import (
	"slices"

	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/written"
)

// Outcome tells what became of an order by its status: by the words of the program
// that wrote it, where these have a meaning of their own, and else by all words
// known.
func (c *Columns) Outcome(status string) written.Outcome {
	p, means := c.program, written.OutcomeOf(status)
	if p != nil && p.Refunds && means == written.Returned {
		return written.Sold
	}
	if p == nil {
		return means
	}
	switch plain := written.Plain(status); {
	case slices.Contains(p.Undone, plain) && means != written.Cancelled:
		return written.Failed
	case slices.Contains(p.Returned, plain):
		return written.Returned
	}
	return means
}

// findStatuses finds the columns of what became of an order. One that was taken
// for a part of an address may be another: Estado is both.
func (c *Columns) findStatuses(plain []string, taken map[int]bool) {
	names := fields.Statuses()
	if c.program != nil && c.program.Status != "" {
		names = []string{c.program.Status}
	}
	if at, said := c.at[fields.Status]; said {
		c.Statuses = append(c.Statuses, at)
	}
	for i, name := range plain {
		if slices.Contains(c.Statuses, i) || c.said[i] || name == "" || !slices.Contains(names, name) {
			continue
		}
		c.Statuses = append(c.Statuses, i)
		if taken[i] {
			continue
		}
		taken[i] = true
		if _, found := c.at[fields.Status]; !found {
			c.at[fields.Status] = i
		} else {
			c.also[fields.Status] = append(c.also[fields.Status], i)
		}
	}
}

// IsStatus tells whether the column has the words of a status, and not a yes or a no.
func (c Columns) IsStatus(column int) bool {
	return c.Of(fields.Status) == column || slices.Contains(c.also[fields.Status], column)
}
