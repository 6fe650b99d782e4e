package customers

import (
	"cmp"
	"context"

	"ringback.app/app"
	"ringback.app/app/customers"
	"ringback.app/ui/keeping"
)

// Left reads what was typed into the forms and is not on record. With an error
// there may be more of it.
func (p *Page) Left(ctx context.Context) ([]keeping.Left, error) {
	drafts, err := p.Desk.Drafts(ctx)
	var all []keeping.Left
	for _, d := range drafts {
		what, apart, key, unread := p.leftOf(ctx, d)
		if unread != nil {
			err = cmp.Or(err, keeping.Unread(unread))
			continue
		}
		all = append(all, keeping.Left{
			What: what, Apart: apart, GoOn: func() { p.goOn(d) },
			Open: func() bool { return p.shown && p.keeper() != nil && p.keeper().key == key },
		})
	}
	return all, err
}

// leftOf names what was typed, what tells it apart, and the key under which it is
// kept.
func (p *Page) leftOf(ctx context.Context, d customers.Draft) (what, apart, key string, err error) {
	words, whose := "people.purchase.add", app.ID{}
	switch {
	case d.Form != nil:
		if !d.Form.ID.IsZero() {
			_, err = p.Desk.Page(ctx, d.Form.ID)
		}
		return p.draftName(d), "", customers.DraftKey(d.Form.ID), err
	case d.Purchase != nil:
		whose, key = d.Purchase.Customer, customers.PurchaseDraftKey(d.Purchase.Customer, d.Purchase.ID)
	case d.Thanks != nil:
		words, whose, key = "people.thanks.title", d.Thanks.Customer, customers.ThanksDraftKey(d.Thanks.Customer)
	}
	read, err := p.Desk.Page(ctx, whose)
	if phones := read.Customer.Callable(); len(phones) > 0 {
		apart = p.say.Phone(phones[0], read.Plan.Country)
	}
	return p.say.Say(words, app.Args{"Name": p.say.Called(read.Customer)}), apart, key, err
}
