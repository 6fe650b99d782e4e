package loyalty

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/loyalty"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// people lists those of a group, the most valuable first.
type people struct {
	page    *Page
	content fyne.CanvasObject
	buttons []fyne.CanvasObject // what can be done for the one that is chosen
	table   *widgets.Table
	note    *widgets.Paragraph
	none    *fyne.Container // around nobody
	nobody  *widgets.Paragraph
	all     []loyalty.Person
}

func newPeople(p *Page) *people {
	l := &people{page: p}
	say := func(key string) string { return p.say.Say(key, nil) }
	l.table = widgets.NewTable([]widgets.ColumnSpec{
		{Title: say("loyalty.column.name"), Weight: 3, Style: widgets.Strong},
		{Title: say("loyalty.column.last"), Width: 100, Style: widgets.Note},
		{Title: say("loyalty.column.every"), Width: 120, Style: widgets.Note},
		{Title: say("loyalty.column.year"), Width: 100, Right: true, Style: widgets.Note},
		{Title: say("loyalty.column.marks"), Width: 64, Right: true, Style: widgets.Note},
	}, nil, l.open)
	l.note = widgets.NewParagraph(" ", widgets.Small)
	l.nobody = widgets.NewParagraph("", widgets.Muted)
	l.none = widgets.Inset(l.nobody, 16, 20, 16, 20)
	l.none.Hide()
	call := widgets.NewButton(widgets.Plain, say("loyalty.call"), func() { l.act(p.OnCall) }).WithIcon(theme.IconPhone)
	thank := widgets.NewButton(widgets.Plain, say("loyalty.thank"), func() { l.act(p.OnThank) }).WithIcon(theme.IconThank)
	l.buttons = []fyne.CanvasObject{call, thank}
	l.content = widgets.Column(0, l.table.Header(), widgets.Line(), l.none, widgets.Grow(l.table), widgets.Line(), widgets.Inset(l.note, 6, 20, 8, 20))
	return l
}

// fail shows nobody, since they cannot be read, and why.
func (l *people) fail(err error) {
	l.page.Window.Failed(err)
	l.show(nil, 0, false)
	l.nobody.SetText(l.page.say.Error(err))
}

// show shows the people, of so many. Where they are those of the same group, the
// list stays where it is.
func (l *people) show(all []loyalty.Person, of int, again bool) {
	chosen := -1
	if at := l.table.Chosen(); again && at >= 0 && at < len(l.all) {
		was := l.all[at].Member.Customer
		chosen = slices.IndexFunc(all, func(one loyalty.Person) bool { return one.Member.Customer == was })
	}
	l.all = all
	if again && chosen >= 0 {
		l.table.Again(len(all), l.cells, chosen)
	} else {
		l.table.SetRows(len(all), l.cells)
		if len(all) > 0 {
			l.table.Choose(0)
		}
	}
	for _, b := range l.buttons {
		if len(all) > 0 {
			b.Show()
		} else {
			b.Hide()
		}
	}
	l.none.Hidden = len(all) > 0
	say := l.page.say
	l.nobody.SetText(say.Say("loyalty.nobody", nil))
	note := say.Say("loyalty.marks", nil)
	if len(all) < of {
		note = say.Say("loyalty.first", app.Args{"Shown": say.Number(int64(len(all))), "Of": say.Number(int64(of)), "Marks": note})
	}
	l.note.SetText(note)
	l.page.view.content.Refresh()
}

// take keeps who was chosen in the list before.
func (l *people) take(was *people) {
	l.all = was.all
	l.table.SetRows(len(l.all), l.cells)
	l.table.Choose(was.table.Chosen())
}

func (l *people) cells(row int) []string {
	one, say, roll := l.all[row], l.page.say, l.page.roll
	m := one.Member
	name := say.Called(one.Customer)
	if firm := one.Customer.Firm; firm != "" && firm != name {
		name = say.Say("people.of-firm", app.Args{"Name": name, "Firm": firm})
	}
	return []string{
		name, say.Day(m.Last, roll.Today), say.Every(m.Gap),
		say.WholeMoney(m.Year(roll.Currency)), marks(m.Marks),
	}
}

// marks writes "5 4 3".
func marks(m loyalty.Marks) string {
	if m == (loyalty.Marks{}) {
		return "–"
	}
	return strconv.Itoa(m.Recency) + " " + strconv.Itoa(m.Frequency) + " " + strconv.Itoa(m.Money)
}

// held tells whether the list has the keyboard.
func (l *people) held() bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(l.page.root)
	return c != nil && c.Focused() == fyne.Focusable(l.table)
}

func (l *people) focus() {
	if len(l.all) > 0 {
		l.page.Window.Focus(l.table)
	}
}

func (l *people) open(row int) {
	if row >= 0 && row < len(l.all) {
		l.table.Choose(row)
		l.page.OnCustomer(l.all[row].Member.Customer)
	}
}

// act does something for whoever is chosen.
func (l *people) act(do func(customer app.ID)) {
	if at := l.table.Chosen(); at >= 0 && at < len(l.all) {
		do(l.all[at].Member.Customer)
	}
}
