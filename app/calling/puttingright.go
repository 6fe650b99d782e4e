package calling

import (
	"context"
	"slices"

	"ringback.app/app"
)

// KeepPromise puts on record that a promise of a complaint, counted from 0, was
// kept now; one that was kept before stays as it is. It returns an Error with
// CodeNotFound if there is no such complaint or promise.
func (d *Desk) KeepPromise(ctx context.Context, complaint app.ID, promise int) (app.Applied, error) {
	c, err := d.book.Complaint(ctx, complaint)
	if err != nil {
		return app.Applied{}, err
	}
	if promise < 0 || promise >= len(c.Promises) {
		return app.Applied{}, &app.Error{Code: app.CodeNotFound, Key: "error.calling.promise.unknown"}
	}
	if c.Promises[promise].Kept.IsZero() {
		c.Promises = slices.Clone(c.Promises)
		c.Promises[promise].Kept = d.now()
	}
	return d.book.Apply(ctx, app.Batch{Act: app.ActKeepPromise, Changes: []app.Change{app.Put(c)}})
}

// PutRight puts on record that a complaint was put right now, and how, if a
// remedy is given. What was promised about it counts as kept, and the customer
// as answered; one that was put right before keeps its time. It returns an
// Error with CodeNotFound if there is no such complaint, with CodeConflict if
// it is closed, and FieldErrors for a remedy that cannot be taken.
func (d *Desk) PutRight(ctx context.Context, complaint app.ID, remedy *app.Remedy) (app.Applied, error) {
	c, err := d.book.Complaint(ctx, complaint)
	if err != nil {
		return app.Applied{}, err
	}
	if !c.Open() {
		return app.Applied{}, &app.Error{Code: app.CodeConflict, Key: "error.calling.complaint.closed"}
	}
	if remedy != nil {
		if c.Remedy, err = d.remedy(ctx, *remedy); err != nil {
			return app.Applied{}, err
		}
	}
	now := d.now()
	if c.PutRight.IsZero() {
		c.PutRight = now
	}
	if c.Answered.IsZero() {
		c.Answered = now
	}
	c.Promises = slices.Clone(c.Promises)
	for i := range c.Promises {
		if c.Promises[i].Kept.IsZero() {
			c.Promises[i].Kept = now
		}
	}
	return d.book.Apply(ctx, app.Batch{Act: app.ActPutRight, Changes: []app.Change{app.Put(c)}})
}

// remedy checks what put a complaint right; a cost without a currency is in the
// shop's.
func (d *Desk) remedy(ctx context.Context, r app.Remedy) (*app.Remedy, error) {
	plan, err := d.book.Plan(ctx)
	if err != nil {
		return nil, err
	}
	errs := app.FieldErrors{}
	switch r.Kind {
	case app.RemedyApology, app.RemedyRefund, app.RemedyReplacement,
		app.RemedyRepair, app.RemedyCompensation, app.RemedyOther:
	default:
		errs.Add("remedy", "error.calling.remedy.unknown", app.Args{"Remedy": string(r.Kind)})
	}
	if r.Cost.Minor < 0 {
		errs.Add("cost", "error.calling.cost.negative", nil)
	}
	if r.Cost.Minor != 0 && r.Cost.Currency == "" {
		r.Cost.Currency = plan.Currency
	}
	return &r, errs.Err()
}
