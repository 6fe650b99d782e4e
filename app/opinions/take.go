package opinions

import (
	"context"
	"fmt"
	"slices"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/texts"
)

// Saved names what was put on record.
type Saved struct {
	Opinion   app.Opinion
	Complaint app.ID // the complaint it began; zero if there is none
	Batch     app.ID
}

// Take puts what the form says on record, as a new opinion or over the one it
// names, and with it the complaint that it begins. Taken is the time of this
// machine's clock, and stays what it was when an opinion is corrected. By is who
// does it, empty for the owner. A new opinion that does not say what it is about
// is taken to be about the purchase whose receipt it bears, also in the place of
// its sender; or else, unless the person chose that nobody says, about the one
// that is in question.
//
// It returns FieldErrors for a form that cannot be taken, and an Error with
// CodeNotFound if the book knows neither that customer nor that opinion; then
// nothing changes.
func (d *Desk) Take(ctx context.Context, form Form, by string) (Saved, error) {
	var saved Saved
	applied, err := d.book.Act(ctx, func() (batch app.Batch, err error) {
		batch, saved, err = d.taken(ctx, form)
		batch.By = by
		return batch, err
	})
	if err != nil {
		return Saved{}, fmt.Errorf("take an opinion: %w", err)
	}
	saved.Batch = applied.Batch
	return saved, nil
}

// taken makes a batch of the form.
func (d *Desk) taken(ctx context.Context, form Form) (batch app.Batch, saved Saved, err error) {
	k, err := d.taking(ctx, form)
	if err != nil {
		return batch, saved, err
	}
	o := k.opinion()
	if o.ID.IsZero() && len(o.About) == 0 && !form.Chosen && !o.Customer.IsZero() && o.Source != app.FromCall {
		if o.About, err = d.about(ctx, o.Customer, o.Said); err != nil {
			return batch, saved, err
		}
	}
	batch = app.Batch{Act: app.ActEditOpinion, Draft: form.Draft}
	if o.ID.IsZero() {
		o.ID, o.Taken, batch.Act = d.ids.Next(), k.now, app.ActTakeOpinion
	}
	saved.Opinion = o
	batch.Changes = []app.Change{app.Put(o)}
	begun := k.complaint(o)
	if err := k.errs.Err(); err != nil {
		return batch, saved, err
	}
	moved, err := d.moved(ctx, k.was, o)
	if err != nil {
		return batch, saved, err
	}
	if begun != nil {
		if err := d.unbegun(ctx, k.was); err != nil {
			return batch, saved, err
		}
		begun.ID = d.ids.Next()
		saved.Complaint = begun.ID
		moved = append(moved, *begun)
	}
	for _, c := range moved {
		batch.Changes = append(batch.Changes, app.Put(c))
	}
	return batch, saved, nil
}

// taking reads what a form refers to.
func (d *Desk) taking(ctx context.Context, form Form) (*taking, error) {
	k := &taking{form: form, desk: d, now: d.now(), errs: app.FieldErrors{}}
	var err error
	if k.plan, err = d.book.Plan(ctx); err != nil {
		return nil, fmt.Errorf("read the plan: %w", err)
	}
	if k.form.Customer.IsZero() && form.ID.IsZero() {
		if k.form.Customer, err = d.numbered(ctx, texts.OneLine(form.Sender)); err != nil {
			return nil, err
		}
	}
	if err := k.receipted(ctx); err != nil {
		return nil, err
	}
	if !form.ID.IsZero() {
		if k.was, err = d.book.Opinion(ctx, form.ID); err != nil {
			return nil, fmt.Errorf("read the opinion: %w", err)
		}
		k.form = k.form.Over(FormOf(k.was))
	}
	if !k.form.Customer.IsZero() {
		if k.customer, err = d.book.Customer(ctx, k.form.Customer); err != nil {
			return nil, fmt.Errorf("read whose opinion it is: %w", err)
		}
	}
	return k, nil
}

