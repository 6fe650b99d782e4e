package importing

import (
	"context"

	"ringback.app/app"
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

// Known is what the book already knows, as one consistent state, for telling
// who in a file is whom.
type Known interface {
	ByReference(kind app.ReferenceKind, value string) ([]app.ID, error)
	// ByPhone finds who has the number, by its E.164 form or else its digits.
	ByPhone(dialled string) ([]app.ID, error)
	ByEmail(address string) ([]app.ID, error)
	// ByName finds who may have a name of these words, each folded as alike.Words
	// does. Who is found need not have that name, and of very many only the first
	// are found.
	ByName(words []string) ([]app.ID, error)
	// Forgotten tells whether the customer has a number, an address or a reference
	// of somebody who was forgotten: the book leaves out whom an import would bring
	// back.
	Forgotten(c app.Customer) (bool, error)
	Customer(id app.ID) (app.Customer, error)
	// Edits yields what people changed of customers' records by hand and by making one
	// of two, the newest first, without what was taken back since. Of the one who went
	// in that, Customer and After are whom they became.
	Edits(yield func(app.Entry) error) error
	PurchaseByReceipt(customer app.ID, receipt string) ([]app.ID, error)
	Purchase(id app.ID) (app.Purchase, error)
	Purchases(customer app.ID) ([]app.Purchase, error)
	Plan() (app.Plan, error)
	// Record returns the record of that sort and ID, or an Error with
	// CodeNotFound.
	Record(kind app.Kind, id app.ID) (app.Record, error)
	// Size counts what the book holds.
	Size() (app.Size, error)
}
