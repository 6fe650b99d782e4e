package merging

import (
	"context"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/merging"
	"ringback.app/ui/execute"
)

// Desk is where customers who are in the book twice are merged. *merging.Desk
// is one.
type Desk interface {
	Find(ctx context.Context) ([]merging.Pair, error)
	FindOf(ctx context.Context, ids ...app.ID) ([]merging.Pair, error)
	Propose(ctx context.Context, a, b app.ID) (merging.Proposal, error)
	Merge(ctx context.Context, p merging.Proposal, choices merging.Choices, by string) (merging.Done, error)
	KeepApart(ctx context.Context, a, b app.ID) error
	ForgetApart(ctx context.Context, a, b app.ID) error
}

// Book is what the page asks of the book itself.
type Book interface {
	Plan(ctx context.Context) (app.Plan, error)
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
}

// Services are what the page works with.
type Services struct {
	Desk   Desk
	Book   Book
	Window Window
	Clock  app.Clock
	Run    execute.Executor
	By     func() string // who sits at the desk; empty: the owner
	OnBack func()        // leads back to the customers
	// OnCustomer leads to one of two whom a person named.
	OnCustomer func(customer app.ID)
	// OnCounted is told how many people may be in the book twice.
	OnCounted func(people int)
}
