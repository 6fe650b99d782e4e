package importing

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/ui/widgets"
)

const (
	cellWidth   = 190 // of a column as it is shown
	mostColumns = 40  // are shown; others keep what their names say
)

// showMapping shows the first rows of a table whose columns could not be told,
// and asks what each of them holds.
func (p *Page) showMapping(why *app.Error, table importing.Unknown) {
	say := p.say
	chosen := slices.Clone(table.Fields)
	options := p.fieldOptions()
	columns := widgets.TopRow(16)
	for i, name := range table.Names[:min(len(table.Names), mostColumns)] {
		pick := widgets.NewSelect(say.Say("bring.field.unknown", nil), options, func(key string) {
			chosen[i] = importing.Field(key)
		})
		pick.SetChosen(string(table.Fields[i]))
		column := widgets.Column(4, widgets.NewText(name, widgets.Label), pick)
		for _, row := range table.Rows {
			column.Add(widgets.NewText(row[i], widgets.Note))
		}
		columns.Add(widgets.Fixed(cellWidth, 0, column))
	}
	read := widgets.NewButton(widgets.Primary, say.Say("bring.map.read", nil), func() {
		p.options.Map = withColumns(p.options.Map, table, chosen)
		p.read()
	})
	again := widgets.NewButton(widgets.Plain, say.Say("bring.other", nil), p.begin).WithKey(say.Say("bring.key.back", nil))
	question := "bring.map.customer"
	if why.Key == "error.import.no-day" {
		question = "bring.map.day"
	}
	box := widgets.Panel(widgets.Inset(widgets.Column(12,
		widgets.NewParagraph(say.Say(question, why.Args), widgets.Body),
		container.NewHScroll(widgets.Inset(columns, 0, 0, 14, 0))), 4, 4, 4, 4))
	p.show(page(say.Say("bring.title", nil), box, widgets.Row(8, read, again)), fyne.Focusable(read))
}

// fieldOptions are what a column can hold, in words.
func (p *Page) fieldOptions() []widgets.Option {
	var options []widgets.Option
	for _, f := range importing.Fields() {
		options = append(options, widgets.Option{Key: string(f), Text: p.say.Say("bring.field."+string(f), nil)})
	}
	return options
}

// withColumns adds to what was said before what is said now of the columns: only
// that which differs from what was found out.
func withColumns(before []importing.Mapping, table importing.Unknown, chosen []importing.Field) []importing.Mapping {
	maps := slices.Clone(before)
	for i, name := range table.Names {
		if chosen[i] == table.Fields[i] || chosen[i] == "" {
			continue
		}
		maps = slices.DeleteFunc(maps, func(m importing.Mapping) bool { return m.Column == name })
		maps = append(maps, importing.Mapping{Column: name, Field: chosen[i]})
	}
	return maps
}
