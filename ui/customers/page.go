// Package customers is the page with everybody in the book, the page of each
// customer, and the forms that add and correct customers and purchases.
package customers

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/customers"
	"ringback.app/app/wording"
	"ringback.app/ui/execute"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// Page is the Customers page: the list, or what was opened from it. All of its
// methods are called on the UI goroutine.
type Page struct {
	Services
	say *wording.Voice

	root    *fyne.Container // holds one view
	list    *list
	open    view // nil: the list is shown
	shown   bool
	stale   bool          // the book changed while the page was not seen
	leave   func()        // leads back to where the person was opened from; nil: to everybody
	opened  int           // counts openings; an answer for an earlier one is dropped
	inSight int           // which opening the one that is shown was
	asked   execute.Asked // for a customer

	offered bool // it was offered to go on with what was typed before
}

// view is what can be opened from the list.
type view interface {
	content() fyne.CanvasObject
	// first is what has the keyboard at the beginning; nil: nothing.
	first() fyne.Focusable
	// keeper keeps what is typed; nil: nothing is.
	keeper() *keeper
	save()
	back()
}

// New returns the page. Nothing is read before it is shown.
func New(services Services, say *wording.Voice) *Page {
	p := &Page{Services: services, say: say, root: container.NewStack(), stale: true}
	p.list = newList(p)
	p.fill(p.list.content)
	return p
}

// Content returns what the page shows.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Shown tells the page that it is seen.
func (p *Page) Shown() {
	p.shown = true
	if p.stale {
		p.stale = false
		p.readAnew()
	}
	if p.open == nil {
		p.list.focus()
	} else if first := p.open.first(); first != nil {
		p.Window.Focus(first)
	}
	p.offerDraft()
}

// Hidden tells the page that it is not seen any more. What is typed is kept.
func (p *Page) Hidden() {
	p.shown = false
	if k := p.keeper(); k != nil {
		k.Now()
	}
}

// Close keeps what is typed before the window goes.
func (p *Page) Close(ctx context.Context) error {
	if k := p.keeper(); k != nil {
		return k.Close(ctx)
	}
	return nil
}

func (p *Page) keeper() *keeper {
	if p.open == nil {
		return nil
	}
	return p.open.keeper()
}

// Changed tells the page that the book changed.
func (p *Page) Changed(c app.Changed) {
	if !p.shown {
		p.stale = true
		return
	}
	p.readAnew()
}

// readAnew shows the list, and the person whose page is open, as the book has them
// now. A form stays as it is typed: what it does not touch is saved as the book has
// it.
func (p *Page) readAnew() {
	p.list.reload()
	if person, ok := p.open.(*person); ok {
		p.reread(person)
	}
}

// Save does what Ctrl+Enter does here: it saves the form that is open.
func (p *Page) Save() {
	if p.open != nil {
		p.open.save()
	}
}

// Back does what Escape does here: it leaves the form, then the person, then
// what was looked for.
func (p *Page) Back() {
	if p.open != nil {
		p.open.back()
	} else if !p.list.clear() {
		p.list.focus()
	}
}

// SetTwice says how many people may be in the book twice.
func (p *Page) SetTwice(people int) { p.list.setTwice(people) }

// TypedRune takes a letter that nothing with the focus has taken: it is looked
// for.
func (p *Page) TypedRune(r rune) {
	if p.open == nil {
		p.list.rune(r)
	}
}

// ShowList shows everybody.
func (p *Page) ShowList() {
	p.opened++
	p.open, p.leave = nil, nil
	p.fill(p.list.content)
	p.list.focus()
}

// OpenFrom shows the page of a customer. Back leads to where it was opened from;
// nil: to everybody.
func (p *Page) OpenFrom(id app.ID, back func()) {
	p.leave = back
	p.Open(id)
}

// Open shows the page of a customer, which leads back to where the last one does.
func (p *Page) Open(id app.ID) {
	p.opened++
	p.read(id, func(read customers.Page) { p.show(newPerson(p, read, tabPurchases, nil)) })
}

// reread shows the same person as the book now has them, unless something else is
// about to be shown.
func (p *Page) reread(was *person) {
	if p.inSight == p.opened {
		p.read(was.customer(), was.again)
	}
}

func (p *Page) read(id app.ID, show func(customers.Page)) {
	mine := p.opened
	execute.Latest(p.Run, &p.asked, func(ctx context.Context) (customers.Page, error) { return p.Desk.Page(ctx, id) }, func(err error) {
		switch {
		case mine != p.opened:
		case app.CodeOf(err) == app.CodeNotFound:
			p.ShowList()
		default:
			p.Window.Failed(err)
			p.show(newUnread(p, err))
		}
	}, func(read customers.Page) {
		if mine == p.opened {
			show(read)
		}
	})
}

// recorded goes on from a form that is on record to whose it was, unless it was left
// meanwhile.
func (p *Page) recorded(form view, whose app.ID) {
	if p.open == form && p.inSight == p.opened {
		p.Open(whose)
	}
}

// Add opens the form of a new customer.
func (p *Page) Add() {
	p.leave = nil
	p.openForm(customers.Form{})
}

func (p *Page) show(v view) {
	if k := p.keeper(); k != nil && v.keeper() != k {
		k.Now()
	}
	again := p.open != nil && p.inSight == p.opened // what is on show, as the book has it now
	took := !again || widgets.HasKeyboard(p.root)
	p.open, p.inSight = v, p.opened
	p.fill(v.content())
	if first := v.first(); first != nil && took {
		p.Window.Focus(first)
	}
}

func (p *Page) fill(o fyne.CanvasObject) {
	p.root.Objects = []fyne.CanvasObject{widgets.On(theme.ColorSurface, o)}
	p.root.Refresh()
}

// done tells what was done, with a way to take it back.
func (p *Page) done(sentence string, batch app.ID) {
	var undo func()
	if !batch.IsZero() {
		undo = func() { p.undo(batch) }
	}
	p.Window.Toast(sentence, undo)
}

// undo takes a batch back; the event that follows shows the book anew.
func (p *Page) undo(batch app.ID) {
	by := p.By()
	execute.Do(p.Run, func(ctx context.Context) error {
		_, err := p.Book.Undo(ctx, batch, by)
		return err
	}, p.Window.Failed)
}

// act does one thing to the book off the UI goroutine and tells of it.
func (p *Page) act(do func(ctx context.Context) (app.ID, error), key string, then func()) {
	var batch app.ID
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		batch, err = do(ctx)
		return err
	}, func(err error) {
		if err != nil {
			p.Window.Failed(err)
			return
		}
		p.done(p.say.Say(key, nil), batch)
		if then != nil {
			then()
		}
	})
}
