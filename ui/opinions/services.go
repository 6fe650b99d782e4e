package opinions

import (
	"context"
	"io"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/exporting"
	"ringback.app/app/exporting/tellus"
	"ringback.app/app/opinions"
	"ringback.app/app/when"
	"ringback.app/ui/execute"
	"ringback.app/ui/widgets"
)

// Desk is where opinions are taken down and looked after. *opinions.Desk is one.
type Desk interface {
	Take(ctx context.Context, form opinions.Form, by string) (opinions.Saved, error)
	Complain(ctx context.Context, opinion app.ID, form opinions.ComplaintForm, by string) (opinions.Saved, error)
	Candidates(ctx context.Context, sender string, limit int) ([]opinions.Candidate, error)
	Bought(ctx context.Context, customer app.ID) ([]app.Purchase, error)
	Unmatched(ctx context.Context, limit int) ([]app.Opinion, error)
	Others(ctx context.Context, o app.Opinion) ([]app.ID, error)
	Match(ctx context.Context, opinions []app.ID, customer app.ID, by string) (app.Applied, error)
	Find(ctx context.Context, q app.OpinionQuery) ([]opinions.Told, error)
	Vocabulary(ctx context.Context) (opinions.Vocabulary, error)
	Praise(ctx context.Context, limit int) (opinions.PraiseList, error)
	PassOn(ctx context.Context, opinion app.ID, staff string, at time.Time, by string) (app.Applied, error)
	Quotes(ctx context.Context) ([]opinions.Quoted, error)
	AllowedOf(ctx context.Context, customer app.ID) (int, error)
	Grant(ctx context.Context, opinion app.ID, form opinions.QuoteForm, by string) (app.Applied, error)
	Withdraw(ctx context.Context, opinion app.ID, by string) (app.Applied, error)

	// What is typed and not on record yet.
	KeepDraft(ctx context.Context, form opinions.Form) error
	Draft(ctx context.Context) (opinions.Form, bool, error)
	DropDraft(ctx context.Context) error
	KeepBegun(ctx context.Context, w opinions.Work, form opinions.Form) error
	Begun(ctx context.Context, w opinions.Work) (opinions.Begun, bool, error)
	DropBegun(ctx context.Context, w opinions.Work) error
}

// Printer prints tell-us cards. *tellus.Printer is one.
type Printer interface {
	Write(ctx context.Context, w io.Writer, o tellus.Order) (tellus.Done, error)
}

// Ledger writes down what may be published. *exporting.Quotes is one.
type Ledger interface {
	// Write writes what may be published today, and says how much it was.
	Write(ctx context.Context, w io.Writer, format exporting.Format) (int, error)
}

// Book is what the page asks of the book itself.
type Book interface {
	Plan(ctx context.Context) (app.Plan, error)
	Customer(ctx context.Context, id app.ID) (app.Customer, error)
	Undo(ctx context.Context, batch app.ID, by string) (app.Applied, error)
}

// Window is what the page asks of the window around it.
type Window interface {
	// Toast shows a sentence for a while; undo, if not nil, is offered with it.
	Toast(text string, undo func())
	// Offer shows a sentence for a while, with a button of that word.
	Offer(text, word string, do func())
	// Failed shows what went wrong.
	Failed(err error)
	// Focus gives the keyboard to the object; nil: to nobody.
	Focus(object fyne.Focusable)
}

// Services are what the page works with.
type Services struct {
	Desk   Desk
	Cards  Printer
	Ledger Ledger
	Book   Book
	Window Window
	Clock  app.Clock
	Run    execute.Executor
	After  widgets.After // how it waits; widgets.RealAfter outside tests
	Words  *when.Words   // how people write days
	Order  when.Order
	By     func() string // who sits at the desk; empty: the owner

	// OnCustomer shows the page of a customer.
	OnCustomer func(customer app.ID)
	// OnBack leads back to where the page was reached from; nil: nowhere.
	OnBack func()
	// OnSave lets the person choose where a file goes, that name being proposed,
	// and hands over its path, "" if they thought better of it.
	OnSave func(name string, chosen func(path string))
	// OnOpen shows a file in the program that the system has for it; nil: there
	// is no way to.
	OnOpen func(path string)
}
