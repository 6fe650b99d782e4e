package data_test

import (
	"fmt"
	"maps"
	"testing"

	"ringback.app/app"
	"ringback.app/data"
)

// manyPeople are so many that what they are found by is gathered in several goes,
// on lists and in bits, and in more than one segment of a posting.
const manyPeople = 17_000

// Of a large batch much goes another way than of a small one.
func TestALargeBatchIsUndoneAndDoneAgainWhole(t *testing.T) {
	s := newShop(t)
	s.put(s.customer("Al Korhonen", "+358401234567"))
	before := s.dumped()
	var records []app.Record
	for i := range manyPeople {
		c := app.Customer{ID: s.ids.Next(), Name: app.Name{Full: fmt.Sprintf("Al %c%c", 'A'+i%23, 'A'+i/23%19)}}
		records = append(records, c)
		if i%100 == 0 {
			records = append(records, s.purchase(c, app.DayOf(noon)-20, fmt.Sprintf("Cup %d", i%7)))
		}
	}
	batch := s.put(records...)
	s.found("al", 1+manyPeople)
	s.found("cup", manyPeople/100)
	after := s.dumped()

	undo, err := s.Undo(t.Context(), batch, "")
	if err != nil || undo.Changed != len(records) {
		t.Fatalf("%d undone, %v", undo.Changed, err)
	}
	s.found("al", 1)
	if now := s.dumped(); !maps.Equal(before, now) {
		t.Errorf("the book holds %d things after the undo, and held %d", len(now), len(before))
	}
	if _, err := s.Undo(t.Context(), undo.Batch, ""); err != nil {
		t.Fatal(err)
	}
	if now := s.dumped(); !maps.Equal(after, now) {
		t.Errorf("the book holds %d things when it is done again, and held %d", len(now), len(after))
	}
	problems, err := s.Check(t.Context())
	if err != nil || len(problems) > 0 {
		t.Errorf("%v, %v", problems, err)
	}
}

func (s *shop) found(query string, want int) {
	s.t.Helper()
	found, err := s.Search(s.t.Context(), query, 0)
	if err != nil || len(found) != want {
		s.t.Errorf("%q finds %d, not %d: %v", query, len(found), want, err)
	}
}

// dumped is the book without its journal.
func (s *shop) dumped() map[string]string {
	s.t.Helper()
	all, err := data.Dump(s.t.Context(), s.Book, false)
	if err != nil {
		s.t.Fatal(err)
	}
	return all
}
