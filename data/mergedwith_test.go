package data_test

import (
	"testing"
	"time"

	"ringback.app/app"
)

func TestTheHistoryOfAMergeTellsWithWhom(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	anna, anni := s.customer("Anna Korhonen", "+358401234567"), s.customer("Anni K.", "+358401234568")
	s.put(anna, anni)
	merged := anna
	merged.Notes = "Also called Anni"
	merge := app.Batch{Act: app.ActMerge, Changes: []app.Change{app.Put(merged), app.Remove(app.KindCustomer, anni.ID)}}
	applied, err := s.Apply(ctx, merge)
	if err != nil {
		t.Fatal(err)
	}
	with := func(of app.Customer, want ...string) {
		t.Helper()
		all, err := s.History(ctx, of.ID, 0)
		if err != nil || len(all) != len(want) {
			t.Fatalf("%+v, %v", all, err)
		}
		for i, e := range all {
			if e.With != want[i] {
				t.Errorf("entry %d of %s is with %q, not %q", i, of.Called(), e.With, want[i])
			}
		}
	}
	with(anna, "Anni K.", "")
	if _, err := s.Undo(ctx, applied.Batch, ""); err != nil {
		t.Fatal(err)
	}
	with(anna, "Anni K.", "Anni K.", "")
	with(anni, "Anna Korhonen", "Anna Korhonen", "")
	s.now = s.now.Add(time.Hour)
	if err := s.Forget(ctx, anni.ID, ""); err != nil {
		t.Fatal(err)
	}
	with(anna, "", "", "")
}
