// Package opinions is the page on which tell-us cards are typed in, and on which
// everything that customers said is found again: the cards that nobody knows
// whose they are, the praise to pass on, and the words that may be published.
package opinions

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/folding"
	"ringback.app/app/opinions"
	"ringback.app/app/when"
	"ringback.app/app/wording"
	"ringback.app/ui/execute"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// The tabs of the page.
const (
	tabType      = "type"
	tabSaid      = "said"
	tabUnmatched = "unmatched"
	tabPraise    = "praise"
	tabQuotes    = "quotes"
)

// tab is one room of the page.
type tab interface {
	content() fyne.CanvasObject
	// first is what has the keyboard at the beginning; nil: nothing.
	first() fyne.Focusable
	// load reads what the tab shows.
	load()
	save()
	// back goes a step back within the tab, and tells whether there was one.
	back() bool
}

// Page is the page. All of its methods are called on the UI goroutine.
type Page struct {
	Services
	say  *wording.Voice
	root *fyne.Container
	side *fyne.Container // holds the tab on show
	tabs *widgets.Choice

	typing    *typing
	said      *said
	unmatched *unmatched
	praise    *praise
	quotes    *quotes
	printing  *printing // over the tabs; nil: no cards are being ordered
	open      tab

	plan  app.Plan
	known opinions.Vocabulary
	shown bool
	ready bool // the plan and the vocabulary were read

	learning execute.Asked
	learned  func() // to be called when they are; nil: nobody waits
}

// New returns the page. Nothing is read before it is shown.
func New(services Services, say *wording.Voice) *Page {
	p := &Page{Services: services, say: say, root: container.NewStack(), side: container.NewStack()}
	var options []widgets.Option
	for _, key := range []string{tabType, tabSaid, tabUnmatched, tabPraise, tabQuotes} {
		options = append(options, widgets.Option{Key: key, Text: say.Say("opinions.tab."+key, nil)})
	}
	p.tabs = widgets.NewChoice(options, func(key string) { p.turn(key) }).Must()
	p.typing, p.said, p.unmatched = newTyping(p), newSaid(p), newUnmatched(p)
	p.praise, p.quotes = newPraise(p), newQuotes(p)
	cards := widgets.NewButton(widgets.Plain, say.Say("opinions.cards", nil), func() { p.PrintCards() }).WithIcon(theme.IconPrint)
	head := widgets.Row(12, widgets.Grow(p.tabs), cards)
	p.fill(widgets.Column(0, widgets.Inset(head, 14, 20, 12, 20), widgets.Line(), widgets.Grow(p.side)))
	p.show(tabType)
	return p
}

func (p *Page) tabOf(key string) tab {
	switch key {
	case tabSaid:
		return p.said
	case tabUnmatched:
		return p.unmatched
	case tabPraise:
		return p.praise
	case tabQuotes:
		return p.quotes
	}
	return p.typing
}

// show lays the tab out without reading anything.
func (p *Page) show(key string) {
	p.open = p.tabOf(key)
	p.tabs.SetChosen(key)
	p.side.Objects = []fyne.CanvasObject{p.open.content()}
	p.side.Refresh()
}

// turn shows a tab, as its choice does: the keyboard stays where it is.
func (p *Page) turn(key string) {
	p.leave()
	p.show(key)
	p.open.load()
}

// Content returns what the page shows.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Shown tells the page that it is seen.
func (p *Page) Shown() {
	p.shown = true
	p.learn(p.open.load)
	p.focus()
}

// focus gives the keyboard to what the tab on show begins with.
func (p *Page) focus() {
	if p.printing != nil {
		p.Window.Focus(p.printing.first())
	} else if first := p.open.first(); first != nil {
		p.Window.Focus(first)
	}
}

// Hidden tells the page that it is not seen any more. What is typed is kept.
func (p *Page) Hidden() {
	p.shown = false
	p.leave()
}

// leave keeps what is typed, as another tab or page is shown.
func (p *Page) leave() {
	p.typing.keeper.Now()
	for _, t := range p.tasks() {
		t.work.Now()
	}
	p.closePrinting()
}

// tasks are the forms that are open.
func (p *Page) tasks() []*task {
	return slices.DeleteFunc([]*task{p.said.detail.task, p.quotes.task}, func(t *task) bool { return t == nil })
}

// Close keeps what is typed before the window goes.
func (p *Page) Close(ctx context.Context) error {
	for _, t := range p.tasks() {
		if err := t.work.Close(ctx); err != nil {
			return err
		}
	}
	return p.typing.keeper.Close(ctx)
}

// Changed tells the page that the book changed.
func (p *Page) Changed(c app.Changed) {
	if c.Plan {
		p.ready = false
	}
	p.typing.changed(c)
	if p.shown {
		if c.Plan || c.Customers == nil { // an import may bring new words; what is typed here brings its own
			p.learn(nil)
		}
		if p.open != tab(p.typing) {
			p.open.load()
		}
	}
}

// Save does what Ctrl+Enter does here.
func (p *Page) Save() {
	if p.printing != nil {
		p.printing.save()
		return
	}
	p.open.save()
}

// Back does what Escape does here: a step back.
func (p *Page) Back() {
	switch {
	case p.printing != nil:
		p.closePrinting()
		p.focus()
	case p.open.back():
	case p.OnBack != nil:
		p.OnBack()
	}
}

