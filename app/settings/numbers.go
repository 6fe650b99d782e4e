package settings

import (
	"context"
	"fmt"

	"ringback.app/app"
	"ringback.app/app/dialing"
)

// customersAgain returns the customers of whom something is read otherwise with
// the new settings: numbers that could not be told before the shop's country was
// set, and what thank-yous cost, where there is something to restate.
func (d *Desk) customersAgain(ctx context.Context, country string, r *restating) ([]app.Change, error) {
	if country == "" && r == nil {
		return nil, nil
	}
	var ids []app.ID
	err := d.book.Customers(ctx, func(l app.Listed) bool {
		if l.Phone != "" || r != nil { // else there is no number at all
			ids = append(ids, l.ID)
		}
		return true
	})
	if err != nil {
		return nil, fmt.Errorf("list customers: %w", err)
	}
	var changes []app.Change
	for _, id := range ids {
		c, err := d.book.Customer(ctx, id)
		if err != nil {
			return nil, fmt.Errorf("read a customer: %w", err)
		}
		dialled, restated := false, false
		if country != "" {
			c, dialled = dialing.Again(c, country)
		}
		if r != nil {
			c, restated = r.thanks(c)
		}
		if dialled || restated {
			changes = append(changes, app.Put(c))
		}
	}
	if r != nil {
		err = r.failure()
	}
	return changes, err
}
