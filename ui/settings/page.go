// Package settings is the page where the owner sets the plan: whose shop it is,
// when customers may be called, and the rules of the call list.
package settings

import (
	"cmp"
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/backups"
	"ringback.app/app/settings"
	"ringback.app/app/wording"
	"ringback.app/ui/execute"
	"ringback.app/ui/keeping"
	"ringback.app/ui/loyalty/tuning"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// Desk is where the plan is set. *settings.Desk is one.
type Desk interface {
	Form(ctx context.Context) (settings.Form, error)
	Save(ctx context.Context, form settings.Form, by string) (app.Applied, error)
	// Held counts the purchases that Save would leave in another currency than the
	// form's; SaveRestating puts all amounts on record into the form's.
	Held(ctx context.Context, form settings.Form) (settings.Held, error)
	SaveRestating(ctx context.Context, form settings.Form, by string) (app.Applied, error)
	// Check says what plan the form would come to, and writes nothing.
	Check(ctx context.Context, form settings.Form) (app.Plan, error)

	KeepDraft(ctx context.Context, draft settings.Draft) error
	Draft(ctx context.Context) (settings.Draft, bool, error)
	DropDraft(ctx context.Context) error
}

// Book is what the page asks of the book itself.
type Book interface {
	Undo(ctx context.Context, batch app.ID, by string) (app.Applied, error)
}

// Window is what the page asks of the window around it.
type Window interface {
	// Toast shows a sentence for a while; undo, if not nil, is offered with it.
	Toast(text string, undo func())
	// Failed shows what went wrong.
	Failed(err error)
	// Focus gives the keyboard to the object; nil: to nobody.
	Focus(object fyne.Focusable)

	Look() theme.Look
	SetLook(look theme.Look)
	TextSize() float64
	SetTextSize(scale float64)
}

// Services are what the page works with.
type Services struct {
	Desk   Desk
	Book   Book
	Window Window
	Run    execute.Executor
	After  widgets.After // how it waits; widgets.RealAfter outside tests
	Rules  tuning.Rules  // tries other rules on the last month
	By     func() string // who sits at the desk; empty: the owner
	Path   string        // where the book lies
	// LastCopy is the newest of the copies of the book that are made without being
	// asked; the zero Copy: there is none yet. It is called off the UI goroutine.
	LastCopy func() backups.Copy
	Clock    app.Clock // the machine's, in the zone of the shop
	// Shipped is where the calling hours of a new book come from.
	Shipped settings.Shipped
}

// Page is the Settings page. All of its methods are called on the UI goroutine.
type Page struct {
	Services
	say    *wording.Voice
	root   *fyne.Container
	form   *form // nil until it is read
	saving bool
	shown  bool
	begin  string // the field that has the keyboard at first

	keeper *keeping.Keeper
	kept   bool      // the book has a draft
	since  time.Time // when what the form goes on with was kept; zero: it begins anew
	newer  bool      // the plan was changed by others while something was typed

	readings execute.Asked
	laid     settings.Draft // is to be laid over what is read
	lastCopy backups.Copy
}

// New returns the page. Nothing is read before it is shown.
func New(services Services, say *wording.Voice) *Page {
	p := &Page{Services: services, say: say, begin: settings.FieldOwner, root: container.NewStack(widgets.On(theme.ColorPage, widgets.Space()))}
	p.keeper = keeping.New(p.Run, p.After, p.Window.Failed, p.draft)
	return p
}

// Content returns what the page shows.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Shown tells the page that it is seen. What was typed and not saved is still
// there.
func (p *Page) Shown() {
	p.shown = true
	if p.form != nil {
		p.Window.Focus(p.form.texts[p.begin])
	}
	p.read()
}

// Tune goes to the rules by which the list names people whom nobody waits for.
func (p *Page) Tune() {
	p.begin = settings.FieldQuietPercent
	if p.form != nil {
		p.Window.Focus(p.form.texts[p.begin])
	}
}

// Hidden tells the page that it is not seen any more.
func (p *Page) Hidden() {
	p.shown, p.begin = false, settings.FieldOwner
	p.keeper.Now()
}

// Changed tells the page that the book changed: an undo may have put another
// plan in place. What is being typed stays.
func (p *Page) Changed(c app.Changed) {
	if c.Plan && p.shown && !p.saving && p.form != nil {
		p.read()
	}
}

// Save does what Ctrl+Enter does here. What another currency is meant for is asked
// before.
func (p *Page) Save() {
	switch form := p.form; {
	case form == nil || p.saving:
	case form.asks():
		p.Window.Focus(form.yes)
	case form.otherCurrency(form.filled()):
		p.look(form, form.filled(), p.By())
	default:
		p.write(form, form.filled(), p.By(), p.Desk.Save, "")
	}
}

// write puts the form on record, and says so: that it is saved, or what else.
func (p *Page) write(form *form, filled settings.Form, by string, save save, done string) {
	p.saving = true
	form.saving.SetText(p.say.Say("settings.saving", nil))
	sent := filled
	sent.Draft = settings.DraftKey
	turn := p.keeper.Take()
	var applied app.Applied
	execute.Then(p.Run, func(ctx context.Context) error {
		return p.keeper.Settle(turn, func() (bool, error) {
			var err error
			applied, err = save(ctx, sent, by)
			return true, err
		})
	}, func(err error) {
		p.saving = false
		form.saving.SetText("")
		if err != nil {
			p.keeper.Touch()
			form.fail(err)
			return
		}
		form.settled()
		if applied.Changed > 0 {
			p.Window.Toast(cmp.Or(done, p.say.Say("settings.saved", nil)), func() { p.undo(applied.Batch) })
		}
		p.settle(filled)
	})
}

// Back does what Escape does here: what was typed is given up, with a way to have
// it back; or only what is asked of it.
func (p *Page) Back() {
	if p.saving || p.form == nil {
		return
	}
	if p.form.asks() {
		p.form.unask()
		p.Window.Focus(p.form.texts[settings.FieldCurrency])
		return
	}
	draft := p.form.draft()
	if p.form.changed() {
		p.Window.Toast(p.say.Say("settings.draft.dropped", nil), func() { p.readOver(draft) })
	}
	p.settle(draft.Typed)
}

// settle shows the plan as the book has it. What was typed up to then is on
// record or given up.
func (p *Page) settle(typed settings.Form) {
	p.form.was = typed
	p.since, p.newer = time.Time{}, false
	p.read()
}

func (p *Page) undo(batch app.ID) {
	by := p.By()
	execute.Then(p.Run, func(ctx context.Context) error {
		_, err := p.Book.Undo(ctx, batch, by)
		return err
	}, func(err error) {
		if err != nil {
			p.Window.Failed(err)
			return
		}
		p.read()
	})
}

func (p *Page) fill(o fyne.CanvasObject) {
	p.root.Objects = []fyne.CanvasObject{widgets.On(theme.ColorPage, o)}
	p.root.Refresh()
}

// drawn is by when a new form has been drawn: only then can it be scrolled to one
// of its fields.
const drawn = 100 * time.Millisecond

// start gives the keyboard to the field that has it at first.
func (p *Page) start() {
	form := p.form
	if p.begin == settings.FieldOwner {
		p.Window.Focus(form.texts[p.begin])
		return
	}
	p.After(drawn, func() {
		if p.shown && p.form == form {
			p.Window.Focus(form.texts[p.begin])
		}
	})
}

// weekdays are the days of the week as a shop counts them.
func weekdays() []time.Weekday {
	return []time.Weekday{
		time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday,
	}
}
