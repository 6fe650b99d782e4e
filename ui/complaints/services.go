package complaints

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/complaints"
	"ringback.app/app/opinions"
	"ringback.app/app/when"
	"ringback.app/ui/execute"
	"ringback.app/ui/widgets"
)

// Desk is where complaints are put right. *complaints.Desk is one.
type Desk interface {
	Open(ctx context.Context) (complaints.Overview, error)
	Ended(ctx context.Context) (complaints.Overview, error)
	Late(ctx context.Context) (open, late int, err error)
	Promises(ctx context.Context) (complaints.Promises, error)
	Dossier(ctx context.Context, complaint app.ID) (complaints.Dossier, error)

	Answer(ctx context.Context, complaint app.ID, by string) (app.Applied, error)
	Promise(ctx context.Context, complaint app.ID, what string, until time.Time, by string) (app.Applied, error)
	KeepPromise(ctx context.Context, complaint app.ID, promise int, by string) (app.Applied, error)
	MarkForOwner(ctx context.Context, complaint app.ID, serious bool, by string) (app.Applied, error)
	Give(ctx context.Context, complaint app.ID, remedy app.Remedy, by string) (complaints.Given, error)
	PutRight(ctx context.Context, complaint app.ID, remedy *app.Remedy, kept []int, by string) (complaints.Given, error)
	Allow(ctx context.Context, complaint app.ID, by string) (app.Applied, error)
	Refuse(ctx context.Context, complaint app.ID, why, by string) (app.Applied, error)
	Close(ctx context.Context, complaint app.ID, why, by string) (app.Applied, error)
	Reopen(ctx context.Context, complaint app.ID, why string, from app.Source, by string) (app.Applied, error)
}

// Matcher finds whose words are that came without a name we know.
// *opinions.Desk is one.
type Matcher interface {
	Candidates(ctx context.Context, sender string, limit int) ([]opinions.Candidate, error)
	Others(ctx context.Context, o app.Opinion) ([]app.ID, error)
	Match(ctx context.Context, opinions []app.ID, customer app.ID, by string) (app.Applied, error)
}

// Book is what the page asks of the book itself.
type Book interface {
	Undo(ctx context.Context, batch app.ID, by string) (app.Applied, error)
	// Keep, Kept and Drop hold what is typed and not on record yet.
	Keep(ctx context.Context, key string, value []byte) error
	Kept(ctx context.Context, key string) ([]byte, error)
	Drop(ctx context.Context, key string) error
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
	Desk    Desk
	Matcher Matcher
	Book    Book
	Window  Window
	Clock   app.Clock
	Run     execute.Executor
	After   widgets.After
	Words   *when.Words // how people write days and hours
	Order   when.Order
	By      func() string // who sits at the desk; empty: the owner

	// OnCall shows the call card of a customer who is called about a complaint of
	// theirs; the zero ID is none.
	OnCall     func(customer, complaint app.ID)
	OnCustomer func(customer app.ID) // shows the page of a customer
	OnCounted  func(open, late int)  // how many complaints are open, and late
}
