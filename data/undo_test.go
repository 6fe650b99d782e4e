package data_test

import (
	"strings"
	"testing"

	"ringback.app/app"
)

func TestOfWhatNothingIsLeftNothingIsUndone(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	anna := s.customer("Anna Korhonen", "+358401234567")
	s.put(anna)
	noted := anna
	noted.Notes = "Likes oak"
	first := s.put(noted)
	back := s.put(anna)
	if _, err := s.Undo(ctx, first, ""); app.CodeOf(err) != app.CodeConflict || !strings.Contains(said(t, err), "Nothing is left") {
		t.Errorf("undo of the note: %v", err)
	}
	if b, err := s.Batch(ctx, first); err != nil || !b.Undone.IsZero() {
		t.Errorf("the note is undone by %v, %v", b.Undone, err)
	}
	for _, want := range []app.ID{back, first} { // each of which has something left again
		undo, err := s.Undo(ctx, app.ID{}, "")
		if err != nil {
			t.Fatal(err)
		}
		if b, err := s.Batch(ctx, undo.Batch); err != nil || b.Undoes != want {
			t.Errorf("undid %v, not %v: %v", b.Undoes, want, err)
		}
	}
}

func TestWhatIsForgottenIsNotInTheWayOfUndo(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	anna, bo := s.customer("Anna Korhonen", "+358401234567"), s.customer("Bo Ek", "+358401234568")
	first := s.put(bo)
	s.put(anna)
	if err := s.Forget(ctx, anna.ID, ""); err != nil {
		t.Fatal(err)
	}
	if last, err := s.LastDone(ctx); err != nil || last.ID != first {
		t.Errorf("the last that was done is %v, %v", last, err)
	}
	if applied, err := s.Undo(ctx, app.ID{}, ""); err != nil || applied.Changed != 1 {
		t.Errorf("undo: %+v, %v", applied, err)
	}
}
