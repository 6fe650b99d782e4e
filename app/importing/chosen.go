package importing

import (
	"context"
	"fmt"
	"slices"

	"ringback.app/app"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
)

// Priced returns the column of a table of which a mapping says the currency of its
// amounts; false if there is none.
func (f File) Priced() (columns.Column, bool) {
	for _, c := range f.Columns {
		if slices.Contains(fields.Priced(), c.Field) {
			return c, true
		}
	}
	return columns.Column{}, false
}

// follow has the plan take on the currency of the first purchases, if it is one
// and nobody has chosen the plan's: else all sums would leave them out.
func (r *reading) follow(plan app.Plan, size app.Size) {
	if r.chosen || size.Purchases > 0 || len(r.bought) == 0 {
		return
	}
	first := r.bought[0].Currency
	for _, p := range r.bought {
		if p.Currency != first {
			return
		}
	}
	if first != plan.Currency {
		plan.Currency, r.preview.Currency = first, first
		r.records = append(r.records, plan)
	}
}

// mostOfNew is how many batches a book has at the most that has no purchases and
// whose settings nobody has looked at.
const mostOfNew = 100

// chosen tells whether somebody saved the settings, and its currency with them.
func (im *Importer) chosen(ctx context.Context) (bool, error) {
	batches, err := im.book.Batches(ctx, mostOfNew)
	if err != nil {
		return false, fmt.Errorf("read who set the plan: %w", err)
	}
	saved := func(b app.BatchInfo) bool { return b.Act == app.ActEditPlan && b.Undone.IsZero() }
	return len(batches) == mostOfNew || slices.ContainsFunc(batches, saved), nil
}
