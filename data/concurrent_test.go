package data_test

import (
	"fmt"
	"sync"
	"testing"

	"ringback.app/app"
)

// Readers go on, and see whole states, while others write and the file is
// changed for another.
func TestReadersAndWritersAndCompactingAtOnce(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	anna := s.customer("Anna Korhonen", "+358401234567")
	s.put(anna)
	var all sync.WaitGroup
	for writer := range 2 {
		all.Go(func() {
			for n := range 20 {
				p := s.purchase(anna, app.DayOf(noon)-app.Day(n), fmt.Sprintf("Lamp %d", writer))
				if _, err := s.Apply(ctx, app.Batch{Changes: []app.Change{app.Put(p)}}); err != nil {
					t.Errorf("apply: %v", err)
				}
			}
		})
	}
	all.Go(func() {
		for range 3 {
			if err := s.Compact(ctx); err != nil {
				t.Errorf("compact: %v", err)
			}
		}
	})
	for range 2 {
		all.Go(func() {
			for range 100 {
				if _, err := s.Search(ctx, "anna", 5); err != nil {
					t.Errorf("search: %v", err)
				}
				sum, err := s.Summary(ctx, anna.ID)
				if err != nil || len(sum.Buying.Totals) > 0 && sum.Buying.Totals[0].Minor != int64(sum.Buying.Count)*12900 {
					t.Errorf("summary: %+v, %v", sum.Buying, err)
				}
			}
		})
	}
	all.Wait()
	if size, err := s.Size(ctx); err != nil || size.Purchases != 40 {
		t.Errorf("size %+v, %v", size, err)
	}
	if problems, err := s.Check(ctx); err != nil || len(problems) > 0 {
		t.Errorf("check: %+v, %v", problems, err)
	}
}
