package customers

import (
	"context"
	"fmt"
	"slices"
	"time"

	"ringback.app/app"
	"ringback.app/app/drafts"
)

// Draft is a form as far as it was typed: it is kept until it is on record,
// also over a crash. It has one of the forms.
type Draft struct {
	Saved    time.Time     `json:"saved"`
	Form     *Form         `json:"form,omitempty"`
	Purchase *PurchaseForm `json:"purchase,omitempty"`
	Thanks   *ThanksForm   `json:"thanks,omitempty"`
}

// forms counts the forms that the draft has.
func (d Draft) forms() int {
	n := 0
	for _, has := range [...]bool{d.Form != nil, d.Purchase != nil, d.Thanks != nil} {
		if has {
			n++
		}
	}
	return n
}

const draftPrefix = app.KeptDrafts + "customers."

// DraftKey is the key under which the book keeps the draft of a customer; with
// the zero ID that of a new one.
func DraftKey(customer app.ID) string { return draftPrefix + "customer." + customer.String() }

// PurchaseDraftKey is the key under which the book keeps the draft of a
// customer's purchase; with the zero ID that of a new one.
func PurchaseDraftKey(customer, purchase app.ID) string {
	return draftPrefix + "purchase." + customer.String() + "." + purchase.String()
}

// ThanksDraftKey is the key under which the book keeps the draft of what a
// customer was given.
func ThanksDraftKey(customer app.ID) string { return draftPrefix + "thanks." + customer.String() }

func (d *Desk) drafts() drafts.Shelf[Draft] {
	return drafts.Shelf[Draft]{
		Book: d.book, Unreadable: "error.customers.draft.unreadable",
		Sound: func(_ string, draft Draft) bool { return draft.forms() == 1 },
	}
}

// KeepDraft keeps what was typed so far, in place of what was kept before.
func (d *Desk) KeepDraft(ctx context.Context, key string, draft Draft) error {
	draft.Saved = d.clock()
	return d.drafts().Put(ctx, key, draft)
}

// Draft returns what was typed and is not on record yet; false if there is
// nothing. It returns an Error with CodeDamaged if what is kept cannot be read.
func (d *Desk) Draft(ctx context.Context, key string) (Draft, bool, error) {
	return d.drafts().Get(ctx, key)
}

// DropDraft forgets what was typed.
func (d *Desk) DropDraft(ctx context.Context, key string) error { return d.book.Drop(ctx, key) }

// Drafts returns all that was typed and is not on record yet, the last typed in
// first. What was written wrongly is left alone; with an Error there may be more.
func (d *Desk) Drafts(ctx context.Context) ([]Draft, error) {
	keys, err := d.book.KeptKeys(ctx, draftPrefix)
	if err != nil {
		return nil, fmt.Errorf("look for drafts: %w", err)
	}
	all, err := d.drafts().All(ctx, keys)
	slices.SortStableFunc(all, func(a, b Draft) int { return b.Saved.Compare(a.Saved) })
	return all, err
}
