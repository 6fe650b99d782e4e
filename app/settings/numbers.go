package settings

import (
	"context"
	"fmt"

	"ringback.app/app"
	"ringback.app/app/dialing"
)

// readAgain returns the customers with numbers that could not be told before the
// shop's country was set, as they are read with it.
func (d *Desk) readAgain(ctx context.Context, country string) ([]app.Change, error) {
	if country == "" {
		return nil, nil
	}
	var ids []app.ID
	err := d.book.Customers(ctx, func(l app.Listed) bool {
		if l.Phone != "" { // else there is no number at all
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
		if again, changed := dialing.Again(c, country); changed {
			changes = append(changes, app.Put(again))
		}
	}
	return changes, nil
}
