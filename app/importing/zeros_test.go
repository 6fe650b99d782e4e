package importing_test

import (
	"slices"
	"testing"

	"ringback.app/app/importing"
)

func TestACustomerNumberIsKnownWithoutTheZerosBeforeIt(t *testing.T) {
	ann, bob := card("FN:Ann Bell", "X-CUSTOMER-ID:00512"), card("FN:Bob Bell", "X-CUSTOMER-ID:0512")
	const header = "Receipt,Date,Customer ID,Name,Item,Price"
	tests := []struct {
		name   string
		before importing.Source
		row    string
		people int
		said   []string
	}{
		{"a till that leaves them out", cards(ann), "1,2026-04-03,512,,Cup,5.00", 1, []string{"import.receipt.zeros"}},
		{"a till that writes them", cards(card("FN:Ann Bell", "X-CUSTOMER-ID:512")), "1,2026-04-03,00512,,Cup,5.00", 1, []string{"import.receipt.zeros"}},
		{"the number itself", cards(ann), "1,2026-04-03,00512,,Cup,5.00", 1, nil},
		{"another name", cards(ann), "1,2026-04-03,512,Peter Brown,Cup,5.00", 2, nil},
		{"two whose it may be", cards(ann, bob), "1,2026-04-03,512,,Cup,5.00", 3, nil},
		{"a number of another", cards(ann), "1,2026-04-03,5120,,Cup,5.00", 2, nil},
		{"no number", cards(ann), "1,2026-04-03,A512,,Cup,5.00", 2, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := newShelf()
			take(t, book, tt.before)
			p := take(t, book, table(header, tt.row))
			if got := problems(p); len(book.customers) != tt.people || !slices.Equal(got, tt.said) {
				t.Errorf("%d people, said %q", len(book.customers), got)
			}
			again := take(t, book, table(header, tt.row))
			if got := problems(again); len(book.customers) != tt.people || len(got) > 0 || again.Items[0].Action != importing.Same {
				t.Errorf("again: %s, %d people, said %q", again.Items[0].Action, len(book.customers), got)
			}
		})
	}
}
