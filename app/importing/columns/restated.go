package columns

import (
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/values"
)

// findRestated finds a column that nothing else is made of and that says an amount of
// its row once more, as people read it: £50.00 beside 50. It names the currency that the
// amount leaves out.
func (c *Columns) findRestated(t Table) {
	if c.Own != nil || c.Has(fields.Currency) || !c.Has(fields.Priced()...) {
		return
	}
	claimed := c.claimed()
	for i := range c.Names {
		if claimed[i] || t.isSaid(i) {
			continue
		}
		c.Restated = i
		some := false
		for _, cells := range t.first {
			row := tables.Row{Cells: cells}
			c.SeeRestated(row)
			some = some || c.restates(row)
		}
		if some && c.Restated >= 0 {
			return
		}
	}
	c.Restated = -1
}

// SeeRestated takes a row into account for the column that says its amounts once more:
// it is none where a cell names no currency, or says another amount.
func (c *Columns) SeeRestated(row tables.Row) {
	if row.Cell(c.Restated) != "" && c.amount(row) != "" && !c.restates(row) {
		c.Restated = -1
	}
}

// restates tells whether the row says an amount of its own once more, with a currency.
func (c *Columns) restates(row tables.Row) bool {
	text := row.Cell(c.Restated)
	if values.Currencies(text) == nil {
		return false
	}
	for _, f := range fields.Priced() {
		if amount := c.Raw(row, f); values.Currencies(amount) == nil && values.MayBeEqual(text, amount) {
			return true
		}
	}
	return false
}

// amount is the first amount that the row says.
func (c *Columns) amount(row tables.Row) string {
	for _, f := range fields.Priced() {
		if text := c.Raw(row, f); text != "" {
			return text
		}
	}
	return ""
}
