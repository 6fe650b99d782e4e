package data_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/exporting/archive"
	"ringback.app/data"
)

func TestWritingWhatIsThereChangesNothing(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	anna := s.customer("Anna Korhonen", "+358401234567")
	s.put(anna)
	events := 0
	defer s.Subscribe(func(app.Changed) { events++ })()
	before, _ := data.Dump(ctx, s.Book, true)
	applied, err := s.Apply(ctx, app.Batch{Act: app.ActEditCustomer, Changes: []app.Change{app.Put(anna)}})
	if err != nil || applied.Changed != 0 {
		t.Errorf("applied %+v, %v", applied, err)
	}
	after, _ := data.Dump(ctx, s.Book, true)
	if diff := cmp.Diff(before, after); diff != "" || events != 0 {
		t.Errorf("%d events, and the book differs:\n%s", events, diff)
	}
}

func TestApplyRefusesAndWritesNothing(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	anna := s.customer("Anna Korhonen", "+358401234567")
	s.put(anna, s.purchase(anna, app.DayOf(noon), "Oak table"))
	stranger := s.customer("Bo Ek", "+358401234568")
	tests := map[string]struct {
		change app.Change
		code   app.Code
	}{
		"a record without an id":                     {app.Put(app.Customer{Name: app.Name{Full: "Bo"}}), app.CodeInvalid},
		"what is no record of a book":                {app.Put(archive.TwoPeople{A: anna.ID, B: stranger.ID}), app.CodeInvalid},
		"a purchase of nobody":                       {app.Put(s.purchase(stranger, 1, "Lamp")), app.CodeInvalid},
		"the removal of a customer who bought":       {app.Remove(app.KindCustomer, anna.ID), app.CodeConflict},
		"the removal of what is not there":           {app.Remove(app.KindCall, stranger.ID), app.CodeNotFound},
		"the removal of the plan":                    {app.Remove(app.KindPlan, app.PlanID()), app.CodeInvalid},
		"the removal of a record of an unknown kind": {app.Remove(77, anna.ID), app.CodeInvalid},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			before, _ := data.Dump(ctx, s.Book, true)
			good := s.customer("Eeva Niemi", "+358401234569")
			_, err := s.Apply(ctx, app.Batch{Changes: []app.Change{app.Put(good), test.change}, Draft: "draft"})
			if app.CodeOf(err) != test.code {
				t.Errorf("apply: %v", err)
			}
			if said := said(t, err); strings.HasPrefix(said, "error.") || strings.Contains(said, "<no value>") {
				t.Errorf("said %q", said)
			}
			after, _ := data.Dump(ctx, s.Book, true)
			if diff := cmp.Diff(before, after); diff != "" {
				t.Errorf("the book differs:\n%s", diff)
			}
		})
	}
}

