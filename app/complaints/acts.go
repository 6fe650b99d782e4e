package complaints

import (
	"cmp"
	"context"
	"slices"
	"time"

	"ringback.app/app"
	"ringback.app/app/texts"
	"ringback.app/app/when"
)

// The fields of what is typed about a complaint, as FieldErrors name them.
const (
	FieldWhat   = "what"   // what we promise
	FieldBy     = "by"     // by when
	FieldRemedy = "remedy" // the kind of a remedy
	FieldCost   = "cost"
	FieldWhy    = "why" // why it is closed, opened again, or not allowed
)

// The acts below return an Error with CodeNotFound if there is no such
// complaint, and with CodeConflict if it has come too far for them. By is who
// acts, empty for the owner.

// Answer puts on record that the customer has heard from us now. One that was
// answered before stays as it is.
func (d *Desk) Answer(ctx context.Context, complaint app.ID, by string) (app.Applied, error) {
	return d.revise(ctx, app.ActAnswer, by, func() (app.Complaint, error) {
		c, err := d.open(ctx, complaint)
		if c.Answered.IsZero() {
			c.Answered = d.now()
		}
		return c, err
	})
}

// Promise puts on record what we said we would do, and by when; a zero time is
// none. Whoever was promised something has heard from us. It returns FieldErrors
// for a promise that cannot be taken.
func (d *Desk) Promise(ctx context.Context, complaint app.ID, what string, until time.Time, by string) (app.Applied, error) {
	return d.revise(ctx, app.ActPromise, by, func() (app.Complaint, error) {
		c, err := d.open(ctx, complaint)
		if err != nil {
			return c, err
		}
		now := d.now()
		promise := app.Promise{What: texts.ManyLines(what)}
		errs := app.FieldErrors{}
		if promise.What == "" {
			errs.Add(FieldWhat, "error.complaints.promise.empty", nil)
		}
		if !until.IsZero() {
			promise.By = until.UTC().Truncate(time.Second)
			if promise.By.Before(now) {
				errs.Add(FieldBy, "error.complaints.promise.past", nil)
			}
		}
		c.Promises = append(slices.Clone(c.Promises), promise)
		if c.Answered.IsZero() {
			c.Answered = now
		}
		return c, errs.Err()
	})
}

// EndOf returns the moment by which something promised for then has to be done:
// the hour, or where only a day was named, when the shop shuts on that day, else
// its last minute.
func EndOf(m when.Moment, plan app.Plan) time.Time {
	if m.Timed {
		return m.In(plan.Location())
	}
	shuts := app.Minute(24*60 - 1)
	if spans := plan.Open[m.Day.Weekday()]; len(spans) > 0 && !plan.Holiday(m.Day) {
		shuts = min(shuts, spans[len(spans)-1].To)
	}
	return m.Day.At(shuts, plan.Location())
}

// KeepPromise puts on record that a promise of a complaint, counted from 0, was
// kept now; one that was kept before stays as it is. It returns an Error with
// CodeNotFound if there is no such promise.
func (d *Desk) KeepPromise(ctx context.Context, complaint app.ID, promise int, by string) (app.Applied, error) {
	return d.revise(ctx, app.ActKeepPromise, by, func() (app.Complaint, error) {
		c, err := d.book.Complaint(ctx, complaint)
		if err != nil {
			return c, err
		}
		if promise < 0 || promise >= len(c.Promises) {
			return c, &app.Error{Code: app.CodeNotFound, Key: "error.complaints.promise.unknown"}
		}
		if c.Promises[promise].Kept.IsZero() {
			c.Promises = slices.Clone(c.Promises)
			c.Promises[promise].Kept = d.now()
		}
		return c, nil
	})
}

// MarkForOwner marks a complaint as serious, so that the owner must call, or
// takes that back.
func (d *Desk) MarkForOwner(ctx context.Context, complaint app.ID, serious bool, by string) (app.Applied, error) {
	act := app.ActMark
	if !serious {
		act = app.ActUnmark
	}
	return d.revise(ctx, act, by, func() (app.Complaint, error) {
		c, err := d.open(ctx, complaint)
		c.ForOwner = serious
		return c, err
	})
}

