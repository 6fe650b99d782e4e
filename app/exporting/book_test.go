package exporting_test

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/calllist/calllisttest"
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
	kept       []string    // the keys of what is kept
	edits      []app.Entry // the newest first
	batches    int
	changing   bool // each time it is asked for its last batch
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

func (b *book) Summary(ctx context.Context, customer app.ID) (app.Summary, error) {
	c, err := b.Customer(ctx, customer)
	var bought []app.Bought
	var calls []app.Call
	for _, p := range b.sales(customer) {
		bought = append(bought, p.InBrief(b.plan))
	}
	for _, call := range b.calls {
		if call.Customer == customer {
			calls = append(calls, call)
		}
	}
	buying, _ := app.SummarizeBuying(bought)
	return app.Summary{Reach: app.SummarizeReach(c), Buying: buying, Talk: app.SummarizeContact(calls, nil, nil)}, err
}

func (b *book) Customers(ctx context.Context, yield func(app.Listed) bool) error {
	b.free()
	b.yielding = true
	defer func() { b.yielding = false }()
	for _, id := range slices.SortedFunc(maps.Keys(b.customers), app.ID.Compare) {
		if !yield(app.Listed{ID: id}) {
			break
		}
	}
	return ctx.Err()
}

func (b *book) sales(customer app.ID) []app.Purchase {
	return slices.SortedFunc(func(yield func(app.Purchase) bool) {
		for _, p := range b.purchases {
			if (customer.IsZero() || p.Customer == customer) && !yield(p) {
				return
			}
		}
	}, func(x, y app.Purchase) int { return cmp.Or(cmp.Compare(x.Day, y.Day), x.ID.Compare(y.ID)) })
}

func (b *book) Purchases(_ context.Context, customer app.ID, _ int) ([]app.Purchase, error) {
	b.free()
	all := b.sales(customer)
	slices.Reverse(all)
	return all, nil
}

func (b *book) PurchasesBetween(ctx context.Context, from, to app.Day, yield func(app.Purchase) bool) error {
	b.free()
	b.yielding = true
	defer func() { b.yielding = false }()
	for _, p := range b.sales(app.ID{}) {
		if p.Day >= from && p.Day < to && !yield(p) {
			break
		}
	}
	return ctx.Err()
}

func (b *book) OpinionsBetween(ctx context.Context, from, to time.Time, yield func(app.Opinion) bool) error {
	b.free()
	b.yielding = true
	defer func() { b.yielding = false }()
	for _, o := range b.opinions {
		if !o.Taken.Before(from) && o.Taken.Before(to) && !yield(o) {
			break
		}
	}
	return ctx.Err()
}

func (b *book) ReadList(ctx context.Context, read func(calllist.Snapshot) error) error {
	b.free()
	if err := ctx.Err(); err != nil {
		return err
	}
	shop := calllisttest.Shop{Plan: b.plan}
	for _, c := range b.customers {
		shop.Put(c)
	}
	for _, p := range b.purchases {
		shop.Put(p)
	}
	for _, c := range b.calls {
		shop.Put(c)
	}
	for _, o := range b.opinions {
		shop.Put(o)
	}
	for _, c := range b.complaints {
		shop.Put(c)
	}
	return shop.ReadList(ctx, read)
}

func (b *book) KeptKeys(_ context.Context, prefix string) ([]string, error) {
	b.free()
	return slices.DeleteFunc(slices.Clone(b.kept), func(key string) bool { return !strings.HasPrefix(key, prefix) }), nil
}

func (b *book) Edits(_ context.Context, yield func(app.Entry) error) error {
	b.free()
	for _, e := range b.edits {
		if err := yield(e); err != nil {
			return err
		}
	}
	return nil
}

func (b *book) Batches(context.Context, int) ([]app.BatchInfo, error) {
	b.free()
	if b.changing {
		b.batches++
	}
	return []app.BatchInfo{{ID: id(b.batches)}}, nil
}

func (b *book) Size(context.Context) (app.Size, error) {
	b.free()
	return app.Size{
		Customers: len(b.customers), Purchases: len(b.purchases), Calls: len(b.calls),
		Opinions: len(b.opinions), Complaints: len(b.complaints),
	}, nil
}

func (b *book) sorted() []app.Call {
	return slices.SortedFunc(slices.Values(b.calls), func(x, y app.Call) int {
		return cmp.Or(x.Start.Compare(y.Start), x.ID.Compare(y.ID))
	})
}

func id(n int) app.ID { return app.ID{14: byte(n >> 8), 15: byte(n)} }
