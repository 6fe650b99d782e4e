package data_test

import (
	"fmt"
	"testing"

	"ringback.app/app"
)

func TestASearchNamesTheSameOfManyItemsEachTime(t *testing.T) {
	s := newShop(t)
	anna := s.customer("Anna Korhonen", "+358401234567")
	s.put(anna)
	for i := range 12 {
		s.put(s.purchase(anna, app.DayOf(noon)-app.Day(i), fmt.Sprintf("Lamp %d", i)))
	}
	for range 9 { // more than are looked through for what else was meant
		s.put(s.purchase(anna, app.DayOf(noon), "Cup"))
	}
	named := make(map[string]int)
	for range 20 {
		found, err := s.Search(t.Context(), "lamp", 5)
		if err != nil || len(found) != 1 {
			t.Fatal(found, err)
		}
		named[found[0].Text]++
	}
	if len(named) != 1 {
		t.Errorf("named %v", named)
	}
}
