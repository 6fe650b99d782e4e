package data_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/exporting/archive"
	"ringback.app/app/importing"
	"ringback.app/data"
)

// bookWithTrudi has a customer to forget in it, with everything that can be on
// record, and Anna, who stays.
func bookWithTrudi(t *testing.T, path string) (s *shop, trudi, anna app.Customer, imported app.ID) {
	t.Helper()
	s = openShop(t, path)
	trudi, anna = s.customer("Trudi Wunderlich", "+358409876543"), s.customer("Anna Korhonen", "+358401234567")
	trudi.Emails = []app.Email{{Address: "Trudi@Wunderlich.example"}}
	trudi.References = []app.Reference{{Kind: app.ReferenceShop, Value: "TW-0815"}}
	batch, err := s.Apply(t.Context(), app.Batch{Act: app.ActImport, Note: "trudi wunderlich.vcf", Changes: []app.Change{app.Put(trudi), app.Put(anna)}})
	if err != nil {
		t.Fatal(err)
	}
	called := app.Call{ID: s.ids.Next(), Customer: trudi.ID, Start: noon, Disposition: app.Talked, Notes: "Zebrafinch"}
	s.put(s.purchase(trudi, app.DayOf(noon)-9, "Zitherkasten"), s.purchase(anna, app.DayOf(noon)-9, "Oak table"), called)
	s.put(app.Opinion{ID: s.ids.Next(), Customer: trudi.ID, Taken: noon, Said: app.DayOf(noon), Source: app.FromCall, Verbatim: "Zauberhaft"})
	s.put(app.Complaint{ID: s.ids.Next(), Customer: trudi.ID, Received: noon, Wrong: "Zerbrochen"})
	if err := s.Keep(t.Context(), "draft/"+trudi.ID.String(), []byte("Zwischenruf")); err != nil {
		t.Fatal(err)
	}
	if err := s.Keep(t.Context(), "erase", []byte("stays")); err != nil {
		t.Fatal(err)
	}
	return s, trudi, anna, batch.Batch
}

// tellTales are all that the file could give Trudi away by.
func tellTales() []string {
	return []string{
		"trudi", "wunderlich", "358409876543", "409876543", "tw-0815", "zitherkasten", "zebrafinch", "zauberhaft", "zerbrochen", "zwischenruf",
	}
}

func readable(t *testing.T, path string) (found []string) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	raw = bytes.ToLower(raw)
	for _, tale := range tellTales() {
		if bytes.Contains(raw, []byte(tale)) {
			found = append(found, tale)
		}
	}
	return found
}

func TestNothingOfWhoWasForgottenCanBeReadInTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.book")
	s, trudi, anna, _ := bookWithTrudi(t, path)
	if found := readable(t, path); len(found) != len(tellTales()) {
		t.Fatalf("only %q can be read beforehand: the test looks for the wrong words", found)
	}
	if err := s.Forget(t.Context(), trudi.ID, "Jim"); err != nil {
		t.Fatal(err)
	}
	mustBeWhole(t, s)
	if _, err := s.Customer(t.Context(), trudi.ID); app.CodeOf(err) != app.CodeNotFound {
		t.Errorf("the customer: %v", err)
	}
	if found, err := s.Search(t.Context(), "wunder", 5); err != nil || len(found) > 0 {
		t.Errorf("a search finds %+v, %v", found, err)
	}
	if history, err := s.History(t.Context(), trudi.ID, 0); err != nil || len(history) > 0 {
		t.Errorf("the history says %+v, %v", history, err)
	}
	if history, err := s.History(t.Context(), anna.ID, 0); err != nil || len(history) != 2 {
		t.Errorf("the history of somebody else: %d entries, %v", len(history), err)
	}
	if v, err := s.Kept(t.Context(), "erase"); err != nil || string(v) != "stays" {
		t.Errorf("what was kept for others: %q, %v", v, err)
	}
	if err := s.Rebuild(t.Context()); err != nil {
		t.Fatal(err)
	}
	mustBeWhole(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if found := readable(t, path); len(found) > 0 {
		t.Errorf("the file still says %q", found)
	}
	if err := s.Forget(t.Context(), trudi.ID, ""); err == nil {
		t.Error("a closed book forgets")
	}
}

func TestForgettingIsFinishedWhenTheProgramEndedBeforeTheFileWasWrittenAnew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.book")
	s, trudi, _, _ := bookWithTrudi(t, path)
	if err := data.ForgetAndFail(t.Context(), s.Book, trudi.ID); err != nil {
		t.Fatal(err)
	}
	if err := data.Abandon(s.Book); err != nil {
		t.Fatal(err)
	}
	if found := readable(t, path); len(found) == 0 {
		t.Fatal("nothing is left to finish")
	}
	mustBeWhole(t, openShop(t, path))
	if found := readable(t, path); len(found) > 0 {
		t.Errorf("the file still says %q", found)
	}
}

