package data_test

import (
	"bytes"
	"os"
	"testing"

	"ringback.app/app"
	"ringback.app/app/exporting/archive"
	"ringback.app/app/importing"
)

// What was on record of somebody in the book that was read back is known to imports,
// and goes where they are forgotten.
func TestWhatWasOnRecordInABookThatWasReadBackIsKnownUntilTheyAreForgotten(t *testing.T) {
	s := newShop(t)
	anna := s.customer("Anna Virtanen", "+358401234567")
	s.put(anna)
	was := anna
	was.ID, was.Name = s.ids.Next(), app.Name{Full: "Xylophonal"}
	line, err := archive.Line(archive.Settled{Before: was, After: anna})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Keep(t.Context(), app.KeptSettled+anna.ID.String()+".000000001."+was.ID.String(), line); err != nil {
		t.Fatal(err)
	}
	edits := func() (all []app.Entry) {
		t.Helper()
		err := s.Match(t.Context(), func(known importing.Known) error {
			return known.Edits(func(e app.Entry) error {
				if e.Before != nil { // else it is how she came in
					all = append(all, e)
				}
				return nil
			})
		})
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	if all := edits(); len(all) != 1 || all[0].Before.(app.Customer).Name.Full != "Xylophonal" || all[0].After.(app.Customer).ID != anna.ID {
		t.Fatalf("%+v", all)
	}
	if err := s.Forget(t.Context(), anna.ID, ""); err != nil {
		t.Fatal(err)
	}
	if all := edits(); len(all) > 0 {
		t.Errorf("left is %+v", all)
	}
	if raw, err := os.ReadFile(s.Path()); err != nil || bytes.Contains(raw, []byte("Xylophonal")) {
		t.Errorf("the file still says it, %v", err)
	}
}
