// Package complaintstest keeps a shop with complaints in memory, for tests of
// what is built on it.
package complaintstest

import (
	"context"
	"maps"
	"slices"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist/calllisttest"
)

// Book is a shop in memory as the desk of complaints sees it. Its Clock has to be
// set.
type Book struct {
	*calllisttest.Shop
	Clock   app.Clock
	Batches []app.Batch       // in order
	Changed func(app.Changed) // told of every change, if not nil
	KeptAs  map[string][]byte // small values, by their key

	entries []app.Entry
	undo    map[app.ID][]func()
}

// Act applies the batch that decide returns.
func (b *Book) Act(ctx context.Context, decide func() (app.Batch, error)) (app.Applied, error) {
	batch, err := decide()
	if err != nil {
		return app.Applied{}, err
	}
	return b.Apply(ctx, batch)
}

// Apply writes the changes and notes the batch.
func (b *Book) Apply(_ context.Context, batch app.Batch) (app.Applied, error) {
	batch.ID = app.ID{0: 7, 15: byte(len(b.Batches) + 1)}
	b.Batches = append(b.Batches, batch)
	if b.undo == nil {
		b.undo = make(map[app.ID][]func())
	}
	for _, c := range batch.Changes {
		kind, id := c.Put.Key()
		was := b.record(kind, id)
		if was != nil {
			b.undo[batch.ID] = append(b.undo[batch.ID], func() { b.Put(was) })
		}
		b.Put(c.Put)
		b.entries = append(b.entries, app.Entry{
			Sequence: uint64(len(b.entries) + 1), At: b.Clock(), By: batch.By, Act: batch.Act, Batch: batch.ID,
			Kind: kind, ID: id, Customer: c.Put.Whose(), Before: was, After: c.Put,
		})
	}
	b.tell(app.Changed{Batch: batch.ID, Act: batch.Act})
	return app.Applied{Batch: batch.ID, Changed: len(batch.Changes)}, nil
}

// Undo puts back what a batch changed.
func (b *Book) Undo(_ context.Context, batch app.ID, _ string) (app.Applied, error) {
	for _, back := range b.undo[batch] {
		back()
	}
	for i, e := range b.entries {
		if e.Batch == batch {
			b.entries[i].Undone = true
			b.entries = append(b.entries, app.Entry{
				Sequence: uint64(len(b.entries) + 1), At: b.Clock(), Act: app.ActUndo, Undoes: e.Act,
				Kind: e.Kind, ID: e.ID, Customer: e.Customer, Before: e.After, After: e.Before,
			})
		}
	}
	b.tell(app.Changed{Act: app.ActUndo, Undoes: batch})
	return app.Applied{}, nil
}

func (b *Book) tell(c app.Changed) {
	if b.Changed != nil {
		b.Changed(c)
	}
}

// record returns what is on record of what complaints change, nil if there is
// nothing.
func (b *Book) record(kind app.Kind, id app.ID) app.Record {
	if c, ok := b.Shop.Complaints[id]; ok && kind == app.KindComplaint {
		return c
	}
	if o, ok := b.Shop.Opinions[id]; ok && kind == app.KindOpinion {
		return o
	}
	return nil
}

// Keep keeps a small value.
func (b *Book) Keep(_ context.Context, key string, value []byte) error {
	if b.KeptAs == nil {
		b.KeptAs = make(map[string][]byte)
	}
	b.KeptAs[key] = value
	return nil
}

// Kept returns a small value, nil if there is none.
func (b *Book) Kept(_ context.Context, key string) ([]byte, error) { return b.KeptAs[key], nil }

// Drop forgets a small value.
func (b *Book) Drop(_ context.Context, key string) error {
	delete(b.KeptAs, key)
	return nil
}

// Plan returns the plan.
func (b *Book) Plan(context.Context) (app.Plan, error) { return b.Shop.Plan, nil }

func found[V any](m map[app.ID]V, id app.ID) (V, error) {
	v, ok := m[id]
	if !ok {
		return v, &app.Error{Code: app.CodeNotFound, Key: "error.internal"}
	}
	return v, nil
}

// Customer returns a customer.
func (b *Book) Customer(_ context.Context, id app.ID) (app.Customer, error) {
	return found(b.Shop.Customers, id)
}

// Summary returns the summary that a test has set, a zero one otherwise.
func (b *Book) Summary(_ context.Context, id app.ID) (app.Summary, error) {
	return b.Shop.Summaries[id], nil
}

// Purchase returns a purchase.
func (b *Book) Purchase(_ context.Context, id app.ID) (app.Purchase, error) {
	return found(b.Shop.Purchases, id)
}

// Opinion returns an opinion.
func (b *Book) Opinion(_ context.Context, id app.ID) (app.Opinion, error) {
	return found(b.Shop.Opinions, id)
}

// Complaint returns a complaint.
func (b *Book) Complaint(_ context.Context, id app.ID) (app.Complaint, error) {
	return found(b.Shop.Complaints, id)
}

// Calls returns a customer's calls.
func (b *Book) Calls(_ context.Context, customer app.ID, limit int) ([]app.Call, error) {
	all := calllisttest.Of(b.Shop.Calls, customer)
	return all[:min(len(all), limit)], nil
}

// History returns what was done, newest first: also what took a record from the
// customer.
func (b *Book) History(_ context.Context, customer app.ID, limit int) ([]app.Entry, error) {
	all := slices.DeleteFunc(slices.Clone(b.entries), func(e app.Entry) bool {
		return e.Customer != customer && (e.Before == nil || e.Before.Whose() != customer)
	})
	slices.Reverse(all)
	return all[:min(len(all), limit)], nil
}

// Complaints returns a customer's complaints, oldest first.
func (b *Book) Complaints(_ context.Context, customer app.ID) ([]app.Complaint, error) {
	return received(calllisttest.Of(b.Shop.Complaints, customer)), nil
}

// OpenComplaints returns the open complaints, oldest first.
func (b *Book) OpenComplaints(context.Context) ([]app.Complaint, error) {
	all := slices.Collect(maps.Values(b.Shop.Complaints))
	return received(slices.DeleteFunc(all, func(c app.Complaint) bool { return !c.Open() })), nil
}

// ComplaintsBetween yields those that were received in from ≤ t < to, oldest first.
func (b *Book) ComplaintsBetween(_ context.Context, from, to time.Time, yield func(app.Complaint) bool) error {
	for _, c := range received(slices.Collect(maps.Values(b.Shop.Complaints))) {
		if !c.Received.Before(from) && c.Received.Before(to) && !yield(c) {
			break
		}
	}
	return nil
}

func received(all []app.Complaint) []app.Complaint {
	slices.SortFunc(all, func(x, y app.Complaint) int { return x.Received.Compare(y.Received) })
	return all
}
