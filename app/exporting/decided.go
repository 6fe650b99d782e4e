package exporting

import (
	"context"
	"fmt"
	"slices"

	"ringback.app/app"
	"ringback.app/app/exporting/archive"
)

// decided returns what the owner decided of those customers: who are two people, and
// what was on record before it was changed by hand or became one with another's. It
// comes in an order that depends on nothing else, so that a book that was read back
// gives the same.
func (r *Records) decided(ctx context.Context, among map[app.ID]bool) ([]app.Record, error) {
	keys, err := r.shop.KeptKeys(ctx, app.KeptStrangers)
	if err != nil {
		return nil, fmt.Errorf("read who are two people: %w", err)
	}
	var all []app.Record
	for _, key := range keys {
		if a, b, ok := app.StrangersOf(key); ok && a != b && among[a] && among[b] {
			all = append(all, archive.TwoPeople{A: a, B: b})
		}
	}
	var settled []archive.Settled
	into := make(map[app.ID]app.ID) // whom those became who are no more: the newest change comes first
	err = r.shop.Edits(ctx, func(e app.Entry) error {
		before, was := e.Before.(app.Customer)
		after, is := e.After.(app.Customer)
		if !was || !is {
			return nil
		}
		if now, ok := into[after.ID]; ok {
			after.ID = now
		}
		if before.ID != after.ID {
			into[before.ID] = after.ID
		}
		if before, after = archive.Compared(before), archive.Compared(after); among[after.ID] && !archive.Equal(before, after) {
			settled = append(settled, archive.Settled{Before: before, After: after})
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read what was changed by hand: %w", err)
	}
	slices.SortStableFunc(settled, func(x, y archive.Settled) int { return x.After.ID.Compare(y.After.ID) })
	for _, s := range settled {
		all = append(all, s)
	}
	return all, nil
}
