package columns

import (
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/programs"
	"ringback.app/app/importing/written"
)

// findSort finds the column of the sort of a row, where the program that wrote the
// table is not known to have another way to say it.
func (c *Columns) findSort(plain []string, taken map[int]bool) {
	if c.Sort >= 0 || c.program != nil && c.program.Name == programs.Ours {
		return
	}
	for i, name := range plain {
		if !fields.IsSort(name) || taken[i] {
			continue
		}
		if c.Sort < 0 || fields.MaySortGoods(plain[c.Sort]) && !fields.MaySortGoods(name) {
			c.Sort = i
		}
	}
}

// SortsPapers tells whether there is a column of the sort of a row, of which nothing
// is known but the words in it.
func (c Columns) SortsPapers() bool {
	return c.Sort >= 0 && c.Own == nil && (c.program == nil || c.program.Sort == "" || c.program.Papers)
}

// SortsReceipts tells whether the column is plainly of the sort of receipt.
func (c Columns) SortsReceipts() bool {
	if c.program != nil && c.program.Sort != "" {
		return c.Sort >= 0 && c.program.Whole == ""
	}
	return c.Sort >= 0 && !fields.MaySortGoods(written.Plain(c.Names[c.Sort]))
}
