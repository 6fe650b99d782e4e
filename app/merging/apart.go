package merging

import (
	"context"
	"fmt"

	"ringback.app/app"
)

// KeepApart remembers that they are two people: they are not offered again.
func (d *Desk) KeepApart(ctx context.Context, a, b app.ID) error {
	if err := d.book.Keep(ctx, app.StrangersKey(a, b), []byte{1}); err != nil {
		return fmt.Errorf("keep two people apart: %w", err)
	}
	return nil
}

// ForgetApart takes KeepApart back.
func (d *Desk) ForgetApart(ctx context.Context, a, b app.ID) error {
	if err := d.book.Drop(ctx, app.StrangersKey(a, b)); err != nil {
		return fmt.Errorf("forget that people are two: %w", err)
	}
	return nil
}

// apart returns who are known to be two people.
func (d *Desk) apart(ctx context.Context) (map[[2]app.ID]bool, error) {
	kept, err := d.book.KeptKeys(ctx, app.KeptStrangers)
	if err != nil {
		return nil, fmt.Errorf("read who are two people: %w", err)
	}
	all := make(map[[2]app.ID]bool, len(kept))
	for _, key := range kept {
		if a, b, ok := app.StrangersOf(key); ok {
			all[inOrder(a, b)] = true
		}
	}
	return all, nil
}

// inherited returns what to keep so that who is apart from the other customer is
// so from the one that the two become. That outlives an undo, and does no harm
// then.
func (d *Desk) inherited(ctx context.Context, kept, other app.ID) (map[string][]byte, error) {
	apart, err := d.apart(ctx)
	if err != nil {
		return nil, err
	}
	var keep map[string][]byte
	for two := range apart {
		third := two[0]
		if third == other {
			third = two[1]
		} else if two[1] != other {
			continue
		}
		if third == kept || apart[inOrder(kept, third)] {
			continue
		}
		if keep == nil {
			keep = make(map[string][]byte)
		}
		keep[app.StrangersKey(kept, third)] = []byte{1}
	}
	return keep, nil
}
