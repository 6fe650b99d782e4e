package complaints

import (
	"context"
	"slices"
	"time"

	"ringback.app/app"
	"ringback.app/app/texts"
)

// Given says what became of a remedy.
type Given struct {
	app.Applied
	// Asked: it costs more than staff may give, so that the owner is asked first.
	// Nothing is put right yet.
	Asked bool
	Kept  int // how many promises count as kept by it
	Open  int // how many stay promised
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
	var given Given
	var err error
	given.Applied, err = d.revise(ctx, app.ActGive, by, func() (app.Complaint, error) {
		c, err := d.open(ctx, complaint)
		if err == nil {
			c.Remedy, err = d.remedy(ctx, c, remedy, by)
		}
		given.Asked = c.AwaitsOwner()
		return c, err
	})
	if err != nil {
		return Given{}, err
	}
	return given, nil
}

// PutRight puts on record that a complaint was put right now, and how, if a
// remedy is given; what was given before stands otherwise. Of what was
// promised about it, counted from 0, what is named counts as kept, and the rest
// stays promised, also what somebody promised meanwhile. The customer counts as
// answered; one that was put right before keeps its time. It returns the errors of
// Give, and is Asked as that is; an Error with CodeConflict where the owner has not
// yet allowed the remedy that stands, and one with CodeNotFound if there is no such
// promise.
func (d *Desk) PutRight(ctx context.Context, complaint app.ID, remedy *app.Remedy, kept []int, by string) (Given, error) {
	var given Given
	var err error
	given.Applied, err = d.book.Act(ctx, func() (app.Batch, error) {
		c, err := d.open(ctx, complaint)
		if err == nil {
			err = d.settleRemedy(ctx, &c, remedy, by)
		}
		act := app.ActPutRight
		switch given.Asked = c.AwaitsOwner(); {
		case err != nil:
		case given.Asked:
			act = app.ActGive
		default:
			given.Kept, given.Open, err = putRight(&c, kept, d.now())
		}
		return app.Batch{Act: act, By: by, Changes: []app.Change{app.Put(c)}}, err
	})
	if err != nil {
		return Given{}, err
	}
	return given, nil
}

// settleRemedy notes the remedy by which a complaint was put right, if one is
// given, and of the one that stands that it was given, or was not.
func (d *Desk) settleRemedy(ctx context.Context, c *app.Complaint, remedy *app.Remedy, by string) (err error) {
	switch {
	case remedy != nil:
		c.Remedy, err = d.remedy(ctx, *c, *remedy, by)
	case c.AwaitsOwner():
		plan, err := d.book.Plan(ctx)
		if err != nil {
			return err
		}
		if !plan.IsOwner(by) {
			return &app.Error{Code: app.CodeConflict, Key: "error.complaints.remedy.awaits"}
		}
		c.Remedy = allowed(*c.Remedy, d)
	case c.Remedy != nil && c.Remedy.Refused != "":
		c.Remedy = nil // it was not given
	}
	return err
}

// putRight notes that a complaint was put right now, and which promises were kept by
// that. It returns how many are, and how many stay open.
func putRight(c *app.Complaint, kept []int, now time.Time) (done, open int, err error) {
	if c.PutRight.IsZero() {
		c.PutRight = now
	}
	if c.Answered.IsZero() {
		c.Answered = now
	}
	c.Promises = slices.Clone(c.Promises)
	for _, i := range kept {
		if i < 0 || i >= len(c.Promises) {
			return 0, 0, &app.Error{Code: app.CodeNotFound, Key: "error.complaints.promise.unknown"}
		}
		if c.Promises[i].Kept.IsZero() {
			c.Promises[i].Kept = now
			done++
		}
	}
	for _, p := range c.Promises {
		if p.Kept.IsZero() {
			open++
		}
	}
	return done, open, nil
}

// Allow allows the remedy that somebody of the staff wants to give. Only the
// owner can; an Error with CodeInvalid says so, and one with CodeConflict that
// nothing waits to be allowed.
func (d *Desk) Allow(ctx context.Context, complaint app.ID, by string) (app.Applied, error) {
	return d.revise(ctx, app.ActAllow, by, func() (app.Complaint, error) {
		c, err := d.awaiting(ctx, complaint, by)
		if err == nil {
			c.Remedy = allowed(*c.Remedy, d)
		}
		return c, err
	})
}

// Refuse does not allow it, and tells the staff why. It returns the errors of
// Allow, and FieldErrors without a word of why.
func (d *Desk) Refuse(ctx context.Context, complaint app.ID, why, by string) (app.Applied, error) {
	return d.revise(ctx, app.ActRefuse, by, func() (app.Complaint, error) {
		c, err := d.awaiting(ctx, complaint, by)
		if err != nil {
			return c, err
		}
		refused := *c.Remedy
		if refused.Refused = texts.ManyLines(why); refused.Refused == "" {
			return c, needed("error.complaints.refuse.why")
		}
		c.Remedy = &refused
		return c, nil
	})
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
	r.Note, r.By, r.Allowed, r.Refused = texts.ManyLines(r.Note), by, time.Time{}, ""
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