// numbered returns who has that number at the shop, where it is one and only one
// has it: a card that bears nothing but the number has found its owner.
func (d *Desk) numbered(ctx context.Context, number string) (who app.ID, err error) {
	if number == "" || letters(number) > mostLabel {
		return who, nil
	}
	err = d.book.Match(ctx, func(known importing.Known) error {
		ids, err := known.ByReference(app.ReferenceShop, number)
		if len(ids) == 1 {
			who = ids[0]
		}
		return err
	})
	if err != nil {
		return who, fmt.Errorf("look up the number on a card: %w", err)
	}
	return who, nil
}

// moved returns the complaints that an opinion began and that change with it:
// those of another customer go to them, and what they are about follows the
// themes of the opinion, which they were copied from.
func (d *Desk) moved(ctx context.Context, was, is app.Opinion) ([]app.Complaint, error) {
	to, about := was.Customer != is.Customer, !slices.Equal(was.Themes, is.Themes)
	if was.ID.IsZero() || !to && !about {
		return nil, nil
	}
	complaints, err := d.complaintsOf(ctx, was)
	if err != nil {
		return nil, err
	}
	var moved []app.Complaint
	for i, c := range complaints {
		follows := about && aboutTheSame(was, c, i == 0)
		if !to && !follows {
			continue
		}
		c.Customer = is.Customer
		if follows {
			c.Themes = slices.Clone(is.Themes)
		}
		moved = append(moved, c)
	}
	return moved, nil
}

// aboutTheSame tells whether a complaint's themes are those of the opinion that
// began it, or it has none because the opinion had none yet. What else was told in
// a call than the first thing has none of its own accord.
func aboutTheSame(o app.Opinion, c app.Complaint, first bool) bool {
	if len(c.Themes) == 0 {
		return first || o.Call.IsZero()
	}
	return slices.Equal(c.Themes, o.Themes)
}

// complaintsOf returns the complaints that an opinion began, the first of them
// first.
func (d *Desk) complaintsOf(ctx context.Context, o app.Opinion) ([]app.Complaint, error) {
	all, err := d.book.Complaints(ctx, o.Customer)
	if err != nil {
		return nil, fmt.Errorf("read complaints: %w", err)
	}
	return slices.DeleteFunc(all, func(c app.Complaint) bool { return c.Opinion != o.ID }), nil
}

// unbegun returns an Error with CodeInvalid if the opinion began a complaint that
// still waits.
func (d *Desk) unbegun(ctx context.Context, o app.Opinion) error {
	if o.ID.IsZero() {
		return nil
	}
	complaints, err := d.complaintsOf(ctx, o)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(complaints, app.Complaint.Open) {
		return app.FieldErrors{FieldComplaint: {Code: app.CodeInvalid, Key: "error.opinion.complaint.begun", Field: FieldComplaint}}
	}
	return nil
}

// Complain begins a complaint from an opinion that is on record. It returns the
// errors of Take, and FieldErrors if the opinion began one that still waits.
func (d *Desk) Complain(ctx context.Context, opinion app.ID, form ComplaintForm, by string) (Saved, error) {
	var saved Saved
	applied, err := d.book.Act(ctx, func() (batch app.Batch, err error) {
		if saved.Opinion, err = d.book.Opinion(ctx, opinion); err != nil {
			return batch, fmt.Errorf("read the opinion: %w", err)
		}
		k, err := d.taking(ctx, Form{Customer: saved.Opinion.Customer, Complaint: &form})
		if err != nil {
			return batch, err
		}
		begun := k.complaint(saved.Opinion)
		if err := k.errs.Err(); err != nil {
			return batch, err
		}
		begun.ID = d.ids.Next()
		saved.Complaint = begun.ID
		batch = app.Batch{Act: app.ActComplain, By: by, Changes: []app.Change{app.Put(*begun)}}
		return batch, d.unbegun(ctx, saved.Opinion)
	})
	if err != nil {
		return Saved{}, fmt.Errorf("begin a complaint: %w", err)
	}
	saved.Batch = applied.Batch
	return saved, nil
}
