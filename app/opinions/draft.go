package opinions

import (
	"context"
	"encoding/json"
	"fmt"

	"ringback.app/app"
)

// DraftKey is the key under which the book keeps the card that is being typed.
const DraftKey = "draft.opinion"

// KeepDraft keeps what was typed so far, in place of what was kept before; what
// is blank is not kept.
func (d *Desk) KeepDraft(ctx context.Context, form Form) error {
	if form.Blank() {
		return d.DropDraft(ctx)
	}
	value, err := json.Marshal(form)
	if err != nil {
		return fmt.Errorf("write a draft: %w", err)
	}
	return d.book.Keep(ctx, DraftKey, value)
}

// Draft returns what was typed and is not on record yet; false if there is
// nothing. It returns an Error with CodeDamaged if what is kept cannot be read.
func (d *Desk) Draft(ctx context.Context) (Form, bool, error) {
	value, err := d.book.Kept(ctx, DraftKey)
	if err != nil || value == nil {
		return Form{}, false, err
	}
	var form Form
	if err := json.Unmarshal(value, &form); err != nil {
		return Form{}, false, &app.Error{
			Code: app.CodeDamaged, Key: "error.opinion.draft", Err: fmt.Errorf("read a draft: %w", err),
		}
	}
	return form, true, nil
}

// DropDraft forgets what was typed.
func (d *Desk) DropDraft(ctx context.Context) error { return d.book.Drop(ctx, DraftKey) }
