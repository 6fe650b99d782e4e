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

// reading is what the page is drawn of.
type reading struct {
	form       settings.Form
	draft      settings.Draft // what was typed when the program ended, where the page is drawn first
	unreadable error          // why it cannot be read, if it cannot
	lastCopy   backups.Copy
}

// readOver reads what the book has, and lays over it what was typed before.
func (p *Page) readOver(draft settings.Draft) {
	p.laid = draft
	p.read()
}

// read shows the plan as the book has it, below what is typed.
func (p *Page) read() {
	first := p.form == nil
	execute.Latest(p.Run, &p.readings, func(ctx context.Context) (r reading, err error) {
		if r.form, err = p.Desk.Form(ctx); err == nil && first {
			r.draft, _, r.unreadable = p.Desk.Draft(ctx)
		}
		r.lastCopy = p.LastCopy()
		return r, err
	}, func(err error) {
		p.Window.Failed(err)
		if p.form == nil {
			p.fill(widgets.Unread(p.say.Say("window.unread", nil), p.say.Error(err)))
		}
	}, func(r reading) {
		draft := p.laid
		p.laid = settings.Draft{}
		if p.form == nil {
			draft = r.draft
			p.found(r.form, draft, r.unreadable)
		}
		p.lastCopy = r.lastCopy
		p.show(r.form, draft)
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
