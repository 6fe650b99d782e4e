package importing

import (
	"context"

	"ringback.app/app"
	"ringback.app/app/importing/people"
	"ringback.app/app/importing/receipts"
)

// Book is what an import asks of the book.
type Book interface {
	// Match calls match with one consistent state of the book, and returns its
	// error. The state is gone when match returns.
	Match(ctx context.Context, match func(Known) error) error
	// Batches returns the last batches, the newest first.
	Batches(ctx context.Context, limit int) ([]app.BatchInfo, error)
	// Act writes all changes of the batch that decide makes of what it reads, or
	// none. Nobody else writes meanwhile, and decide must not.
	Act(ctx context.Context, decide func() (app.Batch, error)) (app.Applied, error)
	// Kept returns what is kept under the key, nil if nothing is.
	Kept(ctx context.Context, key string) ([]byte, error)
}

// Known is what the book already knows, as one consistent state.
type Known interface {
	people.Known
	receipts.Book
	Opinions(customer app.ID) ([]app.Opinion, error)
	Plan() (app.Plan, error)
}
