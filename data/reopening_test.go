package data_test

import (
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/data"
)

// Where the file could not be opened again after a failed commit, each call tries
// to, until it can be.
func TestABookThatCouldNotBeOpenedAgainIsOpenedByTheNextCall(t *testing.T) {
	s := newShop(t)
	anna := s.customer("Anna Korhonen", "+358401234567")
	s.put(anna)
	for name, call := range map[string]func() error{
		"reads":  func() error { _, err := s.Customer(t.Context(), anna.ID); return err },
		"writes": func() error { return s.Keep(t.Context(), "draft", []byte("oak")) },
		"acts": func() error {
			_, err := s.Act(t.Context(), func() (app.Batch, error) {
				c, err := s.Customer(t.Context(), anna.ID)
				c.Notes += "x"
				return app.Batch{Changes: []app.Change{app.Put(c)}}, err
			})
			return err
		},
	} {
		if err := data.Abandon(s.Book); err != nil {
			t.Fatal(err)
		}
		other, err := data.Open(t.Context(), s.Path(), data.Options{Timeout: time.Millisecond})
		if err != nil {
			t.Fatal(err)
		}
		if err := call(); app.CodeOf(err) != app.CodeBusy {
			t.Errorf("while it is open elsewhere, who %s gets %v", name, err)
		}
		if err := other.Close(); err != nil {
			t.Fatal(err)
		}
		if err := call(); err != nil {
			t.Errorf("afterwards, who %s gets %v", name, err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Customer(t.Context(), anna.ID); said(t, err) != "The book is closed. Open it again." {
		t.Errorf("of a closed book: %v", err)
	}
	mustBeWhole(t, openShop(t, s.Path()))
}
