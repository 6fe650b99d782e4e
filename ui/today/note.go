package today

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/ui/execute"
	"ringback.app/ui/keeping"
	"ringback.app/ui/widgets"
)

// note is what is written down of a talk, while it is written.
type note struct {
	noteFields
	page    *Page
	card    calling.Card
	start   time.Time
	until   time.Time // when something was typed last, as long as the talk is live
	live    bool      // it was begun now and not left since
	number  string
	anyway  string
	about   app.ID // the complaint they are called about; zero: what the list says
	talking *widgets.Text
	problem *widgets.Paragraph
	scroll  *container.Scroll // the form
	content fyne.CanvasObject
	saving  bool // it is on its way into the book

	keeper   *keeping.Keeper
	stopTick func()
}

// customer is whom the note is about.
func (n *note) customer() app.ID { return n.card.Customer.ID }

// openNote begins the note of a talk with the person shown, or goes on with the
// one that was begun.
func (p *Page) openNote() {
	c := p.card
	if !c.drafted {
		p.startNote(c, c.Card, calling.Draft{
			Start: p.began(c.Customer.ID), Number: c.number.Dialled(), Anyway: p.anyway[c.Customer.ID], Case: p.about,
			Staff: servers(c.Card),
		}, true)
		return
	}
	var d calling.Draft
	var unread error // of the draft
	of := c.Card
	p.busy = true
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		if d, _, unread = p.Desk.Draft(ctx, c.Customer.ID); unread == nil {
			of, err = p.cardOf(ctx, c.Customer.ID, d)
		}
		return cmp.Or(unread, err)
	}, func(err error) {
		p.busy = false
		if p.card == nil || p.card.Customer.ID != c.Customer.ID || p.mode != showsCard {
			return
		}
		if err != nil {
			p.Window.Failed(err)
		}
		switch {
		case unread != nil:
			d = calling.Draft{Start: p.began(c.Customer.ID), Staff: servers(c.Card)}
		case err != nil:
			return
		case p.dialledSince(c.Customer.ID, leftAt(d, p.Clock())):
			p.startNote(c, c.Card, p.ofNow(c, d), true)
			return
		}
		p.startNote(c, of, d, unread != nil)
	})
}

// ofNow returns what was written of a call as the note of one that is made now.
func (p *Page) ofNow(c *card, d calling.Draft) calling.Draft {
	d.Start, d.Until, d.Saved = p.began(c.Customer.ID), time.Time{}, time.Time{}
	d.Number, d.Case = c.number.Dialled(), p.about
	return d
}

// isOfNow makes the note that is gone on with one of a call that is made now.
func (p *Page) isOfNow() {
	c, d := p.card, p.note.draft()
	p.note.keeper.End()
	p.startNote(c, c.Card, p.ofNow(c, d), true)
	p.note.keeper.Touch()
}

// cardOf reads the card that a note was begun on: what it is about is not to be
// another thing than what goes on record, however long it waited.
func (p *Page) cardOf(ctx context.Context, customer app.ID, d calling.Draft) (calling.Card, error) {
	return p.Desk.CardOfCall(ctx, customer, d.Case, notAhead(d.Start, p.Clock()))
}

// servers returns who served them last, as a list.
func servers(c calling.Card) []string {
	if by := servedBy(c.Purchases); by != "" {
		return []string{by}
	}
	return nil
}

// reopen brings back the note that was being written when the program ended.
func (p *Page) reopen(customer app.ID) {
	var read, of calling.Card
	var d calling.Draft
	p.bringing++
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		if d, _, err = p.Desk.Draft(ctx, customer); err == nil {
			of, err = p.cardOf(ctx, customer, d)
		}
		if err == nil {
			read, err = p.Desk.CardAbout(ctx, customer, d.Case)
		}
		return err
	}, func(err error) {
		p.bringing--
		if p.mode == writesNote {
			return
		}
		if err != nil {
			if app.CodeOf(err) != app.CodeNotFound { // else an undo took them out of the book, and the note waits with them
				p.Window.Failed(err)
			}
			p.choose(p.agenda.first())
			return
		}
		p.chosen, p.about, p.guest = customer, d.Case, !p.agenda.has(customer)
		p.left.mark(customer)
		c := &card{Card: read, number: read.Number, drafted: true}
		p.card = c
		p.draw(c)
		p.startNote(c, of, d, false)
		p.Window.Toast(p.say.Say("today.toast.reopened", app.Args{"Name": p.say.Called(read.Customer)}), nil)
	})
}

