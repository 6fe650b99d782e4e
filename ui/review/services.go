package review

import (
	"context"
	"io"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/opinions"
	"ringback.app/app/review"
	"ringback.app/app/when"
	"ringback.app/ui/execute"
)

// Sums adds up what customers have been saying. *review.Review is one.
type Sums interface {
	Figures(ctx context.Context, p review.Period) (review.Figures, error)
	// Behind returns the words behind a number, review.MaxBehind at most.
	Behind(ctx context.Context, p review.Period, q review.Question) ([]review.Behind, error)
}

// Praise is where praise is passed on. *opinions.Desk is one.
type Praise interface {
	Praise(ctx context.Context, limit int) (opinions.PraiseList, error)
	PassOn(ctx context.Context, opinion app.ID, staff string, at time.Time, by string) (app.Applied, error)
}

// Monday draws the sheet for the Monday meeting. *exporting.Monday is one.
type Monday interface {
	// Suggest proposes a name for the file.
	Suggest(p review.Period) string
	// Write draws it. Boxed are the names on it that, or whose words, cannot be
	// printed as they are written.
	Write(ctx context.Context, w io.Writer, p review.Period) (boxed []string, err error)
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
	// Offer shows a sentence for a while, with a button of that word.
	Offer(text, word string, do func())
	// Failed shows what went wrong.
	Failed(err error)
	// Focus gives the keyboard to the object; nil: to nobody.
	Focus(object fyne.Focusable)
}

// Services are what the page works with.
type Services struct {
	Sums   Sums
	Praise Praise
	Monday Monday
	Book   Book
	Window Window
	Clock  app.Clock
	Run    execute.Executor
	Words  *when.Words // how people write days
	Order  when.Order
	By     func() string // who sits at the desk; empty: the owner

	// OnCustomer shows the page of a customer.
	OnCustomer func(customer app.ID)
	// OnSave lets the person choose where a file goes, that name being proposed,
	// and hands over its path, "" if they thought better of it.
	OnSave func(name string, chosen func(path string))
	// OnOpen shows a file in the program that the system has for it; nil: there is
	// no way to.
	OnOpen func(path string)
	// OnSaid shows the opinions that the query finds, OnUnmatched those of which
	// nobody knows whose they are; nil: there is no page for them.
	OnSaid      func(q app.OpinionQuery)
	OnUnmatched func()
	// OnPraise shows all praise that waits to be passed on; nil: there is no page
	// for it.
	OnPraise func()
	// OnCards shows where cards are typed in, OnLoyalty who comes back; nil: there
	// is no page for that.
	OnCards, OnLoyalty func()
}
