package merging

import (
	"cmp"
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/folding"
	"ringback.app/app/refusing"
)

// Done says what a merge did.
type Done struct {
	Customer app.Customer // the one that is left
	Batch    app.ID       // what to undo
	Moved    int          // records that were the other's, and are theirs now
	// Refused are those who may be the customer under a third record, and will not be
	// called either since the two are one.
	Refused []app.Customer
}

// Merge makes the two of the proposal one, in one batch: the record that stays
// gets what was chosen, all that is on record about the other becomes theirs,
// and the other is removed. By is who does it, empty for the owner. It returns
// an Error with CodeConflict, and changes nothing, if one of the two was changed
// since the proposal was made, or something typed about the other is not saved
// yet.
func (d *Desk) Merge(ctx context.Context, p Proposal, choices Choices, by string) (Done, error) {
	done := Done{Customer: p.Merged(choices)}
	applied, err := d.book.Act(ctx, func() (app.Batch, error) {
		kept, err := d.everything(ctx, p.Kept.Customer.ID)
		if err != nil {
			return app.Batch{}, err
		}
		other, err := d.everything(ctx, p.Other.Customer.ID)
		if err != nil {
			return app.Batch{}, err
		}
		if !reflect.DeepEqual(kept.customer, p.Kept.Customer) || !reflect.DeepEqual(other.customer, p.Other.Customer) {
			return app.Batch{}, &app.Error{Code: app.CodeConflict, Key: "error.merging.moved"}
		}
		if err := d.allSaved(ctx, other.customer); err != nil {
			return app.Batch{}, err
		}
		batch := app.Batch{Act: app.ActMerge, By: by}
		if batch.Keep, err = d.inherited(ctx, kept.customer.ID, other.customer.ID); err != nil {
			return app.Batch{}, err
		}
		if done.Refused, err = d.alsoRefused(ctx, kept.customer, other.customer, done.Customer); err != nil {
			return app.Batch{}, err
		}
		same := twins(kept, other)
		moved := moves(kept, other, same)
		done.Moved = len(moved)
		batch.Changes = slices.Concat(
			[]app.Change{app.Put(done.Customer)}, completed(kept, other, same), moved,
			[]app.Change{app.Remove(app.KindCustomer, other.customer.ID)},
		)
		for _, third := range done.Refused {
			batch.Changes = append(batch.Changes, app.Put(third))
		}
		return batch, nil
	})
	if err != nil {
		return Done{}, fmt.Errorf("merge two customers: %w", err)
	}
	done.Batch = applied.Batch
	return done, nil
}

// alsoRefused returns who else will not be called since two customers are one: neither
// of the two, nor anybody of whom it was said that the other is somebody else.
func (d *Desk) alsoRefused(ctx context.Context, kept, other, one app.Customer) ([]app.Customer, error) {
	thirds, err := refusing.Since(ctx, d.book, kept, one)
	if err != nil {
		return nil, err
	}
	var refused []app.Customer
	for _, third := range thirds {
		apart, err := d.book.Kept(ctx, app.StrangersKey(other.ID, third.ID))
		if err != nil {
			return nil, fmt.Errorf("look who is kept apart: %w", err)
		}
		if third.ID != other.ID && apart == nil {
			refused = append(refused, third)
		}
	}
	return refused, nil
}

// allSaved sees that nothing is typed about a customer that would have nobody
// to be saved for. What is kept of a customer has their ID in its key or in itself, by
// which the book also finds what to drop with who is forgotten.
func (d *Desk) allSaved(ctx context.Context, c app.Customer) error {
	drafts, err := d.book.KeptKeys(ctx, app.KeptDrafts)
	if err != nil {
		return fmt.Errorf("look for drafts: %w", err)
	}
	for _, key := range drafts {
		typed, err := d.book.Kept(ctx, key)
		if err != nil {
			return fmt.Errorf("read a draft: %w", err)
		}
		if strings.Contains(key, c.ID.String()) || strings.Contains(string(typed), c.ID.String()) {
			return &app.Error{Code: app.CodeConflict, Key: "error.merging.unsaved", Args: app.Args{"Name": c.Called()}}
		}
	}
	return nil
}

// completed puts on receipts of the one customer what only their twins say: who
// sold it, and what it gives back.
func completed(kept, other belongings, same map[app.ID]app.ID) []app.Change {
	said := make(map[app.ID]app.Purchase, len(same))
	for _, p := range other.purchases {
		if twin, ok := same[p.ID]; ok {
			said[twin] = p
		}
	}
	var changes []app.Change
	for _, k := range kept.purchases {
		p := said[k.ID]
		if twin, ok := same[p.Returns]; ok {
			p.Returns = twin
		}
		seller, returns := cmp.Or(k.SoldBy, p.SoldBy), cmp.Or(k.Returns, p.Returns)
		if seller != k.SoldBy || returns != k.Returns {
			k.SoldBy, k.Returns = seller, returns
			changes = append(changes, app.Put(k))
		}
	}
	return changes
}

// moves makes all that is the other's theirs. A receipt that both have is one
// receipt: the other's goes, and what was about it is about theirs.
func moves(kept, other belongings, same map[app.ID]app.ID) []app.Change {
	is := func(id app.ID) app.ID {
		if twin, ok := same[id]; ok {
			return twin
		}
		return id
	}
	about := func(ids []app.ID) []app.ID {
		renamed := slices.Clone(ids)
		for i, id := range renamed {
			renamed[i] = is(id)
		}
		return renamed
	}
	whose := kept.customer.ID
	var changes []app.Change
	for _, p := range other.purchases {
		if _, twin := same[p.ID]; twin {
			changes = append(changes, app.Remove(app.KindPurchase, p.ID))
			continue
		}
		p.Customer, p.Returns = whose, is(p.Returns)
		changes = append(changes, app.Put(p))
	}
	for _, c := range other.calls {
		c.Customer, c.About = whose, about(c.About)
		changes = append(changes, app.Put(c))
	}
	for _, o := range other.opinions {
		o.Customer, o.About = whose, about(o.About)
		changes = append(changes, app.Put(o))
	}
	for _, c := range other.complaints {
		c.Customer = whose
		changes = append(changes, app.Put(c))
	}
	return changes
}

// twins returns which of the other's receipts the one customer has as well, and
// as which of theirs: the same number, day and goods.
func twins(kept, other belongings) map[app.ID]app.ID {
	same := make(map[app.ID]app.ID)
	byReceipt := make(map[string][]app.Purchase)
	for _, p := range kept.purchases {
		if key := folding.Fold(p.Receipt); key != "" {
			byReceipt[key] = append(byReceipt[key], p)
		}
	}
	taken := make(map[app.ID]bool)
	for _, p := range other.purchases {
		for _, k := range byReceipt[folding.Fold(p.Receipt)] {
			if !taken[k.ID] && p.Day == k.Day && p.Total == k.Total && p.Currency == k.Currency && slices.Equal(p.Lines, k.Lines) {
				same[p.ID], taken[k.ID] = k.ID, true
				break
			}
		}
	}
	return same
}
