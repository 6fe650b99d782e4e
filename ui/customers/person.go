package customers

import (
	"context"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/customers"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// The parts of a person's page, by the key of their choice.
const (
	tabPurchases = "purchases"
	tabTold      = "told"
	tabCalls     = "calls"
	tabHistory   = "history"
)

// person is the page of one customer: who they are at the left, what they
// bought, said and were asked at the right.
type person struct {
	page *Page
	read customers.Page
	zone *time.Location
	now  time.Time
	tab  string

	tabs   *widgets.Choice
	side   *fyne.Container // holds what the tab shows
	scroll *container.Scroll
	body   fyne.CanvasObject
	left   *container.Scroll // holds who they are
	same   *same             // asks who else they are; nil: it does not
	whole  map[app.ID]bool   // the receipts of which every line is shown
}

// again returns the same page with the person as the book has them now.
func (v *person) again(read customers.Page) {
	now := newPerson(v.page, read, v.tab, v.whole)
	if v.same != nil {
		now.same = v.same
		now.drawDetails()
	}
	at, left := v.scroll.Offset, v.left.Offset
	v.page.show(now)
	now.scroll.ScrollToOffset(at)
	now.left.ScrollToOffset(left)
}

func newPerson(p *Page, read customers.Page, tab string, whole map[app.ID]bool) *person {
	v := &person{page: p, read: read, zone: read.Plan.Location(), tab: tab, whole: whole, side: container.NewStack()}
	if v.whole == nil {
		v.whole = make(map[app.ID]bool)
	}
	v.now = p.Clock().In(v.zone)
	v.tabs = widgets.NewChoice([]widgets.Option{
		{Key: tabPurchases, Text: v.counted("people.tab.purchases", read.Summary.Buying.Count)},
		{Key: tabTold, Text: v.counted("people.tab.told", read.Summary.Talk.Opinions)},
		{Key: tabCalls, Text: v.counted("people.tab.calls", read.Summary.Talk.Calls)},
		{Key: tabHistory, Text: p.say.Say("people.tab.history", nil)},
	}, v.showTab).Must()
	v.tabs.SetChosen(tab)
	v.left = widgets.Scroll(nil)
	v.drawDetails()
	v.body = widgets.Column(0,
		widgets.Inset(v.head(), 16, 20, 16, 20),
		widgets.Line(),
		widgets.Grow(container.New(personLayout{},
			v.left,
			widgets.Column(0, widgets.Inset(widgets.Row(8, v.tabs), 16, 20, 12, 20), widgets.Grow(v.side)))))
	v.showTab(tab)
	return v
}

func (v *person) content() fyne.CanvasObject { return v.body }
func (v *person) first() fyne.Focusable {
	if v.same != nil {
		return v.same.Entry
	}
	return v.tabs
}
func (v *person) customer() app.ID { return v.read.Customer.ID }
func (v *person) keeper() *keeper  { return nil }
func (v *person) save()            {}

func (v *person) back() {
	if v.askNot() {
		return
	}
	leave := v.page.leave
	v.page.ShowList()
	if leave != nil {
		leave()
	}
}

func (v *person) counted(key string, n int) string {
	if n == 0 {
		return v.page.say.Say(key, nil)
	}
	return v.page.say.Say("people.tab.counted", app.Args{"Tab": v.page.say.Say(key, nil), "Count": v.page.say.Number(int64(n))})
}

// head draws who it is and what can be done.
func (v *person) head() fyne.CanvasObject {
	say, c := v.page.say, v.read.Customer
	name := v.name()
	var under fyne.CanvasObject
	if line := v.underName(); line != "" {
		under = widgets.NewParagraph(line, widgets.Note).AtMost(linesUnder)
	}
	back := widgets.NewButton(widgets.Quiet, "", v.back).WithIcon(theme.IconBack).WithTip(say.Say("window.back", nil))
	call := widgets.NewButton(widgets.Primary, say.Say("people.call", nil), func() { v.page.OnCall(c.ID) }).WithIcon(theme.IconPhone)
	buy := widgets.NewButton(widgets.Plain, say.Say("people.add-purchase", nil), v.addPurchase).WithIcon(theme.IconAdd)
	edit := widgets.NewButton(widgets.Plain, say.Say("people.edit", nil), v.edit).WithIcon(theme.IconEdit)
	return widgets.Row(12, back, widgets.Grow(widgets.NameHead(widgets.NewAvatar(name, widgets.AvatarOnCard),
		widgets.NewParagraph(name, widgets.Heading).AtMost(linesOfName), under, widgets.Row(8, edit, buy, call))))
}

// How many lines the name takes at the most, and what sums them up under it: a name
// of some length has to be readable somewhere.
const (
	linesOfName = 5
	linesUnder  = 3
)

func (v *person) name() string { return v.page.say.Called(v.read.Customer) }

// underName sums a customer up: "Care Co · 9 purchases since 2022 · € 3,410".
func (v *person) underName() string {
	say, b := v.page.say, v.read.Summary.Buying
	var parts []string
	if c := v.read.Customer; c.Firm != "" && c.Name.Full != "" {
		parts = append(parts, c.Firm)
	}
	if v.read.Customer.Archived {
		parts = append(parts, say.Say("people.archived", nil))
	}
	if b.Count > 0 {
		year, _, _ := b.First.Date()
		parts = append(parts, say.Count("people.bought-since", b.Count, app.Args{"Year": strconv.Itoa(year)}))
	}
	for _, m := range b.Totals {
		if m.Minor != 0 {
			parts = append(parts, say.WholeMoney(m))
		}
	}
	return strings.Join(parts, separator)
}

// separator stands between the parts of a muted line.
const separator = " · "

func (v *person) edit() { v.page.openForm(customers.FormOf(v.read.Customer)) }

func (v *person) addPurchase() {
	form := customers.PurchaseForm{Customer: v.customer(), Day: v.page.say.Say("people.purchase.today", nil)}
	v.page.openPurchaseForm(form, v.read)
}

// archive puts the customer away, or takes them out again.
func (v *person) archive() {
	do, key := v.page.Desk.Archive, "people.done.archived"
	if v.read.Customer.Archived {
		do, key = v.page.Desk.Unarchive, "people.done.unarchived"
	}
	id, by := v.customer(), v.page.By()
	v.page.act(func(ctx context.Context) (app.ID, error) {
		applied, err := do(ctx, id, by)
		return applied.Batch, err
	}, key, nil)
}

// drawDetails shows who they are anew.
func (v *person) drawDetails() {
	v.left.Content = widgets.Inset(v.details(), 16, 20, 20, 20)
	v.left.Refresh()
}

// showTab shows one part of the page.
func (v *person) showTab(tab string) {
	v.tab = tab
	var part fyne.CanvasObject
	switch tab {
	case tabTold:
		part = v.told()
	case tabCalls:
		part = v.calls()
	case tabHistory:
		part = v.history()
	default:
		part = v.purchases()
	}
	v.scroll = widgets.Scroll(widgets.Inset(part, 4, 20, 20, 20))
	v.side.Objects = []fyne.CanvasObject{v.scroll}
	v.side.Refresh()
}

// personLayout puts who they are at the left and the rest beside it.
type personLayout struct{}

// detailsWidth is that of the left side at the most, at the normal text size.
const detailsWidth = 300

func (personLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	left, right := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(left.Width+right.Width, max(left.Height, right.Height))
}

func (personLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := min(theme.Px(detailsWidth), size.Width*0.36)
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(left, size.Height))
	objects[1].Move(fyne.NewPos(left, 0))
	objects[1].Resize(fyne.NewSize(size.Width-left, size.Height))
}
