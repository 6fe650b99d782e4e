package columns

import (
	"slices"

	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// flags are the columns of yes and no of a table.
type flags struct {
	means map[int]written.Outcome
	paid  int // -1: none
	back  int // a yes says that the row gives something back; -1: none
}

// findFlags finds the columns that say by yes and no what became of a purchase.
func (c *Columns) findFlags(t Table) {
	if c.program != nil {
		return
	}
	claimed := c.claimed()
	for i, name := range c.Names {
		if says, sure := fields.SaysReturn(written.Plain(name)); says && !claimed[i] && !t.isSaid(i) && areFlags(t.column(i), sure) {
			c.flags.back = i
			continue
		}
		means, is := fields.Flag(written.Plain(name))
		cells, status := t.column(i), c.Of(fields.Status) == i
		if !is || (claimed[i] || t.isSaid(i)) && !status || !written.All(cells, written.IsYesOrNo) {
			continue
		}
		if means == written.Sold {
			c.flags.paid = i
			continue
		}
		if c.flags.means == nil {
			c.flags.means = make(map[int]written.Outcome)
		}
		c.flags.means[i] = means
		if !slices.Contains(c.Statuses, i) {
			c.Statuses = append(c.Statuses, i)
		}
	}
}

// areFlags tells whether cells say yes and no; also by figures, where nothing else can be
// meant.
func areFlags(cells []string, byFigures bool) bool {
	return len(cells) > 0 && written.All(cells, func(cell string) bool {
		return written.IsYesOrNo(cell) || byFigures && (cell == "0" || cell == "1")
	})
}

// IsReturn tells whether a yes in the row says that it gives something back.
func (c Columns) IsReturn(row tables.Row) bool {
	return c.flags.back >= 0 && written.IsYes(row.Cell(c.flags.back))
}

// Flag is what a row's cell of such a column means.
func (c Columns) Flag(column int, text string) (written.Outcome, bool) {
	means, is := c.flags.means[column]
	if !is || !written.IsYesOrNo(text) {
		return written.Sold, false
	}
	if !written.IsYes(text) {
		means = written.Sold
	}
	return means, true
}

// Unpaid is what a row says of that it is not paid yet; "" if it does not.
func (c Columns) Unpaid(row tables.Row) string {
	if i := c.flags.paid; i >= 0 {
		if text := row.Cell(i); written.IsYesOrNo(text) && !written.IsYes(text) {
			return c.Names[i] + ": " + text
		}
	}
	return ""
}
