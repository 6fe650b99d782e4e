package importing

import (
	"ringback.app/app/importing/columns"
)

// describe says of the file what its columns were taken for.
func (f *file) describe(c columns.Columns) {
	f.about.Program, f.about.Columns, f.serving = c.Program(), c.Described(), c.Serving()
}
