package importing

import (
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
	"ringback.app/app/texts"
)

// failure says of a row which of its formulas came to nothing, of those in
// columns that something is made of.
func (f *file) failure(row tables.Row) *app.Error {
	for i, cell := range row.Cells {
		if written.IsFailure(cell) && i < len(f.about.Columns) && f.about.Columns[i].Field != "" {
			return app.InvalidLine("import.row.failed", row.Line, app.Args{"Column": f.about.Columns[i].Name})
		}
	}
	return nil
}

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
