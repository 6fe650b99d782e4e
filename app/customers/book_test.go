package customers_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/customers"
	"ringback.app/app/importing"
	"ringback.app/app/when"
	"ringback.app/app/wording"
	"ringback.app/assets"
)

// Sunday 22 November 2026, 10:30 in London.
var now = time.Date(2026, 11, 22, 10, 30, 0, 0, time.UTC)

// book is a book in memory.
type book struct {
	plan      app.Plan
	customers map[app.ID]app.Customer
	purchases map[app.ID]app.Purchase
	entries   []app.Entry
	batches   []app.Batch
	kept      map[string][]byte
}

func (b *book) Keep(_ context.Context, key string, value []byte) error {
	b.kept[key] = value
	return nil
}

func (b *book) Kept(_ context.Context, key string) ([]byte, error) { return b.kept[key], nil }

func (b *book) KeptKeys(_ context.Context, prefix string) ([]string, error) {
	var keys []string
	for key := range b.kept {
		if strings.HasPrefix(key, prefix) {
			keys = append(keys, key)
		}
	}
	return keys, nil
}

func (b *book) Drop(_ context.Context, key string) error {
	delete(b.kept, key)
	return nil
}

func missing() error { return &app.Error{Code: app.CodeNotFound, Key: "error.not-found"} }

func (b *book) Act(ctx context.Context, decide func() (app.Batch, error)) (app.Applied, error) {
	batch, err := decide()
	if err != nil {
		return app.Applied{}, err
	}
	return b.Apply(ctx, batch)
}

func (b *book) Apply(_ context.Context, batch app.Batch) (app.Applied, error) {
	batch.ID = app.ID{0: byte(len(b.batches) + 1)}
	b.batches = append(b.batches, batch)
	for _, change := range batch.Changes {
		switch r := change.Put.(type) {
		case app.Customer:
			e := app.Entry{At: now, By: batch.By, Act: batch.Act, Batch: batch.ID, Kind: app.KindCustomer, ID: r.ID, Customer: r.ID, After: r}
			if before, ok := b.customers[r.ID]; ok {
				e.Before = before
			}
			b.entries = append([]app.Entry{e}, b.entries...)
			b.customers[r.ID] = r
		case app.Purchase:
			b.purchases[r.ID] = r
		case nil:
			delete(b.purchases, change.Remove)
		}
	}
	return app.Applied{Batch: batch.ID, Changed: len(batch.Changes)}, nil
}

func (b *book) Match(_ context.Context, match func(importing.Known) error) error {
	return match(known{book: b})
}

func (b *book) Plan(context.Context) (app.Plan, error) { return b.plan, nil }

func (b *book) Customer(_ context.Context, id app.ID) (app.Customer, error) {
	c, ok := b.customers[id]
	if !ok {
		return c, missing()
	}
	return c, nil
}

func (b *book) Purchase(_ context.Context, id app.ID) (app.Purchase, error) {
	p, ok := b.purchases[id]
	if !ok {
		return p, missing()
	}
	return p, nil
}

func (b *book) Summary(context.Context, app.ID) (app.Summary, error) {
	return app.Summary{Talk: app.Contact{Calls: 3}, Buying: app.Buying{Totals: []app.Money{{Minor: 5, Currency: "USD"}}}}, nil
}

func (b *book) Currencies(context.Context) ([]string, error) {
	return []string{"EUR", "GBP", "USD"}, nil
}

func (b *book) Purchases(_ context.Context, customer app.ID, _ int) ([]app.Purchase, error) {
	var all []app.Purchase
	for _, p := range b.purchases {
		if p.Customer == customer {
			all = append(all, p)
		}
	}
	return all, nil
}

func (b *book) Calls(context.Context, app.ID, int) ([]app.Call, error) {
	return []app.Call{{Notes: "a call"}}, nil
}

func (b *book) Opinions(context.Context, app.ID, int) ([]app.Opinion, error) {
	return []app.Opinion{{Verbatim: "a word"}}, nil
}

