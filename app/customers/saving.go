package customers

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/refusing"
)

// Like is a customer in the book who may be the one in the form.
type Like struct {
	Customer app.Customer
	By       app.FoundIn // what is the same: app.FoundPhone or app.FoundEmail
	Value    string      // that number or address
}

// Checked is what a form would come to.
type Checked struct {
	Customer app.Customer
	Remarks  app.FieldErrors // what is kept all the same
	Likes    []Like          // others with the same number or address
}

// Check says what the form would come to and writes nothing. It returns
// app.FieldErrors if the form cannot be saved, and an Error with CodeNotFound
// if there is no such customer.
func (d *Desk) Check(ctx context.Context, form Form) (Checked, error) {
	k := check{desk: d, form: form, errs: app.FieldErrors{}, remarks: app.FieldErrors{}}
	var checked Checked
	err := d.book.Match(ctx, func(known importing.Known) error {
		var err error
		if k.plan, err = known.Plan(); err != nil {
			return fmt.Errorf("read plan: %w", err)
		}
		if !form.ID.IsZero() {
			if k.was, err = known.Customer(form.ID); err != nil {
				return fmt.Errorf("read customer: %w", err)
			}
			var both []string
			k.form, both = form.over(FormOf(k.was))
			for _, name := range both {
				k.remarks.Add(strings.ToLower(name), "error.customers.meanwhile", nil)
			}
		}
		checked.Customer, checked.Remarks = k.customer(), k.remarks
		if err := k.numberIsFree(known, checked.Customer); err != nil {
			return err
		}
		checked.Likes, err = likes(known, checked.Customer)
		return err
	})
	if err == nil {
		err = k.carry(ctx, &checked.Customer)
	}
	if err != nil {
		return Checked{}, fmt.Errorf("check customer: %w", err)
	}
	return checked, k.errs.Err()
}

// numberIsFree sees that the shop's number names one customer only: imports
// tell customers by it.
func (k *check) numberIsFree(known importing.Known, c app.Customer) error {
	number := c.Reference(app.ReferenceShop)
	if number == "" || number == k.was.Reference(app.ReferenceShop) {
		return nil
	}
	ids, err := known.ByReference(app.ReferenceShop, number)
	if err != nil {
		return fmt.Errorf("look up number: %w", err)
	}
	for _, id := range ids {
		if id == c.ID {
			continue
		}
		other, err := known.Customer(id)
		if err != nil {
			return fmt.Errorf("read customer: %w", err)
		}
		k.errs.Add(FieldNumber, "error.customers.number.taken", app.Args{"Number": number, "Name": other.Called()})
	}
	return nil
}

// carry takes over for a customer who is new, or who was given a number or an address,
// what those refused who may be them since: nobody who said so is called as somebody
// else.
func (k *check) carry(ctx context.Context, c *app.Customer) error {
	wishes, who, err := refusing.Carried(ctx, k.desk.book, k.was, *c)
	if err != nil {
		return err
	}
	if len(wishes) == 0 {
		return nil
	}
	key := "error.customers.refused"
	if !slices.ContainsFunc(wishes, func(w app.DoNotCall) bool { return w.Purpose != app.PurposeMarketing }) {
		key = "error.customers.refused.marketing"
	}
	c.DoNotCall = append(slices.Clip(c.DoNotCall), wishes...)
	k.remarks.Add(FieldDoNotCall, key, app.Args{"Name": who.Called()})
	return nil
}

// likes finds who else has one of the customer's numbers or addresses.
func likes(known importing.Known, c app.Customer) ([]Like, error) {
	var found []Like
	seen := map[app.ID]bool{c.ID: true}
	add := func(ids []app.ID, err error, by app.FoundIn, value string) error {
		if err != nil {
			return fmt.Errorf("look up %s: %w", by, err)
		}
		for _, id := range ids {
			if seen[id] {
				continue
			}
			seen[id] = true
			other, err := known.Customer(id)
			if err != nil {
				return fmt.Errorf("read customer: %w", err)
			}
			found = append(found, Like{Customer: other, By: by, Value: value})
		}
		return nil
	}
	for _, p := range c.Phones {
		if p.Unfit == app.UnfitUnreadable {
			continue
		}
		ids, err := known.ByPhone(p.Dialled())
		if err := add(ids, err, app.FoundPhone, p.Typed); err != nil {
			return nil, err
		}
	}
	for _, e := range c.Emails {
		ids, err := known.ByEmail(e.Address)
		if err := add(ids, err, app.FoundEmail, e.Address); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// Save writes the form as a new customer, or over the one it names. By is who
// does it, empty for the owner. It returns the errors of Check, and writes
// nothing then.
func (d *Desk) Save(ctx context.Context, form Form, by string) (Saved, error) {
	var saved Saved
	applied, err := d.book.Act(ctx, func() (app.Batch, error) {
		checked, err := d.Check(ctx, form)
		if err != nil {
			return app.Batch{}, err
		}
		c, act := checked.Customer, app.ActEditCustomer
		if form.ID.IsZero() {
			c.ID, act = d.ids.Next(), app.ActAddCustomer
		}
		saved = Saved{ID: c.ID, Remarks: checked.Remarks}
		if saved.Refused, err = d.alsoRefused(ctx, c); err != nil {
			return app.Batch{}, err
		}
		changes := []app.Change{app.Put(c)}
		for _, other := range saved.Refused {
			changes = append(changes, app.Put(other))
		}
		return app.Batch{Act: act, By: by, Changes: changes, Draft: form.Draft}, nil
	})
	if err != nil {
		return Saved{}, fmt.Errorf("save customer: %w", err)
	}
	saved.Batch = applied.Batch
	return saved, nil
}

// alsoRefused returns who else will not be called since the customer is saved so.
func (d *Desk) alsoRefused(ctx context.Context, c app.Customer) ([]app.Customer, error) {
	if len(c.DoNotCall) == 0 {
		return nil, nil
	}
	was, err := d.book.Customer(ctx, c.ID)
	if err != nil && app.CodeOf(err) != app.CodeNotFound {
		return nil, err
	}
	return refusing.Since(ctx, d.book, was, c)
}

// Archive puts the customer away: nobody calls them, nothing is lost.
func (d *Desk) Archive(ctx context.Context, id app.ID, by string) (app.Applied, error) {
	return d.setArchived(ctx, id, by, true)
}

// Unarchive takes the customer out again.
func (d *Desk) Unarchive(ctx context.Context, id app.ID, by string) (app.Applied, error) {
	return d.setArchived(ctx, id, by, false)
}

func (d *Desk) setArchived(ctx context.Context, id app.ID, by string, archived bool) (app.Applied, error) {
	applied, err := d.book.Act(ctx, func() (app.Batch, error) {
		c, err := d.book.Customer(ctx, id)
		c.Archived = archived
		return app.Batch{Act: app.ActEditCustomer, By: by, Changes: []app.Change{app.Put(c)}}, err
	})
	if err != nil {
		return app.Applied{}, fmt.Errorf("archive customer: %w", err)
	}
	return applied, nil
}
