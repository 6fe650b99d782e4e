package complaints

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// leftSide is the list with its heading and the choice of what it shows.
type leftSide struct {
	page    *Page
	content fyne.CanvasObject
	count   *widgets.Text
	filter  *widgets.Choice
	rows    *widgets.People
}

func newLeftSide(p *Page) *leftSide {
	l := &leftSide{page: p, count: widgets.NewText("", widgets.Muted)}
	var options []widgets.Option
	for _, f := range filters() {
		options = append(options, widgets.Option{Key: string(f), Text: p.say.Say("complaints.filter."+string(f), nil)})
	}
	l.filter = widgets.NewChoice(options, func(key string) { p.setFilter(filter(key)) }).Must()
	l.filter.SetChosen(string(showsOpen))
	l.rows = widgets.NewPeople(p.choose, func(string) { p.enterCase() })
	top := widgets.Column(12,
		widgets.Row(8, widgets.Grow(widgets.NewText(p.say.Say("complaints.title", nil), widgets.Heading)), l.count),
		l.filter)
	l.content = container.NewBorder(widgets.Inset(top, 18, 20, 6, 20), nil, nil, nil, l.rows)
	return l
}

// show shows what the filter lets through, and which row is chosen.
func (l *leftSide) show(b board, chosen string) {
	say := l.page.say
	text, style := say.Count("complaints.count.open", b.open, nil), widgets.Muted
	if b.late > 0 {
		text = say.Say("complaints.count.late", app.Args{"Open": text, "Late": say.Number(int64(b.late))})
		style = widgets.Muted.In(theme.ColorLate)
	}
	l.count.SetStyle(style)
	l.count.SetText(text)
	l.rows.SetGroups(b.groups)
	if l.rows.Chosen() != chosen {
		l.rows.Choose(chosen)
	}
	l.content.Refresh()
}
