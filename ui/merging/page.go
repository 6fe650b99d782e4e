// Package merging is the page on which two customers who may be one stand side
// by side, to be merged or kept apart.
package merging

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/merging"
	"ringback.app/app/wording"
	"ringback.app/ui/execute"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// Page shows one pair after the other. All of its methods are called on the UI
// goroutine.
type Page struct {
	Services
	say  *wording.Voice
	root *fyne.Container

	looking looking
	at      merging.Pair  // the pair on show
	named   merging.Pair  // of whom a person says that they are one; zero: nobody
	open    *comparison   // nil: no pair is on show
	asked   execute.Asked // counts questions; only the answer to the last is shown
	shown   bool
	merging bool // a merge is being written
}

// New returns the page. Nothing is read before it is shown, or Count is called.
func New(services Services, say *wording.Voice) *Page {
	p := &Page{Services: services, say: say, root: container.NewStack()}
	p.tell("merging.reading")
	return p
}

// Content returns what the page shows.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Shown tells the page that it is seen.
func (p *Page) Shown() {
	p.shown = true
	if p.open != nil {
		p.Window.Focus(p.open.first)
	}
	p.look(p.show)
}

// Hidden tells the page that it is not seen any more.
func (p *Page) Hidden() { p.shown, p.named = false, merging.Pair{} }

// Open shows two customers of whom a person says that they are one, whatever is
// thought of them otherwise. From them the page leads back to the first.
func (p *Page) Open(customer, other app.ID) {
	p.open, p.named = nil, merging.Pair{A: customer, B: other}
	p.propose(p.named)
}

// Count finds out how many people may be in the book twice, and tells
// OnCounted.
func (p *Page) Count() { p.look(nil) }

// Changed tells the page that the book changed.
func (p *Page) Changed(c app.Changed) {
	p.looking.note(c.Customers)
	if p.shown {
		p.look(p.show)
	}
}

// Save does what Ctrl+Enter does here: it merges the two.
func (p *Page) Save() {
	if p.open == nil || p.merging {
		return
	}
	p.merging = true
	proposal, choices, by := p.open.proposal, p.open.choices, p.By()
	var done merging.Done
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		done, err = p.Desk.Merge(ctx, proposal, choices, by)
		return err
	}, func(err error) {
		p.merging = false
		p.open = nil // what comes next is shown as it is then, and nothing is merged twice
		if err != nil {
			p.Window.Failed(err)
		} else {
			said := p.say.Say("merging.done", app.Args{"Name": p.say.Called(done.Customer)})
			if others := p.say.AlsoRefused(done.Refused); others != "" {
				said += " " + others
			}
			p.Window.Toast(said, func() { p.undo(done.Batch) })
		}
		p.looking.note([]app.ID{proposal.Kept.Customer.ID, proposal.Other.Customer.ID})
		if p.isNamed() && err == nil {
			p.leave(done.Customer.ID)
			return
		}
		p.look(p.show)
	})
}

// undo takes a merge back; the event that follows shows the two again.
func (p *Page) undo(batch app.ID) {
	by := p.By()
	execute.Do(p.Run, func(ctx context.Context) error {
		_, err := p.Book.Undo(ctx, batch, by)
		return err
	}, p.Window.Failed)
}

// Back does what Escape does here: it goes back to the customers, or to the one
// who led here.
func (p *Page) Back() {
	if p.isNamed() {
		p.leave(p.named.A)
		return
	}
	p.OnBack()
}

// isNamed tells whether the pair on show was named by a person.
func (p *Page) isNamed() bool { return !p.named.A.IsZero() }

// leave goes back to a customer from two whom a person named.
func (p *Page) leave(customer app.ID) {
	p.named, p.open = merging.Pair{}, nil
	p.OnCustomer(customer)
}

// apart remembers that the two on show are two people.
func (p *Page) apart() {
	if p.open == nil || p.merging {
		return
	}
	a, b := p.at.A, p.at.B
	names := app.Args{"One": p.say.Called(p.open.proposal.Kept.Customer), "Other": p.say.Called(p.open.proposal.Other.Customer)}
	p.setApart(a, b, p.Desk.KeepApart, func() {
		p.Window.Toast(p.say.Say("merging.apart", names), func() { p.setApart(a, b, p.Desk.ForgetApart, nil) })
	})
}

func (p *Page) setApart(a, b app.ID, set func(ctx context.Context, a, b app.ID) error, then func()) {
	execute.Then(p.Run, func(ctx context.Context) error { return set(ctx, a, b) }, func(err error) {
		if err != nil {
			p.Window.Failed(err)
			return
		}
		if then != nil {
			then()
		}
		p.looking.note([]app.ID{a, b})
		if p.isNamed() {
			p.leave(a)
			return
		}
		p.look(p.show)
	})
}

// next shows the pair after the one on show, and after the last the first.
func (p *Page) next() {
	pairs := p.looking.pairs
	if len(pairs) == 0 || p.merging {
		return
	}
	p.propose(pairs[(p.looking.index(p.at)+1)%len(pairs)])
}

// show shows the pair that was on show as it is now, or else the first.
func (p *Page) show() {
	if !p.shown {
		return
	}
	if p.isNamed() {
		if !p.merging { // then one of them is about to go
			p.propose(p.named)
		}
		return
	}
	pairs := p.looking.pairs
	if len(pairs) == 0 {
		p.asked++
		p.open = nil
		p.showNobody()
		return
	}
	at := max(0, p.looking.index(p.at))
	p.propose(pairs[at])
}

// propose reads the two and shows them. Those who are on show already, and did
// not change, stay with what was chosen.
func (p *Page) propose(pair merging.Pair) {
	var plan app.Plan
	execute.Latest(p.Run, &p.asked, func(ctx context.Context) (proposal merging.Proposal, err error) {
		if plan, err = p.Book.Plan(ctx); err != nil {
			return proposal, err
		}
		return p.Desk.Propose(ctx, pair.A, pair.B)
	}, func(err error) {
		p.Window.Failed(err)
		p.showUnread(err)
	}, func(proposal merging.Proposal) {
		if p.open != nil && p.open.is(proposal) {
			p.open.place()
			return
		}
		p.at = pair
		p.open = newComparison(p, proposal, plan)
		p.fill(p.open.content)
		if p.shown {
			p.Window.Focus(p.open.first)
		}
	})
}

// showUnread says that the pairs cannot be read, and why.
func (p *Page) showUnread(err error) {
	p.open = nil
	p.fill(widgets.Unread(p.say.Say("window.unread", nil), p.say.Error(err)))
}

// showNobody says that there is no pair left.
func (p *Page) showNobody() {
	back := widgets.NewBigChoice(theme.IconPeople, p.say.Say("merging.none.back", nil), p.say.Say("merging.none.back.more", nil), p.OnBack)
	p.fill(widgets.EmptyState(theme.IconPeople, p.say.Say("merging.none", nil), p.say.Say("merging.none.more", nil), back))
	p.Window.Focus(back)
}

// tell shows a sentence alone.
func (p *Page) tell(key string) {
	p.fill(widgets.Inset(widgets.NewParagraph(p.say.Say(key, nil), widgets.Muted), 24, 24, 24, 24))
}

func (p *Page) fill(o fyne.CanvasObject) {
	p.root.Objects = []fyne.CanvasObject{widgets.On(theme.ColorSurface, o)}
	p.root.Refresh()
}
