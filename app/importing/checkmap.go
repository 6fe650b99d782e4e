package importing

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/written"
)

// checkMap holds every mapping to be of a column that one of the tables has.
func (r *reading) checkMap() error {
	for _, m := range r.options.Map {
		named := false
		var names, all []string
		for _, f := range r.files {
			if f.Header == nil {
				continue
			}
			names, all = append(names, f.Title), append(all, f.Header...)
			named = named || slices.ContainsFunc(f.Header, func(h string) bool { return written.Plain(h) == written.Plain(m.Column) })
		}
		switch {
		case len(names) == 0:
			return app.Invalid("error.import.no-table", app.Args{"Column": m.Column})
		case !named:
			return app.Invalid("error.import.column", app.Args{
				"File": strings.Join(names, ", "), "Column": m.Column, "Columns": columns.Listed(all),
			})
		}
	}
	return nil
}
