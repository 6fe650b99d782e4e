package opinions

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/folding"
	"ringback.app/app/importing"
	"ringback.app/app/texts"
)

// spokenOf is for how many days a purchase is what somebody may mean who writes a
// card and does not say of what: the last of the usual windows in which customers
// are asked closes before.
const spokenOf = 100

// InQuestion returns the purchase that a new opinion said on that day can only be
// about: the one of the days before it. It is false where there are several,
// since then nobody knows which, and where there is none.
func InQuestion(bought []app.Purchase, said app.Day) (app.Purchase, bool) {
	bought = slices.DeleteFunc(slices.Clone(bought), func(p app.Purchase) bool {
		return p.IsReturn() || p.Day > said || said-p.Day > spokenOf
	})
	if len(bought) != 1 {
		return app.Purchase{}, false
	}
	return bought[0], true
}

// Bought returns what a customer bought, newest first; what they gave back is not
// among it.
func (d *Desk) Bought(ctx context.Context, customer app.ID) (all []app.Purchase, err error) {
	err = d.book.Match(ctx, func(known importing.Known) error {
		all, err = known.Purchases(customer)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("look for what a card is about: %w", err)
	}
	all = slices.DeleteFunc(all, app.Purchase.IsReturn)
	slices.SortFunc(all, func(x, y app.Purchase) int { return cmp.Or(cmp.Compare(y.Day, x.Day), y.ID.Compare(x.ID)) })
	return all, nil
}

// about returns what a new opinion is about where neither the form nor a receipt
// says so.
func (d *Desk) about(ctx context.Context, customer app.ID, said app.Day) ([]app.ID, error) {
	bought, err := d.Bought(ctx, customer)
	if err != nil {
		return nil, err
	}
	if p, one := InQuestion(bought, said); one {
		return []app.ID{p.ID}, nil
	}
	return nil, nil
}

// receiptsFor is how many days back a receipt is looked for: cards come back
// within weeks, and not all the purchases there ever were are to be read.
const receiptsFor = 3 * 365

// withReceipt returns the purchases that bear the receipt, whoever made them and
// however it is written. What has no digit is no receipt.
func (d *Desk) withReceipt(ctx context.Context, receipt string) (all []app.Purchase, err error) {
	key := folding.Fold(receipt)
	if key == "" || strings.ContainsRune(key, ' ') || !strings.ContainsAny(key, "0123456789") || letters(key) > mostLabel {
		return nil, nil
	}
	plan, err := d.book.Plan(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the plan: %w", err)
	}
	today := d.today(plan)
	err = d.book.PurchasesBetween(ctx, today-receiptsFor, today+2, func(p app.Purchase) bool {
		if p.Receipt != "" && !p.IsReturn() && folding.Fold(p.Receipt) == key {
			all = append(all, p)
		}
		return ctx.Err() == nil
	})
	if err != nil {
		return nil, fmt.Errorf("look for a receipt: %w", err)
	}
	return all, ctx.Err()
}

// receipted finds the purchase whose receipt the form bears, as such or in the
// sender's place, and with it whose card it is.
func (k *taking) receipted(ctx context.Context) error {
	receipt := texts.OneLine(k.form.Receipt)
	named := receipt != ""
	if !named && k.form.Customer.IsZero() {
		receipt = texts.OneLine(k.form.Sender)
	}
	if receipt == "" || len(k.form.About) > 0 || !k.form.ID.IsZero() {
		return nil
	}
	all, err := k.desk.withReceipt(ctx, receipt)
	if err != nil {
		return err
	}
	all = slices.DeleteFunc(all, func(p app.Purchase) bool { return !k.form.Customer.IsZero() && p.Customer != k.form.Customer })
	if len(all) == 1 {
		k.form.Customer, k.form.About = all[0].Customer, []app.ID{all[0].ID}
	} else if named {
		k.errs.Add(FieldReceipt, "error.cards.receipt", app.Args{"Receipt": receipt})
	}
	return nil
}
