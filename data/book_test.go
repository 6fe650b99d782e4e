package data_test

import (
	"context"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/importing"
	"ringback.app/data"
)

var noon = time.Date(2026, time.March, 2, 12, 0, 0, 0, time.UTC)

// shop is an open book with what a test needs around it.
type shop struct {
	*data.Book
	t   testing.TB
	ids *app.IDs
	now time.Time
}

func plan() app.Plan {
	p := app.DefaultPlan(app.CallingHours{From: 9 * 60, To: 20 * 60, Days: app.Week})
	p.TimeZone = "Europe/Helsinki"
	return p
}

func newShop(t testing.TB) *shop {
	return openShop(t, filepath.Join(t.TempDir(), "shop.book"))
}

func openShop(t testing.TB, path string) *shop {
	t.Helper()
	s := &shop{t: t, now: noon}
	s.ids = app.NewIDs(func() time.Time { return s.now }, rand.NewChaCha8([32]byte{1}))
	s.open(path)
	return s
}

func (s *shop) open(path string) {
	s.t.Helper()
	book, err := data.Open(s.t.Context(), path, data.Options{
		Clock: func() time.Time { return s.now }, IDs: s.ids, Plan: plan(), Timeout: 100 * time.Millisecond,
	})
	if err != nil {
		s.t.Fatalf("open: %v", err)
	}
	s.Book = book
	s.t.Cleanup(func() { _ = book.Close() })
}

func (s *shop) put(records ...app.Record) app.ID {
	s.t.Helper()
	b := app.Batch{Act: app.ActEditCustomer, By: "Jim"}
	for _, r := range records {
		b.Changes = append(b.Changes, app.Put(r))
	}
	applied, err := s.Apply(s.t.Context(), b)
	if err != nil {
		s.t.Fatalf("apply: %v", err)
	}
	return applied.Batch
}

func (s *shop) customer(name, phone string) app.Customer {
	return app.Customer{
		ID: s.ids.Next(), Name: app.Name{Full: name},
		Phones: []app.Phone{{Label: "mobile", Typed: phone, E164: phone}},
	}
}

func (s *shop) purchase(c app.Customer, day app.Day, item string) app.Purchase {
	return app.Purchase{
		ID: s.ids.Next(), Customer: c.ID, Day: day, Receipt: "R" + day.String(),
		Lines: []app.Line{{Item: item, Quantity: app.One, Amount: 12900}}, Total: 12900, Currency: "EUR",
	}
}

var sameRecords = cmp.Options{cmpopts.EquateEmpty(), cmpopts.EquateApproxTime(0)}

func TestBookGivesBackWhatWasPut(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	anna := s.customer("Anna Korhonen", "+358401234567")
	anna.Emails = []app.Email{{Address: "Anna@Example.com"}}
	anna.References = []app.Reference{{Kind: app.ReferenceShop, Value: "4711"}}
	table := s.purchase(anna, app.DayOf(noon)-9, "Oak table")
	call := app.Call{ID: s.ids.Next(), Customer: anna.ID, Start: noon, Disposition: app.Talked}
	said := app.Opinion{ID: s.ids.Next(), Customer: anna.ID, Taken: noon, Said: app.DayOf(noon), Source: app.FromCall, Verbatim: "Good"}
	wrong := app.Complaint{ID: s.ids.Next(), Customer: anna.ID, Received: noon, Wrong: "A leg wobbles"}
	s.put(anna, table, call, said, wrong)

	check := func(what string, got, want any, err error) {
		t.Helper()
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		if diff := cmp.Diff(want, got, sameRecords); diff != "" {
			t.Errorf("%s differs (-want +got):\n%s", what, diff)
		}
	}
	c, err := s.Customer(ctx, anna.ID)
	check("customer", c, anna, err)
	p, err := s.Purchase(ctx, table.ID)
	check("purchase", p, table, err)
	ps, err := s.Purchases(ctx, anna.ID, 0)
	check("purchases", ps, []app.Purchase{table}, err)
	cs, err := s.Calls(ctx, anna.ID, 0)
	check("calls", cs, []app.Call{call}, err)
	os, err := s.Opinions(ctx, anna.ID, 0)
	check("opinions", os, []app.Opinion{said}, err)
	ws, err := s.Complaints(ctx, anna.ID)
	check("complaints", ws, []app.Complaint{wrong}, err)
	size, err := s.Size(ctx)
	check("size", size, app.Size{Customers: 1, Purchases: 1, Calls: 1, Opinions: 1, Complaints: 1}, err)
	err = s.Match(ctx, func(k importing.Known) error {
		for _, find := range []func() ([]app.ID, error){
			func() ([]app.ID, error) { return k.ByPhone("+358401234567") },
			func() ([]app.ID, error) { return k.ByEmail("anna@example.COM") },
			func() ([]app.ID, error) { return k.ByReference(app.ReferenceShop, "4711") },
		} {
			ids, err := find()
			check("match", ids, []app.ID{anna.ID}, err)
		}
		ids, err := k.PurchaseByReceipt(anna.ID, table.Receipt)
		check("receipt", ids, []app.ID{table.ID}, err)
		return nil
	})
	check("match", nil, nil, err)
}

