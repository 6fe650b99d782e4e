// Package loyalty is the page that shows a shop who its customers are: the best,
// the regulars, the new ones, and those it is losing.
package loyalty

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/loyalty"
	"ringback.app/app/wording"
	"ringback.app/ui/execute"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// mostShown is how many people of a group are listed: more than anybody reads.
const mostShown = 500

// Page is the page. All of its methods are called on the UI goroutine.
type Page struct {
	Services
	say  *wording.Voice
	root *fyne.Container

	view   *view              // nil: nothing is read yet, or nobody has bought
	bring  *widgets.BigChoice // what to do where nobody has bought
	roll   *loyalty.Roll      // nil until it is read
	chosen loyalty.Kind
	shown  bool
	stale  bool          // the book changed while the page was not seen
	busy   bool          // the book is being read
	again  bool          // and has changed since
	asked  execute.Asked // for people
}

// New returns the page. Nothing is read before it is shown.
func New(services Services, say *wording.Voice) *Page {
	p := &Page{Services: services, say: say, root: container.NewStack(), chosen: loyalty.Best, stale: true}
	p.fill(widgets.Inset(widgets.NewParagraph(say.Say("loyalty.reading", nil), widgets.Muted), 24, 24, 24, 24))
	return p
}

// Content returns what the page shows.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Shown tells the page that it is seen.
func (p *Page) Shown() {
	p.shown = true
	p.focus()
	if p.stale {
		p.read()
	}
}

// Hidden tells the page that it is not seen any more.
func (p *Page) Hidden() { p.shown = false }

// Changed tells the page that the book changed.
func (p *Page) Changed(app.Changed) {
	p.stale = true
	if p.shown {
		p.read()
	}
}

// Back does what Escape does here: it goes from the people to their group, and
// then back to where the page was opened from.
func (p *Page) Back() {
	if p.view != nil && p.view.leave() {
		return
	}
	p.OnBack()
}

// TypedKey takes the keys that nothing with the focus has taken: Left and Right
// go from group to group, Down to the people.
func (p *Page) TypedKey(key *fyne.KeyEvent) {
	if p.view == nil {
		return
	}
	switch key.Name {
	case fyne.KeyLeft:
		p.turn(-1)
	case fyne.KeyRight:
		p.turn(1)
	case fyne.KeyDown:
		p.view.enter()
	}
}

func (p *Page) turn(by int) {
	kinds := loyalty.Kinds()
	at := slices.Index(kinds, p.chosen) + by
	if at >= 0 && at < len(kinds) {
		p.choose(kinds[at])
		p.focus()
	}
}

// focus gives the keyboard to the group that is chosen, or to what to do where
// there is none.
func (p *Page) focus() {
	switch {
	case !p.shown:
	case p.view != nil:
		p.Window.Focus(p.view.tiles[p.chosen])
	case p.bring != nil:
		p.Window.Focus(p.bring)
	}
}

// read tells everybody apart off the UI goroutine. While that is under way,
// changes of the book wait for one more reading.
func (p *Page) read() {
	if p.busy {
		p.again = true
		return
	}
	p.busy, p.again, p.stale = true, false, false
	var roll *loyalty.Roll
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		roll, err = p.Desk.Read(ctx)
		return err
	}, func(err error) {
		p.busy = false
		switch {
		case p.again:
			p.read()
		case err != nil:
			p.Window.Failed(err)
			p.showUnread(err)
		default:
			p.show(roll)
		}
	})
}

// show shows everybody as they are told apart now. Whoever had the keyboard has
// it still.
func (p *Page) show(roll *loyalty.Roll) {
	first := p.roll == nil
	p.roll = roll
	if roll.Count() == 0 {
		p.showNobody()
		return
	}
	if first && len(roll.In(p.chosen)) == 0 {
		p.chosen = fullest(roll)
	}
	was := p.view
	held := was != nil && was.people.held()
	p.view = newView(p)
	p.fill(p.view.content)
	if was != nil {
		p.view.people.take(was.people)
	}
	p.choose(p.chosen)
	if held {
		p.view.enter()
	} else {
		p.focus()
	}
}

// fullest returns the group with the most people.
func fullest(roll *loyalty.Roll) loyalty.Kind {
	most := slices.MaxFunc(roll.Groups(), func(a, b loyalty.Group) int { return a.Count - b.Count })
	return most.Kind
}

// choose shows the people of a group.
func (p *Page) choose(kind loyalty.Kind) {
	again := p.chosen == kind
	p.chosen = kind
	p.view.mark(kind)
	members, v := p.roll.In(kind), p.view
	execute.Latest(p.Run, &p.asked, func(ctx context.Context) ([]loyalty.Person, error) {
		return p.Desk.People(ctx, members, mostShown)
	}, v.people.fail, func(people []loyalty.Person) { v.people.show(people, len(members), again) })
}

// showUnread says that nobody can be read, and why. The next time the page is seen
// it tries again.
func (p *Page) showUnread(err error) {
	p.stale = true
	p.roll, p.bring = nil, nil
	p.leaveView()
	p.fill(widgets.Unread(p.say.Say("window.unread", nil), p.say.Error(err)))
}

// showNobody says that nobody has bought yet, and what to do.
func (p *Page) showNobody() {
	p.leaveView()
	p.bring = widgets.NewBigChoice(theme.IconImport, p.say.Say("loyalty.empty.import", nil), p.say.Say("loyalty.empty.import.more", nil), p.OnImport)
	p.fill(widgets.EmptyState(theme.IconThank, p.say.Say("loyalty.empty", nil), p.say.Say("loyalty.empty.more", nil), p.bring))
	p.focus()
}

// leaveView takes the groups away: whom somebody still asks for is shown nowhere.
func (p *Page) leaveView() {
	p.view = nil
	p.asked++
}

func (p *Page) fill(o fyne.CanvasObject) {
	p.root.Objects = []fyne.CanvasObject{widgets.On(theme.ColorPage, o)}
	p.root.Refresh()
}