func TestAnImportDoesNotBringBackWhoWasForgotten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.book")
	s, trudi, _, _ := bookWithTrudi(t, path)
	if err := s.Forget(t.Context(), trudi.ID, ""); err != nil {
		t.Fatal(err)
	}
	again := func(name string, change func(*app.Customer)) app.Customer {
		c := app.Customer{ID: s.ids.Next(), Name: app.Name{Full: name}}
		change(&c)
		return c
	}
	tests := map[string]struct {
		customer app.Customer
		back     bool
	}{
		"by the number":           {again("T. W.", func(c *app.Customer) { c.Phones = trudi.Phones }), false},
		"by the number as typed":  {again("T. W.", func(c *app.Customer) { c.Phones = []app.Phone{{Typed: "+358 40 987 6543"}} }), false},
		"by the address":          {again("T. W.", func(c *app.Customer) { c.Emails = []app.Email{{Address: "trudi@wunderlich.EXAMPLE"}} }), false},
		"by the shop's reference": {again("T. W.", func(c *app.Customer) { c.References = trudi.References }), false},
		"of the same name alone":  {again("Trudi Wunderlich", func(*app.Customer) {}), true},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			c := test.customer
			_, err := s.Apply(t.Context(), app.Batch{Act: app.ActImport, Changes: []app.Change{
				app.Put(c), app.Put(s.purchase(c, app.DayOf(noon), "Lamp")),
			}})
			if err != nil {
				t.Fatal(err)
			}
			_, err = s.Customer(t.Context(), c.ID)
			if back := err == nil; back != test.back {
				t.Errorf("came back: %v, %v", back, err)
			}
			mustBeWhole(t, s)
		})
	}
	t.Run("by what an import keeps beside", func(t *testing.T) {
		c, other := again("T. W.", func(c *app.Customer) { c.Phones = trudi.Phones }), again("Bo Ek", func(*app.Customer) {})
		bought := s.purchase(c, app.DayOf(noon), "Lamp")
		theirs := []string{app.KeptSettled + c.ID.String() + ".000000001." + s.ids.Next().String(), app.StrangersKey(c.ID, other.ID), importing.UnderPrefix + bought.ID.String()}
		keep := map[string][]byte{"mapping:x": []byte("1"), importing.UnderPrefix + other.ID.String(): []byte("1")}
		for _, key := range theirs {
			keep[key] = []byte("Trudi")
		}
		_, err := s.Apply(t.Context(), app.Batch{Act: app.ActImport, Keep: keep, Changes: []app.Change{app.Put(c), app.Put(bought), app.Put(other)}})
		if err != nil {
			t.Fatal(err)
		}
		for key := range keep {
			value, err := s.Kept(t.Context(), key)
			if kept := value != nil; err != nil || kept == slices.Contains(theirs, key) {
				t.Errorf("%s is kept: %v, %v", key, kept, err)
			}
		}
	})
	t.Run("but who comes back by themselves may", func(t *testing.T) {
		c := again("Trudi Wunderlich", func(c *app.Customer) { c.Phones = trudi.Phones })
		s.put(c)
		if _, err := s.Customer(t.Context(), c.ID); err != nil {
			t.Error(err)
		}
	})
}

