package exporting

import (
	"context"
	"io"
	"slices"

	"ringback.app/app"
	"ringback.app/app/exporting/archive"
)

// everything writes the whole book: the plan, and each customer with all that
// belongs to them, the oldest first, then what nobody knows the owner of, and at last
// what the owner decided of customers.
func (r *Records) everything(ctx context.Context, w io.Writer) (int, error) {
	before, err := r.lastBatch(ctx)
	if err != nil {
		return 0, err
	}
	plan, err := r.shop.Plan(ctx)
	if err != nil {
		return 0, err
	}
	out, err := archive.NewWriter(w, r.notes.clock())
	if err != nil {
		return 0, unwritable(err)
	}
	if err := out.Write(plan); err != nil {
		return 0, unwritable(err)
	}
	n, among := 0, make(map[app.ID]bool)
	for records, err := range byCustomer(ctx, r, Filter{}, func(id app.ID) ([]app.Record, error) { return r.whole(ctx, id) }) {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return n, err
		}
		for _, record := range records {
			if c, ok := record.(app.Customer); ok {
				among[c.ID] = true
			}
			if err := out.Write(record); err != nil {
				return n, unwritable(err)
			}
			n++
		}
		r.notes.progress(n)
	}
	rest, err := r.beside(ctx, out, among)
	if n += rest; err != nil {
		return n, err
	}
	// The book is not held still meanwhile: whoever reads this back must not get
	// half of a change.
	after, err := r.lastBatch(ctx)
	if err != nil {
		return n, err
	}
	if after != before {
		return n, &app.Error{Code: app.CodeConflict, Key: "error.export.changed"}
	}
	_, err = out.Close()
	return n, unwritable(err)
}

// beside writes what stands with none of the customers written, and returns how
// many records that were: what the owner decided of customers is none.
func (r *Records) beside(ctx context.Context, out *archive.Writer, among map[app.ID]bool) (int, error) {
	nobodys, err := r.nobodys(ctx)
	if err != nil {
		return 0, err
	}
	decided, err := r.decided(ctx, among)
	if err != nil {
		return 0, err
	}
	for n, record := range slices.Concat(nobodys, decided) {
		if err := out.Write(record); err != nil {
			return min(n, len(nobodys)), unwritable(err)
		}
	}
	return len(nobodys), nil
}

func (r *Records) lastBatch(ctx context.Context) (app.ID, error) {
	last, err := r.shop.Batches(ctx, 1)
	if err != nil || len(last) == 0 {
		return app.ID{}, err
	}
	return last[0].ID, nil
}

// whole returns a customer and all that belongs to them.
func (r *Records) whole(ctx context.Context, id app.ID) ([]app.Record, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	customer, err := r.shop.Customer(ctx, id)
	if err != nil {
		return nil, err
	}
	purchases, err := r.shop.Purchases(ctx, id, 0)
	if err != nil {
		return nil, err
	}
	calls, err := r.shop.Calls(ctx, id, 0)
	if err != nil {
		return nil, err
	}
	opinions, err := r.shop.Opinions(ctx, id, 0)
	if err != nil {
		return nil, err
	}
	complaints, err := r.shop.Complaints(ctx, id)
	if err != nil {
		return nil, err
	}
	records := []app.Record{customer}
	records = appendOldestFirst(records, purchases)
	records = appendOldestFirst(records, calls)
	records = appendOldestFirst(records, opinions)
	for _, c := range complaints {
		records = append(records, c)
	}
	return records, nil
}

// nobodys returns the opinions and complaints of which nobody knows yet whose they
// are.
func (r *Records) nobodys(ctx context.Context) ([]app.Record, error) {
	opinions, err := r.shop.Opinions(ctx, app.ID{}, 0)
	if err != nil {
		return nil, err
	}
	complaints, err := r.shop.Complaints(ctx, app.ID{})
	if err != nil {
		return nil, err
	}
	records := appendOldestFirst(nil, opinions)
	for _, c := range complaints {
		records = append(records, c)
	}
	return records, nil
}

func appendOldestFirst[T app.Record](to []app.Record, newestFirst []T) []app.Record {
	for _, record := range slices.Backward(newestFirst) {
		to = append(to, record)
	}
	return to
}
