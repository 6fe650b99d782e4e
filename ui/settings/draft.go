package settings

import (
	"context"
	"reflect"
	"time"

	"ringback.app/app"
	"ringback.app/app/backups"
	"ringback.app/app/settings"
	"ringback.app/ui/execute"
	"ringback.app/ui/keeping"
	"ringback.app/ui/widgets"
)

// read shows the plan as the book has it, below what is typed.
func (p *Page) read() { p.readOver(settings.Draft{}) }

// readOver does, and lays over it what was typed before.
func (p *Page) readOver(draft settings.Draft) {
	first := p.form == nil
	var read settings.Form
	var last backups.Copy
	var unreadable error
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		read, err = p.Desk.Form(ctx)
		if first && err == nil {
			draft, _, unreadable = p.Desk.Draft(ctx)
		}
		last = p.LastCopy()
		return err
	}, func(err error) {
		if err != nil {
			p.Window.Failed(err)
			if p.form == nil {
				p.fill(widgets.Unread(p.say.Say("window.unread", nil), p.say.Error(err)))
			}
			return
		}
		if first && p.form == nil {
			p.found(read, draft, unreadable)
		}
		p.lastCopy = last
		p.show(read, draft)
		p.keeper.Touch()
	})
}

// found takes note of the draft that was left when the program ended.
func (p *Page) found(read settings.Form, draft settings.Draft, unreadable error) {
	if unreadable != nil {
		p.Window.Failed(unreadable)
	}
	p.kept = !draft.Saved.IsZero() || app.CodeOf(unreadable) == app.CodeDamaged
	if !reflect.DeepEqual(draft.Over(read), read) {
		p.since, p.newer = draft.Saved, !reflect.DeepEqual(draft.Was, read)
	}
}

// show draws what the book has, and over it what is typed and the draft. Where
// the fields on show can hold that, the form stays.
func (p *Page) show(read settings.Form, draft settings.Draft) {
	over, begins := read, true
	if f := p.form; f != nil {
		typed := f.draft()
		over, begins = typed.Over(read), widgets.HasKeyboard(f.content)
		p.newer = p.newer || f.changed() && !reflect.DeepEqual(typed.Was, read)
	}
	over = draft.Over(over)
	if reflect.DeepEqual(over, read) {
		p.since, p.newer = time.Time{}, false
	}
	if f := p.form; f != nil {
		if f.follow(over) {
			f.stays(read)
			return
		}
		f.tuned.Stop()
	}
	p.form = newForm(p, read, over)
	p.fill(p.form.content)
	if begins {
		p.start()
	}
}

// draft returns what keeps what is typed now; nil if there is nothing to keep.
func (p *Page) draft() keeping.Write {
	switch {
	case p.form == nil:
		return nil
	case p.form.changed():
		p.kept = true
		draft := p.form.draft()
		return func(ctx context.Context) error { return p.Desk.KeepDraft(ctx, draft) }
	case p.kept:
		p.kept = false
		return p.Desk.DropDraft
	}
	return nil
}

// Close keeps what is being typed before the window goes. It returns when that
// is on disk.
func (p *Page) Close(ctx context.Context) error { return p.keeper.Close(ctx) }
