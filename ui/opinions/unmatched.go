package opinions

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/opinions"
	"ringback.app/ui/choosing"
	"ringback.app/ui/execute"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// unmatched is where the opinions wait that nobody knows whose they are.
type unmatched struct {
	page    *Page
	root    *fyne.Container // holds the browser, or what to say if nothing waits
	browser *browser
	sender  *sender // asks whose the one on show is
	offers  *fyne.Container
	others  *widgets.Check // whether the other cards of the same sender are theirs, too
	theirs  []app.ID       // those cards
	offered app.ID         // the opinion with which that was asked
	who     opinions.Told
	asked   execute.Asked
}

func newUnmatched(p *Page) *unmatched {
	u := &unmatched{page: p, root: container.NewStack(), offers: widgets.Column(6)}
	u.others = widgets.NewCheck("", widgets.Body, nil)
	title := widgets.Inset(widgets.NewText(p.say.Say("opinions.unmatched.title", nil), widgets.Heading), 14, 20, 4, 20)
	u.browser = newBrowser(p, title, u.draw)
	u.browser.enter = func() fyne.Focusable {
		if u.sender == nil {
			return nil
		}
		return u.sender.Entry
	}
	return u
}

func (u *unmatched) content() fyne.CanvasObject { return u.root }
func (u *unmatched) first() fyne.Focusable      { return u.browser.list }
func (u *unmatched) save()                      {}
func (u *unmatched) back() bool                 { return u.browser.back() }

func (u *unmatched) load() {
	p := u.page
	execute.Latest(p.Run, &u.asked, func(ctx context.Context) ([]app.Opinion, error) {
		return p.Desk.Unmatched(ctx, mostFound)
	}, func(err error) {
		p.Window.Failed(err)
		u.root.Objects = []fyne.CanvasObject{p.unread(err)}
		u.root.Refresh()
	}, u.show)
}

func (u *unmatched) show(all []app.Opinion) {
	say := u.page.say
	if len(all) == 0 {
		u.root.Objects = []fyne.CanvasObject{widgets.EmptyState(theme.IconCheck, say.Say("opinions.unmatched.none", nil), say.Say("opinions.unmatched.none.more", nil))}
		u.root.Refresh()
		return
	}
	told := make([]opinions.Told, len(all))
	for i, o := range all {
		told[i] = opinions.Told{Opinion: o}
	}
	u.root.Objects = []fyne.CanvasObject{u.browser.split}
	count := say.Count("opinions.count", len(all), app.Args{"Number": say.Number(int64(len(all)))})
	if len(all) == mostFound {
		count = say.Say("opinions.count.first", app.Args{"Number": say.Number(mostFound)})
	}
	u.browser.show(told, count, "")
	u.root.Refresh()
}

// draw shows an opinion with those who may have given it.
func (u *unmatched) draw(t opinions.Told) fyne.CanvasObject {
	p, say, o := u.page, u.page.say, t.Opinion
	if u.sender == nil || u.who.Opinion.ID != o.ID { // else what is typed there stays
		u.sender = newSender(p, say.Say("opinions.unmatched.who", nil), func() {}, u.match, func() { u.browser.right.Refresh() })
	}
	u.who, u.theirs = t, nil
	u.others.Hide()
	head := widgets.Column(2, widgets.NewParagraph(p.whoOf(t), widgets.Heading).AtMost(2),
		widgets.NewParagraph(say.Told(o, p.today()), widgets.Note))
	u.offers.RemoveAll()
	body := widgets.Column(14)
	if o.Verbatim != "" {
		body.Add(widgets.Quote(p.shortened(o), p.whenRead(o)))
	}
	body.Add(u.others)
	body.Add(u.offers)
	body.Add(u.sender.Content)
	u.suggest(o)
	return widgets.Sheet(head, body, nil)
}

// suggest offers those who may be meant by what the card says.
func (u *unmatched) suggest(o app.Opinion) {
	p := u.page
	var found []opinions.Candidate
	var others []app.ID
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		if found, err = p.Desk.Candidates(ctx, o.Sender, choosing.Most); err == nil {
			others, err = p.Desk.Others(ctx, o)
		}
		return err
	}, func(err error) {
		switch {
		case u.who.Opinion.ID != o.ID:
		case err != nil:
			p.Window.Failed(err)
		default:
			u.include(o, others)
			u.offer(o, found)
		}
	})
}

// include offers to say the same of the other cards of that sender.
func (u *unmatched) include(o app.Opinion, others []app.ID) {
	u.theirs = others
	if len(others) == 0 {
		return
	}
	u.others.SetText(u.page.say.Count("opinions.unmatched.others", len(others), nil))
	if u.offered != o.ID { // else what was ticked stays
		u.offered = o.ID
		u.others.SetChecked(opinions.Certain(o.Sender))
	}
	u.others.Show()
}

func (u *unmatched) offer(o app.Opinion, found []opinions.Candidate) {
	p, say := u.page, u.page.say
	u.offers.RemoveAll()
	if len(found) > 0 {
		u.offers.Add(widgets.SectionTitle(say.Say("opinions.unmatched.maybe", nil)))
	}
	for _, c := range found {
		line := p.candidate(c)
		words := widgets.Column(0, widgets.NewText(line.Name, widgets.Strong))
		if line.Line != "" {
			words.Add(widgets.NewText(line.Line, widgets.Note))
		}
		take := widgets.NewButton(widgets.Plain, say.Say("opinions.unmatched.take", nil), func() { u.matchTo(o.ID, c.Customer) }).WithIcon(theme.IconCheck)
		row := widgets.Row(12, widgets.Grow(words))
		if line.Pill != "" {
			row.Add(widgets.NewPill(line.Pill, widgets.Calm))
		}
		row.Add(take)
		u.offers.Add(row)
	}
	u.browser.right.Refresh()
}

// match says that the opinion on show is that of who was chosen.
func (u *unmatched) match() {
	if who := u.sender.customer; !who.ID.IsZero() {
		u.matchTo(u.who.Opinion.ID, who)
	}
}

func (u *unmatched) matchTo(opinion app.ID, who app.Customer) {
	p := u.page
	all, by := []app.ID{opinion}, p.By()
	if u.others.Checked() {
		all = append(all, u.theirs...)
	}
	p.act(func(ctx context.Context) (app.ID, error) {
		applied, err := p.Desk.Match(ctx, all, who.ID, by)
		return applied.Batch, err
	}, nil, func() string {
		u.sender = nil // an undo asks anew
		u.load()
		p.Window.Focus(u.browser.list)
		return p.say.Count("opinions.matched", len(all), app.Args{"Name": p.say.Called(who)})
	})
}
