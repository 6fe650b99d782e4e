package customers

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/folding"
	"ringback.app/ui/execute"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// mostFound is how many people a filter shows: more than anybody reads.
const mostFound = 200

// list is everybody in the book, by name, or those that a filter finds.
type list struct {
	page    *Page
	content fyne.CanvasObject
	filter  *widgets.Entry
	table   *widgets.Table
	count   *widgets.Text
	twice   *widgets.Button // leads to who may be in the book twice
	body    *fyne.Container
	none    *widgets.Paragraph
	empty   *fyne.Container // around none

	all   *roster // nil until it is read
	shown *roster
	query string         // what shown was found with
	enter bool           // was pressed before the answer came
	zone  *time.Location // the shop's; that of the clock until it is read
	today app.Day
	reads execute.Asked // of everybody
	asked execute.Asked // of the filter
}

func newList(p *Page) *list {
	l := &list{page: p, shown: &roster{}}
	l.table = widgets.NewTable([]widgets.ColumnSpec{
		{Title: p.say.Say("people.column.name", nil), Weight: 3, Style: widgets.Strong},
		{Title: p.say.Say("people.column.phone", nil), Weight: 2, Style: widgets.Note},
		{Title: p.say.Say("people.column.number", nil), Weight: 1, Style: widgets.Note},
		{Title: p.say.Say("people.column.last", nil), Width: 96, Right: true, Style: widgets.Note},
	}, nil, l.openRow)
	l.filter = widgets.NewSearchField(p.say.Say("people.filter", nil), "")
	l.filter.OnChanged = func(string) {
		l.enter = false
		l.find()
	}
	l.filter.OnSubmitted = func(string) { l.entered() }
	l.filter.OnKey = l.typed
	l.count = widgets.NewText("", widgets.Muted)
	l.none = widgets.NewParagraph("", widgets.Muted)
	l.empty = widgets.Inset(l.none, 24, 20, 0, 20)
	l.empty.Hide()
	l.twice = widgets.NewButton(widgets.Quiet, "", func() { p.OnDuplicates() })
	l.twice.Hide()
	add := widgets.NewButton(widgets.Primary, p.say.Say("people.add", nil), p.Add).WithIcon(theme.IconAdd).WithKey(p.say.Say("people.key.add", nil))
	head := widgets.Row(12, widgets.NewText(p.say.Say("people.title", nil), widgets.Heading), widgets.Grow(l.count))
	if p.OnLoyalty != nil {
		head.Add(widgets.NewButton(widgets.Plain, p.say.Say("loyalty.title", nil), p.OnLoyalty))
	}
	head.Add(add)
	l.body = widgets.Column(0, l.table.Header(), widgets.Line(), l.empty, widgets.Grow(l.table))
	l.content = widgets.Column(0,
		widgets.Inset(head, 16, 20, 12, 20),
		widgets.Inset(widgets.Row(12, widgets.Grow(l.filter), l.twice), 0, 20, 8, 20),
		widgets.Grow(l.body))
	return l
}

// focus gives the keyboard to the filter, so that whoever types finds.
func (l *list) focus() { l.page.Window.Focus(l.filter) }

// typed lets the keys that move in the table work while the filter has the
// focus.
func (l *list) typed(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		l.table.TypedKey(key)
	case fyne.KeyHome, fyne.KeyEnd:
		if l.filter.Text != "" {
			return false
		}
		l.table.TypedKey(key)
	default:
		return false
	}
	return true
}

// rune takes a letter that nothing with the focus has taken.
func (l *list) rune(r rune) {
	l.focus()
	l.filter.TypedRune(r)
}

// setTwice says how many people may be in the book twice, where that leads
// anywhere.
func (l *list) setTwice(people int) {
	if people == 0 || l.page.OnDuplicates == nil {
		l.twice.Hide()
	} else {
		say := l.page.say
		l.twice.SetText(say.Count("people.twice", people, app.Args{"Number": say.Number(int64(people))}))
		l.twice.Show()
	}
	l.content.Refresh()
}

// clear empties the filter, and tells whether there was anything in it.
func (l *list) clear() bool {
	if l.filter.Text == "" {
		return false
	}
	l.filter.SetText("")
	return true
}

