package complaints

import (
	"cmp"
	"context"
	"slices"
	"time"

	"ringback.app/app"
)

// Step is something that was done about a complaint.
type Step struct {
	At  time.Time
	By  string // empty: the owner
	Act app.Act
}

// How far the story of a complaint is followed: among how many changes of whoever
// it belonged to it is looked for, further back only where it does not begin among
// the first; and among how many people.
const (
	mostHistory = 500
	farHistory  = 5000
	mostOwners  = 16
)

// steps returns what was done about a complaint and stands, as the journal has it,
// newest first: also while it was somebody else's, whom a merge made one with the
// customer, or nobody's yet.
func (d *Desk) steps(ctx context.Context, c app.Complaint) ([]Step, error) {
	entries, err := d.entries(ctx, c)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(entries, func(a, b app.Entry) int { return cmp.Compare(b.Sequence, a.Sequence) })
	var steps []Step
	for _, e := range entries {
		if !e.Undone && e.Act != app.ActUndo {
			steps = append(steps, Step{At: e.At, By: e.By, Act: e.Act})
		}
	}
	return steps, nil
}

// entries returns what the journal has of a complaint, each change once.
func (d *Desk) entries(ctx context.Context, c app.Complaint) ([]app.Entry, error) {
	var all []app.Entry
	owners := []app.ID{c.Customer}
	seen := make(map[uint64]bool)
	for i := 0; i < len(owners); i++ {
		of, err := d.entriesUnder(ctx, owners[i], c.ID)
		if err != nil {
			return nil, err
		}
		for _, e := range of {
			if seen[e.Sequence] {
				continue // it went from one to the other, and is in the history of both
			}
			seen[e.Sequence] = true
			all = append(all, e)
			for _, r := range []app.Record{e.Before, e.After} {
				if r != nil && len(owners) < mostOwners && !slices.Contains(owners, r.Whose()) {
					owners = append(owners, r.Whose())
				}
			}
		}
	}
	return all, nil
}

// entriesUnder returns what was changed of a complaint while it belonged to that
// customer, came to them or left them.
func (d *Desk) entriesUnder(ctx context.Context, customer, complaint app.ID) ([]app.Entry, error) {
	for _, most := range []int{mostHistory, farHistory} {
		entries, err := d.book.History(ctx, customer, most)
		if err != nil {
			return nil, err
		}
		whole := len(entries) < most || most == farHistory
		entries = slices.DeleteFunc(entries, func(e app.Entry) bool { return e.Kind != app.KindComplaint || e.ID != complaint })
		if whole || slices.ContainsFunc(entries, func(e app.Entry) bool { return e.Before == nil && e.Act != app.ActUndo }) {
			return entries, nil
		}
	}
	return nil, nil
}
