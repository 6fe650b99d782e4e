package importing

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
	"ringback.app/app/texts"
)

// extra says of a row that it has more cells than there are columns, and what is
// in them: of an address with a comma that nobody quoted, say. It is nil for any
// other row.
func (f *file) extra(row tables.Row) *app.Error {
	if len(row.Cells) <= len(f.Header) {
		return nil
	}
	const most = 5 // cells that are named
	var more []string
	for _, cell := range row.Cells[len(f.Header):] {
		if text, _ := texts.Shorten(texts.OneLine(cell), written.ShownLetters); text != "" {
			more = append(more, text)
		}
	}
	if len(more) == 0 {
		return nil
	}
	if len(more) > most {
		more = append(more[:most], "…")
	}
	return app.InvalidLine("import.row.extra", row.Line, app.Args{"Cells": strings.Join(more, ", "), "Columns": len(f.Header)})
}

// tooShort says of a row of a text that it ends before what it costs: a purchase
// of nothing is not made of it. It is nil for any other row; a workbook's own
// rows end where nothing more is in them.
func (b *bookkeeping) tooShort(row tables.Row, goesOn bool) *app.Error {
	c := b.columns
	if b.f.sheet != nil || b.own != nil || goesOn || len(row.Cells) >= len(c.Names) {
		return nil
	}
	last := ""
	for _, f := range columns.CostFields() {
		if i := c.Of(f); i >= len(row.Cells) {
			last = c.Names[i]
		}
		if b.columns.Raw(row, f) != "" {
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
func (b *bookkeeping) isSum(row tables.Row) bool {
	if strings.ContainsAny(b.columns.Raw(row, columns.FieldDay), "0123456789") || b.reached(row) != "" || b.who(row, columns.FieldEmail) != "" {
		return false
	}
	for i := range row.Cells {
		if text := row.Cell(i); text != "" {
			return written.IsSumWord(text)
		}
	}
	return false
}
