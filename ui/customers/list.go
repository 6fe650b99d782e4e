package customers

import (
	"cmp"
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/folding"
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
	body    *fyne.Container
	none    *widgets.Paragraph
	empty   *fyne.Container // around none

	all   []app.Listed
	shown []app.Listed
	today app.Day
	asked int // counts questions; only the answer to the last is shown
}

func newList(p *Page) *list {
	l := &list{page: p}
	l.table = widgets.NewTable([]widgets.ColumnSpec{
		{Title: p.say.Say("people.column.name", nil), Weight: 3, Style: widgets.Strong},
		{Title: p.say.Say("people.column.phone", nil), Weight: 2, Style: widgets.Note},
		{Title: p.say.Say("people.column.number", nil), Weight: 1, Style: widgets.Note},
		{Title: p.say.Say("people.column.last", nil), Width: 96, Right: true, Style: widgets.Note},
	}, nil, func(row int) { p.Open(l.shown[row].ID) })
	l.filter = widgets.NewSearchField(p.say.Say("people.filter", nil), "")
	l.filter.OnChanged = func(string) { l.find() }
	l.filter.OnSubmitted = func(string) {
		if len(l.shown) > 0 {
			p.Open(l.shown[max(0, l.table.Chosen())].ID)
		}
	}
	l.count = widgets.NewText("", widgets.Muted)
	l.none = widgets.NewParagraph("", widgets.Muted)
	l.empty = widgets.Inset(l.none, 24, 20, 0, 20)
	l.empty.Hide()
	add := widgets.NewButton(widgets.Primary, p.say.Say("people.add", nil), p.Add).WithIcon(theme.IconAdd).WithKey("Ctrl N")
	head := widgets.Row(12, widgets.NewText(p.say.Say("people.title", nil), widgets.Heading), l.count, widgets.Space(), add)
	l.body = widgets.Column(0, l.table.Header(), widgets.Line(), l.empty, widgets.Grow(l.table))
	l.content = widgets.Column(0,
		widgets.Inset(head, 16, 20, 12, 20),
		widgets.Inset(l.filter, 0, 20, 8, 20),
		widgets.Grow(l.body))
	return l
}

// reload reads everybody and shows them by name.
func (l *list) reload() {
	l.asked++
	mine := l.asked
	p := l.page
	p.Run.Go(func() {
		all, err := everybody(context.Background(), p.Book)
		p.Run.UI(func() {
			if err != nil {
				p.Window.Failed(err)
				return
			}
			l.all = all
			if mine == l.asked {
				l.find()
			}
		})
	})
}

// find shows those whom the filter finds, everybody if it is empty.
func (l *list) find() {
	l.asked++
	mine, query, p := l.asked, l.filter.Text, l.page
	if folding.Fold(query) == "" {
		l.show(l.all, query)
		return
	}
	p.Run.Go(func() {
		found, err := p.Book.Search(context.Background(), query, mostFound)
		p.Run.UI(func() {
			if mine != l.asked {
				return
			}
			if err != nil {
				p.Window.Failed(err)
				return
			}
			people := make([]app.Listed, len(found))
			for i, f := range found {
				people[i] = f.Listed
			}
			l.show(people, query)
		})
	})
}

func (l *list) show(people []app.Listed, query string) {
	l.shown = people
	l.today = app.DayOf(l.page.Clock())
	say := l.page.say
	l.count.SetText(say.Count("people.count", len(people), app.Args{"Shown": say.Number(int64(len(people)))}))
	l.empty.Hide()
	if len(people) == 0 {
		key := "people.none"
		if query != "" {
			key = "people.none-found"
		}
		l.none.SetText(say.Say(key, app.Args{"Query": query}))
		l.empty.Show()
	}
	l.table.SetRows(len(people), l.cells)
	l.body.Refresh()
}

func (l *list) cells(row int) []string {
	c, say := l.shown[row], l.page.say
	name := c.Name
	switch {
	case name == c.Reference && name != "" && c.Firm == "":
		name = say.Say("people.numbered", app.Args{"Number": c.Reference})
	case name == "":
		name = say.Say("people.nameless", nil)
	case c.Firm != "" && c.Firm != name:
		name = say.Say("people.of-firm", app.Args{"Name": name, "Firm": c.Firm})
	}
	if c.Archived {
		name = say.Say("people.archived-name", app.Args{"Name": name})
	}
	return []string{name, c.Phone, c.Reference, say.Day(c.LastBought, l.today)}
}

// everybody reads all customers and sorts them by name; those without one come
// last.
func everybody(ctx context.Context, book Book) ([]app.Listed, error) {
	type row struct {
		app.Listed
		key string
	}
	var rows []row
	err := book.Customers(ctx, func(c app.Listed) bool {
		rows = append(rows, row{c, folding.Fold(c.Name)})
		return true
	})
	slices.SortFunc(rows, func(a, b row) int {
		return cmp.Or(rankOf(a.key)-rankOf(b.key), cmp.Compare(a.key, b.key), a.ID.Compare(b.ID))
	})
	all := make([]app.Listed, len(rows))
	for i, r := range rows {
		all[i] = r.Listed
	}
	return all, err
}

// rankOf puts words before numbers, and nothing last.
func rankOf(key string) int {
	switch {
	case key == "":
		return 2
	case key[0] >= '0' && key[0] <= '9':
		return 1
	}
	return 0
}
