package customers_test

import "testing"

func TestAPersonLeadsBackToWhereTheyWereOpenedFrom(t *testing.T) {
	s := show(t, maija())
	var back int
	s.OpenFrom(id(1), func() { back++ })
	s.Back()
	if back != 1 {
		t.Error("it did not lead back")
	}
	s.Open(id(1)) // from among everybody
	s.Back()
	s.OpenFrom(id(1), func() { back++ })
	s.Add()
	s.Back()
	s.Back()
	if back != 1 {
		t.Error("it led away")
	}
}
