package calling_test

import (
	"cmp"
	"context"
	"errors"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/calllist/calllisttest"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

// book is a shop in memory as the desk sees it.
type book struct {
	*calllisttest.Shop
	batches []app.Batch
	kept    map[string][]byte
	fail    error  // what the next Apply returns
	changes func() // what happens in the middle of a reading, once
}

func (b *book) Act(ctx context.Context, decide func() (app.Batch, error)) (app.Applied, error) {
	batch, err := decide()
	if err != nil {
		return app.Applied{}, err
	}
	return b.Apply(ctx, batch)
}

func (b *book) Apply(_ context.Context, batch app.Batch) (app.Applied, error) {
	if b.fail != nil {
		return app.Applied{}, b.fail
	}
	batch.ID = app.ID{0: 7, 15: byte(len(b.batches) + 1)}
	b.batches = append(b.batches, batch)
	for _, c := range batch.Changes {
		b.Put(c.Put)
	}
	delete(b.kept, batch.Draft)
	return app.Applied{Batch: batch.ID, Changed: len(batch.Changes)}, nil
}

func (b *book) Match(_ context.Context, match func(importing.Known) error) error {
	shelf := importingtest.NewShelf()
	shelf.Customers = b.Shop.Customers
	return match(importingtest.NewView(shelf))
}

func (b *book) Complaints(_ context.Context, customer app.ID) ([]app.Complaint, error) {
	all := calllisttest.Of(b.Shop.Complaints, customer)
	slices.SortFunc(all, func(x, y app.Complaint) int { return x.Received.Compare(y.Received) })
	return all, nil
}

func (b *book) Purchase(_ context.Context, id app.ID) (app.Purchase, error) {
	p, ok := b.Shop.Purchases[id]
	if !ok {
		return p, &app.Error{Code: app.CodeNotFound}
	}
	return p, nil
}

func (b *book) Purchases(_ context.Context, customer app.ID, limit int) ([]app.Purchase, error) {
	all := calllisttest.Of(b.Shop.Purchases, customer)
	slices.SortFunc(all, func(x, y app.Purchase) int { return cmp.Compare(y.Day, x.Day) })
	if limit == 0 {
		return all, nil
	}
	return all[:min(len(all), limit)], nil
}

func (b *book) Calls(_ context.Context, customer app.ID, limit int) ([]app.Call, error) {
	all := calllisttest.Of(b.Shop.Calls, customer)
	slices.SortFunc(all, func(x, y app.Call) int { return y.Start.Compare(x.Start) })
	if limit == 0 {
		return all, nil
	}
	return all[:min(len(all), limit)], nil
}

func (b *book) Opinions(_ context.Context, customer app.ID, limit int) ([]app.Opinion, error) {
	if b.changes != nil {
		b.changes()
		b.changes = nil
	}
	all := calllisttest.Of(b.Shop.Opinions, customer)
	slices.SortFunc(all, func(x, y app.Opinion) int { return y.Taken.Compare(x.Taken) })
	if limit == 0 {
		return all, nil
	}
	return all[:min(len(all), limit)], nil
}

func (b *book) Batches(_ context.Context, limit int) ([]app.BatchInfo, error) {
	var all []app.BatchInfo
	for _, batch := range slices.Backward(b.batches) {
		all = append(all, app.BatchInfo{ID: batch.ID, Act: batch.Act})
	}
	return all[:min(len(all), limit)], nil
}

func (b *book) Keep(_ context.Context, key string, value []byte) error {
	b.kept[key] = slices.Clone(value)
	return nil
}

func (b *book) Kept(_ context.Context, key string) ([]byte, error) { return b.kept[key], nil }

func (b *book) KeptKeys(_ context.Context, prefix string) ([]string, error) {
	var keys []string
	for k := range b.kept {
		if strings.HasPrefix(k, prefix) {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	return keys, nil
}

func (b *book) Drop(_ context.Context, key string) error {
	delete(b.kept, key)
	return nil
}

// The people and things of these tests.
var (
	maija = app.ID{15: 1}
	table = app.ID{15: 2}
	chair = app.ID{15: 3}
)

// scene is a desk on Monday, 9 March 2026, at ten. Maija bought a table on the
// 2nd, which makes her due, and has two numbers.
type scene struct {
	t    *testing.T
	book *book
	desk *calling.Desk
	now  time.Time
}

func open(t *testing.T) *scene {
	t.Helper()
	plan := app.DefaultPlan(app.CallingHours{From: 9 * 60, To: 20 * 60, Days: app.Week &^ app.DaysOf(time.Sunday)})
	plan.TimeZone, plan.Owner, plan.AskWeekly, plan.Thank = "Europe/Helsinki", "Jim", 0, app.ThankRule{}
	s := &scene{t: t, book: &book{Shop: &calllisttest.Shop{Plan: plan}, kept: make(map[string][]byte)}}
	s.now = s.moment("2026-03-09 10:00")
	clock := func() time.Time { return s.now }
	s.desk = calling.New(s.book, clock, app.NewIDs(clock, rand.New(rand.NewSource(1))))
	s.book.Put(
		app.Customer{
			ID: maija, Name: app.Name{Full: "Maija Korhonen"},
			Phones: []app.Phone{{Typed: "040 1", E164: "+358401"}, {Typed: "09 2", E164: "+35892"}},
		},
		app.Purchase{ID: table, Customer: maija, Day: app.NewDay(2026, time.March, 2), Total: 9, Currency: "EUR"},
		app.Purchase{ID: chair, Customer: maija, Day: app.NewDay(2025, time.March, 2), Total: 9, Currency: "EUR"},
	)
	return s
}

func (s *scene) moment(text string) time.Time {
	s.t.Helper()
	return calllisttest.Moment(s.t, text, "Europe/Helsinki")
}

// log logs a report about Maija, which has to be taken.
func (s *scene) log(r calling.Report) calling.Logged {
	s.t.Helper()
	r.Customer = maija
	logged, err := s.desk.Log(context.Background(), r)
	if err != nil {
		s.t.Fatal(err)
	}
	return logged
}

// refuse logs a report about Maija, which has to be refused for those fields
// and leave the book as it was.
func (s *scene) refuse(r calling.Report, fields ...string) {
	s.t.Helper()
	r.Customer = maija
	before := len(s.book.batches)
	_, err := s.desk.Log(context.Background(), r)
	var errs app.FieldErrors
	if !errors.As(err, &errs) {
		s.t.Fatalf("%v, want field errors", err)
	}
	var got []string
	for field := range errs {
		got = append(got, field)
	}
	slices.Sort(got)
	slices.Sort(fields)
	if !slices.Equal(got, fields) {
		s.t.Errorf("errors of %v, want %v", got, fields)
	}
	if len(s.book.batches) != before {
		s.t.Error("something was written all the same")
	}
}

func (s *scene) call(id app.ID) app.Call {
	s.t.Helper()
	c, ok := s.book.Shop.Calls[id]
	if !ok {
		s.t.Fatal("the call is not on record")
	}
	return c
}

func (s *scene) complaint(received string, change ...func(*app.Complaint)) app.ID {
	c := app.Complaint{ID: app.ID{14: 1, 15: byte(len(s.book.Shop.Complaints) + 1)}, Customer: maija, Wrong: "It wobbles", Received: s.moment(received)}
	for _, f := range change {
		f(&c)
	}
	s.book.Put(c)
	return c.ID
}

func of[T any](v T) *T { return &v }
