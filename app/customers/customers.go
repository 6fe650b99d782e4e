// Package customers is the customer's page: everything known about one
// customer, and the forms by which a person adds and corrects customers and
// purchases.
package customers

import (
	"context"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/when"
)

// Book is what the customer's page asks of the book.
type Book interface {
	// Act writes all changes of the batch that decide makes of what it reads, or
	// none. Nobody else writes meanwhile, and decide must not.
	Act(ctx context.Context, decide func() (app.Batch, error)) (app.Applied, error)
	// Match calls match with one consistent state of the book.
	Match(ctx context.Context, match func(importing.Known) error) error
	Plan(ctx context.Context) (app.Plan, error)
	Customer(ctx context.Context, id app.ID) (app.Customer, error)
	Purchase(ctx context.Context, id app.ID) (app.Purchase, error)
	Summary(ctx context.Context, id app.ID) (app.Summary, error)
	Purchases(ctx context.Context, customer app.ID, limit int) ([]app.Purchase, error)
	Calls(ctx context.Context, customer app.ID, limit int) ([]app.Call, error)
	Opinions(ctx context.Context, customer app.ID, limit int) ([]app.Opinion, error)
	Complaints(ctx context.Context, customer app.ID) ([]app.Complaint, error)
	History(ctx context.Context, customer app.ID, limit int) ([]app.Entry, error)
	// Currencies returns those in which customers bought last.
	Currencies(ctx context.Context) ([]string, error)

	// Keep, Kept, KeptKeys and Drop hold what is typed and not on record yet.
	Keep(ctx context.Context, key string, value []byte) error
	Kept(ctx context.Context, key string) ([]byte, error)
	KeptKeys(ctx context.Context, prefix string) ([]string, error)
	Drop(ctx context.Context, key string) error
}

// Desk is where customers and purchases are added and corrected.
type Desk struct {
	book   Book
	clock  app.Clock
	ids    *app.IDs
	typing when.Typing
}

// New returns a desk over the book.
func New(book Book, clock app.Clock, ids *app.IDs, typing when.Typing) *Desk {
	return &Desk{book: book, clock: clock, ids: ids, typing: typing}
}

// Saved names what was put on record.
type Saved struct {
	ID    app.ID // the customer, or the purchase
	Batch app.ID
	// Remarks are what a person should know of what was kept all the same, by
	// field: a number that cannot be dialled, a receipt known already.
	Remarks app.FieldErrors
	// Refused are those who may be the customer under another record, and will not be
	// called either since they were saved.
	Refused []app.Customer
}

// today returns the shop's day.
func (d *Desk) today(plan app.Plan) app.Day {
	return app.DayOf(d.clock().In(plan.Location()))
}

// when returns how to read a day in the shop's zone.
func (d *Desk) when(plan app.Plan, lean when.Lean) when.Options {
	return d.typing.Options(d.clock, plan.Location(), lean)
}
