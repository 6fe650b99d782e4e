// Package refusing sees to it that nobody who does not want to be called is rung under
// another name: until a person decides that two are two, what one of them said holds for
// whoever may be the same.
package refusing

import (
	"context"
	"fmt"
	"slices"

	"ringback.app/app"
	"ringback.app/app/alike"
	"ringback.app/app/importing"
)

// mostSharing is how many people may share a number or an address and still be taken
// for one who is on record several times; more of them share a switchboard.
const mostSharing = 20

// Book is what is asked of the book.
type Book interface {
	// Match calls match with one consistent state of the book, and returns its error.
	Match(ctx context.Context, match func(importing.Known) error) error
	// Kept returns what is kept under the key, nil if nothing is.
	Kept(ctx context.Context, key string) ([]byte, error)
}

// Others returns who may be the customer, under another record, and has not refused the
// same: with these wishes on their records, and otherwise as the book has them. They
// have a number or an address in common with the customer, no name that is plainly
// another, by more than a slip, and nobody said that they are two.
func Others(ctx context.Context, book Book, c app.Customer, wishes []app.DoNotCall) ([]app.Customer, error) {
	if len(wishes) == 0 {
		return nil, nil
	}
	var sharing []app.Customer
	err := book.Match(ctx, func(known importing.Known) (err error) {
		sharing, err = whoShares(known, c)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("look for who may be the same: %w", err)
	}
	var others []app.Customer
	for _, o := range sharing {
		apart, err := book.Kept(ctx, app.StrangersKey(c.ID, o.ID))
		if err != nil {
			return nil, fmt.Errorf("look who is kept apart: %w", err)
		}
		if missing := lacking(o, wishes); apart == nil && len(missing) > 0 {
			o.DoNotCall = append(slices.Clone(o.DoNotCall), missing...)
			others = append(others, o)
		}
	}
	return others, nil
}

// Carried returns the wishes not to be called that a new customer does not have, of those
// in the book who may be them, and who of these has the first of them.
func Carried(known importing.Known, c app.Customer) (wishes []app.DoNotCall, who app.Customer, err error) {
	sharing, err := whoShares(known, c)
	if err != nil {
		return nil, who, err
	}
	for _, o := range sharing {
		missing := lacking(c, o.DoNotCall)
		if len(wishes) == 0 && len(missing) > 0 {
			who = o
		}
		wishes = append(wishes, missing...)
		c.DoNotCall = append(slices.Clip(c.DoNotCall), missing...)
	}
	return wishes, who, nil
}

// lacking are the wishes that a customer does not have.
func lacking(c app.Customer, wishes []app.DoNotCall) (missing []app.DoNotCall) {
	for _, w := range wishes {
		if !slices.ContainsFunc(c.DoNotCall, func(had app.DoNotCall) bool { return had.Purpose == w.Purpose || had.Purpose == app.PurposeAny }) {
			missing = append(missing, w)
		}
	}
	return missing
}

// whoShares returns who shares a number or an address with the customer and may be them.
func whoShares(known importing.Known, c app.Customer) ([]app.Customer, error) {
	var found []app.Customer
	met := map[app.ID]bool{c.ID: true}
	add := func(ids []app.ID, shares func(app.Customer) bool) error {
		if len(ids) > mostSharing {
			return nil
		}
		for _, id := range ids {
			if met[id] {
				continue
			}
			met[id] = true
			o, err := known.Customer(id)
			if err != nil {
				return err
			}
			if shares(o) && (alike.Names(o, c) != alike.Other || alike.Misspelt(o, c)) {
				found = append(found, o)
			}
		}
		return nil
	}
	for _, p := range c.Phones {
		if alike.PhoneKey(p) == "" {
			continue
		}
		ids, err := known.ByPhone(p.Dialled())
		if err != nil {
			return nil, err
		}
		same := func(other app.Phone) bool { return alike.PhoneKey(other) != "" && alike.Numbers(p, other) }
		if err := add(ids, func(o app.Customer) bool { return slices.ContainsFunc(o.Phones, same) }); err != nil {
			return nil, err
		}
	}
	for _, e := range c.Emails {
		ids, err := known.ByEmail(e.Address)
		if err != nil {
			return nil, err
		}
		same := func(other app.Email) bool { return alike.Emails(e, other) }
		if err := add(ids, func(o app.Customer) bool { return slices.ContainsFunc(o.Emails, same) }); err != nil {
			return nil, err
		}
	}
	return found, nil
}