// TypedRune takes a letter that nothing with the keyboard has taken.
func (p *Page) TypedRune(r rune) {
	if p.printing == nil && p.open == tab(p.typing) {
		p.typing.letter(r)
	}
}

// Type shows where cards are typed in.
func (p *Page) Type() { p.goTo(tabType) }

// TypeFor shows where cards are typed in, for what that customer said.
func (p *Page) TypeFor(customer app.ID) {
	p.goTo(tabType)
	p.typing.takeFor(customer)
}

// Find shows what customers said, as far as the query asks for it.
func (p *Page) Find(q app.OpinionQuery) {
	p.said.ask(q)
	p.goTo(tabSaid)
}

// ShowUnmatched shows the opinions that nobody knows whose they are.
func (p *Page) ShowUnmatched() { p.goTo(tabUnmatched) }

// ShowPraise shows the praise to pass on.
func (p *Page) ShowPraise() { p.goTo(tabPraise) }

// goTo shows a tab, as somebody does who comes from elsewhere.
func (p *Page) goTo(key string) {
	p.leave()
	p.show(key)
	if p.shown {
		p.open.load()
		p.focus()
	}
}

// vocabulary is what is offered while somebody types.
type vocabulary struct {
	plan  app.Plan
	known opinions.Vocabulary
}

// learn reads the plan and what was said before, to be offered while somebody
// types; then is called, if not nil, when that is known.
func (p *Page) learn(then func()) {
	switch {
	case then == nil:
	case p.ready:
		then()
	default:
		p.learned = then
	}
	execute.Latest(p.Run, &p.learning, func(ctx context.Context) (v vocabulary, err error) {
		if v.plan, err = p.Book.Plan(ctx); err == nil {
			v.known, err = p.Desk.Vocabulary(ctx)
		}
		return v, err
	}, func(err error) {
		p.Window.Failed(err)
		if !p.ready {
			p.side.Objects = []fyne.CanvasObject{p.unread(err)}
			p.side.Refresh()
		}
	}, func(v vocabulary) {
		first := !p.ready
		if first {
			p.show(p.tabs.Chosen())
		}
		p.plan, p.known, p.ready = v.plan, v.known, true
		if then := p.learned; then != nil {
			p.learned = nil
			then()
		}
	})
}

// unread says that something cannot be read, and why.
func (p *Page) unread(err error) fyne.CanvasObject {
	return widgets.Unread(p.say.Say("window.unread", nil), p.say.Error(err))
}

// hear takes the words of an opinion to what is offered from now on.
func (p *Page) hear(o app.Opinion) {
	p.known.Themes = folding.With(p.known.Themes, o.Themes...)
	p.known.Staff = folding.With(p.known.Staff, o.Staff...)
}

// zone is the shop's, as far as it is known.
func (p *Page) zone() *time.Location {
	if !p.ready {
		return p.Clock().Location()
	}
	return p.plan.Location()
}

func (p *Page) today() app.Day { return app.DayOf(p.Clock().In(p.zone())) }

// reading is how days are read.
func (p *Page) reading(lean when.Lean) when.Options {
	return when.Options{Clock: p.Clock, Zone: p.zone(), Words: p.Words, Order: p.Order, Lean: lean}
}

func (p *Page) fill(o fyne.CanvasObject) {
	p.root.Objects = []fyne.CanvasObject{widgets.On(theme.ColorSurface, o)}
	p.root.Refresh()
}

// done tells what was done, with a way to take it back.
func (p *Page) done(sentence string, batch app.ID) {
	if batch.IsZero() {
		p.Window.Toast(sentence, nil)
		return
	}
	p.Window.Toast(sentence, func() { p.undo(batch) })
}

// undo takes a batch back; the event that follows shows the book anew.
func (p *Page) undo(batch app.ID) {
	by := p.By()
	execute.Do(p.Run, func(ctx context.Context) error {
		_, err := p.Book.Undo(ctx, batch, by)
		return err
	}, p.Window.Failed)
}

// act does one thing to the book off the UI goroutine. What is wrong with a
// field refused is told of; nil: the window says it. Done gives the sentence
// that tells of it.
func (p *Page) act(do func(ctx context.Context) (app.ID, error), refused func(map[string]string), done func() string) {
	var batch app.ID
	was, typing := widgets.Keyboard(p.root).(*widgets.Entry)
	if typing {
		p.Window.Focus(nil) // what is typed from here on would not be in it
	}
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		batch, err = do(ctx)
		return err
	}, func(err error) {
		if err != nil && typing && p.shown {
			p.Window.Focus(was)
		}
		switch problems := p.say.Fields(err); {
		case err == nil:
			p.done(done(), batch)
		case refused != nil && problems != nil:
			refused(problems)
		default:
			p.Window.Failed(err)
		}
	})
}

// whoOf names who an opinion is from.
func (p *Page) whoOf(t opinions.Told) string {
	switch {
	case !t.Who.ID.IsZero():
		return p.say.Called(t.Who)
	case t.Opinion.Sender != "":
		return t.Opinion.Sender
	}
	return p.say.Say("opinions.nobody", nil)
}

// wordsOf is what to show of an opinion in one line.
func (p *Page) wordsOf(o app.Opinion) string {
	if words := p.say.Quoted(o.Verbatim); words != "" {
		return words
	}
	return p.say.Told(o, p.today())
}
