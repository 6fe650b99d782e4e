// Package review is the page that shows what customers have been saying, added
// up, with the words behind every number.
package review

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/opinions"
	"ringback.app/app/review"
	"ringback.app/app/review/inwords"
	"ringback.app/app/wording"
	"ringback.app/ui/execute"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// Page is the Review page. All of its methods are called on the UI goroutine.
type Page struct {
	Services
	say    *wording.Voice
	root   *fyne.Container
	scroll *container.Scroll
	layout *pageLayout

	head    *head
	tiles   *fyne.Container // holds the tiles, or what stands in their place
	cards   *fyne.Container
	aside   *fyne.Container
	words   *behind
	numbers []number // those on show

	last   answer
	whole  map[review.About]bool // the cards that show all of their bars
	plan   app.Plan
	period review.Period
	shown  bool
	known  bool // figures are on show
	asked  int  // counts the readings; the answer to an earlier one is dropped
	busy   bool // the book is being read
	again  bool // and has changed since
}

// New returns the page. Nothing is read before it is shown.
func New(services Services, say *wording.Voice) *Page {
	p := &Page{Services: services, say: say, tiles: container.NewStack(), aside: widgets.Column(gap), whole: make(map[review.About]bool)}
	p.cards = container.New(&cardsLayout{})
	p.layout = &pageLayout{page: p}
	p.head, p.words = newHead(p), newBehind(p)
	content := container.New(p.layout, p.head.content, p.tiles, p.cards, p.aside)
	p.scroll = widgets.Scroll(content)
	p.scroll.OnScrolled = func(fyne.Position) { p.layout.follow(p.aside) }
	p.root = container.New(rootLayout{p}, widgets.On(theme.ColorPage, p.scroll))
	p.tell(p.say.Say("review.reading", nil))
	return p
}

// Content returns what the page shows.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Shown tells the page that it is seen.
func (p *Page) Shown() {
	p.shown = true
	p.Window.Focus(p.head.period)
	p.read()
}

// Hidden tells the page that it is not seen any more.
func (p *Page) Hidden() { p.shown = false }

// Changed tells the page that the book changed.
func (p *Page) Changed(app.Changed) {
	if p.shown {
		p.read()
	}
}

// TypedKey takes the keys that nothing with the focus has taken: Right goes to
// the words behind the number, Left back to it, and the page is leafed through.
func (p *Page) TypedKey(key *fyne.KeyEvent) {
	sight := p.scroll.Size().Height
	switch key.Name {
	case fyne.KeyRight:
		p.words.enter()
	case fyne.KeyLeft:
		p.words.leave()
	case fyne.KeyPageDown:
		p.leaf(sight - theme.Px(margin))
	case fyne.KeyPageUp:
		p.leaf(theme.Px(margin) - sight)
	case fyne.KeyHome:
		p.leaf(-p.scroll.Offset.Y)
	case fyne.KeyEnd:
		p.leaf(p.scroll.Content.Size().Height)
	}
}

// Back does what Escape does here: it goes back from the words to their number.
func (p *Page) Back() { p.words.leave() }

func (p *Page) leaf(by float32) {
	most := max(0, p.scroll.Content.Size().Height-p.scroll.Size().Height)
	p.scroll.ScrollToOffset(fyne.NewPos(0, min(max(0, p.scroll.Offset.Y+by), most)))
	p.layout.follow(p.aside)
}

// answer is what was read for the page.
type answer struct {
	plan    app.Plan
	figures review.Figures
	praise  opinions.PraiseList
}

// read reads the figures off the UI goroutine. While a reading is under way,
// changes of the book wait for one more.
func (p *Page) read() {
	if p.busy {
		p.again = true
		return
	}
	stretch, ok := p.head.stretch()
	if !ok {
		return
	}
	p.asked++
	p.busy, p.again = true, false
	mine := p.asked
	var a answer
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		a, err = p.readOff(ctx, stretch)
		return err
	}, func(err error) {
		p.busy = false
		switch {
		case mine != p.asked || p.again:
			p.read()
		case err != nil:
			p.Window.Failed(err)
			p.showUnread(err)
		default:
			p.show(a)
		}
	})
}

