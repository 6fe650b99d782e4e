package exporting_test

import (
	"cmp"
	"context"
	"slices"
	"time"

	"ringback.app/app"
)

// book is a book in memory. It fails a test that asks for something while it
// yields, as the real one could stand still then.
type book struct {
	plan       app.Plan
	customers  map[app.ID]app.Customer
	purchases  map[app.ID]app.Purchase
	calls      []app.Call
	opinions   []app.Opinion
	complaints []app.Complaint
	yielding   bool
}

func (b *book) free() {
	if b.yielding {
		panic("the book was asked while it yields")
	}
}

var notFound = &app.Error{Code: app.CodeNotFound, Key: "error.internal"}

func (b *book) Plan(context.Context) (app.Plan, error) { b.free(); return b.plan, nil }

func (b *book) Customer(_ context.Context, id app.ID) (app.Customer, error) {
	b.free()
	c, ok := b.customers[id]
	if !ok {
		return c, notFound
	}
	return c, nil
}

func (b *book) Purchase(_ context.Context, id app.ID) (app.Purchase, error) {
	b.free()
	p, ok := b.purchases[id]
	if !ok {
		return p, notFound
	}
	return p, nil
}

func (b *book) Calls(_ context.Context, customer app.ID, _ int) ([]app.Call, error) {
	b.free()
	var calls []app.Call
	for _, c := range b.sorted() {
		if c.Customer == customer {
			calls = append(calls, c)
		}
	}
	slices.Reverse(calls)
	return calls, nil
}

func (b *book) Opinions(_ context.Context, customer app.ID, _ int) ([]app.Opinion, error) {
	b.free()
	var all []app.Opinion
	for _, o := range b.opinions {
		if o.Customer == customer {
			all = append(all, o)
		}
	}
	return all, nil
}

func (b *book) Complaints(_ context.Context, customer app.ID) ([]app.Complaint, error) {
	b.free()
	var all []app.Complaint
	for _, c := range b.complaints {
		if c.Customer == customer {
			all = append(all, c)
		}
	}
	return all, nil
}

func (b *book) CallsBetween(ctx context.Context, from, to time.Time, yield func(app.Call) bool) error {
	b.free()
	b.yielding = true
	defer func() { b.yielding = false }()
	for _, c := range b.sorted() {
		if c.Start.Before(from) || !c.Start.Before(to) {
			continue
		}
		if !yield(c) {
			break
		}
	}
	return ctx.Err()
}

func (b *book) sorted() []app.Call {
	return slices.SortedFunc(slices.Values(b.calls), func(x, y app.Call) int {
		return cmp.Or(x.Start.Compare(y.Start), x.ID.Compare(y.ID))
	})
}

func id(n int) app.ID { return app.ID{14: byte(n >> 8), 15: byte(n)} }
