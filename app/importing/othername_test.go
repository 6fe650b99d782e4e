package importing_test

import (
	"slices"
	"testing"

	"ringback.app/app/importing"
)

func TestACustomerNumberBesideAnotherNameIsTold(t *testing.T) {
	ann := card("FN:Ann Smith", "TEL:+44 20 7946 0290", "X-CUSTOMER-ID:5")
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
			book := newShelf()
			take(t, book, cards(ann))
			p := take(t, book, table(header, tt.row))
			if got := problems(p); !slices.Equal(got, tt.said) || len(book.customers) != tt.people {
				t.Errorf("%d people, said %q", len(book.customers), got)
			}
			if again := take(t, book, table(header, tt.row)); again.Items[0].Action != importing.Same || len(book.customers) != tt.people {
				t.Errorf("again: %s, %d people", again.Items[0].Action, len(book.customers))
			}
		})
	}
}

func TestPeopleOfOneFirmMayHaveItsNumber(t *testing.T) {
	book := newShelf()
	take(t, book, cards(card("FN:Ann Smith", "ORG:Berg Ltd", "TEL:+44 20 7946 0290", "X-CUSTOMER-ID:5")))
	p := take(t, book, table("Receipt,Date,Customer ID,Name,Phone,Company,Item,Price", "1,2026-04-03,5,Peter Brown,+442079460291,Berg Ltd,Cup,5.00"))
	if len(book.customers) != 1 || len(problems(p)) > 0 {
		t.Errorf("%d people, said %q", len(book.customers), problems(p))
	}
}

func TestACardWithANumberOfTheShopsAndNothingElseThatAgreesIsSomebodyNew(t *testing.T) {
	book := newShelf()
	take(t, book, cards(card("FN:Ann Smith", "TEL:+44 20 7946 0290", "X-CUSTOMER-ID:5")))
	p := look(t, book, importing.Options{}, cards(card("FN:Peter Brown", "TEL:+44 20 7946 0291", "X-CUSTOMER-ID:5")))
	if p.Items[0].Action != importing.Possible || !slices.Equal(problems(p), []string{"import.alike.shop-number"}) {
		t.Errorf("%s, said %q", p.Items[0].Action, problems(p))
	}
}