// startNote shows the note of a call that was made on that card. One that is live
// tells how long the talk lasts.
func (p *Page) startNote(c *card, of calling.Card, d calling.Draft, live bool) {
	n := &note{page: p, card: of, start: notAhead(d.Start, p.Clock()), live: live, number: d.Number, anyway: d.Anyway, about: d.Case}
	if n.start.IsZero() {
		n.start = p.began(c.Customer.ID)
	}
	var over time.Time
	if n.until = leftAt(d, p.Clock()); !live {
		over = n.until
	}
	if d.Anyway != "" {
		p.anyway[c.Customer.ID] = d.Anyway
	}
	n.keeper = keeping.New(p.Run, p.After, p.Window.Failed, n.kept)
	n.talking = widgets.NewText("", widgets.Small)
	n.problem = widgets.NewProblem()
	n.build(p, of, over)
	n.fill(p.pinned(d), p.say)
	n.changed = p.noteChanged
	p.note, p.mode = n, writesNote
	if live {
		p.tick(n)
	}
	p.drawNote(c, n)
	n.said.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown}) // who goes on writing goes on at the end
	p.focus(n.said)
	p.arrived()
}

// notAhead keeps the beginning of a call from lying ahead of a clock that was
// set back since the draft was begun.
func notAhead(began, now time.Time) time.Time {
	if began.After(now) {
		return now
	}
	return began
}

// leftAt returns when a note was left that was begun before: talking had ended
// by then, as far as is known.
func leftAt(d calling.Draft, now time.Time) time.Time {
	if d.Until.IsZero() {
		return notAhead(d.Saved, now)
	}
	return notAhead(d.Until, now)
}

// drawNote lays the note out below the name of the person it is about.
func (p *Page) drawNote(c *card, n *note) {
	form := widgets.Column(noteGap)
	if strip := n.strip(p.say); strip != nil {
		form.Add(strip)
	}
	if !n.live {
		form.Add(n.ofThen())
	}
	form.Add(n.form(p.say))
	form.Add(n.problem)
	n.scroll, n.body = widgets.Growing(margined(form, 0, noteBottom), n.said, saidLines)
	top := margined(p.head(c), 20, 12)
	save := widgets.NewButton(widgets.Primary, p.say.Say("today.note.save", nil), p.Save).WithKey(p.say.Say("today.key.save", nil))
	back := widgets.NewButton(widgets.Plain, p.say.Say("today.back", nil), p.Back).WithKey(p.say.Say("today.key.escape", nil))
	foot := widgets.Column(14, widgets.Line(),
		widgets.Row(8, save, back, widgets.Grow(n.keeper.Line(p.say))))
	n.content = between(top, n.body, margined(foot, 0, 16))
	p.fill(n.content)
}

// focusSoon moves the focus when the key that asked for it has been dealt with:
// the space that ticks a box also comes as a letter, which the field would type.
func (p *Page) focusSoon(e fyne.Focusable) {
	n := p.note
	p.After(20*time.Millisecond, func() {
		if p.note == n && n != nil {
			p.focus(e)
		}
	})
}

// tick shows how long the talk has lasted, second by second.
func (p *Page) tick(n *note) {
	n.talking.SetText(p.say.Say("today.note.talking", app.Args{"Lasted": lasted(p.Clock().Sub(n.start))}))
	n.stopTick = p.After(time.Second, func() {
		if p.note == n {
			p.tick(n)
		}
	})
}

// noteChanged keeps the draft soon.
func (p *Page) noteChanged() {
	if n := p.note; n != nil {
		if n.live {
			n.until = p.Clock()
		}
		n.keeper.Touch()
	}
}

