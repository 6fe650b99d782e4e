package receipts

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// tooShort says of a row of a text that it ends before what it costs: a purchase
// of nothing is not made of it. It is nil for any other row; a workbook's own
// rows end where nothing more is in them.
func (b *Table) tooShort(row tables.Row, goesOn bool) *app.Error {
	c := b.Columns
	if b.table.Charset == "" || b.own != nil || goesOn || len(row.Cells) >= len(c.Names) {
		return nil
	}
	last := ""
	for _, f := range fields.Costs() {
		if i := c.Of(f); i >= len(row.Cells) {
			last = c.Names[i]
		}
		if b.Columns.Raw(row, f) != "" {
			return nil
		}
	}
	if last == "" || slices.ContainsFunc(c.Items, func(i int) bool { return row.Cell(i) != "" }) {
		return nil
	}
	return app.InvalidLine("import.row.short", row.Line, app.Args{"Cells": len(row.Cells), "Columns": len(c.Names), "Column": last})
}

// isSum tells whether a row is the sum of those above it, and nothing anybody
// bought.
func (b *Table) isSum(row tables.Row) bool {
	if strings.ContainsAny(b.Columns.Raw(row, fields.Day), "0123456789") || b.reached(row) != "" || b.who(row, fields.Email) != "" {
		return false
	}
	for i := range row.Cells {
		if text := row.Cell(i); text != "" {
			return written.IsSumWord(text)
		}
	}
	return false
}
