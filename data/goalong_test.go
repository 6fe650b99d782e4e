package data_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/importing"
)

// imports imports a table and returns its items.
func (s *twice) imports(table string) []importing.Item {
	s.t.Helper()
	im := importing.New(s.Book, s.ids)
	preview, err := im.Read(s.t.Context(), []importing.Source{importing.Bytes("t.csv", []byte(table))}, importing.Options{})
	if err != nil {
		s.t.Fatal(err)
	}
	items := preview.Items
	if preview.Summary.Created > 0 {
		if _, err := im.Commit(s.t.Context(), preview); err != nil {
			s.t.Fatal(err)
		}
	}
	return items
}

func (s *twice) undo(batch app.ID) app.ID {
	s.t.Helper()
	applied, err := s.Undo(s.t.Context(), batch, "")
	if err != nil {
		s.t.Fatal(err)
	}
	s.sound()
	return applied.Batch
}

func TestWhatIsImportedBetweenAMergeAndItsUndoGoesByItsNumber(t *testing.T) {
	s := newTwice(t)
	done := s.merge()
	const receipts = "Customer number,Date,Receipt,Item,Quantity,Amount\n22,2026-11-12,R4,Vase,1,9.00\n11,2026-11-12,R5,Bowl,1,7.00\n"
	const words = "Customer number,Said on,What they said,Score\n22,2026-11-13,Lovely vase,9\n11,2026-11-13,Lovely bowl,10\n"
	s.imports(receipts)
	s.imports(words)
	if s.purchases(s.anna.ID) != 7 {
		t.Fatalf("the one bought %d", s.purchases(s.anna.ID))
	}
	merged := s.whole()
	undone := s.undo(done.Batch)
	told := func(of app.ID) int {
		all, err := s.Opinions(t.Context(), of, 0)
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}
	two := func(when string) {
		t.Helper()
		if s.purchases(s.anna.ID) != 5 || s.purchases(s.korho.ID) != 2 || told(s.anna.ID) != 1 || told(s.korho.ID) != 2 {
			t.Errorf("%s, they bought %d and %d, and said %d and %d", when,
				s.purchases(s.anna.ID), s.purchases(s.korho.ID), told(s.anna.ID), told(s.korho.ID))
		}
	}
	two("undone")
	for _, i := range append(s.imports(receipts), s.imports(words)...) {
		if i.Action != importing.Same {
			t.Errorf("again, %s %s is %s", i.Receipt, i.Words, i.Action)
		}
	}
	again := s.undo(undone)
	if diff := cmp.Diff(merged, s.whole()); diff != "" {
		t.Error("brought back:", diff)
	}
	s.undo(again)
	two("undone again")
}

func TestWhatIsTypedBetweenAMergeAndItsUndoStaysWhereItWasPut(t *testing.T) {
	s := newTwice(t)
	done := s.merge()
	s.put(s.purchase(s.anna, app.DayOf(noon), "Vase"))
	s.undo(done.Batch)
	if s.purchases(s.anna.ID) != 5 || s.purchases(s.korho.ID) != 1 {
		t.Errorf("they bought %d and %d", s.purchases(s.anna.ID), s.purchases(s.korho.ID))
	}
}
