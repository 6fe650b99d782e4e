package importing

import (
	"ringback.app/app"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
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
