package importing

import (
	"slices"

	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
	"ringback.app/app/texts"
)

// see notes which columns of a table hold something.
func (f *file) see(row tables.Row) {
	if f.empty == nil {
		f.empty = make([]int, len(f.header))
		for i := range f.empty {
			f.empty[i] = i
		}
	}
	f.empty = slices.DeleteFunc(f.empty, func(i int) bool { return row.Cell(i) != "" })
	f.days.see(row)
}

// notTaken names the columns that hold something of which nothing is made, for
// the person to see: what goes in and does not come out shall not vanish
// silently. Columns that the person wants nothing made of are not among them.
func (f *file) notTaken() []string {
	var names []string
	for i, c := range f.about.Columns {
		ignored := slices.ContainsFunc(f.maps, func(m Mapping) bool {
			return m.Field == FieldIgnore && written.Plain(m.Column) == written.Plain(c.Name)
		})
		name, _ := texts.Shorten(texts.OneLine(c.Name), written.ShownLetters)
		if c.Field == "" && name != "" && !ignored && !f.serving[i] && !slices.Contains(f.empty, i) {
			names = append(names, name)
		}
	}
	return names
}

// serve keeps of which columns something is made that are no field of their own.
func (f *file) serve(c columns) {
	f.serving = make(map[int]bool)
	for _, i := range []int{c.sort, c.sent, c.contacts, c.moneyBack, c.cancelled, c.percent, c.discount} {
		f.serving[i] = true
	}
	for _, all := range c.also {
		for _, i := range all {
			f.serving[i] = true
		}
	}
	for _, i := range slices.Concat(c.items, c.spare, c.statuses) {
		f.serving[i] = true
	}
	for _, place := range c.places {
		for _, i := range place {
			f.serving[i] = true
		}
	}
}
