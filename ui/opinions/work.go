package opinions

import (
	"context"
	"reflect"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/opinions"
	"ringback.app/ui/execute"
	"ringback.app/ui/keeping"
	"ringback.app/ui/widgets"
)

// work keeps what is typed into the form of a task until it is on record, also
// over a crash.
type work struct {
	*keeping.Keeper
	page  *Page
	of    opinions.Work
	begun opinions.Begun       // what the form goes on with; zero: it begins anew
	read  func() opinions.Form // what is typed; nil: the form is not on show
	blank opinions.Form        // what the form comes to as long as nothing is typed
	kept  bool                 // the book has it
}

// work reads what was typed before about that, and then shows the form.
func (p *Page) work(of opinions.Work, show func(w *work)) {
	w := &work{page: p, of: of}
	w.Keeper = keeping.New(p.Run, p.After, p.Window.Failed, w.write)
	var begun opinions.Begun
	var found bool
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		begun, found, err = p.Desk.Begun(ctx, of)
		return err
	}, func(err error) {
		if err != nil {
			p.Window.Failed(err)
		}
		w.begun, w.kept = begun, found || app.CodeOf(err) == app.CodeDamaged
		show(w)
	})
}

// fill shows what the form comes to by itself, and over it what was typed before.
func (w *work) fill(fill func(opinions.Form), itself opinions.Form, read func() opinions.Form) {
	fill(itself)
	w.blank = read()
	if !w.begun.Saved.IsZero() {
		fill(w.begun.Form.Over(itself))
	}
	w.read = read
}

// form returns what is typed, over what the form came to by itself.
func (w *work) form() opinions.Form {
	form, origin := w.read(), w.blank
	form.Origin = &origin
	return form
}

// typed tells whether something is typed that is not on record. Which purchases it
// is about is found by itself, and late.
func (w *work) typed() bool {
	if w.read == nil {
		return false
	}
	now, blank := w.read(), w.blank
	now.About, now.Chosen = blank.About, blank.Chosen
	return !reflect.DeepEqual(now, blank)
}

func (w *work) write() keeping.Write {
	desk, of := w.page.Desk, w.of
	switch {
	case w.typed():
		w.kept = true
		form := w.form()
		return func(ctx context.Context) error { return desk.KeepBegun(ctx, of, form) }
	case w.kept && w.read != nil:
		w.kept = false
		return func(ctx context.Context) error { return desk.DropBegun(ctx, of) }
	}
	return nil
}

// record does what puts the form on record; what was typed is no draft any more.
func (w *work) record(ctx context.Context, do func() (app.ID, error)) (batch app.ID, err error) {
	err = w.Settle(keeping.ForGood, func() (bool, error) {
		if batch, err = do(); err != nil {
			return false, err
		}
		if err := w.page.Desk.DropBegun(ctx, w.of); err != nil {
			w.page.Run.UI(func() { w.page.Window.Failed(err) })
		}
		return true, nil
	})
	return batch, err
}

// leave keeps what was typed as the form is left without saving it, and offers to
// throw it away.
func (w *work) leave() {
	typed := w.typed()
	w.Now()
	w.read = nil // from here on it is another's
	if typed {
		say := w.page.say
		what := say.Say("opinions.left.work", nil)
		w.page.Window.Offer(say.Say("people.draft.left", app.Args{"What": what}), say.Say("people.draft.drop", nil), func() { w.drop(func() {}) })
	}
}

// drop throws what was typed away.
func (w *work) drop(then func()) {
	w.End()
	w.read = nil
	p := w.page
	execute.Then(p.Run, func(ctx context.Context) error {
		return w.Settle(keeping.ForGood, func() (bool, error) { return true, p.Desk.DropBegun(ctx, w.of) })
	}, func(err error) {
		if err != nil {
			p.Window.Failed(err)
			return
		}
		then()
	})
}

// under puts above the form that it goes on with what was typed before, and a way
// to begin it anew.
func (w *work) under(form fyne.CanvasObject, anew func()) fyne.CanvasObject {
	if w.begun.Saved.IsZero() {
		return form
	}
	p := w.page
	now := p.Clock().In(p.zone())
	line := p.say.Say("people.draft.resumed", app.Args{"When": p.say.Moment(w.begun.Saved.In(p.zone()), now)})
	button := widgets.NewButton(widgets.Quiet, p.say.Say("people.draft.anew", nil), func() { w.drop(anew) })
	return widgets.Column(8, widgets.Row(12, widgets.Grow(widgets.NewParagraph(line, widgets.Note)), button), form)
}
