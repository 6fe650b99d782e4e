// Package complaints is where what went wrong is put right: which complaints
// wait and for how long, what we promised about them, what is given to put them
// right and who may give it, and how they end.
//
// A complaint begins in a call (app/calling) or with an opinion from elsewhere
// (app/opinions), and is confirmed in a call that asks whether the fix worked.
// Everything between is done here.
package complaints

import (
	"context"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
)

// Book is what the desk asks of the book.
type Book interface {
	calllist.Book
	// Act writes all changes of the batch that decide makes of what it reads, or
	// none. Nobody else writes meanwhile, and decide must not.
	Act(ctx context.Context, decide func() (app.Batch, error)) (app.Applied, error)
	Plan(ctx context.Context) (app.Plan, error)
	Customer(ctx context.Context, id app.ID) (app.Customer, error)
	Summary(ctx context.Context, id app.ID) (app.Summary, error)
	Purchase(ctx context.Context, id app.ID) (app.Purchase, error)
	Opinion(ctx context.Context, id app.ID) (app.Opinion, error)
	Calls(ctx context.Context, customer app.ID, limit int) ([]app.Call, error)
	History(ctx context.Context, customer app.ID, limit int) ([]app.Entry, error)

	Complaint(ctx context.Context, id app.ID) (app.Complaint, error)
	// Complaints returns a customer's complaints, oldest first, closed ones too.
	Complaints(ctx context.Context, customer app.ID) ([]app.Complaint, error)
	// OpenComplaints returns the open ones, those too of which nobody knows whose
	// they are, oldest first.
	OpenComplaints(ctx context.Context) ([]app.Complaint, error)
	// ComplaintsBetween yields those that were received in from ≤ t < to, oldest
	// first.
	ComplaintsBetween(ctx context.Context, from, to time.Time, yield func(app.Complaint) bool) error
}

// Desk is where complaints are put right.
type Desk struct {
	book  Book
	clock app.Clock
	ids   *app.IDs
	rules calllist.LastRules
}

// New returns the desk of that book.
func New(book Book, clock app.Clock, ids *app.IDs) *Desk {
	return &Desk{book: book, clock: clock, ids: ids}
}

// now is the moment as records keep it.
func (d *Desk) now() time.Time { return d.clock().UTC().Truncate(time.Second) }
