package complaints

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/complaints"
	"ringback.app/ui/execute"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// deed is something that can be done about the complaint shown, with its key.
// A deed has the same key at every stage.
type deed struct {
	key  rune
	text string // the key of its words
	icon theme.Icon
	rank widgets.Rank
	do   func()
}

// deeds lists what can be done now.
func (p *Page) deeds() []deed {
	c := p.file.Complaint
	deeds := p.reaching(c)
	if i := openPromise(c); i >= 0 {
		deeds = append(deeds, deed{'k', "keep", theme.IconCheck, widgets.Plain, func() { p.keep(i) }})
	}
	if !c.Open() {
		return append(deeds, deed{'6', "reopen", theme.IconUndo, widgets.Plain, p.askReopen})
	}
	if c.AwaitsOwner() && p.ownerHere() {
		deeds = append(deeds,
			deed{'a', "allow", theme.IconCheck, widgets.Plain, p.allow},
			deed{'n', "refuse", theme.IconClose, widgets.Plain, p.askRefuse})
	}
	if c.Answered.IsZero() {
		deeds = append(deeds, deed{'1', "answer", "", widgets.Plain, p.answer})
	}
	if c.PutRight.IsZero() {
		deeds = append(deeds,
			deed{'2', "promise", "", widgets.Plain, p.askPromise},
			deed{'3', "give", "", widgets.Plain, p.askGive},
			deed{'4', "put-right", "", widgets.Plain, p.askPutRight})
	}
	deeds = append(deeds, deed{'5', "close", "", widgets.Plain, p.askClose})
	if !c.PutRight.IsZero() {
		deeds = append(deeds, deed{'6', "reopen", "", widgets.Plain, p.askReopen})
	}
	mark := "mark"
	if c.ForOwner {
		mark = "unmark"
	}
	if p.file.Valuable {
		mark += "-valuable" // whom the owner must call in either case
	}
	return append(deeds, deed{'o', mark, "", widgets.Plain, p.mark})
}

// openPromise returns which of the promises that are not kept is due next, those
// without an hour last; -1 if there is none.
func openPromise(c app.Complaint) int {
	next := -1
	for i, p := range c.Promises {
		switch {
		case !p.Kept.IsZero():
		case next < 0, !p.By.IsZero() && (c.Promises[next].By.IsZero() || p.By.Before(c.Promises[next].By)):
			next = i
		}
	}
	return next
}

// reaching is how to get hold of who complained: a call, or a search for who it
// is.
func (p *Page) reaching(c app.Complaint) []deed {
	switch {
	case !c.Customer.IsZero():
		return []deed{{'c', "call", theme.IconPhone, widgets.Primary, func() { p.OnCall(c.Customer, c.ID) }}}
	case !c.Opinion.IsZero():
		return []deed{{'m', "match", theme.IconSearch, widgets.Primary, p.askMatch}}
	}
	return nil
}

// footOf draws what can be done, but for those that have a place of their own.
func (p *Page) footOf() fyne.CanvasObject {
	row := widgets.ButtonRow()
	for _, d := range p.deeds() {
		if !strings.ContainsRune("cmank", d.key) {
			row.Add(p.button(d))
		}
	}
	return row
}

func (p *Page) button(d deed) *widgets.Button {
	b := widgets.NewButton(d.rank, p.say.Say("complaints.do."+d.text, nil), d.do).WithKey(strings.ToUpper(string(d.key)))
	if d.icon != "" {
		b = b.WithIcon(d.icon)
	}
	return b
}

// work writes to the book; it returns the sentence that tells of it.
type work func(ctx context.Context) (said string, applied app.Applied, err error)

// act does something about the complaint shown that asks for nothing more.
func (p *Page) act(w work) {
	if !p.doing {
		p.do(w, func() {}, p.Window.Failed)
	}
}

// do does something about the complaint shown, off the UI goroutine, and offers
// to take it back. Done is called when it is, or refused with the error.
func (p *Page) do(w work, done func(), refused func(error)) {
	var said string
	var applied app.Applied
	p.doing = true
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		said, applied, err = w(ctx)
		return err
	}, func(err error) {
		p.doing = false
		if err != nil {
			refused(err)
			return
		}
		p.Window.Toast(said, func() { p.undo(applied.Batch) })
		done()
		p.reload()
	})
}

// undo takes a batch back; the book tells when it is.
func (p *Page) undo(batch app.ID) {
	by := p.by()
	execute.Do(p.Run, func(ctx context.Context) error {
		_, err := p.Book.Undo(ctx, batch, by)
		return err
	}, p.Window.Failed)
}

// done returns work that says the sentence of that key.
func (p *Page) done(key string, apply func(ctx context.Context) (app.Applied, error)) work {
	said := p.say.Say("complaints.done."+key, app.Args{"Name": p.name(), "Owner": p.file.Plan.Owner})
	return func(ctx context.Context) (string, app.Applied, error) {
		applied, err := apply(ctx)
		return said, applied, err
	}
}

// name is who complained.
func (p *Page) name() string { return p.say.Complainant(p.file.Customer, p.file.Sender) }

// given returns work that gives a remedy, or asks the owner where that is not
// for whoever sits here to do. Done says how it was given.
func (p *Page) given(done func(complaints.Given) string, give func(ctx context.Context) (complaints.Given, error)) work {
	asked := p.say.Say("complaints.done.asked", app.Args{"Owner": p.file.Plan.Owner})
	return func(ctx context.Context) (string, app.Applied, error) {
		g, err := give(ctx)
		if g.Asked {
			return asked, g.Applied, err
		}
		return done(g), g.Applied, err
	}
}

func (p *Page) answer() {
	id, by := p.file.Complaint.ID, p.by()
	p.act(p.done("answered", func(ctx context.Context) (app.Applied, error) { return p.Desk.Answer(ctx, id, by) }))
}

func (p *Page) mark() {
	id, by, on := p.file.Complaint.ID, p.by(), !p.file.Complaint.ForOwner
	key := "unmarked"
	switch {
	case on:
		key = "marked"
	case p.file.Valuable:
		key = "unmarked-valuable"
	}
	p.act(p.done(key, func(ctx context.Context) (app.Applied, error) { return p.Desk.MarkForOwner(ctx, id, on, by) }))
}

func (p *Page) allow() {
	id, by := p.file.Complaint.ID, p.by()
	p.act(p.done("allowed", func(ctx context.Context) (app.Applied, error) { return p.Desk.Allow(ctx, id, by) }))
}

func (p *Page) keep(promise int) {
	id, by := p.file.Complaint.ID, p.by()
	p.act(p.done("kept", func(ctx context.Context) (app.Applied, error) { return p.Desk.KeepPromise(ctx, id, promise, by) }))
}
