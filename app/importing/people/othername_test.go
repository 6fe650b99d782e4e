package people_test

import (
	"slices"
	"testing"

	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestACustomerNumberBesideAnotherNameIsTold(t *testing.T) {
	ann := importingtest.Card("FN:Ann Smith", "TEL:+44 20 7946 0290", "X-CUSTOMER-ID:5")
	const header = "Receipt,Date,Customer ID,Name,Phone,Company,Item,Price"
	tests := []struct {
		name, row string
		people    int
		said      []string
	}{
		{"the same name", "1,2026-04-03,5,\"Smith, Ann\",,,Cup,5.00", 1, nil},
		{"a name that could be hers", "1,2026-04-03,5,A. Smith,,,Cup,5.00", 1, nil},
		{"no name", "1,2026-04-03,5,,,,Cup,5.00", 1, nil},
		{"another name", "1,2026-04-03,5,Peter Brown,,,Cup,5.00", 1, []string{"import.receipt.other-name"}},
		{"another name on her telephone", "1,2026-04-03,5,Peter Brown,+442079460290,,Cup,5.00", 1, []string{"import.receipt.other-name"}},
		{"nothing that agrees", "1,2026-04-03,5,Peter Brown,+442079460291,,Cup,5.00", 2, []string{"import.receipt.number-twice"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, importingtest.Cards(ann))
			p := importingtest.Take(t, book, importingtest.Table(header, tt.row))
			if got := importingtest.Problems(p); !slices.Equal(got, tt.said) || len(book.Customers) != tt.people {
				t.Errorf("%d people, said %q", len(book.Customers), got)
			}
			if again := importingtest.Take(t, book, importingtest.Table(header, tt.row)); again.Items[0].Action != importing.Same || len(book.Customers) != tt.people {
				t.Errorf("again: %s, %d people", again.Items[0].Action, len(book.Customers))
			}
		})
	}
}

func TestPeopleOfOneFirmMayHaveItsNumber(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:Ann Smith", "ORG:Berg Ltd", "TEL:+44 20 7946 0290", "X-CUSTOMER-ID:5")))
	p := importingtest.Take(t, book, importingtest.Table("Receipt,Date,Customer ID,Name,Phone,Company,Item,Price", "1,2026-04-03,5,Peter Brown,+442079460291,Berg Ltd,Cup,5.00"))
	if len(book.Customers) != 1 || len(importingtest.Problems(p)) > 0 {
		t.Errorf("%d people, said %q", len(book.Customers), importingtest.Problems(p))
	}
}

func TestACardWithANumberOfTheShopsAndNothingElseThatAgreesIsSomebodyNew(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:Ann Smith", "TEL:+44 20 7946 0290", "X-CUSTOMER-ID:5")))
	p := importingtest.Look(t, book, importing.Options{}, importingtest.Cards(importingtest.Card("FN:Peter Brown", "TEL:+44 20 7946 0291", "X-CUSTOMER-ID:5")))
	if p.Items[0].Action != importing.Possible || !slices.Equal(importingtest.Problems(p), []string{"import.alike.shop-number"}) {
		t.Errorf("%s, said %q", p.Items[0].Action, importingtest.Problems(p))
	}
}
