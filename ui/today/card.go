package today

import (
	"cmp"
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/calllist"
	"ringback.app/ui/execute"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// card is the call card that is shown.
type card struct {
	calling.Card
	number  app.Phone // the one to dial
	drafted bool      // a note about them is begun
	head    fyne.CanvasObject
	call    fyne.CanvasObject // the button that dials
	numbers *fyne.Container   // the further numbers on show; nil: there are none
	notes   fyne.CanvasObject // all that was noted of them; nil: it is not on show
	scroll  *container.Scroll
	bottom  *fyne.Container // the dispositions, or a question
	content fyne.CanvasObject

	allNumbers, allNotes bool // somebody asked for all of them
}

// open tells whether a card is shown at all.
func (c *card) open() bool { return c != nil }

// readCard reads the card of the person chosen, off the UI goroutine.
func (p *Page) readCard() {
	p.readings++
	reading, customer, about := p.readings, p.chosen, p.about
	var read calling.Card
	var drafted bool
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		if read, err = p.Desk.CardAbout(ctx, customer, about); err == nil {
			_, drafted, _ = p.Desk.Draft(ctx, customer) // one that cannot be read is told when it is opened
		}
		return err
	}, func(err error) {
		if reading != p.readings || customer != p.chosen || about != p.about || p.mode == writesNote {
			return
		}
		if err != nil {
			if app.CodeOf(err) == app.CodeNotFound && !p.agenda.has(customer) {
				p.choose(p.agenda.first()) // an undo took them out of the book
				return
			}
			p.Window.Failed(err)
			p.mode, p.card, p.ahead = showsNobody, nil, nil
			p.fill(p.unread(err))
			return
		}
		p.showCard(read, drafted)
		p.arrived()
	})
}

// showCard draws a card. One that was shown before keeps the number chosen, if a
// call can still go to it, and how far it was scrolled.
func (p *Page) showCard(read calling.Card, drafted bool) {
	before := p.card
	c := &card{Card: read, number: read.Number, drafted: drafted}
	same := before != nil && before.Customer.ID == read.Customer.ID
	if same {
		c.allNumbers, c.allNotes = before.allNumbers, before.allNotes
	}
	if same && before.number.Dialled() != before.Number.Dialled() {
		for _, still := range read.Customer.Callable() {
			if still.Dialled() == before.number.Dialled() {
				c.number = still
			}
		}
	}
	p.card = c
	p.draw(c)
	if same {
		c.scroll.Offset = before.scroll.Offset
		c.scroll.Refresh()
	}
}

// draw lays the card out: name and number above, dispositions below, and
// between them all that is known, which scrolls where it does not fit.
func (p *Page) draw(c *card) {
	facts := widgets.Column(20)
	if c.notes = p.notesSection(c); c.notes != nil {
		facts.Add(c.notes)
	}
	if c.Because != nil {
		facts.Add(p.guardBox(c))
	}
	if c.drafted {
		facts.Add(p.draftBox(c))
	}
	if len(c.Complaints) > 0 { // what the card opens with
		facts.Add(complaintsBox(c.Card, p.by(), p.say, owedActs{kept: p.keepPromise, putRight: p.askRemedy}))
	}
	if others := p.otherNumbers(c); others != nil {
		facts.Add(others)
	}
	facts.Add(p.sayBox(c.Card))
	if p.OnThank != nil && slices.ContainsFunc(c.Reasons, func(r calllist.Reason) bool { return r.Kind == app.Thank }) {
		id := c.Customer.ID
		facts.Add(widgets.Row(0, widgets.NewButton(widgets.Plain, p.say.Say("people.thank", nil), func() { p.OnThank(id) }).WithIcon(theme.IconThank)))
	}
	facts.Add(p.facts(c.Card))
	c.scroll, c.content = nil, nil
	scroll, body := scrolled(margined(facts, 0, 16))
	c.scroll = scroll
	c.head = margined(p.head(c), 20, 12)
	c.bottom = container.NewStack(p.bottomOf(c))
	c.content = between(c.head, body, margined(c.bottom, 0, 16))
	p.fill(c.content)
}

// sayBox shows the line to say, and how it gets a name where it has none yet.
func (p *Page) sayBox(c calling.Card) fyne.CanvasObject {
	box := widgets.NewSayBox(p.say.Say("today.say", nil), p.say.Opening(c, p.by()))
	if c.Plan.Owner != "" || c.Plan.Shop != "" {
		return box
	}
	return widgets.Column(6, box, widgets.NewParagraph(p.say.Say("today.say.who", nil), widgets.Note))
}

// facts draws the four sections of a card.
func (p *Page) facts(c calling.Card) fyne.CanvasObject {
	bought, told := boughtSection(c, p.say), toldSection(c, p.say)
	return widgets.Sections(factsLeft, bought, told, owedSection(c, p.say, p.keepPromise), recentSection(c, p.say))
}

// guardBox says why the list would not call them, and offers to do it anyway.
func (p *Page) guardBox(c *card) fyne.CanvasObject {
	zone := c.Plan.Location()
	column := widgets.Column(8, widgets.NewParagraph(p.say.Because(*c.Because, c.At, zone), widgets.Strong))
	if why, ok := p.anyway[c.Customer.ID]; ok {
		column.Add(widgets.NewParagraph(p.say.Say("today.anyway.because", app.Args{"Reason": why}), widgets.Note))
	} else {
		column.Add(widgets.Row(8, widgets.NewButton(widgets.Plain, p.say.Say("today.anyway", nil), func() { p.askAnyway(nil) })))
	}
	return widgets.Callout(theme.ColorSoon, column)
}

// draftBox says that a note about them was begun.
func (p *Page) draftBox(c *card) fyne.CanvasObject {
	return widgets.Callout(theme.ColorLine, widgets.Row(8,
		widgets.Grow(widgets.NewParagraph(p.say.Say("today.draft.begun", nil), widgets.Body)),
		widgets.NewButton(widgets.Plain, p.say.Say("today.draft.drop", nil), p.dropDraft),
		widgets.NewButton(widgets.Plain, p.say.Say("today.draft.go-on", nil), p.openNote)))
}

// useNumber takes another of the customer's numbers to dial.
func (p *Page) useNumber(number app.Phone) {
	p.card.number = number
	p.draw(p.card)
}

// copyNumber puts the number on the clipboard.
func (p *Page) copyNumber() {
	if number := p.card.number.Dialled(); number != "" {
		p.Window.Copy(number)
	}
}

// dialNumber hands the number to whatever dials; the call begins now.
func (p *Page) dialNumber() {
	number := p.card.number.Dialled()
	if number == "" {
		return
	}
	p.dialled = dialled{customer: p.card.Customer.ID, at: p.Clock()}
	p.Window.Dial(number)
}

// enterCard moves the focus from the list to the card.
func (p *Page) enterCard() {
	p.sides.ShowLeft(false)
	if p.mode == showsCard && p.card.open() {
		p.focus(cmp.Or(widgets.FirstFocusable(p.card.call), widgets.FirstFocusable(p.card.head)))
	}
}

// by returns who sits at the desk; "" is the owner.
func (p *Page) by() string {
	if p.By == nil {
		return ""
	}
	return p.By()
}
