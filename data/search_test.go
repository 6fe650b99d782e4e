package data_test

import "testing"

func TestAnApostropheIsFoundHoweverItIsWritten(t *testing.T) {
	s := newShop(t)
	curly, straight := s.customer("Tom O\u2019Connor", "+447700900001"), s.customer("Una O'Connor", "+447700900002")
	s.put(curly, straight)
	for _, query := range []string{"O'Connor", "O\u2019Connor", "o\u00b4connor", "O`Connor", "oconnor", "o connor", "connor", "o'con"} {
		found, err := s.Search(t.Context(), query, 0)
		if err != nil {
			t.Fatal(err)
		}
		if len(found) != 2 {
			t.Errorf("%q finds %d of the two", query, len(found))
		}
	}
}

func TestANumberAsItWasTypedComesBeforeOneWithoutItsZero(t *testing.T) {
	s := newShop(t)
	without, with := s.customer("Anh", "+84912345678"), s.customer("Zoe", "+302101234567")
	s.put(without, with)
	found, err := s.Search(t.Context(), "0123 4567", 0)
	if err != nil {
		t.Fatal(err)
	}
	if len(found) != 2 || found[0].ID != with.ID || found[1].ID != without.ID {
		t.Errorf("found %v", found)
	}
}
