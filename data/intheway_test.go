package data_test

import (
	"errors"
	"testing"

	"ringback.app/app"
	"ringback.app/app/merging"
)

// Two merges wrote the notes; what was edited since is not in the way of either.
func TestARefusedUndoNamesTheChangeThatIsInTheWay(t *testing.T) {
	s := newTwice(t)
	third := s.customer("Anna Korhonen", "+358401234567")
	third.Notes = "From the old till"
	s.korho.Notes = "Came from the market"
	s.put(third, s.korho)
	first := s.merge()
	p, err := s.desk.Propose(t.Context(), s.anna.ID, third.ID)
	if err != nil {
		t.Fatal(err)
	}
	kept := p.Kept.Customer.ID
	if _, err := s.desk.Merge(t.Context(), p, merging.Choices{merging.PartNotes: merging.TakeBoth}, ""); err != nil {
		t.Fatal(err)
	}
	inTheWay := func() any {
		t.Helper()
		_, err := s.Undo(t.Context(), first.Batch, "")
		var e *app.Error
		if !errors.As(err, &e) || e.Key != "error.book.undo-after" {
			t.Fatalf("refused with %v", err)
		}
		return e.Args["What"]
	}
	c := s.read(kept)
	c.Name.Full = "Anna Korhonen-Berg"
	c.Phones = append(c.Phones, app.Phone{Typed: "+358509999999", E164: "+358509999999"})
	s.put(c)
	if act := inTheWay(); act != app.ActMerge {
		t.Errorf("%v is named, not the second merge", act)
	}
	c.Notes = "Likes oak"
	s.put(c)
	if act := inTheWay(); act != app.ActEditCustomer {
		t.Errorf("%v is named, but the notes were edited last", act)
	}
}
