package columns

import (
	"ringback.app/app/importing/fields"
)

// findWishes finds the columns of a table of purchases by which it says whether
// somebody may be called.
func (c *Columns) findWishes(plain []string, taken map[int]bool) {
	for i, name := range plain {
		if part := fields.OfWishes(name); part != fields.None && !taken[i] {
			c.find(part, []string{name}, plain, taken)
		}
	}
}

// Wishes tells whether a column says who may be called.
func (c Columns) Wishes() bool { return c.Has(fields.DoNotCall, fields.MayCall) }
