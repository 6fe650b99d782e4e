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
)

// spokenOf is for how many days a purchase is what somebody means who writes a
// card and does not say of what: the last of the usual windows in which customers
// are asked closes before.
const spokenOf = 100

// about returns what a new opinion is about where neither the form nor a receipt
// says so: the customer's last purchase up to the day it was written, unless that
// lies further back than spokenOf, or there are two of that day.
func (d *Desk) about(ctx context.Context, customer app.ID, said app.Day) (about []app.ID, err error) {
	err = d.book.Match(ctx, func(known importing.Known) error {
		all, err := known.Purchases(customer)
		if err != nil {
			return err
		}
		all = slices.DeleteFunc(all, func(p app.Purchase) bool { return p.IsReturn() || p.Day > said || said-p.Day > spokenOf })
		if len(all) == 0 {
			return nil
		}
		last := slices.MaxFunc(all, func(x, y app.Purchase) int { return cmp.Compare(x.Day, y.Day) }).Day
		all = slices.DeleteFunc(all, func(p app.Purchase) bool { return p.Day != last })
		if len(all) == 1 {
			about = []app.ID{all[0].ID}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("look for what a card is about: %w", err)
	}
	return about, nil
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
	receipt := line(k.form.Receipt)
	named := receipt != ""
	if !named && k.form.Customer.IsZero() {
		receipt = line(k.form.Sender)
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
