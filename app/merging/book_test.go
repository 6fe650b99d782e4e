package merging_test

import (
	"context"
	"maps"
	"slices"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/app/alike"
	"ringback.app/app/folding"
	"ringback.app/app/importing"
	"ringback.app/app/merging"
)

// today is the day of a book in memory.
const today app.Day = 20_100

// book is a book in memory.
type book struct {
	customers  map[app.ID]app.Customer
	purchases  []app.Purchase
	calls      []app.Call
	opinions   []app.Opinion
	complaints []app.Complaint
	kept       map[string][]byte
	batches    []app.Batch
	reads      int // of customers' records
}

func newBook(customers ...app.Customer) *book {
	b := &book{customers: map[app.ID]app.Customer{}, kept: map[string][]byte{}}
	for _, c := range customers {
		b.customers[c.ID] = c
	}
	return b
}

func id(n int) app.ID { return app.ID{0: byte(n >> 8), 1: byte(n)} }

// person returns a customer of that number and name, with a telephone.
func person(n int, name, phone string) app.Customer {
	c := app.Customer{ID: id(n), Name: app.Name{Full: name}}
	if phone != "" {
		c.Phones = []app.Phone{{Typed: phone, E164: phone}}
	}
	return c
}

func (b *book) sorted() []app.ID {
	return slices.SortedFunc(maps.Keys(b.customers), app.ID.Compare)
}

func (b *book) Customers(_ context.Context, yield func(app.Listed) bool) error {
	for _, one := range b.sorted() {
		if !yield(app.Listed{ID: one, Name: b.customers[one].Called()}) {
			break
		}
	}
	return nil
}

func (b *book) Match(_ context.Context, match func(importing.Known) error) error {
	return match(known{book: b})
}

func (b *book) Search(_ context.Context, query string, limit int) ([]app.Found, error) {
	var found []app.Found
	for _, one := range b.sorted() {
		if len(found) < limit && strings.Join(alike.Words(b.customers[one]), " ") == query {
			found = append(found, app.Found{Listed: app.Listed{ID: one}})
		}
	}
	return found, nil
}

func (b *book) Act(ctx context.Context, decide func() (app.Batch, error)) (app.Applied, error) {
	batch, err := decide()
	if err != nil {
		return app.Applied{}, err
	}
	return b.Apply(ctx, batch)
}

func (b *book) Apply(_ context.Context, batch app.Batch) (app.Applied, error) {
	b.batches = append(b.batches, batch)
	maps.Copy(b.kept, batch.Keep)
	return app.Applied{Batch: id(9000), Changed: len(batch.Changes)}, nil
}

func (b *book) Customer(_ context.Context, id app.ID) (app.Customer, error) {
	b.reads++
	c, ok := b.customers[id]
	if !ok {
		return c, &app.Error{Code: app.CodeNotFound, Key: "error.book.no-customer"}
	}
	return c, nil
}

func (b *book) Summary(_ context.Context, id app.ID) (app.Summary, error) {
	var sum app.Summary
	for _, p := range of(b.purchases, id) {
		if p.Day <= today {
			sum.Buying.Last = max(sum.Buying.Last, p.Day)
		}
	}
	return sum, nil
}

func of[T app.Record](all []T, customer app.ID) []T {
	var theirs []T
	for _, r := range all {
		if r.Whose() == customer {
			theirs = append(theirs, r)
		}
	}
	return theirs
}

func (b *book) Purchases(_ context.Context, customer app.ID, _ int) ([]app.Purchase, error) {
	return of(b.purchases, customer), nil
}

func (b *book) Calls(_ context.Context, customer app.ID, _ int) ([]app.Call, error) {
	return of(b.calls, customer), nil
}

func (b *book) Opinions(_ context.Context, customer app.ID, _ int) ([]app.Opinion, error) {
	return of(b.opinions, customer), nil
}

func (b *book) Complaints(_ context.Context, customer app.ID) ([]app.Complaint, error) {
	return of(b.complaints, customer), nil
}

func (b *book) Keep(_ context.Context, key string, value []byte) error {
	b.kept[key] = value
	return nil
}

func (b *book) Kept(_ context.Context, key string) ([]byte, error) { return b.kept[key], nil }

func (b *book) Drop(_ context.Context, key string) error {
	delete(b.kept, key)
	return nil
}

func (b *book) KeptKeys(_ context.Context, prefix string) ([]string, error) {
	var keys []string
	for key := range b.kept {
		if strings.HasPrefix(key, prefix) {
			keys = append(keys, key)
		}
	}
	return keys, nil
}

// known is what the book in memory knows; nothing else of it is asked for here.
type known struct {
	importing.Known
	book *book
}

func (k known) having(has func(app.Customer) bool) ([]app.ID, error) {
	var ids []app.ID
	for _, one := range k.book.sorted() {
		if has(k.book.customers[one]) {
			ids = append(ids, one)
		}
	}
	return ids, nil
}

func (k known) ByReference(kind app.ReferenceKind, value string) ([]app.ID, error) {
	return k.having(func(c app.Customer) bool {
		return slices.Contains(c.References, app.Reference{Kind: kind, Value: value})
	})
}

func (k known) ByPhone(dialled string) ([]app.ID, error) {
	return k.having(func(c app.Customer) bool {
		return slices.ContainsFunc(c.Phones, func(p app.Phone) bool { return folding.Digits(p.Dialled()) == folding.Digits(dialled) })
	})
}

func (k known) ByEmail(address string) ([]app.ID, error) {
	return k.having(func(c app.Customer) bool {
		return slices.ContainsFunc(c.Emails, func(e app.Email) bool { return folding.Fold(e.Address) == folding.Fold(address) })
	})
}

func (k known) Customer(id app.ID) (app.Customer, error) {
	return k.book.Customer(context.Background(), id)
}

// find returns the pairs that are found, as numbers.
func find(t testing.TB, b *book) [][2]int {
	t.Helper()
	pairs, err := merging.New(b).Find(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return numbers(pairs)
}

func numbers(pairs []merging.Pair) [][2]int {
	var all [][2]int
	for _, p := range pairs {
		all = append(all, [2]int{number(p.A), number(p.B)})
	}
	return all
}

func number(id app.ID) int { return int(id[0])<<8 | int(id[1]) }
