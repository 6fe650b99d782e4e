package customers

import "ringback.app/app/customers"

// recorded is a form as it went on record.
type recorded struct {
	draft customers.Draft
	saved customers.Saved
}

// goOn returns what was typed further while the form was being saved as the next
// change of what is on record now, and the key under which that is kept. A second
// thank-you is one of its own.
func (r *recorded) goOn(typed customers.Draft, key string) (customers.Draft, string) {
	switch {
	case typed.Form != nil:
		origin, form := *r.draft.Form, *typed.Form
		origin.Origin = nil
		form.ID, form.Origin, form.Draft = r.saved.ID, &origin, customers.DraftKey(r.saved.ID)
		typed.Form, key = &form, form.Draft
	case typed.Purchase != nil:
		origin, form := *r.draft.Purchase, *typed.Purchase
		origin.Origin = nil
		form.ID, form.Origin, form.Draft = r.saved.ID, &origin, customers.PurchaseDraftKey(form.Customer, r.saved.ID)
		typed.Purchase, key = &form, form.Draft
	}
	return typed, key
}
