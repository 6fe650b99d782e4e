// Package today is the main room of the window: whom to call at the left, the
// card of the one chosen at the right, and the note after the talk.
package today

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/when"
	"ringback.app/app/wording"
	"ringback.app/ui/execute"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// mode is what the right side is for at the moment.
type mode uint8

const (
	showsNobody mode = iota // nobody is chosen
	showsCard
	asks       // the card, with a question in place of the dispositions
	writesNote // the note of a talk
)

// Page is the Today page. All of its methods are called on the UI goroutine.
type Page struct {
	Services
	say    *wording.Voice
	drafts *drafts

	root    *fyne.Container // the two sides, or the greeting of an empty book
	sides   *widgets.Split
	empty   *greeting
	left    *leftSide
	right   *fyne.Container // holds one object
	mode    mode
	card    *card
	place   *widgets.Paragraph // where they are and what hour it is there
	note    *note
	asking  *ask
	answers map[calling.AnswerTo]calling.Answer // typed in answer to questions, and not on record
	keepers map[calling.AnswerTo]*answering     // keep them
	held    widgets.Held
	busy    bool    // a call is on its way into the book, or a note out of it
	ahead   []typed // typed while something is on its way
	acted   rune    // what a card took last, until something else is typed

	agenda   agenda
	loaded   bool
	chosen   app.ID
	about    app.ID // the complaint they are called about; zero: what the list says
	guest    bool   // chosen is shown though they are not on the list
	bringing int    // how many notes and answers are being brought back
	readings int    // counts readings of the card; the last one is shown
	loading  bool   // the list is being read
	again    bool   // and has to be read once more
	waiting  bool   // the book is to be read once more when the note is closed
	stale    bool   // the book changed since the card was read

	shown      bool
	typing     typing // when the page was seen last
	stopMinute func()
	dialled    dialled
	anyway     map[app.ID]string // why somebody is called though a guard speaks against it
	done       map[app.ID]done   // what was put on record here, by its batch
	undid      map[app.ID]app.ID // the undos of such batches, and what each undid
	themes     []string          // of opinions lately
}

// dialled is the last number dialled: when a call began.
type dialled struct {
	customer app.ID
	at       time.Time
}

// New returns the page. Nothing is read before it is shown.
func New(services Services, say *wording.Voice) *Page {
	p := &Page{
		Services: services, say: say, drafts: newDrafts(services.Desk), held: widgets.NewHeld(services.Clock),
		answers: make(map[calling.AnswerTo]calling.Answer), keepers: make(map[calling.AnswerTo]*answering),
		anyway: make(map[app.ID]string), done: make(map[app.ID]done), undid: make(map[app.ID]app.ID),
	}
	p.empty = newGreeting(p)
	p.left = newLeftSide(p)
	p.right = container.NewStack()
	p.sides = widgets.NewSplit(widgets.On(theme.ColorPage, p.left.content),
		widgets.AtLeast(cardLeast, widgets.On(theme.ColorSurface, p.right)), listWidth, nil)
	p.sides.Fold(widgets.On(theme.ColorSurface, widgets.Inset(widgets.Row(0,
		widgets.NewButton(widgets.Quiet, p.say.Say("today.title", nil), p.goToList).WithIcon(theme.IconBack)), 6, 8, 0, 8)))
	p.root = container.NewStack(p.sides)
	return p
}

// Content returns what the page shows.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Shown tells the page that it is seen: it reads the list and keeps up with the
// minutes.
func (p *Page) Shown() {
	p.shown = true
	if p.root.Objects[0] != p.sides && p.empty.content == p.empty.ways {
		p.focus(p.empty.first)
	}
	p.typeOn()
	p.stale = true // the hours on the card are those of when it was read
	p.tellHour()
	p.reload()
	p.readThemes()
	p.nextMinute()
}

