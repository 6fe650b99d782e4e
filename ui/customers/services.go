package customers

import (
	"context"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/customers"
	"ringback.app/ui/execute"
	"ringback.app/ui/widgets"
)

// Desk is where customers and purchases are looked at and put down.
// *customers.Desk is one.
type Desk interface {
	Page(ctx context.Context, id app.ID) (customers.Page, error)
	Check(ctx context.Context, form customers.Form) (customers.Checked, error)
	Save(ctx context.Context, form customers.Form, by string) (customers.Saved, error)
	SavePurchase(ctx context.Context, form customers.PurchaseForm, by string) (customers.Saved, error)
	RemovePurchase(ctx context.Context, id app.ID, by string) (app.Applied, error)
	GiveThanks(ctx context.Context, form customers.ThanksForm, by string) (customers.Saved, error)
	Archive(ctx context.Context, id app.ID, by string) (app.Applied, error)
	Unarchive(ctx context.Context, id app.ID, by string) (app.Applied, error)

	// What is typed and not on record yet.
	KeepDraft(ctx context.Context, key string, draft customers.Draft) error
	Draft(ctx context.Context, key string) (customers.Draft, bool, error)
	DropDraft(ctx context.Context, key string) error
	Drafts(ctx context.Context) ([]customers.Draft, error)
}

// Book is what the page asks of the book itself.
type Book interface {
	Customers(ctx context.Context, yield func(app.Listed) bool) error
	Search(ctx context.Context, query string, limit int) ([]app.Found, error)
	Plan(ctx context.Context) (app.Plan, error)
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
	Book   Book
	Window Window
	Clock  app.Clock
	Run    execute.Executor
	After  widgets.After         // how it waits; widgets.RealAfter outside tests
	By     func() string         // who sits at the desk; empty: the owner
	OnCall func(customer app.ID) // shows the call card of a customer
	// OnExport leads to where the calls of a customer are written into a file;
	// nil: there is no such place.
	OnExport func(customer app.ID)
	// OnTold leads to where it is written down what a customer said, and OnCard to
	// where their tell-us card is printed; nil: there is no such place.
	OnTold func(customer app.ID)
	OnCard func(customer app.ID)
	// OnComplaint leads to where a complaint is put right; nil: there is no such
	// place.
	OnComplaint func(complaint app.ID)
	// OnListed is told whenever everybody was read; nil: nobody wants to know.
	OnListed func()
	// OnLoyalty leads to who the best customers are; nil: there is no such place.
	OnLoyalty func()
	// OnDuplicates leads to those who may be in the book twice; nil: there is no
	// such place.
	OnDuplicates func()
	// OnSame shows a customer beside another who is said to be the same person, to
	// be merged; nil: there is no such place.
	OnSame func(customer, other app.ID)
}
