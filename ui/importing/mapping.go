package importing

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/values"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

const (
	columnsWidth = 420 // of the list of columns
	mostColumns  = 80  // are shown; others keep what their names say
	mostExamples = 3   // of a column
)

// asking is a table whose columns are asked for.
type asking struct {
	file     importing.File
	source   int            // which of the sources it came from; -1: none that is known
	question string         // why; "" if the person asked for it themselves
	likely   []fields.Field // what columns may hold of which nothing is known; nil: nobody knows
}

// mapping asks what each column of a table holds, and shows how the first rows
// would be read then.
type mapping struct {
	asking
	page   *Page
	fields []fields.Field  // what each column holds
	order  values.Order    // of the day's numbers, if the person said it
	rows   *fyne.Container // the first rows as they would be read
	list   *fyne.Container
	picks  []*widgets.Select
}

// askingOf makes a question of an error of a table whose columns could not be
// told.
func (p *Page) askingOf(why *app.Error, table columns.Unknown) asking {
	f := importing.File{Kind: importing.KindPurchases, Charset: table.Charset, Delimiter: table.Delimiter, First: table.Rows}
	for i, name := range table.Names {
		f.Columns = append(f.Columns, columns.Column{Name: name, Field: table.Fields[i]})
	}
	f.Name, _ = why.Args["File"].(string)
	source, inside := p.sourceAsked(why)
	f.Inside = inside
	question := "bring.map.customer"
	switch why.Key {
	case "error.import.no-day":
		question = "bring.map.day"
	case "error.import.no-goods":
		question = "bring.map.goods"
	case "error.import.perhaps-goods":
		question = "bring.map.perhaps-goods"
	case "error.import.name-or-goods":
		question = "bring.map.name-or-goods"
	case "error.import.no-amount":
		question = "bring.map.amount"
	case "error.import.only-names":
		question = "bring.map.only-names"
	case "error.import.perhaps-purchases":
		question = "bring.map.perhaps-purchases"
	case "error.import.no-name":
		question = "bring.map.no-name"
	case "error.import.no-contact":
		question, f.Kind = "bring.map.contacts", importing.KindCards
	}
	return asking{file: f, source: source, question: p.say.Say(question, why.Args), likely: table.Likely}
}

// showMapping asks what the columns of a table hold.
func (p *Page) showMapping(a asking) {
	say := p.say
	p.stage = asks
	m := &mapping{asking: a, page: p, rows: widgets.Column(10), list: widgets.Column(10)}
	if a.question == "" {
		m.question = say.Say("bring.map.again", app.Args{"File": a.file.Name})
	}
	for i, c := range a.file.Columns {
		field := c.Field
		if field == "" && i < len(a.likely) && i < mostColumns {
			field = a.likely[i]
		}
		m.fields = append(m.fields, field)
		if c.Field == fields.Day {
			m.order = c.Order
		}
		if i < mostColumns {
			m.list.Add(m.column(i, c))
		}
	}
	m.reread()
	read := widgets.NewButton(widgets.Primary, say.Say("bring.map.read", nil), m.take).WithKey(say.Say("bring.key.import", nil))
	p.save = m.take
	back := widgets.NewButton(widgets.Plain, p.wayBack(), p.Back).WithKey(say.Say("bring.key.back", nil))
	left := widgets.Scroll(widgets.Inset(m.list, 16, 20, 20, 20))
	right := widgets.Scroll(widgets.Inset(widgets.Column(12, widgets.NewText(say.Say("bring.map.rows", nil), widgets.Strong), m.rows), 16, 24, 20, 20))
	split := widgets.NewSplit(widgets.On(theme.ColorPage, left), widgets.On(theme.ColorSurface, right), columnsWidth, nil)
	head := widgets.Column(6, widgets.NewText(say.Say("bring.title", nil), widgets.Heading), widgets.NewParagraph(m.question, widgets.Muted))
	for _, o := range []fyne.CanvasObject{m.charset(), m.delimiter()} {
		if o != nil {
			head.Add(o)
		}
	}
	buttons := widgets.Wrap(8, read)
	if leave := p.leaveOut(a.source, a.file.Inside); leave != nil {
		buttons.Add(leave)
	}
	buttons.Add(back)
	p.show(frame(head, split, buttons), m.first(read))
}

// first is where the keyboard begins: at the first column that is not known.
func (m *mapping) first(otherwise fyne.Focusable) fyne.Focusable {
	for i, pick := range m.picks {
		if m.fields[i] == "" {
			return pick.First()
		}
	}
	return otherwise
}

