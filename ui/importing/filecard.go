package importing

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/receipts"
	"ringback.app/app/importing/values"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// fileCard says what a file was read as. While nothing is written, what may have
// been taken for something else can be corrected there.
func (p *Page) fileCard(f importing.File, correctable bool) fyne.CanvasObject {
	say := p.say
	title := f.Name
	if f.Sheet != "" {
		title = say.Say("bring.file.sheet", app.Args{"File": f.Name, "Sheet": f.Sheet})
	}
	column := widgets.Column(6,
		widgets.TopRow(8, widgets.NewIcon(theme.IconFile, theme.ColorAccent, 18), widgets.Grow(widgets.NewParagraph(title, widgets.Strong).AtMost(2))),
		widgets.NewParagraph(p.readAs(f), widgets.Note))
	if slices.ContainsFunc(f.Columns, func(c columns.Column) bool { return c.Remembered }) {
		column.Add(widgets.NewParagraph(say.Say("bring.file.remembered", nil), widgets.Note.In(theme.ColorAccent)))
	}
	if f.Money != "" {
		column.Add(widgets.NewParagraph(p.takenAs(f), widgets.Note))
	}
	if f.ByOrder {
		column.Add(widgets.NewParagraph(say.Say("bring.file.by-order", nil), widgets.Note))
	}
	if f.OneEach {
		column.Add(widgets.NewParagraph(say.Say("bring.file.one-each", nil), widgets.Alarm))
	}
	if len(f.TakenAsSold) > 0 {
		column.Add(widgets.NewParagraph(p.statuses("bring.file.as-sold", f.TakenAsSold), widgets.Note))
	}
	if len(f.LeftAsNoSale) > 0 {
		column.Add(widgets.NewParagraph(p.statuses("bring.file.no-sale", f.LeftAsNoSale), widgets.Note))
	}
	if len(f.NotTaken) > 0 {
		column.Add(widgets.NewParagraph(p.notTaken(f.NotTaken), widgets.Note))
	}
	if n := f.Hidden.Lines; n > 0 {
		column.Add(widgets.NewParagraph(say.Count("bring.file.hidden-lines", n, app.Args{"Number": say.Number(int64(n))}), widgets.Note))
	}
	if len(f.Hidden.Columns) > 0 {
		args := app.Args{"Columns": strings.Join(f.Hidden.Columns, ", ")}
		column.Add(widgets.NewParagraph(say.Say("bring.file.hidden-columns", args), widgets.Note))
	}
	if correctable {
		for _, o := range p.corrections(f) {
			column.Add(o)
		}
	}
	return widgets.Panel(widgets.Inset(column, -2, 0, -2, 0))
}

// mostNotTaken is how many columns are named of which nothing is made, how many
// statuses, and how many files in an archive.
const mostNotTaken = 8

// notTaken names the columns that hold something of which nothing is made.
func (p *Page) notTaken(names []string) string {
	if more := len(names) - mostNotTaken; more > 0 {
		return p.say.Count("bring.file.not-taken.more", more, app.Args{
			"Columns": strings.Join(names[:mostNotTaken], ", "), "Number": p.say.Number(int64(more)),
		})
	}
	return p.say.Say("bring.file.not-taken", app.Args{"Columns": strings.Join(names, ", ")})
}

// beside names the files in an archive that are neither contacts nor tables.
func (p *Page) beside(b importing.Beside) string {
	args := app.Args{"File": b.Archive, "Files": strings.Join(b.Files[:min(len(b.Files), mostNotTaken)], ", ")}
	if more := len(b.Files) - mostNotTaken; more > 0 {
		args["Number"] = p.say.Number(int64(more))
		return p.say.Count("import.beside.more", more, args)
	}
	return p.say.Say("import.beside", args)
}

// statuses names what a table says of the orders that were taken for sold, or of the
// lines that are no sale.
func (p *Page) statuses(key string, all []receipts.Status) string {
	var said []string
	for _, status := range all[:min(len(all), mostNotTaken)] {
		said = append(said, status.Text+" "+p.say.Number(int64(status.Lines)))
	}
	args := app.Args{"Statuses": strings.Join(said, ", ")}
	if more := len(all) - len(said); more > 0 {
		args["Number"] = p.say.Number(int64(more))
		return p.say.Count(key+".more", more, args)
	}
	return p.say.Say(key, args)
}

// readAs says what the file was taken for.
func (p *Page) readAs(f importing.File) string {
	say := p.say
	key := "bring.file." + string(f.Kind)
	switch {
	case f.Kind == importing.KindBook:
		return say.Say("bring.file.book", nil)
	case f.Program != "":
		key = "bring.file.program." + string(f.Kind)
	case f.Kind == importing.KindCards && f.Columns == nil:
		key = "bring.file.cards"
	}
	text := say.Count(key, f.Rows, app.Args{"Number": say.Number(int64(f.Rows)), "Program": f.Program})
	if f.Columns == nil {
		return text
	}
	switch f.Delimiter {
	case "":
		return text + " " + say.Say("bring.file.workbook", nil)
	case ",":
		return text + " " + say.Say("bring.file.comma", nil)
	case ";":
		return text + " " + say.Say("bring.file.semicolon", nil)
	case "\t":
		return text + " " + say.Say("bring.file.tab", nil)
	}
	return text + " " + say.Say("bring.file.delimiter", app.Args{"Sign": f.Delimiter})
}

