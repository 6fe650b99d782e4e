package today

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/calllist"
	"ringback.app/app/complaints"
	"ringback.app/app/when"
	"ringback.app/ui/execute"
	"ringback.app/ui/widgets"
)

// Lister decides whom to call now. *calllist.List is one.
type Lister interface {
	Today(ctx context.Context, limit int) (calllist.Today, error)
	NotToday(ctx context.Context, limit int) (calllist.NotToday, error)
}

// Desk gives the card of a customer and puts calls on record. *calling.Desk is
// one.
type Desk interface {
	CardAbout(ctx context.Context, customer, complaint app.ID) (calling.Card, error)
	CardOfCall(ctx context.Context, customer, complaint app.ID, began time.Time) (calling.Card, error)
	Log(ctx context.Context, r calling.Report) (calling.Logged, error)

	SaveDraft(ctx context.Context, customer app.ID, d calling.Draft) error
	Draft(ctx context.Context, customer app.ID) (calling.Draft, bool, error)
	DropDraft(ctx context.Context, customer app.ID) error
	Drafts(ctx context.Context) ([]app.ID, error)

	KeepAnswer(ctx context.Context, answer calling.Answer) error
	Answers(ctx context.Context) ([]calling.Answer, error)
	DropAnswer(ctx context.Context, to calling.AnswerTo) error
}

// Complaints is where what went wrong is put right. *complaints.Desk is one.
type Complaints interface {
	KeepPromise(ctx context.Context, complaint app.ID, promise int, by string) (app.Applied, error)
	PutRight(ctx context.Context, complaint app.ID, remedy *app.Remedy, kept []int, by string) (complaints.Given, error)
}

// Book is what the page asks of the book itself.
type Book interface {
	Plan(ctx context.Context) (app.Plan, error)
	Size(ctx context.Context) (app.Size, error)
	Undo(ctx context.Context, batch app.ID, by string) (app.Applied, error)
}

// Window is what the page asks of the window around it.
type Window interface {
	// Toast shows a sentence for a while; undo, if not nil, is offered with it.
	Toast(text string, undo func())
	// Failed shows what went wrong.
	Failed(err error)
	// Copy puts the text on the clipboard and says so.
	Copy(text string)
	// Dial hands a number over to whatever dials on this machine.
	Dial(number string)
	// Focus gives the keyboard to the object; nil: to nobody.
	Focus(object fyne.Focusable)
}

// Services are what the page works with.
type Services struct {
	List Lister
	Desk Desk
	// Complaints is where what went wrong is put right.
	Complaints Complaints
	Book       Book
	Window     Window
	Clock      app.Clock
	Run        execute.Executor
	After      widgets.After
	Words      *when.Words // how people write days and hours
	Order      when.Order
	By         func() string // who sits at the desk; empty: the owner
	// Themes names the themes that opinions had lately, most used first; nil: none
	// are known but the shop's own.
	Themes func(ctx context.Context) ([]string, error)

	// OnThank leads to where it is put on record what a customer was given; nil:
	// there is no such place.
	OnThank func(customer app.ID)

	// The ways on from here.
	OnImport      func()
	OnAddCustomer func()
	// OnSample fills the empty book with a made-up shop. It tells, on the UI
	// goroutine, what part of it is there, and ends with 1, also where it failed.
	OnSample  func(progress func(part float64))
	OnCounted func(toCall int) // people left to call today
}