func TestWhoWasForgottenStaysSoByWhatTheyHadBefore(t *testing.T) {
	s := newShop(t)
	was, other := s.customer("Trudi Wunderlich", "+358409876543"), s.customer("T. Wunderlich", "+358409876544")
	other.Emails = []app.Email{{Address: "left@wunderlich.example"}}
	s.put(was, other)
	is := was
	is.Phones = []app.Phone{{Typed: "+358409876545", E164: "+358409876545"}}
	change := func(act app.Act, changes ...app.Change) app.ID {
		t.Helper()
		done, err := s.Apply(t.Context(), app.Batch{Act: act, Changes: changes})
		must(t, err)
		return done.Batch
	}
	change(app.ActEditCustomer, app.Put(is))
	slip := is
	slip.Phones = []app.Phone{{Typed: "+358409876546", E164: "+358409876546"}}
	_, err := s.Undo(t.Context(), change(app.ActEditCustomer, app.Put(slip)), "")
	must(t, err)
	change(app.ActMerge, app.Put(is), app.Remove(app.KindCustomer, other.ID))
	elder := s.customer("Gertrud Wunderlich", "+358409876547")
	line, err := archive.Line(archive.Settled{Before: elder, After: is})
	must(t, err)
	must(t, s.Keep(t.Context(), app.KeptSettled+is.ID.String()+".000000001."+elder.ID.String(), line))
	must(t, s.Forget(t.Context(), is.ID, ""))
	for name, want := range map[string]struct {
		c    app.Customer
		gone bool
	}{
		"the number of now":                    {s.customer("T. W.", "+358409876545"), true},
		"a number that was corrected":          {s.customer("T. W.", "+358409876543"), true},
		"a number left out in a merge":         {s.customer("T. W.", "+358409876544"), true},
		"an address left out in a merge":       {app.Customer{Emails: other.Emails}, true},
		"a number of a book that was read":     {s.customer("T. W.", "+358409876547"), true},
		"a slip that was taken back at once":   {s.customer("T. W.", "+358409876546"), false},
		"a number of nobody who was on record": {s.customer("T. W.", "+358409876549"), false},
	} {
		err := s.Match(t.Context(), func(known importing.Known) error {
			gone, err := known.Forgotten(want.c)
			if gone != want.gone {
				t.Errorf("%s: forgotten is %v", name, gone)
			}
			return err
		})
		must(t, err)
	}
	mustBeWhole(t, s)
}

func TestUndoLeavesOutWhoWasForgotten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.book")
	s, trudi, anna, imported := bookWithTrudi(t, path)
	if err := s.Forget(t.Context(), trudi.ID, "Jim"); err != nil {
		t.Fatal(err)
	}
	all, err := s.Batches(t.Context(), 0)
	if err != nil || all[0].Act != app.ActForget || all[0].By != "Jim" {
		t.Fatalf("the last batch is %+v, %v", all[0], err)
	}
	if _, err := s.Undo(t.Context(), all[0].ID, ""); app.CodeOf(err) != app.CodeConflict || !strings.Contains(said(t, err), "cannot be brought back") {
		t.Errorf("undo of the forgetting: %v", err)
	}
	// What was about her alone is not there to be undone: first the purchases,
	// of which one is Anna's, then the import.
	if applied, err := s.Undo(t.Context(), app.ID{}, ""); err != nil || applied.Changed != 1 {
		t.Errorf("undo of the purchases: %+v, %v", applied, err)
	}
	if applied, err := s.Undo(t.Context(), imported, ""); err != nil || applied.Changed != 1 {
		t.Errorf("undo of the import: %+v, %v", applied, err)
	}
	if _, err := s.Customer(t.Context(), anna.ID); app.CodeOf(err) != app.CodeNotFound {
		t.Errorf("the other of the import: %v", err)
	}
	mustBeWhole(t, s)
}

func TestForgettingWhoWasMergedForgetsBoth(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.book")
	s, trudi, _, _ := bookWithTrudi(t, path)
	s.now = s.now.Add(time.Hour)
	kept := s.customer("T. W.", "+358401111111")
	s.put(kept)
	purchases, err := s.Purchases(t.Context(), trudi.ID, 0)
	if err != nil {
		t.Fatal(err)
	}
	batch := app.Batch{Act: app.ActMerge, Changes: []app.Change{app.Put(kept)}}
	moved := func(r app.Record) { batch.Changes = append(batch.Changes, app.Put(r)) }
	for _, p := range purchases {
		p.Customer = kept.ID
		moved(p)
	}
	calls, _ := s.Calls(t.Context(), trudi.ID, 0)
	for _, c := range calls {
		c.Customer = kept.ID
		moved(c)
	}
	opinions, _ := s.Opinions(t.Context(), trudi.ID, 0)
	for _, o := range opinions {
		o.Customer = kept.ID
		moved(o)
	}
	complaints, _ := s.Complaints(t.Context(), trudi.ID)
	for _, c := range complaints {
		c.Customer = kept.ID
		moved(c)
	}
	batch.Changes = append(batch.Changes, app.Remove(app.KindCustomer, trudi.ID))
	if _, err := s.Apply(t.Context(), batch); err != nil {
		t.Fatal(err)
	}
	if err := s.Drop(t.Context(), "draft/"+trudi.ID.String()); err != nil {
		t.Fatal(err)
	}
	if err := s.Forget(t.Context(), kept.ID, ""); err != nil {
		t.Fatal(err)
	}
	mustBeWhole(t, s)
	if found := readable(t, path); len(found) > 0 {
		t.Errorf("the file still says %q", found)
	}
}