// charset asks in which charset the table is, where that was guessed or said:
// columns cannot be told by names that cannot be read. It is nil where there is
// no doubt.
func (m *mapping) charset() fyne.CanvasObject {
	p := m.page
	if m.source < 0 || m.file.Charset == "" {
		return nil
	}
	label, said := "bring.fix.guessed", p.told(m.source, m.file.Inside).Charset
	if !isGuessed(m.file, said) {
		label = "bring.fix.charset"
		if said == "" {
			return nil
		}
	}
	own := strings.ToLower(m.file.Charset)
	pick := widgets.NewSelect("", p.charsetOptions(own), func(key string) {
		p.correct(m.source, m.file.Inside, "", func(told *importing.Told) { told.Charset, told.Map = key, m.maps(told.Map) })
	})
	pick.SetChosen(own)
	return widgets.Row(12, widgets.NewText(p.say.Say(label, nil), widgets.Label), widgets.Fixed(280, 0, pick))
}

// delimiter asks what keeps the columns apart: where they are not what they should
// be, nothing can be said of them. It is nil where nothing does, as in a workbook.
func (m *mapping) delimiter() fyne.CanvasObject {
	p, own := m.page, m.file.Delimiter
	if m.source < 0 || own == "" {
		return nil
	}
	pick := widgets.NewSelect("", p.delimiterOptions(own), func(key string) {
		p.correct(m.source, m.file.Inside, "", func(told *importing.Told) { separate(told, key) })
	})
	pick.SetChosen(own)
	return widgets.Row(12, widgets.NewText(p.say.Say("bring.fix.delimiter", nil), widgets.Label), widgets.Fixed(280, 0, pick))
}

// column asks what one column holds.
func (m *mapping) column(i int, c columns.Column) fyne.CanvasObject {
	say := m.page.say
	pick := widgets.NewSelect(say.Say("bring.field.unknown", nil), m.page.fieldOptions(c.Field), func(key string) {
		m.choose(i, fields.Field(key))
	})
	pick.SetChosen(string(m.fields[i]))
	m.picks = append(m.picks, pick)
	name := c.Name
	if name == "" {
		name = say.Say("bring.map.nameless", app.Args{"Number": say.Number(int64(i + 1))})
	}
	column := widgets.Column(2, widgets.Columns(12, []float32{1, 1},
		widgets.Column(0, widgets.NewText(name, widgets.Strong), widgets.NewText(m.examples(i), widgets.Note)), pick))
	if c.Field == fields.Day && c.Order.IsOne() {
		order := widgets.NewSelect("", m.page.orderOptions(), func(key string) {
			m.order = values.Order(key)
			m.reread()
		})
		order.SetChosen(string(c.Order))
		column.Add(widgets.Columns(12, []float32{1, 1}, widgets.Space(), order))
	}
	return column
}

// examples are the first different things that are in a column.
func (m *mapping) examples(column int) string {
	var some []string
	for _, row := range m.file.First {
		if len(some) < mostExamples && row[column] != "" && !slices.Contains(some, row[column]) {
			some = append(some, row[column])
		}
	}
	return strings.Join(some, " · ")
}

// choose says what a column holds. In a table of purchases there is one column
// for each field: what another held before it holds no more.
func (m *mapping) choose(i int, field fields.Field) {
	if m.file.Kind == importing.KindPurchases && field != fields.Ignore {
		if other := slices.Index(m.fields, field); other >= 0 && other != i && other < len(m.picks) {
			m.fields[other] = ""
			m.picks[other].SetChosen("")
		}
	}
	m.fields[i] = field
	m.reread()
}

// take reads the file as it was said.
func (m *mapping) take() {
	p := m.page
	if m.source < 0 {
		p.options.Map = m.maps(p.options.Map)
		p.read()
		return
	}
	p.correct(m.source, m.file.Inside, "", func(told *importing.Told) { told.Map = m.maps(told.Map) })
}

// maps adds to what was said before what is said now of the columns: only that
// which differs from what was found out.
func (m *mapping) maps(maps []columns.Mapping) []columns.Mapping {
	for i, c := range m.file.Columns {
		said := columns.Mapping{Column: c.Name, Field: m.fields[i]}
		switch {
		case said.Field == "":
			continue
		case said.Field == fields.Day && m.order != c.Order && m.order != values.AnyOrder:
			said.Order = m.order
		case said.Field == c.Field:
			continue
		}
		maps = withMapping(maps, said)
	}
	return maps
}

// fieldOptions are what a column can hold, in words; what it was taken for is
// among them.
func (p *Page) fieldOptions(own fields.Field) []widgets.Option {
	all := fields.All()
	if own != "" && !slices.Contains(all, own) {
		all = append([]fields.Field{own}, all...)
	}
	options := make([]widgets.Option, len(all))
	for i, f := range all {
		options[i] = widgets.Option{Key: string(f), Text: p.say.Say("bring.field."+string(f), nil)}
	}
	return options
}