func TestCancelledApplyLeavesNothing(t *testing.T) {
	s := newShop(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	anna := s.customer("Anna Korhonen", "+358401234567")
	if _, err := s.Apply(ctx, app.Batch{Changes: []app.Change{app.Put(anna)}}); app.CodeOf(err) != app.CodeCancelled {
		t.Errorf("apply: %v", err)
	}
	if size, _ := s.Size(t.Context()); !size.Empty() {
		t.Errorf("size %+v", size)
	}
}

func TestEventComesAfterTheCommitAndNamesTheCustomers(t *testing.T) {
	s := newShop(t)
	var events []app.Changed
	anna := s.customer("Anna Korhonen", "+358401234567")
	stop := s.Subscribe(func(c app.Changed) {
		if _, err := s.Customer(t.Context(), anna.ID); err != nil {
			t.Errorf("the event came first: %v", err)
		}
		events = append(events, c)
	})
	batch := s.put(anna)
	stop()
	s.put(s.customer("Bo Ek", "+358401234568"))
	want := []app.Changed{{Batch: batch, Act: app.ActEditCustomer, Customers: []app.ID{anna.ID}}}
	if diff := cmp.Diff(want, events); diff != "" {
		t.Errorf("events:\n%s", diff)
	}
}

func TestEventOfAnUndoNamesWhatWasTakenBack(t *testing.T) {
	s := newShop(t)
	anna := s.customer("Anna Korhonen", "+358401234567")
	batch := s.put(anna)
	var events []app.Changed
	defer s.Subscribe(func(c app.Changed) { events = append(events, c) })()
	undone, err := s.Undo(t.Context(), app.ID{}, "")
	if err != nil {
		t.Fatal(err)
	}
	want := []app.Changed{{Batch: undone.Batch, Act: app.ActUndo, Undoes: batch, Customers: []app.ID{anna.ID}}}
	if diff := cmp.Diff(want, events); diff != "" {
		t.Errorf("events:\n%s", diff)
	}
}

func TestDraftGoesWithItsBatch(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	anna := s.customer("Anna Korhonen", "+358401234567")
	if err := s.Keep(ctx, "draft/1", []byte("She said")); err != nil {
		t.Fatal(err)
	}
	if v, err := s.Kept(ctx, "draft/1"); err != nil || string(v) != "She said" {
		t.Errorf("kept %q, %v", v, err)
	}
	if _, err := s.Apply(ctx, app.Batch{Changes: []app.Change{app.Put(anna)}, Draft: "draft/1"}); err != nil {
		t.Fatal(err)
	}
	if v, err := s.Kept(ctx, "draft/1"); err != nil || v != nil {
		t.Errorf("kept %q, %v", v, err)
	}
}

func TestWhatIsKeptWithABatchIsKeptWhereNothingElseChanges(t *testing.T) {
	s := newShop(t)
	applied, err := s.Apply(t.Context(), app.Batch{Act: app.ActImport, Keep: map[string][]byte{"mapping:1": []byte("what it is")}})
	if err != nil || applied != (app.Applied{}) {
		t.Errorf("%+v, %v", applied, err)
	}
	if v, err := s.Kept(t.Context(), "mapping:1"); err != nil || string(v) != "what it is" {
		t.Errorf("kept %q, %v", v, err)
	}
	if all, err := s.Batches(t.Context(), 0); err != nil || len(all) != 1 { // that it was begun
		t.Errorf("batches %+v, %v", all, err)
	}
}

func TestUndoLeavesLaterChangesOfOtherFields(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	anna := s.customer("Anna Korhonen", "+358401234567")
	s.put(anna)
	noted := anna
	noted.Notes = "Likes oak"
	first := s.put(noted)
	moved := noted
	moved.TimeZone = "Europe/Lisbon"
	s.put(moved)
	if _, err := s.Undo(ctx, first, ""); err != nil {
		t.Fatalf("undo: %v", err)
	}
	got, err := s.Customer(ctx, anna.ID)
	if err != nil || got.Notes != "" || got.TimeZone != "Europe/Lisbon" {
		t.Errorf("customer %+v, %v", got, err)
	}
	if _, err := s.Undo(ctx, first, ""); app.CodeOf(err) != app.CodeConflict {
		t.Errorf("undo twice: %v", err)
	}
}

func TestUndoRefusesWhatWasChangedAgain(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	anna := s.customer("Anna Korhonen", "+358401234567")
	created := s.put(anna)
	noted := anna
	noted.Notes = "Likes oak"
	first := s.put(noted)
	again := noted
	again.Notes = "Likes ash"
	s.put(again)
	for name, batch := range map[string]app.ID{"the note": first, "the creation": created} {
		_, err := s.Undo(ctx, batch, "")
		if app.CodeOf(err) != app.CodeConflict || !strings.Contains(said(t, err), "Anna Korhonen") {
			t.Errorf("%s: %v", name, err)
		}
		if said := said(t, err); !strings.Contains(said, "(Customer changed, 14:00)") {
			t.Errorf("%s: said %q", name, said)
		}
	}
	s2 := newShop(t)
	created = s2.put(anna)
	if _, err := s2.Apply(ctx, app.Batch{Act: app.ActAddPurchase, Changes: []app.Change{app.Put(s2.purchase(anna, app.DayOf(noon), "Oak table"))}}); err != nil {
		t.Fatal(err)
	}
	thanked, err := s2.Customer(ctx, anna.ID)
	if err != nil {
		t.Fatal(err)
	}
	thanked.Notes = "Likes oak"
	if _, err := s2.Undo(ctx, s2.put(thanked), ""); err != nil { // what was taken back is in nobody's way
		t.Fatal(err)
	}
	if _, err := s2.Undo(ctx, created, ""); !strings.Contains(said(t, err), "(Purchase added, ") {
		t.Errorf("the creation of who bought since: %s", said(t, err))
	}
	if _, err := s2.Undo(ctx, created, ""); app.CodeOf(err) != app.CodeConflict || !strings.Contains(said(t, err), "Anna Korhonen") {
		t.Errorf("the creation of who bought since: %v", err)
	}
}

func TestHistoryTellsWhatWasChanged(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	anna := s.customer("Anna Korhonen", "+358401234567")
	first := s.put(anna)
	noted := anna
	noted.Notes = "Likes oak"
	s.now = noon.Add(-time.Hour) // a wrong clock
	second := s.put(noted)
	all, err := s.History(ctx, anna.ID, 0)
	if err != nil || len(all) != 2 {
		t.Fatalf("history %+v, %v", all, err)
	}
	if all[0].Batch != second || all[1].Batch != first || all[0].Sequence <= all[1].Sequence {
		t.Errorf("history %+v", all)
	}
	if diff := cmp.Diff([]app.Record{anna, noted}, []app.Record{all[0].Before, all[0].After}, sameRecords); diff != "" {
		t.Errorf("the change:\n%s", diff)
	}
	batches, err := s.Batches(ctx, 1)
	if err != nil || len(batches) != 1 || batches[0].ID != second {
		t.Errorf("batches %+v, %v", batches, err)
	}
	if _, err := s.Undo(ctx, second, ""); err != nil {
		t.Fatal(err)
	}
	all, err = s.History(ctx, anna.ID, 0)
	if err != nil || len(all) != 3 || all[0].Undone || !all[1].Undone || all[2].Undone {
		t.Errorf("after the undo %+v, %v", all, err)
	}
	if _, err := s.Undo(ctx, all[0].Batch, ""); err != nil { // brings it back
		t.Fatal(err)
	}
	all, err = s.History(ctx, anna.ID, 0)
	if err != nil || len(all) != 4 || all[0].Undoes != app.ActEditCustomer || !all[0].Back || all[1].Undoes != app.ActEditCustomer || all[1].Back || all[2].Undoes != "" || all[2].Undone {
		t.Errorf("after it was brought back %+v, %v", all, err)
	}
}

func TestShopGapIsTheExactMedian(t *testing.T) {
	s := newShop(t)
	today := app.DayOf(noon)
	gap := func() (n int) {
		t.Helper()
		err := s.ReadList(t.Context(), func(r calllist.Snapshot) (err error) {
			n, err = r.ShopGap()
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if gap() != 0 {
		t.Errorf("gap of an empty shop: %d", gap())
	}
	anna, bo := s.customer("Anna", "+358401234567"), s.customer("Bo", "+358401234568")
	s.put(anna, s.purchase(anna, today-30, "Lamp"), s.purchase(anna, today-20, "Lamp"))
	if gap() != 20 {
		t.Errorf("one gap of 10 days: %d half days", gap())
	}
	s.put(bo, s.purchase(bo, today-30, "Lamp"), s.purchase(bo, today-15, "Lamp"))
	if gap() != 25 {
		t.Errorf("gaps of 10 and 15 days: %d half days", gap())
	}
	s.put(s.purchase(bo, today-14, "Lamp"))
	if gap() != 20 {
		t.Errorf("gaps of 1, 10 and 15 days: %d half days", gap())
	}
}

func TestSearchFindsBestFirst(t *testing.T) {
	s := newShop(t)
	anna := s.customer("Änna Korhonen", "+358401234567")
	anna.Notes = "Has a dog\nAsks for Müller"
	anna.Emails = []app.Email{{Address: "ak@example.com"}}
	anna.References = []app.Reference{{Kind: app.ReferenceShop, Value: "K-4711"}}
	hanna := s.customer("Hanna Ek", "+358409999999")
	joanna := s.customer("Joanna Aho", "+358408888888")
	firm := app.Customer{ID: s.ids.Next(), Firm: "Oak & Sons"}
	wang := s.customer("王小明", "+8613899988877")
	s.put(anna, hanna, joanna, firm, wang, s.purchase(hanna, 700_000, "Oak table"), s.purchase(anna, 700_000, "Steel lamp"))
	tests := []struct {
		query string
		want  []app.ID
		where app.FoundIn
	}{
		{"anna", []app.ID{anna.ID, hanna.ID, joanna.ID}, app.FoundName},
		{"ANN", []app.ID{anna.ID, hanna.ID, joanna.ID}, app.FoundName},
		{"a", []app.ID{anna.ID, joanna.ID}, app.FoundName},
		{"korhonen änna", []app.ID{anna.ID}, app.FoundName},
		{"1234567", []app.ID{anna.ID}, app.FoundPhone},
		{"040 123 4567", []app.ID{anna.ID}, app.FoundPhone},
		{"+358 (0)40 123 4567", []app.ID{anna.ID}, app.FoundPhone},
		{"k-47", []app.ID{anna.ID}, app.FoundReference},
		{"muller", []app.ID{anna.ID}, app.FoundNotes},
		{"ak@ex", []app.ID{anna.ID}, app.FoundEmail},
		{"oak", []app.ID{firm.ID, hanna.ID}, app.FoundFirm},
		{"hanna table", []app.ID{hanna.ID}, app.FoundItem},
		{"ta", []app.ID{hanna.ID}, app.FoundItem},
		{"小明", []app.ID{wang.ID}, app.FoundName},
		{"anna table lamp", nil, ""},
		{"zzz", nil, ""},
		{"  ", nil, ""},
	}
	for _, test := range tests {
		t.Run(test.query, func(t *testing.T) {
			found, err := s.Search(t.Context(), test.query, 0)
			if err != nil {
				t.Fatal(err)
			}
			var got []app.ID
			for _, f := range found {
				got = append(got, f.ID)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("found %+v\n%s", found, diff)
			}
			if len(found) > 0 && found[0].Where != test.where {
				t.Errorf("found in %s, %q", found[0].Where, found[0].Text)
			}
		})
	}
	if found, _ := s.Search(t.Context(), "table", 5); len(found) != 1 || found[0].Text != "Oak table" {
		t.Errorf("found %+v", found)
	}
}

func TestSearchKeepsItsOrderAcrossALimit(t *testing.T) {
	s := newShop(t)
	b := app.Batch{}
	for n := range 600 {
		b.Changes = append(b.Changes, app.Put(s.customer(fmt.Sprintf("Virtanen %03d", (n*7)%600), "+358401234567")))
	}
	if _, err := s.Apply(t.Context(), b); err != nil {
		t.Fatal(err)
	}
	for _, limit := range []int{0, 1, 50} {
		found, err := s.Search(t.Context(), "vir", limit)
		if err != nil || limit > 0 && len(found) != limit {
			t.Fatalf("%d found, %v", len(found), err)
		}
		for i, f := range found {
			if want := fmt.Sprintf("Virtanen %03d", i); f.Name != want {
				t.Fatalf("limit %d: %d is %s, want %s", limit, i, f.Name, want)
			}
		}
	}
}

func TestBetweenIsHalfOpen(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	anna := s.customer("Anna", "+358401234567")
	at := func(hours int) app.Call {
		return app.Call{ID: s.ids.Next(), Customer: anna.ID, Start: noon.Add(time.Duration(hours) * time.Hour), Disposition: app.NoAnswer}
	}
	late, first, last := at(2), at(0), at(1)
	s.put(anna, late, first, last)
	var got []app.ID
	err := s.CallsBetween(ctx, noon, noon.Add(2*time.Hour), func(c app.Call) bool {
		got = append(got, c.ID)
		return true
	})
	if diff := cmp.Diff([]app.ID{first.ID, last.ID}, got); diff != "" || err != nil {
		t.Errorf("%v\n%s", err, diff)
	}
}