// keepDraft keeps what is being written without waiting.
func (p *Page) keepDraft() {
	if p.note != nil {
		p.note.keeper.Now()
	}
}

// kept returns what keeps the note as it is written now, nil once it is closed or
// on its way into the book.
func (n *note) kept() keeping.Write {
	p := n.page
	if p.note != n || n.saving {
		return nil
	}
	customer, d := n.customer(), n.draft()
	return func(ctx context.Context) error { return p.drafts.save(ctx, customer, d) }
}

// closeNote ends the note without a word about what becomes of it.
func (p *Page) closeNote() {
	p.note.keeper.End()
	if p.note.stopTick != nil {
		p.note.stopTick()
	}
	p.note = nil
	p.mode = showsCard
	if p.waiting {
		p.waiting = false
		p.reload()
	}
}

// leaveNote goes back to the card; what is written stays a draft.
func (p *Page) leaveNote() {
	n := p.note
	if n.saving {
		return
	}
	p.keepDraft()
	c := p.card
	c.drafted = !blank(n.draft())
	p.closeNote()
	if p.card == c { // else it was read again already, or there is nobody left
		p.draw(c)
	}
	p.focus(nil)
}

// dropDraft throws away the note that was begun.
func (p *Page) dropDraft() {
	c := p.card
	var d calling.Draft
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		if d, _, err = p.Desk.Draft(ctx, c.Customer.ID); err == nil || app.CodeOf(err) == app.CodeDamaged {
			err = p.Desk.DropDraft(ctx, c.Customer.ID)
		}
		return err
	}, func(err error) {
		if err != nil {
			p.Window.Failed(err)
			return
		}
		p.Window.Toast(p.say.Say("today.toast.dropped", nil), func() { p.restoreDraft(c.Customer.ID, d) })
		if p.card == c && p.mode == showsCard {
			c.drafted = false
			p.draw(c)
		}
	})
}

// restoreDraft brings a note back that was thrown away.
func (p *Page) restoreDraft(customer app.ID, d calling.Draft) {
	execute.Then(p.Run, func(ctx context.Context) error { return p.drafts.reopen(ctx, customer, d) }, func(err error) {
		if err != nil {
			p.Window.Failed(err)
			return
		}
		if p.mode == showsCard && p.chosen == customer {
			p.readCard()
		}
	})
}

// Save puts the note on record and goes on to the next person, or takes the
// answer to the question that is open. Else it does nothing.
func (p *Page) Save() {
	if p.mode == asks && !p.busy {
		p.asking.save()
		return
	}
	if p.mode != writesNote || p.note.saving {
		return
	}
	n := p.note
	r, ok := n.report()
	if !ok {
		return
	}
	d := n.draft()
	d.Until = r.End // it is taken back and saved again as the same call
	n.saving, p.busy = true, true
	p.focus(nil) // what is typed from here on is for the next person
	var logged calling.Logged
	execute.Then(p.Run, func(ctx context.Context) error {
		return p.drafts.settle(n.customer(), d, func() error {
			var err error
			logged, err = p.Desk.Log(ctx, r)
			return err
		})
	}, func(err error) {
		n.saving, p.busy = false, false
		if err != nil {
			p.ahead = nil
			p.focus(n.said)
			p.refused(n, err)
			return
		}
		p.closeNote()
		r.Next = logged.Next // as it was planned
		said := p.toast(r, n.card)
		if begins(logged, n.card.Complaints) {
			said = p.say.Say("today.toast.talked.wrong", app.Args{"Name": p.say.Called(n.card.Customer), "When": p.nextWhen(r.Next, n.card)})
		}
		if slices.ContainsFunc(r.Fixes, func(f calling.Fix) bool { return !f.Worked }) {
			said = p.follows(r, n.card, logged.Complaint)
		}
		p.logged(r, said, logged, &d)
	})
}

// refused says at the fields of the note what cannot be taken.
func (p *Page) refused(n *note, err error) {
	var fields app.FieldErrors
	if !errors.As(err, &fields) {
		p.Window.Failed(err)
		return
	}
	n.complain(p.say.Fields(err))
}
