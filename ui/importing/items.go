package importing

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// The ways to look at some of the items only, beside those named like actions.
const (
	allItems = "all"
	withWord = "problems" // those of which there is something to know
)

// detailHeight is the height of what is said of the item that is chosen.
const detailHeight = 168

// items lists what comes of each card and each receipt.
type items struct {
	page    *Page
	content *fyne.Container
	all     []importing.Item
	shown   []int // which of them are listed
	table   *widgets.Table
	detail  *fyne.Container
}

func newItems(p *Page) *items {
	say := p.say
	l := &items{page: p, all: p.preview.Items, detail: container.NewStack()}
	l.table = widgets.NewTable([]widgets.ColumnSpec{
		{Title: say.Say("bring.item.name", nil), Weight: 5},
		{Title: say.Say("bring.item.what", nil), Weight: 7, Style: widgets.Note},
		{Title: say.Say("bring.item.comes", nil), Weight: 4, Style: widgets.Note},
	}, l.choose, l.open)
	filter := widgets.NewChoice(l.filters(), l.filter).Must()
	filter.SetChosen(allItems)
	top := widgets.Column(8, filter)
	if problems(p.preview) > 0 && p.OnSave != nil {
		top.Add(widgets.Row(0, widgets.NewButton(widgets.Quiet, say.Say("bring.problems.save", nil), p.saveProblems).WithIcon(theme.IconExport)))
	}
	l.content = widgets.Column(0, widgets.Inset(top, 16, 20, 4, 20), l.table.Header(), widgets.Line(), widgets.Grow(l.table), l.detail)
	l.filter(allItems)
	return l
}

// filters are the ways to look at some of the items, with how many there are.
func (l *items) filters() []widgets.Option {
	say := l.page.say
	count := map[string]int{allItems: len(l.all)}
	for _, item := range l.all {
		count[string(item.Action)]++
		if len(item.Problems) > 0 {
			count[withWord]++
		}
	}
	var options []widgets.Option
	for _, key := range []string{
		allItems, string(importing.Create), string(importing.Update), string(importing.Same),
		string(importing.Possible), string(importing.Reject), withWord,
	} {
		if count[key] > 0 || key == allItems {
			options = append(options, widgets.Option{Key: key, Text: say.Say("bring.filter."+key, app.Args{"Number": say.Number(int64(count[key]))})})
		}
	}
	return options
}

func (l *items) filter(key string) {
	l.shown = l.shown[:0]
	for i, item := range l.all {
		if key == allItems || key == string(item.Action) || key == withWord && len(item.Problems) > 0 {
			l.shown = append(l.shown, i)
		}
	}
	l.detail.Objects = nil
	l.table.SetRows(len(l.shown), func(row int) []string {
		item := l.all[l.shown[row]]
		what := l.page.what(item)
		if adds := l.page.adds(item); adds != "" {
			what = adds
		}
		if len(item.Problems) > 0 && (item.Action == importing.Reject || item.Action == importing.Possible || key == withWord) {
			what = l.page.say.Error(item.Problems[len(item.Problems)-1]) // the last one is the reason
		}
		if item.Action == importing.Reject {
			return []string{l.page.nameOf(item), what} // why says that it was left out, and needs the room
		}
		return []string{l.page.nameOf(item), what, l.page.comes(item)}
	})
	l.content.Refresh()
}

// choose says all there is to say of an item.
func (l *items) choose(row int) {
	item := l.all[l.shown[row]]
	p := l.page
	column := widgets.Column(4,
		widgets.Row(8, widgets.NewText(p.nameOf(item), widgets.Strong), widgets.Grow(widgets.NewText(p.comes(item), widgets.Note))))
	if whole := p.wholly(item); whole != "" {
		column.Add(widgets.NewParagraph(whole, widgets.Note))
	}
	if bought := p.bought(item); bought != "" {
		column.Add(widgets.NewParagraph(bought, widgets.Note))
	}
	if adds := p.adds(item); adds != "" {
		column.Add(widgets.NewParagraph(adds, widgets.Note))
	}
	for _, problem := range item.Problems {
		column.Add(widgets.NewParagraph(p.say.Error(problem), widgets.Note.In(theme.ColorLate)))
	}
	if item.Action == importing.Possible && p.stage == previews {
		column.Add(widgets.NewParagraph(p.say.Say("bring.item.alike", nil), widgets.Note.In(theme.ColorSoon)))
	}
	if p.leads(item) {
		column.Add(widgets.Row(0, widgets.NewButton(widgets.Quiet, p.say.Say("bring.item.open", nil), func() { p.toCustomer(item) }).WithIcon(theme.IconPerson)))
	}
	column.Add(widgets.NewText(p.placeOf(item), widgets.Small))
	l.detail.Objects = []fyne.CanvasObject{widgets.Column(0, widgets.Line(),
		widgets.Fixed(0, detailHeight, widgets.Scroll(widgets.Inset(column, 12, 20, 12, 20))))}
	l.content.Refresh()
}