// readThemes reads what opinions were about lately, to offer it while a theme is
// typed. Without it there is less to offer and nothing is amiss.
func (p *Page) readThemes() {
	if p.Themes == nil {
		return
	}
	var themes []string
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		themes, err = p.Themes(ctx)
		return err
	}, func(err error) {
		if err == nil {
			p.themes = themes
		}
	})
}

// Hidden tells the page that it is not seen any more.
func (p *Page) Hidden() {
	p.typing = typing{p.note, p.asking, widgets.Keyboard(p.right)}
	p.shown = false
	p.keepDraft()
	if p.stopMinute != nil {
		p.stopMinute()
		p.stopMinute = nil
	}
}

// Close keeps what is being written before the window goes. It returns when
// that is on disk.
func (p *Page) Close(ctx context.Context) error {
	if p.asking != nil {
		return p.asking.kept.Close(ctx)
	}
	if p.note == nil {
		return nil
	}
	return p.note.keeper.Written(p.drafts.save(ctx, p.note.customer(), p.note.draft()))
}

// Changed tells the page that the book changed.
func (p *Page) Changed(c app.Changed) {
	if d, ok := p.done[c.Undoes]; ok {
		p.undid[c.Batch] = c.Undoes
		p.bringBack(d)
		return
	}
	if batch, ok := p.undid[c.Undoes]; ok {
		p.onRecordAgain(p.done[batch])
		return
	}
	// The card comes after the list, which tells whether they are still there.
	p.stale = p.stale || concerns(c, p.chosen)
	p.reload() // also unseen: the window shows how many are to be called
}

func concerns(c app.Changed, customer app.ID) bool {
	if c.Plan || c.Customers == nil {
		return true
	}
	for _, id := range c.Customers {
		if id == customer {
			return true
		}
	}
	return false
}

// nextMinute reads the list again when the clock shows the next minute.
func (p *Page) nextMinute() {
	if p.stopMinute != nil {
		p.stopMinute()
	}
	now := p.Clock()
	p.stopMinute = p.After(now.Truncate(time.Minute).Add(time.Minute).Sub(now), func() {
		if !p.shown {
			return
		}
		p.tellHour()
		p.reload()
		if p.mode == showsCard && !p.focusInside() { // nothing is taken from under the fingers
			p.readCard()
		}
		p.nextMinute()
	})
}

// reload reads the list off the UI goroutine and shows it when it is there.
func (p *Page) reload() {
	if p.loading {
		p.again = true
		return
	}
	p.loading = true
	var read agenda
	var written app.ID
	first := !p.loaded
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		if read, err = p.readAgenda(ctx); err == nil && first {
			written, err = p.drafts.latest(ctx)
		}
		return err
	}, func(err error) {
		p.loading = false
		switch {
		case err != nil:
			p.Window.Failed(err)
			if first {
				p.fill(p.unread(err))
			}
		default:
			p.loaded = true
			p.show(read, written)
			if first {
				p.readAnswers(!written.IsZero())
			}
		}
		if p.again {
			p.again = false
			p.reload()
		}
	})
}

// show puts a new list in place of the old one and keeps the person chosen. A note
// that is being written stays as it is beside it, whoever is chosen.
func (p *Page) show(read agenda, written app.ID) {
	if p.mode == writesNote {
		p.waiting = true
		if !read.empty {
			p.guest = !read.has(p.chosen)
			p.showList(read)
		}
		return
	}
	if read.empty || p.empty.filling {
		p.agenda = read
		p.chosen, p.card, p.asking = app.ID{}, nil, nil
		p.greet()
		return
	}
	if p.root.Objects[0] != p.sides {
		p.leaveKeyboard()
		p.root.Objects = []fyne.CanvasObject{p.sides}
	}
	p.showList(read)
	p.root.Refresh()
	p.guest = p.guest && !read.has(p.chosen)
	switch {
	case !written.IsZero():
		p.reopen(written)
	case p.mode == showsCard && p.bringing > 0:
	case p.mode == showsCard && p.stale && (p.guest || read.has(p.chosen)):
		p.readCard()
	case p.mode == asks, p.guest, read.has(p.chosen):
	default:
		p.choose(read.first())
	}
	p.stale = false
	p.left.readSkipped()
}