func (b *book) Complaints(context.Context, app.ID) ([]app.Complaint, error) {
	return []app.Complaint{{Wrong: "a scratch"}}, nil
}

func (b *book) History(_ context.Context, customer app.ID, limit int) ([]app.Entry, error) {
	return b.entries[:min(limit, len(b.entries))], nil
}

// known is what the book in memory knows: what the forms ask for, not what
// only an import does.
type known struct {
	importing.Known
	*book
}

func (k known) ByReference(kind app.ReferenceKind, value string) ([]app.ID, error) {
	return k.find(func(c app.Customer) bool {
		return slices.Contains(c.References, app.Reference{Kind: kind, Value: value})
	})
}

func (k known) ByPhone(dialled string) ([]app.ID, error) {
	return k.find(func(c app.Customer) bool {
		return slices.ContainsFunc(c.Phones, func(p app.Phone) bool { return p.Dialled() == dialled })
	})
}

func (k known) ByEmail(address string) ([]app.ID, error) {
	return k.find(func(c app.Customer) bool {
		return slices.ContainsFunc(c.Emails, func(e app.Email) bool { return e.Address == address })
	})
}

func (k known) find(has func(app.Customer) bool) ([]app.ID, error) {
	var ids []app.ID
	for id, c := range k.customers {
		if has(c) {
			ids = append(ids, id)
		}
	}
	return ids, nil
}

func (k known) Customer(id app.ID) (app.Customer, error) {
	return k.book.Customer(context.Background(), id)
}

func (k known) Purchase(id app.ID) (app.Purchase, error) {
	return k.book.Purchase(context.Background(), id)
}

func (k known) Purchases(customer app.ID) ([]app.Purchase, error) {
	return k.book.Purchases(context.Background(), customer, 0)
}

func (k known) Opinions(app.ID) ([]app.Opinion, error) { return nil, nil }

func (k known) Edits(func(app.Entry) error) error { return nil }

func (k known) PurchaseByReceipt(customer app.ID, receipt string) ([]app.ID, error) {
	var ids []app.ID
	for id, p := range k.purchases {
		if p.Customer == customer && p.Receipt == receipt {
			ids = append(ids, id)
		}
	}
	return ids, nil
}

func (k known) Plan() (app.Plan, error) { return k.plan, nil }

// said returns the sentences of an error, and fails the test where one is
// missing or has a gap.
func said(t testing.TB, err error) {
	t.Helper()
	catalogue, failed := wording.Load(assets.Translations())
	if failed != nil {
		t.Fatal(failed)
	}
	var fields app.FieldErrors
	if !errors.As(err, &fields) {
		return
	}
	for field, e := range fields {
		if text := catalogue.In("en").Error(e); text == e.Key || strings.Contains(text, "<no value>") {
			t.Errorf("%s says %q", field, text)
		}
	}
}

// shop returns an empty book of a British shop and a desk over it.
func shop(t testing.TB) (*book, *customers.Desk) {
	t.Helper()
	catalogue, err := wording.Load(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	plan := app.DefaultPlan(app.CallingHours{From: 9 * 60, To: 20 * 60, Days: app.Week})
	plan.Country, plan.Currency, plan.TimeZone = "GB", "GBP", "Europe/London"
	b := &book{plan: plan, customers: map[app.ID]app.Customer{}, purchases: map[app.ID]app.Purchase{}, kept: map[string][]byte{}}
	clock := func() time.Time { return now }
	ids := app.NewIDs(clock, &counter{})
	typing := when.Typing{Words: when.WordsOf(catalogue.In("en"))}
	return b, customers.New(b, clock, ids, typing)
}

// counter stands for chance.
type counter struct{ n byte }

func (c *counter) Read(p []byte) (int, error) {
	for i := range p {
		c.n++
		p[i] = c.n
	}
	return len(p), nil
}

func (k known) Record(app.Kind, app.ID) (app.Record, error) {
	return nil, &app.Error{Code: app.CodeNotFound}
}

func (k known) Size() (app.Size, error) { return app.Size{Customers: 1}, nil }
