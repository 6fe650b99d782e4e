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
	sharing, err := sharing(ctx, book, c)
	if err != nil {
		return nil, err
	}
	var others []app.Customer
	for _, o := range sharing {
		missing := lacking(o, wishes)
		if len(missing) == 0 {
			continue
		}
		if apart, err := isApart(ctx, book, c, o); err != nil {
			return nil, err
		} else if !apart {
			o.DoNotCall = append(slices.Clone(o.DoNotCall), missing...)
			others = append(others, o)
		}
	}
	return others, nil
}

// Since returns who else will not be called, with these wishes on their records, since a
// customer who was so is so: for what they refuse now, whoever may be them; and for all
// that they refuse, who may be since they have that number or address.
func Since(ctx context.Context, book Book, was, is app.Customer) ([]app.Customer, error) {
	added := slices.DeleteFunc(slices.Clone(is.DoNotCall), func(w app.DoNotCall) bool { return slices.Contains(was.DoNotCall, w) })
	others, err := Others(ctx, book, is, added)
	if err != nil || len(added) == len(is.DoNotCall) {
		return others, err
	}
	reached, err := Others(ctx, book, gained(was, is), is.DoNotCall)
	if err != nil {
		return nil, err
	}
	for _, o := range reached {
		if i := slices.IndexFunc(others, func(other app.Customer) bool { return other.ID == o.ID }); i >= 0 {
			others[i] = o // with all of it
		} else {
			others = append(others, o)
		}
	}
	return others, nil
}

// gained returns a customer with those numbers and addresses only that they did not have
// when they were so.
func gained(was, is app.Customer) app.Customer {
	is.Phones = slices.DeleteFunc(slices.Clone(is.Phones), func(p app.Phone) bool {
		return slices.ContainsFunc(was.Phones, func(had app.Phone) bool { return alike.PhoneKey(had) == alike.PhoneKey(p) })
	})
	is.Emails = slices.DeleteFunc(slices.Clone(is.Emails), func(e app.Email) bool {
		return slices.ContainsFunc(was.Emails, func(had app.Email) bool { return alike.Emails(had, e) })
	})
	return is
}

// Carried returns the wishes not to be called that a customer does not have who is so now
// and was so, of those who may be them since they have that number or address; and who of
// these has the first of them.
func Carried(ctx context.Context, book Book, was, is app.Customer) (wishes []app.DoNotCall, who app.Customer, err error) {
	is = gained(was, is)
	if len(is.Phones)+len(is.Emails) == 0 {
		return nil, who, nil
	}
	sharing, err := sharing(ctx, book, is)
	if err != nil {
		return nil, who, err
	}
	for _, o := range sharing {
		missing := lacking(is, o.DoNotCall)
		if len(missing) == 0 {
			continue
		}
		if apart, err := isApart(ctx, book, is, o); err != nil {
			return nil, who, err
		} else if apart {
			continue
		}
		if len(wishes) == 0 {
			who = o
		}
		wishes = append(wishes, missing...)
		is.DoNotCall = append(slices.Clip(is.DoNotCall), missing...)
	}
	return wishes, who, nil
}

// sharing returns who shares a number or an address with the customer and may be them.
func sharing(ctx context.Context, book Book, c app.Customer) (found []app.Customer, err error) {
	err = book.Match(ctx, func(known importing.Known) (err error) {
		found, err = whoShares(known, c)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("look for who may be the same: %w", err)
	}
	return found, nil
}

// isApart tells whether a person decided that the two are not one.
func isApart(ctx context.Context, book Book, one, other app.Customer) (bool, error) {
	apart, err := book.Kept(ctx, app.StrangersKey(one.ID, other.ID))
	if err != nil {
		return false, fmt.Errorf("look who is kept apart: %w", err)
	}
	return apart != nil, nil
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
			o, err := known.Customer(id)
			if err != nil {
				return err
			}
			if shares(o) && (alike.Names(o, c) != alike.Other || alike.Misspelt(o, c)) {
				met[id] = true
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