// Close ends a complaint without a call that asks whether the fix worked, for a
// written reason. Without one it returns FieldErrors. What was promised and is not
// kept stays promised.
func (d *Desk) Close(ctx context.Context, complaint app.ID, why, by string) (app.Applied, error) {
	return d.revise(ctx, app.ActClose, by, func() (app.Complaint, error) {
		c, err := d.open(ctx, complaint)
		if err != nil {
			return c, err
		}
		if c.Closed, c.ClosedWhy = d.now(), texts.ManyLines(why); c.ClosedWhy == "" {
			return c, needed("error.complaints.close.why")
		}
		return c, nil
	})
}

// Reopen puts on record that it was not put right after all, as the customer
// says, in their words. They are to be answered and it is to be put right anew,
// within the plan's hours from now, while when they first heard from us, and when
// it was first put right, stay on record, late or not. What they said is an opinion
// of theirs, too, that came that way, and is found as such; while nobody knows whose
// the complaint is, it is not. It returns FieldErrors without a word of why, and an
// Error with CodeConflict for a complaint that is neither over nor put right.
func (d *Desk) Reopen(ctx context.Context, complaint app.ID, why string, from app.Source, by string) (app.Applied, error) {
	return d.book.Act(ctx, func() (app.Batch, error) {
		c, err := d.book.Complaint(ctx, complaint)
		if err != nil {
			return app.Batch{}, err
		}
		if c.Open() && c.PutRight.IsZero() {
			return app.Batch{}, &app.Error{Code: app.CodeConflict, Key: "error.complaints.reopen.open"}
		}
		said := texts.ManyLines(why)
		if said == "" {
			return app.Batch{}, needed("error.complaints.reopen.why")
		}
		batch := app.Batch{Act: app.ActReopen, By: by}
		if !c.Customer.IsZero() {
			opinion, err := d.saidAgain(ctx, c, said, from)
			if err != nil {
				return app.Batch{}, err
			}
			batch.Changes = append(batch.Changes, app.Put(opinion))
		}
		first, _ := c.FirstReply()
		c = Again(c, d.now(), said)
		c.Answered, c.Reopened[len(c.Reopened)-1].Answered = time.Time{}, first
		batch.Changes = append(batch.Changes, app.Put(c))
		return batch, nil
	})
}

// saidAgain is what a customer said of a complaint that was not put right after all,
// about what they had complained of.
func (d *Desk) saidAgain(ctx context.Context, c app.Complaint, said string, from app.Source) (app.Opinion, error) {
	plan, err := d.book.Plan(ctx)
	if err != nil {
		return app.Opinion{}, err
	}
	first, err := d.opinion(ctx, c)
	now := d.now()
	return app.Opinion{
		ID: d.ids.Next(), Customer: c.Customer, Said: app.DayOf(now.In(plan.Location())), Taken: now,
		Source: from, Verbatim: said, About: first.About,
	}, err
}

// Again returns a complaint that was not put right after all, as the customer
// said then. What was answered stays so: in a call they are being answered. What
// was given is kept among the earlier: the next remedy is another one.
func Again(c app.Complaint, at time.Time, why string) app.Complaint {
	if !c.PutRight.IsZero() {
		c.Earlier, c.Remedy = c.Given(), nil
	}
	again := app.Reopening{At: at, Why: why, PutRight: c.FixedAt(), Ended: cmp.Or(c.Ended(), at)}
	c.PutRight, c.Confirmed, c.Closed, c.ClosedWhy = time.Time{}, time.Time{}, time.Time{}, ""
	c.Reopened = append(slices.Clone(c.Reopened), again)
	return c
}

// open returns a complaint that still waits.
func (d *Desk) open(ctx context.Context, complaint app.ID) (app.Complaint, error) {
	c, err := d.book.Complaint(ctx, complaint)
	if err == nil && !c.Open() {
		err = &app.Error{Code: app.CodeConflict, Key: "error.complaints.closed"}
	}
	return c, err
}

// revise writes a complaint as it shall be by what is on record of it now.
func (d *Desk) revise(ctx context.Context, act app.Act, by string, how func() (app.Complaint, error)) (app.Applied, error) {
	return d.book.Act(ctx, func() (app.Batch, error) {
		c, err := how()
		return app.Batch{Act: act, By: by, Changes: []app.Change{app.Put(c)}}, err
	})
}

func needed(key string) error {
	errs := app.FieldErrors{}
	errs.Add(FieldWhy, key, nil)
	return errs
}
