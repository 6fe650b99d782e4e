package people_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing/importingtest"
)

const inBritain = "ADR:;;High Street 1;London;;N1;United Kingdom"

func TestANumberIsReadByAnAddressThatAnotherCardBrought(t *testing.T) {
	number := importingtest.Card("FN:Ann Lee", "UID:1", "TEL:07700 900001")
	address := importingtest.Card("FN:Ann Lee", "UID:1", inBritain)
	for name, cards := range map[string][2]string{"the number first": {number, address}, "the address first": {address, number}} {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, importingtest.Cards(cards[0]))
		importingtest.Take(t, book, importingtest.Cards(cards[1]))
		ann := book.Anyone(t)
		if len(ann.Phones) != 1 || ann.Phones[0].E164 != "+447700900001" {
			t.Errorf("%s: %+v", name, ann.Phones)
		}
		if p := importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:Ann Lee", "TEL:+44 7700 900001"))); len(book.Customers) != 1 {
			t.Errorf("%s: the number with its country is somebody else's: %v", name, importingtest.Problems(p))
		}
	}
}

func TestOfTwoOfOneNameAndNumberACardIsOfWhoHasItsAddress(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:A N Example", "TEL:07700 900001", inBritain), importingtest.Card("FN:Bob Cole", "TEL:07700 900002")))
	other, bob := book.Named(t, "A N Example"), book.Named(t, "Bob Cole")
	other.Phones = []app.Phone{{Typed: "07700 900001"}} // as it came before the address did
	bob.Name, bob.Phones = app.Name{Full: "A N Example"}, other.Phones
	book.Customers[other.ID], book.Customers[bob.ID] = other, bob
	p := importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:A N Example", "TEL:+44 7700 900001", "X-RINGBACK-TYPED:+44 7700 900001;07700 900001", inBritain)))
	if len(book.Customers) != 2 {
		t.Errorf("there are %d people: %v", len(book.Customers), importingtest.Problems(p))
	}
}
