package data_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/sample"
)

// madeUp fills the shop's book with a made-up shop and returns one of its people.
func (s *shop) madeUp() app.Customer {
	s.t.Helper()
	if _, err := sample.Write(s.t.Context(), s.Book, sample.Options{Customers: 30, Purchases: 100, Now: s.now}); err != nil {
		s.t.Fatal(err)
	}
	var one app.Customer
	if err := s.Customers(s.t.Context(), func(l app.Listed) bool {
		c, err := s.Customer(s.t.Context(), l.ID)
		if err != nil {
			s.t.Fatal(err)
		}
		one = c
		return false
	}); err != nil {
		s.t.Fatal(err)
	}
	return one
}

func (s *shop) holdsSample(want bool) {
	s.t.Helper()
	if holds, err := s.HoldsSample(s.t.Context()); err != nil || holds != want {
		s.t.Errorf("holds a made-up shop: %v, %v; want %v", holds, err, want)
	}
}

func TestTheMadeUpShopIsLeftAndWhoeverIsRealStays(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	before, err := s.Plan(ctx)
	if err != nil {
		t.Fatal(err)
	}
	s.holdsSample(false)
	made := s.madeUp()
	s.holdsSample(true)
	mixed, err := s.Plan(ctx)
	if err != nil {
		t.Fatal(err)
	}
	mixed.Holidays = append(mixed.Holidays, app.NewDay(2026, 12, 25))
	anna := s.customer("Anna Korhonen", "+358401234567")
	made.Notes = "Called her"
	s.put(anna, s.purchase(anna, app.NewDay(2026, 11, 2), "Oak table"), made, mixed)
	whole, err := s.Size(ctx)
	if err != nil {
		t.Fatal(err)
	}

	left, err := s.LeaveSample(ctx, "Jim")
	if err != nil {
		t.Fatal(err)
	}
	if size, err := s.Size(ctx); err != nil || size != (app.Size{Customers: 1, Purchases: 1}) {
		t.Errorf("left in the book: %+v, %v", size, err)
	}
	if _, err := s.Customer(ctx, anna.ID); err != nil {
		t.Errorf("who is real: %v", err)
	}
	plan, err := s.Plan(ctx)
	if err != nil || plan.Owner != before.Owner || plan.Shop != before.Shop || len(plan.Staff) != len(before.Staff) {
		t.Errorf("the plan is %q, %q, %v: %v", plan.Owner, plan.Shop, plan.Staff, err)
	}
	if len(plan.Holidays) != len(mixed.Holidays) {
		t.Errorf("what a person set of the plan is gone: %v", plan.Holidays)
	}
	if found, err := s.Check(ctx); err != nil || len(found) > 0 {
		t.Errorf("check: %v, %v", found, err)
	}
	s.holdsSample(false)
	if _, err := s.LeaveSample(ctx, ""); app.CodeOf(err) != app.CodeNotFound {
		t.Errorf("left twice: %v", err)
	}

	if _, err := s.Undo(ctx, left.Batch, ""); err != nil {
		t.Fatal(err)
	}
	if size, err := s.Size(ctx); err != nil || size != whole {
		t.Errorf("brought back: %+v, %v; was %+v", size, err, whole)
	}
	s.holdsSample(true)
}

func TestTheMadeUpShopIsNotLeftWithSomethingImportedInIt(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	made := s.madeUp()
	imported, err := s.Apply(ctx, app.Batch{Act: app.ActImport, Changes: []app.Change{app.Put(s.purchase(made, app.NewDay(2026, 11, 2), "Oak table"))}})
	if err != nil {
		t.Fatal(err)
	}
	before, err := s.Size(ctx)
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.LeaveSample(ctx, "")
	if app.CodeOf(err) != app.CodeConflict {
		t.Errorf("left: %v", err)
	}
	said(t, err)
	if size, err := s.Size(ctx); err != nil || size != before {
		t.Errorf("the book is %+v, was %+v: %v", size, before, err)
	}
	if _, err := s.Undo(ctx, imported.Batch, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := s.LeaveSample(ctx, ""); err != nil {
		t.Errorf("with the import taken back: %v", err)
	}
}