// entered opens whom the filter found. What is on show may still answer to what
// was typed before: then it waits for the answer.
func (l *list) entered() {
	if query := l.filter.Text; query == l.query || folding.Fold(query) == "" && l.query == "" {
		l.openRow(max(0, l.table.Chosen()))
		return
	}
	l.enter = true
}

func (l *list) openRow(row int) {
	if row < l.shown.count() {
		l.table.Choose(row)
		l.page.Open(l.shown.at(row).ID)
	}
}

// reload reads everybody and shows them by name, or those whom the filter finds now.
func (l *list) reload() {
	p := l.page
	if l.all == nil {
		l.count.SetText(p.say.Say("people.reading", nil))
	}
	type reading struct {
		all  *roster
		zone *time.Location
	}
	execute.Latest(p.Run, &l.reads, func(ctx context.Context) (reading, error) {
		plan, err := p.Book.Plan(ctx)
		if err != nil {
			return reading{}, err
		}
		all, err := everybody(ctx, p.Book)
		return reading{all, plan.Location()}, err
	}, func(err error) {
		if l.all == nil && folding.Fold(l.filter.Text) == "" {
			l.fail(err)
			return
		}
		p.Window.Failed(err) // those on show were there a moment ago
	}, func(r reading) {
		l.all, l.zone = r.all, r.zone
		if p.OnListed != nil {
			p.OnListed()
		}
		l.find()
	})
}

// find shows those whom the filter finds, everybody if it is empty.
func (l *list) find() {
	query, p := l.filter.Text, l.page
	if folding.Fold(query) == "" {
		l.asked++
		if l.all != nil {
			l.show(l.all, "")
		}
		return
	}
	execute.Latest(p.Run, &l.asked, func(ctx context.Context) ([]app.Found, error) {
		return p.Book.Search(ctx, query, mostFound)
	}, l.fail, func(found []app.Found) {
		people := make([]app.Listed, len(found))
		for i, f := range found {
			people[i] = f.Listed
		}
		l.show(rosterOf(people), query)
	})
}

// fail shows nobody, since those who were asked for cannot be read, and why.
func (l *list) fail(err error) {
	l.page.Window.Failed(err)
	l.shown, l.query, l.enter = &roster{}, l.filter.Text, false
	l.count.SetText("")
	l.table.SetRows(0, l.cells)
	l.none.SetText(l.page.say.Error(err))
	l.empty.Show()
	l.body.Refresh()
}

// show shows the people. Where they were found as those before were, the list
// stays where it is, and so does who is chosen.
func (l *list) show(people *roster, query string) {
	chosen := -1
	if at := l.table.Chosen(); query == l.query && at >= 0 && at < l.shown.count() {
		chosen = people.index(l.shown.at(at).ID)
	}
	again := query == l.query
	l.shown, l.query = people, query
	now := l.page.Clock()
	if l.zone != nil {
		now = now.In(l.zone)
	}
	l.today = app.DayOf(now)
	l.sayCount()
	l.empty.Hide()
	if people.count() == 0 {
		key := "people.none"
		if query != "" {
			key = "people.none-found"
		}
		l.none.SetText(l.page.say.Say(key, app.Args{"Query": query}))
		l.empty.Show()
	}
	if again {
		l.table.Again(people.count(), l.cells, chosen)
	} else {
		l.table.SetRows(people.count(), l.cells)
	}
	l.body.Refresh()
	if entered := l.enter; entered {
		l.enter = false
		if l.page.shown && l.page.open == nil { // nobody went elsewhere meanwhile
			l.openRow(0)
		}
	}
}

func (l *list) sayCount() {
	say, n := l.page.say, l.shown.count()
	args := app.Args{"Shown": say.Number(int64(n))}
	if n == mostFound && l.query != "" {
		l.count.SetText(say.Say("people.count.first", args))
		return
	}
	l.count.SetText(say.Count("people.count", n, args))
}

func (l *list) cells(row int) []string {
	c, say := l.shown.at(row), l.page.say
	return []string{say.ListedWithFirm(c), c.Phone, c.Reference, say.Day(c.LastBought, l.today)}
}