func TestARowOfUndosTakesBackAndBringsBackInTurn(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	anna := s.customer("Anna Korhonen", "+358401234567")
	first := s.put(anna)
	last := first
	for n := range 7 {
		undo, err := s.Undo(ctx, last, "")
		if err != nil {
			t.Fatalf("undo %d: %v", n, err)
		}
		last = undo.Batch
		there := n%2 == 1
		if _, err := s.Customer(ctx, anna.ID); (err == nil) != there {
			t.Errorf("after undo %d: %v", n, err)
		}
		done, err := s.LastDone(ctx)
		switch {
		case there && (err != nil || done.ID != first):
			t.Errorf("after undo %d the last thing done is %v, %v", n, done.ID, err)
		case !there && app.CodeOf(err) != app.CodeNotFound:
			t.Errorf("after undo %d there is still something to undo: %v, %v", n, done.ID, err)
		}
	}
	if problems, err := s.Check(ctx); err != nil || len(problems) > 0 {
		t.Errorf("%v, %v", problems, err)
	}
}

func TestUndoTakesBackTheLastBatch(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	anna := s.customer("Anna Korhonen", "+358401234567")
	s.put(anna)
	edited := anna
	edited.Notes = "Likes oak"
	s.put(edited)
	if _, err := s.Undo(ctx, app.ID{}, "Jim"); err != nil {
		t.Fatalf("undo: %v", err)
	}
	got, err := s.Customer(ctx, anna.ID)
	if err != nil || got.Notes != "" {
		t.Errorf("notes after undo: %q, %v", got.Notes, err)
	}
	if _, err := s.Undo(ctx, app.ID{}, "Jim"); err != nil {
		t.Fatalf("undo of the first: %v", err)
	}
	if _, err := s.Customer(ctx, anna.ID); app.CodeOf(err) != app.CodeNotFound {
		t.Errorf("customer after undoing their creation: %v", err)
	}
	if _, err := s.Undo(ctx, app.ID{}, "Jim"); app.CodeOf(err) != app.CodeNotFound {
		t.Errorf("undo of nothing: %v", err)
	}
}

func TestCallListReadsOneState(t *testing.T) {
	s := newShop(t)
	anna := s.customer("Anna Korhonen", "+358401234567")
	s.put(anna, s.purchase(anna, app.DayOf(noon)-9, "Oak table"))
	list := calllist.New(s, func() time.Time { return noon })
	today, err := list.Today(context.WithoutCancel(t.Context()), 50)
	if err != nil {
		t.Fatalf("today: %v", err)
	}
	if len(today.Entries) != 1 || today.Entries[0].Customer.ID != anna.ID {
		t.Errorf("today: %+v", today.Entries)
	}
}
