// Package settings is where the owner sets the plan: whose shop it is, when it
// is open, when customers may be rung, and the rules of the call list.
package settings

import (
	"context"
	"fmt"
	"time"

	"ringback.app/app"
	"ringback.app/app/when"
)

// Book is what the settings ask of the book.
type Book interface {
	Plan(ctx context.Context) (app.Plan, error)
	// Act writes all changes of the batch that decide makes of what it reads, or
	// none. Nobody else writes meanwhile, and decide must not.
	Act(ctx context.Context, decide func() (app.Batch, error)) (app.Applied, error)
	// Customers yields all customers, also archived ones, until yield returns
	// false.
	Customers(ctx context.Context, yield func(app.Listed) bool) error
	Customer(ctx context.Context, id app.ID) (app.Customer, error)
	// PurchasesIn yields the purchases in that currency, in the order of their IDs,
	// until yield returns false.
	PurchasesIn(ctx context.Context, currency string, yield func(app.Purchase) bool) error
	// ComplaintsBetween yields the complaints of from ≤ Received < to until yield
	// returns false.
	ComplaintsBetween(ctx context.Context, from, to time.Time, yield func(app.Complaint) bool) error
	// Keep keeps a small value, nil from Kept if there is none.
	Keep(ctx context.Context, key string, value []byte) error
	Kept(ctx context.Context, key string) ([]byte, error)
	Drop(ctx context.Context, key string) error
}

// Desk is where the plan is set.
type Desk struct {
	book   Book
	clock  app.Clock
	typing when.Typing
}

// New returns a desk over the book.
func New(book Book, clock app.Clock, typing when.Typing) *Desk {
	return &Desk{book: book, clock: clock, typing: typing}
}

// Form returns the form that shows the plan as it is.
func (d *Desk) Form(ctx context.Context) (Form, error) {
	plan, err := d.book.Plan(ctx)
	if err != nil {
		return Form{}, fmt.Errorf("read settings: %w", err)
	}
	return FormOf(plan), nil
}

// Check says what plan the form would come to and writes nothing. It returns
// app.FieldErrors if the form cannot be saved.
func (d *Desk) Check(ctx context.Context, form Form) (app.Plan, error) {
	_, plan, err := d.check(ctx, form)
	return plan, err
}

func (d *Desk) check(ctx context.Context, form Form) (was, plan app.Plan, err error) {
	was, err = d.book.Plan(ctx)
	if err != nil {
		return app.Plan{}, app.Plan{}, fmt.Errorf("check settings: %w", err)
	}
	k := check{desk: d, was: was, form: form, errs: app.FieldErrors{}}
	return was, k.plan(), k.errs.Err()
}

// Save makes the form the plan, in one batch. By is who does it, empty for the
// owner. Numbers that could not be told without the country are read again in
// the same batch, so that whoever is imported later is found by them; also where
// the country was set before, since earlier versions left them as they were. It
// returns the errors of Check, and writes nothing then.
//
// Amounts on record stay in the currency that they have; see SaveRestating.
func (d *Desk) Save(ctx context.Context, form Form, by string) (app.Applied, error) {
	return d.save(ctx, form, by, false)
}

func (d *Desk) save(ctx context.Context, form Form, by string, restate bool) (app.Applied, error) {
	applied, err := d.book.Act(ctx, func() (app.Batch, error) {
		was, plan, err := d.check(ctx, form)
		if err != nil {
			return app.Batch{}, err
		}
		changes := []app.Change{app.Put(plan)}
		var r *restating
		if restate && was.Currency != plan.Currency {
			r = newRestating(was.Currency, plan.Currency)
			restated, err := d.restated(ctx, r)
			if err != nil {
				return app.Batch{}, err
			}
			changes = append(changes, restated...)
		}
		again, err := d.customersAgain(ctx, plan.Country, r)
		changes = append(changes, again...)
		return app.Batch{Act: app.ActEditPlan, By: by, Changes: changes, Draft: form.Draft}, err
	})
	if err != nil {
		return app.Applied{}, fmt.Errorf("save settings: %w", err)
	}
	return applied, nil
}
