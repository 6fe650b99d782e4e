package people_test

import (
	"slices"
	"testing"

	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestACustomerNumberIsKnownWithoutTheZerosBeforeIt(t *testing.T) {
	ann, bob := importingtest.Card("FN:Ann Bell", "X-CUSTOMER-ID:00512"), importingtest.Card("FN:Bob Bell", "X-CUSTOMER-ID:0512")
	const header = "Receipt,Date,Customer ID,Name,Item,Price"
	tests := []struct {
		name   string
		before importing.Source
		row    string
		people int
		said   []string
	}{
		{"a till that leaves them out", importingtest.Cards(ann), "1,2026-04-03,512,,Cup,5.00", 1, []string{"import.receipt.zeros"}},
		{"a till that writes them", importingtest.Cards(importingtest.Card("FN:Ann Bell", "X-CUSTOMER-ID:512")), "1,2026-04-03,00512,,Cup,5.00", 1, []string{"import.receipt.zeros"}},
		{"the number itself", importingtest.Cards(ann), "1,2026-04-03,00512,,Cup,5.00", 1, nil},
		{"another name", importingtest.Cards(ann), "1,2026-04-03,512,Peter Brown,Cup,5.00", 2, nil},
		{"two whose it may be", importingtest.Cards(ann, bob), "1,2026-04-03,512,,Cup,5.00", 3, nil},
		{"a number of another", importingtest.Cards(ann), "1,2026-04-03,5120,,Cup,5.00", 2, nil},
		{"no number", importingtest.Cards(ann), "1,2026-04-03,A512,,Cup,5.00", 2, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, tt.before)
			p := importingtest.Take(t, book, importingtest.Table(header, tt.row))
			if got := importingtest.Problems(p); len(book.Customers) != tt.people || !slices.Equal(got, tt.said) {
				t.Errorf("%d people, said %q", len(book.Customers), got)
			}
			again := importingtest.Take(t, book, importingtest.Table(header, tt.row))
			if got := importingtest.Problems(again); len(book.Customers) != tt.people || len(got) > 0 || again.Items[0].Action != importing.Same {
				t.Errorf("again: %s, %d people, said %q", again.Items[0].Action, len(book.Customers), got)
			}
		})
	}
}
