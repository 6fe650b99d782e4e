package opinions

import (
	"context"

	"ringback.app/app"
	"ringback.app/app/drafts"
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
	return d.drafts().Put(ctx, DraftKey, form)
}

// Draft returns what was typed and is not on record yet; false if there is
// nothing. It returns an Error with CodeDamaged if what is kept cannot be read.
func (d *Desk) Draft(ctx context.Context) (Form, bool, error) { return d.drafts().Get(ctx, DraftKey) }

// DropDraft forgets what was typed.
func (d *Desk) DropDraft(ctx context.Context) error { return d.book.Drop(ctx, DraftKey) }