// corrections are the ways to say that a file was meant otherwise.
func (p *Page) corrections(f importing.File) []fyne.CanvasObject {
	i := p.sourceOf(f.From)
	if i < 0 || f.Kind == importing.KindBook {
		return nil
	}
	var all []fyne.CanvasObject
	add := func(name, label string, options []widgets.Option, chosen string, changed func(told *importing.Told, key string)) {
		control := name + " " + f.Name + " " + f.Inside + " " + f.Sheet
		pick := widgets.NewSelect("", options, func(key string) {
			p.correct(i, f.Inside, control, func(told *importing.Told) { changed(told, key) })
		})
		pick.SetChosen(chosen)
		p.controls[control] = pick.First()
		all = append(all, widgets.Column(2, widgets.NewText(p.say.Say(label, nil), widgets.Label), pick))
	}
	if f.Charset != "" {
		label := "bring.fix.charset"
		switch {
		case !isGuessed(f, p.told(i, f.Inside).Charset):
		case f.Columns == nil: // a card may name its own
			label = "bring.fix.guessed.cards"
		default:
			label = "bring.fix.guessed"
		}
		own := strings.ToLower(f.Charset)
		add("charset", label, p.charsetOptions(own), own,
			func(told *importing.Told, key string) { told.Charset = key })
	}
	if f.Delimiter != "" && f.Program == "" { // that a program's columns are known proves it
		add("delimiter", "bring.fix.delimiter", p.delimiterOptions(f.Delimiter), f.Delimiter, separate)
	}
	if day := columnOf(f, fields.Day); day != nil && day.Order.IsOne() {
		add("days", "bring.fix.days", p.orderOptions(), string(day.Order), func(told *importing.Told, key string) {
			told.Map = withMapping(told.Map, columns.Mapping{Column: day.Name, Field: fields.Day, Order: values.Order(key)})
		})
	}
	if point := pointOf(f); point != values.NoPoint {
		add("decimals", "bring.fix.decimals", p.pointOptions(), string(rune(point)), func(told *importing.Told, key string) {
			for _, c := range numbersOf(f) {
				told.Map = withMapping(told.Map, columns.Mapping{Column: c.Name, Field: c.Field, Point: values.Point(key[0])})
			}
		})
	}
	if priced, ok := f.Priced(); ok && f.Money != "" {
		add("currency", "bring.fix.currency", currencyOptions(f.Money), f.Money, func(told *importing.Told, key string) {
			told.Map = withMapping(told.Map, columns.Mapping{Column: priced.Name, Field: priced.Field, Money: key})
		})
	}
	if len(f.First) > 0 {
		all = append(all, widgets.Row(0, widgets.NewButton(widgets.Plain, p.say.Say("bring.fix.columns", nil), func() {
			p.showMapping(asking{file: f, source: i})
		})))
	}
	return all
}

func (p *Page) orderOptions() []widgets.Option {
	return []widgets.Option{
		{Key: string(values.DayMonth), Text: p.say.Say("bring.day-first", nil)},
		{Key: string(values.MonthDay), Text: p.say.Say("bring.month-first", nil)},
		{Key: string(values.YearFirst), Text: p.say.Say("bring.year-first", nil)},
	}
}

func (p *Page) pointOptions() []widgets.Option {
	return []widgets.Option{
		{Key: string(rune(values.Dot)), Text: p.say.Say("bring.point", nil)},
		{Key: string(rune(values.Comma)), Text: p.say.Say("bring.comma", nil)},
	}
}

// sourceOf finds the file of that name among those that were chosen; -1 if it is
// not there.
func (p *Page) sourceOf(name string) int {
	return slices.IndexFunc(p.sources, func(s importing.Source) bool { return s.Name == name })
}

// told is what was said of a file: of one that was chosen, or of one in it.
func (p *Page) told(source int, inside string) importing.Told {
	if inside == "" {
		return p.sources[source].Told
	}
	return p.sources[source].Inside[inside]
}

func columnOf(f importing.File, field fields.Field) *columns.Column {
	for i := range f.Columns {
		if f.Columns[i].Field == field {
			return &f.Columns[i]
		}
	}
	return nil
}

// numbersOf are the columns whose decimals could be told.
func numbersOf(f importing.File) []columns.Column {
	var all []columns.Column
	for _, c := range f.Columns {
		if c.Point == values.Dot || c.Point == values.Comma {
			all = append(all, c)
		}
	}
	return all
}

// pointOf returns the sign before the decimals of a table; none where it has no
// decimals, or its columns differ.
func pointOf(f importing.File) values.Point {
	point := values.NoPoint
	for _, c := range numbersOf(f) {
		if point != values.NoPoint && c.Point != point {
			return values.NoPoint
		}
		point = c.Point
	}
	return point
}

// withMapping says something of a column instead of what was said of it before.
func withMapping(maps []columns.Mapping, m columns.Mapping) []columns.Mapping {
	kept := slices.DeleteFunc(slices.Clone(maps), func(old columns.Mapping) bool {
		if old.Column != m.Column {
			return false
		}
		if old.Field == m.Field { // of its decimals and its currency one is said at a time
			m.Money, m.Point = cmp.Or(m.Money, old.Money), cmp.Or(m.Point, old.Point)
		}
		return true
	})
	return append(kept, m)
}