// showList shows a list at the left, with the person chosen in it.
func (p *Page) showList(read agenda) {
	p.agenda = read
	p.left.show(read, p.chosen)
	if p.OnCounted != nil {
		p.OnCounted(read.toCall())
	}
}

// Choose shows the card of a customer, whether or not they are on the list.
func (p *Page) Choose(customer app.ID) { p.ChooseAbout(customer, app.ID{}) }

// ChooseAbout shows the card of a customer who is to be called about that
// complaint of theirs.
func (p *Page) ChooseAbout(customer, complaint app.ID) {
	if p.mode == writesNote {
		p.leaveNote()
	}
	p.chooseAbout(customer, complaint)
	p.guest = !p.agenda.has(customer)
}

// choose shows somebody's card; the zero ID shows that there is nobody.
func (p *Page) choose(customer app.ID) { p.chooseAbout(customer, app.ID{}) }

func (p *Page) chooseAbout(customer, complaint app.ID) {
	p.chosen, p.about, p.guest = customer, complaint, false
	if p.asking != nil {
		p.asking.kept.Now()
		p.asking = nil
	}
	p.sides.ShowLeft(false)
	if p.agenda.has(customer) {
		p.left.skipped.close()
	}
	p.left.mark(customer)
	if customer.IsZero() {
		p.mode, p.card = showsNobody, nil
		p.fill(p.nobody())
		return
	}
	p.mode = showsCard
	p.readCard()
}

// zone is the shop's time zone.
func (p *Page) zone() *time.Location {
	if p.card.open() {
		return p.card.Plan.Location()
	}
	return p.agenda.plan.Location()
}

// reading is how days and hours are read that somebody types at the desk.
func (p *Page) reading(lean when.Lean) when.Options {
	return when.Options{Clock: p.Clock, Zone: p.zone(), Words: p.Words, Order: p.Order, Lean: lean}
}

// focus gives the keyboard to the object, nil to nobody, as long as the page is
// seen: what has it on another page keeps it.
func (p *Page) focus(o fyne.Focusable) {
	if !p.shown {
		return
	}
	p.Window.Focus(o)
	if entry, ok := o.(*widgets.Entry); ok {
		entry.OpenedBy(p.acted)
	}
}

// focusInside tells whether something on the right side has the keyboard.
func (p *Page) focusInside() bool { return p.shown && widgets.HasKeyboard(p.right) }

// fill puts the object on the right side. What had the keyboard there is gone,
// and keys would go with it.
func (p *Page) fill(o fyne.CanvasObject) {
	if p.focusInside() {
		p.focus(nil)
	}
	p.right.Objects = []fyne.CanvasObject{o}
	p.right.Refresh()
}

// move chooses another person of the list.
func (p *Page) move(by int) {
	if p.mode != showsCard && p.mode != showsNobody {
		return
	}
	p.ahead = nil
	if next := p.agenda.step(p.chosen, by); !next.IsZero() && next != p.chosen {
		p.choose(next)
	}
}

// next goes on to the next person after one that was dealt with.
func (p *Page) next(done app.ID) {
	p.choose(p.agenda.after(done))
	p.reload()
}

// goToList shows the list where there is room for it or the card only.
func (p *Page) goToList() {
	if p.mode == writesNote {
		p.leaveNote()
	}
	p.sides.ShowLeft(true)
	p.focus(nil)
}

// Back closes what is open on the right side: the question, or the note, whose
// draft is kept. Else it goes back to the list, where that is hidden.
func (p *Page) Back() {
	switch p.mode {
	case showsCard:
		p.left.skipped.close()
		p.sides.ShowLeft(true)
		p.focus(nil)
	case asks:
		p.stopAsking()
	case writesNote:
		p.leaveNote()
	}
}