// open shows the page of whom the line is about, once they are in the book.
func (l *items) open(row int) {
	if item := l.all[l.shown[row]]; l.page.leads(item) {
		l.page.toCustomer(item)
	}
}

// toCustomer shows the page of whom the item is about; the result is still there
// afterwards.
func (p *Page) toCustomer(item importing.Item) {
	p.away = true
	p.OnCustomer(item.Customer)
}

// leads tells whether there is a page to open of whom the item is about.
func (p *Page) leads(item importing.Item) bool {
	return p.stage == wrote && p.OnCustomer != nil && !item.Customer.IsZero()
}

// nameOf names who an item is about.
func (p *Page) nameOf(item importing.Item) string {
	switch {
	case item.Kind == importing.KindPlan:
		return p.say.Say("bring.item.plan", nil)
	case item.Name != "":
		return item.Name
	case len(item.Phones) > 0:
		return item.Phones[0].Typed
	case len(item.Emails) > 0:
		return item.Emails[0].Address
	case item.Receipt != "":
		return p.say.Say("bring.item.receipt", app.Args{"Receipt": item.Receipt})
	}
	return p.say.Say("bring.item.nameless", nil)
}

// what says in brief what an item holds.
func (p *Page) what(item importing.Item) string {
	return p.brief(item, p.say.Day(item.Day, 0), 1)
}

// adds says what the book's record gets, "" if that is nothing.
func (p *Page) adds(item importing.Item) string {
	var all []string
	for _, a := range item.Added {
		if a.What == "UID" { // nobody reads one
			a.Text = p.say.Say("bring.item.uid", nil)
		}
		all = append(all, a.Text)
	}
	if len(all) == 0 {
		return ""
	}
	return p.say.Say("bring.item.adds", app.Args{"What": strings.Join(all, " · ")})
}

// wholly says it in full.
func (p *Page) wholly(item importing.Item) string {
	return p.brief(item, p.say.DayLong(item.Day, 0), len(item.Phones)+len(item.Emails))
}

// brief joins what an item holds: at the most so many numbers and addresses.
func (p *Page) brief(item importing.Item, day string, most int) string {
	var parts []string
	switch item.Kind {
	case importing.KindCalls, importing.KindOpinions, importing.KindComplaints:
		parts = append(parts, p.say.Say("bring.item.kind."+string(item.Kind), nil))
	}
	if item.Receipt != "" {
		parts = append(parts, p.say.Say("bring.item.receipt", app.Args{"Receipt": item.Receipt}))
	}
	if !item.Day.IsZero() {
		parts = append(parts, day)
	}
	if item.Kind == importing.KindPurchases && item.Action != importing.Reject {
		parts = append(parts, p.say.Money(item.Total))
	}
	if words := p.say.Quoted(item.Words); words != "" {
		parts = append(parts, words)
	}
	var reached, unfit []string
	for _, phone := range item.Phones {
		if phone.Unfit == app.FitToCall {
			reached = append(reached, phone.Typed)
		} else {
			unfit = append(unfit, phone.Typed) // a fax, say
		}
	}
	for _, email := range item.Emails {
		reached = append(reached, email.Address)
	}
	reached = append(reached, unfit...)
	return strings.Join(append(parts, reached[:min(most, len(reached))]...), " · ")
}

// mostLines is how many things of a receipt are told.
const mostLines = 20

// bought says what is on a receipt and what each of it costs; "" of anything
// else.
func (p *Page) bought(item importing.Item) string {
	var parts []string
	for _, l := range item.Lines[:min(len(item.Lines), mostLines)] {
		parts = append(parts, p.say.Say("bring.item.line", app.Args{
			"Quantity": p.say.Quantity(l.Quantity), "Item": l.Item, "Amount": p.say.Money(app.Money{Minor: l.Amount, Currency: item.Total.Currency}),
		}))
	}
	if len(item.Lines) > mostLines {
		parts = append(parts, "…")
	}
	return strings.Join(parts, " · ")
}

// comes says what comes of an item.
func (p *Page) comes(item importing.Item) string {
	if item.Return {
		return p.say.Say("bring.item.return", app.Args{"Comes": p.say.Say("bring.comes."+string(item.Action), nil)})
	}
	return p.say.Say("bring.comes."+string(item.Action), nil)
}

// placeOf says where in the files an item stands.
func (p *Page) placeOf(item importing.Item) string {
	if item.Line == 0 {
		return item.File
	}
	return p.say.Say("bring.item.place", app.Args{"File": item.File, "Line": p.say.Number(int64(item.Line))})
}
