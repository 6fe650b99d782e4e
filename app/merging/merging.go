// Package merging makes one customer of two who are the same person: it finds
// who may be in the book twice, shows two records field by field, and merges
// them, or remembers that they are two people.
package merging

import (
	"context"

	"ringback.app/app"
	"ringback.app/app/importing"
)

// Book is what merging asks of the book.
type Book interface {
	// Customers yields everybody, archived ones too, until yield returns false.
	Customers(ctx context.Context, yield func(app.Listed) bool) error
	// Match calls match with one consistent state of the book.
	Match(ctx context.Context, match func(importing.Known) error) error
	Search(ctx context.Context, query string, limit int) ([]app.Found, error)
	// Act writes all changes of the batch that decide makes of what it reads, or
	// none. Nobody else writes meanwhile, and decide must not.
	Act(ctx context.Context, decide func() (app.Batch, error)) (app.Applied, error)

	Customer(ctx context.Context, id app.ID) (app.Customer, error)
	// Summary is as of today.
	Summary(ctx context.Context, id app.ID) (app.Summary, error)
	Purchases(ctx context.Context, customer app.ID, limit int) ([]app.Purchase, error)
	Calls(ctx context.Context, customer app.ID, limit int) ([]app.Call, error)
	Opinions(ctx context.Context, customer app.ID, limit int) ([]app.Opinion, error)
	Complaints(ctx context.Context, customer app.ID) ([]app.Complaint, error)

	// Keep, Kept, Drop and KeptKeys hold small values without a history.
	Keep(ctx context.Context, key string, value []byte) error
	Kept(ctx context.Context, key string) ([]byte, error)
	Drop(ctx context.Context, key string) error
	KeptKeys(ctx context.Context, prefix string) ([]string, error)
}

// Desk is where customers who are in the book twice are merged.
type Desk struct{ book Book }

// New returns a desk over the book.
func New(book Book) *Desk { return &Desk{book: book} }
