// Package opinions takes down what customers say outside a call: on tell-us
// cards, on a visit, in letters and on the web. It finds whose a card is, passes
// praise on, and keeps the ledger of what may be published.
package opinions

import (
	"context"
	"fmt"
	"time"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/when"
)

// Book is what the desk asks of the book.
type Book interface {
	// Act writes all changes of the batch that decide makes of what it reads, or
	// none. Nobody else writes meanwhile, and decide must not.
	Act(ctx context.Context, decide func() (app.Batch, error)) (app.Applied, error)
	// Match calls match with one consistent state of the book.
	Match(ctx context.Context, match func(importing.Known) error) error
	Plan(ctx context.Context) (app.Plan, error)
	Customer(ctx context.Context, id app.ID) (app.Customer, error)
	Search(ctx context.Context, query string, limit int) ([]app.Found, error)
	// PurchasesBetween yields the purchases of from ≤ Day < to.
	PurchasesBetween(ctx context.Context, from, to app.Day, yield func(app.Purchase) bool) error

	Opinion(ctx context.Context, id app.ID) (app.Opinion, error)
	// Opinions returns a customer's opinions, newest first; those that nobody
	// knows whose they are with the zero ID.
	Opinions(ctx context.Context, customer app.ID, limit int) ([]app.Opinion, error)
	OpinionsBetween(ctx context.Context, from, to time.Time, yield func(app.Opinion) bool) error
	FindOpinions(ctx context.Context, q app.OpinionQuery) ([]app.Opinion, error)
	Praise(ctx context.Context, limit int) (waiting, passed []app.Opinion, err error)
	Quotes(ctx context.Context, limit int) ([]app.Opinion, error)
	Complaints(ctx context.Context, customer app.ID) ([]app.Complaint, error)

	// Keep, Kept and Drop hold what is typed and not on record yet.
	Keep(ctx context.Context, key string, value []byte) error
	Kept(ctx context.Context, key string) ([]byte, error)
	Drop(ctx context.Context, key string) error
}

// Desk is where opinions are taken down and looked after.
type Desk struct {
	book   Book
	clock  app.Clock
	ids    *app.IDs
	typing when.Typing
}

// New returns the desk of that book.
func New(book Book, clock app.Clock, ids *app.IDs, typing when.Typing) *Desk {
	return &Desk{book: book, clock: clock, ids: ids, typing: typing}
}

// now is the moment as records keep it.
func (d *Desk) now() time.Time { return d.clock().UTC().Truncate(time.Second) }

// today is the shop's day.
func (d *Desk) today(plan app.Plan) app.Day { return app.DayOf(d.clock().In(plan.Location())) }

func (d *Desk) reading(plan app.Plan, lean when.Lean) when.Options {
	return d.typing.Options(d.clock, plan.Location(), lean)
}

// revise writes an opinion as it shall be by what is on record of it now.
func (d *Desk) revise(ctx context.Context, act app.Act, by string, opinion app.ID, how func(*app.Opinion) error) (app.Applied, error) {
	applied, err := d.book.Act(ctx, func() (app.Batch, error) {
		o, err := d.book.Opinion(ctx, opinion)
		if err == nil {
			err = how(&o)
		}
		return app.Batch{Act: act, By: by, Changes: []app.Change{app.Put(o)}}, err
	})
	if err != nil {
		return app.Applied{}, fmt.Errorf("%s an opinion: %w", act, err)
	}
	return applied, nil
}

// Lag returns the days from when an opinion was written to when somebody read
// it, by the shop's calendar. Where the clocks of two desktops disagree it is
// never less than none.
func Lag(o app.Opinion, shop *time.Location) int {
	return max(0, int(app.DayOf(o.Taken.In(shop))-o.Said))
}
