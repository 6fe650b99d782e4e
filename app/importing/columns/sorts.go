package columns

import (
	"slices"

	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/written"
)

// findSort finds the column of the sort of a row, where the program that wrote the
// table is not known to have another way to say it.
func (c *Columns) findSort(plain []string, taken map[int]bool) {
	if c.Sort >= 0 || c.preset != nil && c.preset.name == Ours {
		return
	}
	c.Sort = slices.IndexFunc(plain, fields.IsSort)
	if taken[c.Sort] {
		c.Sort = -1
	}
}

// SortsReceipts tells whether the column is plainly of the sort of receipt.
func (c Columns) SortsReceipts() bool {
	if c.preset != nil && c.preset.sort != "" {
		return c.Sort >= 0 && c.preset.whole == ""
	}
	return c.Sort >= 0 && !fields.MaySortGoods(written.Plain(c.Names[c.Sort]))
}