func (p *Page) readOff(ctx context.Context, stretch stretch) (answer, error) {
	var a answer
	var err error
	if a.plan, err = p.Book.Plan(ctx); err != nil {
		return a, err
	}
	today := app.DayOf(p.Clock().In(a.plan.Location()))
	if a.figures, err = p.Sums.Figures(ctx, stretch.period(today)); err != nil {
		return a, err
	}
	a.praise, err = p.Praise.Praise(ctx, 0)
	return a, err
}

// show shows other figures. The words that were on show are read anew.
func (p *Page) show(a answer) {
	w := inwords.Of(a.figures, a.plan, p.say)
	p.last, p.plan, p.period, p.known = a, a.plan, a.figures.Period, true
	p.head.monday.Enable()
	held, had := p.held()
	p.numbers = nil
	p.head.tell(w)
	if w.Empty() && len(a.praise.Waiting) == 0 {
		p.showNothing()
		return
	}
	p.tiles.Objects = []fyne.CanvasObject{p.newTiles(w)}
	p.cards.Objects = p.newCards(w)
	p.words.with(w)
	p.aside.Objects = []fyne.CanvasObject{p.words.content}
	if card := p.newPraise(a.praise); card != nil {
		p.aside.Add(card)
	}
	p.aside.Show()
	p.words.again()
	p.refresh()
	if had {
		p.Window.Focus(p.numberOf(held))
	}
}

// held returns the number that has the keyboard, if one has.
func (p *Page) held() (review.Question, bool) {
	c := fyne.CurrentApp().Driver().CanvasForObject(p.root)
	if c == nil || c.Focused() == nil {
		return review.Question{}, false
	}
	for _, n := range p.numbers {
		if n.press == c.Focused() {
			return n.question, true
		}
	}
	return review.Question{}, false
}

// numberOf returns what shows that number now, nil if nothing does.
func (p *Page) numberOf(q review.Question) fyne.Focusable {
	for _, n := range p.numbers {
		if n.question == q {
			return n.press
		}
	}
	return nil
}

// showNothing says that there is nothing to review, and what to do.
func (p *Page) showNothing() {
	var choices []*widgets.BigChoice
	if p.OnCards != nil {
		choices = append(choices, widgets.NewBigChoice(theme.IconEdit, p.say.Say("review.empty.cards", nil), p.say.Say("review.empty.cards.more", nil), p.OnCards))
	}
	p.words.forget()
	p.tiles.Objects = []fyne.CanvasObject{widgets.Inset(
		widgets.EmptyState(theme.IconChart, p.say.Say("review.empty", nil), p.say.Say("review.empty.more", nil), choices...), 60, 0, 40, 0)}
	p.cards.Objects = nil
	p.aside.Hide()
	p.refresh()
}

// showNoDays shows no figures, since the days that are typed are none.
func (p *Page) showNoDays() {
	p.asked++ // what is being read is of other days
	p.forget()
	p.tell(p.say.Say("review.days.none", nil))
}

// showUnread shows no figures, since they cannot be read, and why.
func (p *Page) showUnread(err error) {
	p.forget()
	p.instead(widgets.Inset(widgets.Unread(p.say.Say("window.unread", nil), p.say.Error(err)), 60, 0, 40, 0))
}

// forget forgets the figures on show: those of other days would be taken for
// theirs.
func (p *Page) forget() {
	p.known = false
	p.numbers = nil
	p.words.forget()
	p.head.span.SetText(" ")
	p.head.monday.Disable()
}

// tell shows a sentence alone.
func (p *Page) tell(text string) { p.instead(widgets.NewParagraph(text, widgets.Muted)) }

// instead shows something in the place of the figures.
func (p *Page) instead(o fyne.CanvasObject) {
	p.tiles.Objects = []fyne.CanvasObject{o}
	p.cards.Objects = nil
	p.aside.Hide()
	p.refresh()
}

// refresh lays the page out anew, since its parts may need other room.
func (p *Page) refresh() {
	if p.root == nil { // the page is being made
		return
	}
	p.root.Refresh()
	p.scroll.Refresh()
}
