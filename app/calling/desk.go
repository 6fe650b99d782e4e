package calling

import (
	"context"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/importing"
)

// Book is what the desk asks of the book.
type Book interface {
	calllist.Book
	// Act writes all changes of the batch that decide makes of what it reads, or
	// none. Nobody else writes meanwhile, and decide must not.
	Act(ctx context.Context, decide func() (app.Batch, error)) (app.Applied, error)
	// Match calls match with one consistent state of the book, and returns its error.
	Match(ctx context.Context, match func(importing.Known) error) error
	Complaints(ctx context.Context, customer app.ID) ([]app.Complaint, error)
	Purchase(ctx context.Context, id app.ID) (app.Purchase, error)
	Purchases(ctx context.Context, customer app.ID, limit int) ([]app.Purchase, error)
	Calls(ctx context.Context, customer app.ID, limit int) ([]app.Call, error)
	Opinions(ctx context.Context, customer app.ID, limit int) ([]app.Opinion, error)
	Batches(ctx context.Context, limit int) ([]app.BatchInfo, error)
	Keep(ctx context.Context, key string, value []byte) error
	Kept(ctx context.Context, key string) ([]byte, error)
	KeptKeys(ctx context.Context, prefix string) ([]string, error)
	Drop(ctx context.Context, key string) error
}

// Desk is where calls are made and put on record.
type Desk struct {
	book  Book
	clock app.Clock
	ids   *app.IDs
	list  *calllist.List
}

// New returns the desk of that book.
func New(book Book, clock app.Clock, ids *app.IDs) *Desk {
	return &Desk{book: book, clock: clock, ids: ids, list: calllist.New(book, clock)}
}

// now is the moment as records keep it.
func (d *Desk) now() time.Time { return whole(d.clock()) }

// whole cuts a moment to the second, in UTC.
func whole(t time.Time) time.Time { return t.UTC().Truncate(time.Second) }
