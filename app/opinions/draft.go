package opinions

import (
	"context"
	"time"

	"ringback.app/app"
	"ringback.app/app/drafts"
	"ringback.app/app/when"
)

// DraftKey is the key under which the book keeps the card that is being typed.
const DraftKey = app.KeptDrafts + "opinion"

func (d *Desk) drafts() drafts.Shelf[Form] {
	return drafts.Shelf[Form]{Book: d.book, Unreadable: "error.opinion.draft"}
}

// KeepDraft keeps what was typed so far, in place of what was kept before; what
// is blank is not kept.
func (d *Desk) KeepDraft(ctx context.Context, form Form) error {
	if form.Blank() {
		return d.DropDraft(ctx)
	}
	form.Kept = d.now()
	return d.drafts().Put(ctx, DraftKey, form)
}

// Draft returns what was typed and is not on record yet; false if there is
// nothing. It returns an Error with CodeDamaged if what is kept cannot be read.
func (d *Desk) Draft(ctx context.Context) (Form, bool, error) {
	form, kept, err := d.drafts().Get(ctx, DraftKey)
	if err == nil && kept {
		form, err = d.pinned(ctx, form, form.Kept)
	}
	return form, kept, err
}

// pinned returns a form with its days as they were meant when it was kept.
func (d *Desk) pinned(ctx context.Context, form Form, kept time.Time) (Form, error) {
	plan, err := d.book.Plan(ctx)
	if err != nil {
		return form, err
	}
	form.Kept = time.Time{}
	form.Said = when.PinnedDay(form.Said, kept, d.reading(plan, when.Behind))
	if c := form.Complaint; c != nil {
		pinned := *c
		pinned.By = when.Pinned(c.By, kept, d.reading(plan, when.Ahead))
		form.Complaint = &pinned
	}
	return form, nil
}

// DropDraft forgets what was typed.
func (d *Desk) DropDraft(ctx context.Context) error { return d.book.Drop(ctx, DraftKey) }
