package importing

import (
	"slices"

	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
	"ringback.app/app/texts"
)

// see notes which columns of a table hold something.
func (f *file) see(row tables.Row) {
	if f.empty == nil {
		f.empty = make([]int, len(f.Header))
		for i := range f.empty {
			f.empty[i] = i
		}
	}
	f.empty = slices.DeleteFunc(f.empty, func(i int) bool { return row.Cell(i) != "" })
	f.days.See(row)
}

// notTaken names the columns that hold something of which nothing is made, for
// the person to see: what goes in and does not come out shall not vanish
// silently. Columns that the person wants nothing made of are not among them.
func (f *file) notTaken() []string {
	var names []string
	for i, c := range f.about.Columns {
		ignored := slices.ContainsFunc(f.Maps, func(m columns.Mapping) bool {
			return m.Field == fields.Ignore && written.Plain(m.Column) == written.Plain(c.Name)
		})
		name, _ := texts.Shorten(texts.OneLine(c.Name), written.ShownLetters)
		if c.Field == "" && name != "" && !ignored && !f.used[i] && !slices.Contains(f.empty, i) {
			names = append(names, name)
		}
	}
	return names
}
