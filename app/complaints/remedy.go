package complaints

import (
	"context"
	"slices"
	"time"

	"ringback.app/app"
)

// Given says what became of a remedy.
type Given struct {
	app.Applied
	// Asked: it costs more than staff may give, so that the owner is asked first.
	// Nothing is put right yet.
	Asked bool
}

// RemedyKinds lists the kinds of remedies in the order in which they are
// offered: what costs least first.
func RemedyKinds() []app.RemedyKind {
	return []app.RemedyKind{
		app.RemedyApology, app.RemedyRepair, app.RemedyReplacement,
		app.RemedyRefund, app.RemedyCompensation, app.RemedyOther,
	}
}

// Give puts on record what is going to put a complaint right. A remedy that
// costs more than staff may give is kept as a wish, and the owner is asked to
// allow it. It returns FieldErrors for a remedy that cannot be taken; a cost
// without a currency is in the shop's.
func (d *Desk) Give(ctx context.Context, complaint app.ID, remedy app.Remedy, by string) (Given, error) {
	c, err := d.open(ctx, complaint)
	if err != nil {
		return Given{}, err
	}
	given, err := d.remedy(ctx, c, remedy, by)
	if err != nil {
		return Given{}, err
	}
	c.Remedy = given
	applied, err := d.put(ctx, app.ActGive, by, c)
	return Given{applied, c.AwaitsOwner()}, err
}

// PutRight puts on record that a complaint was put right now, and how, if a
// remedy is given; what was given before stands otherwise. What was promised
// about it counts as kept, and the customer as answered; one that was put right
// before keeps its time. It returns the errors of Give, and is Asked as that is;
// an Error with CodeConflict where the owner has not yet allowed the remedy that
// stands.
func (d *Desk) PutRight(ctx context.Context, complaint app.ID, remedy *app.Remedy, by string) (Given, error) {
	c, err := d.open(ctx, complaint)
	if err != nil {
		return Given{}, err
	}
	switch {
	case remedy != nil:
		if c.Remedy, err = d.remedy(ctx, c, *remedy, by); err != nil {
			return Given{}, err
		}
		if c.AwaitsOwner() {
			applied, err := d.put(ctx, app.ActGive, by, c)
			return Given{applied, true}, err
		}
	case c.AwaitsOwner():
		plan, err := d.book.Plan(ctx)
		if err != nil {
			return Given{}, err
		}
		if !plan.IsOwner(by) {
			return Given{}, &app.Error{Code: app.CodeConflict, Key: "error.complaints.remedy.awaits"}
		}
		c.Remedy = allowed(*c.Remedy, d)
	case c.Remedy != nil && c.Remedy.Refused != "":
		c.Remedy = nil // it was not given
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
	applied, err := d.put(ctx, app.ActPutRight, by, c)
	return Given{Applied: applied}, err
}

// Allow allows the remedy that somebody of the staff wants to give. Only the
// owner can; an Error with CodeInvalid says so, and one with CodeConflict that
// nothing waits to be allowed.
func (d *Desk) Allow(ctx context.Context, complaint app.ID, by string) (app.Applied, error) {
	c, err := d.awaiting(ctx, complaint, by)
	if err != nil {
		return app.Applied{}, err
	}
	c.Remedy = allowed(*c.Remedy, d)
	return d.put(ctx, app.ActAllow, by, c)
}

// Refuse does not allow it, and tells the staff why. It returns the errors of
// Allow, and FieldErrors without a word of why.
func (d *Desk) Refuse(ctx context.Context, complaint app.ID, why, by string) (app.Applied, error) {
	c, err := d.awaiting(ctx, complaint, by)
	if err != nil {
		return app.Applied{}, err
	}
	if why = tidy(why); why == "" {
		return app.Applied{}, needed("error.complaints.refuse.why")
	}
	refused := *c.Remedy
	refused.Refused = why
	c.Remedy = &refused
	return d.put(ctx, app.ActRefuse, by, c)
}

// awaiting returns a complaint whose remedy the owner is asked to allow.
func (d *Desk) awaiting(ctx context.Context, complaint app.ID, by string) (app.Complaint, error) {
	c, err := d.open(ctx, complaint)
	if err != nil {
		return c, err
	}
	plan, err := d.book.Plan(ctx)
	switch {
	case err != nil:
	case !plan.IsOwner(by):
		err = &app.Error{Code: app.CodeInvalid, Key: "error.complaints.owner-only"}
	case !c.AwaitsOwner():
		err = &app.Error{Code: app.CodeConflict, Key: "error.complaints.remedy.settled"}
	}
	return c, err
}

func allowed(r app.Remedy, d *Desk) *app.Remedy {
	r.Allowed = d.now()
	return &r
}

// remedy checks what is to put a complaint right, and whether it may be given.
func (d *Desk) remedy(ctx context.Context, c app.Complaint, r app.Remedy, by string) (*app.Remedy, error) {
	plan, err := d.book.Plan(ctx)
	if err != nil {
		return nil, err
	}
	errs := app.FieldErrors{}
	if !slices.Contains(RemedyKinds(), r.Kind) {
		errs.Add(FieldRemedy, "error.complaints.remedy.unknown", app.Args{"Remedy": string(r.Kind)})
	}
	if r.Cost.Minor < 0 {
		errs.Add(FieldCost, "error.complaints.cost.negative", nil)
	}
	if err := errs.Err(); err != nil {
		return nil, err
	}
	switch {
	case r.Cost.Minor == 0:
		r.Cost = app.Money{}
	case r.Cost.Currency == "":
		r.Cost.Currency = plan.Currency
	}
	r.Note, r.By, r.Allowed, r.Refused = tidy(r.Note), by, time.Time{}, ""
	if mayGive(r, c.Remedy, plan) {
		r.Allowed = d.now()
	}
	return &r, nil
}

// mayGive tells whether a remedy may be given without asking the owner: by the
// owner, within what staff may spend, or within what the owner allowed before.
// What costs nothing may always be given; a cost in another currency than the
// shop's is never known to be within the limit.
func mayGive(r app.Remedy, before *app.Remedy, plan app.Plan) bool {
	switch {
	case plan.IsOwner(r.By), r.Cost.Minor == 0:
		return true
	case r.Cost.Currency == plan.Currency && r.Cost.Minor <= plan.StaffRemedy:
		return true
	}
	return before != nil && !before.Allowed.IsZero() &&
		before.Cost.Currency == r.Cost.Currency && r.Cost.Minor <= before.Cost.Minor
}
