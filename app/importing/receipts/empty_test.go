package receipts_test

import (
	"slices"
	"testing"

	"ringback.app/app/importing/importingtest"
)

func TestAnOrderOfWhichNothingSaysWhatWasBoughtIsLeftOut(t *testing.T) {
	orders := importingtest.Table("Order ID,Order Date,Email,Zyx", "a1,2026-03-15,ann@example.com,140.00", "a2,2026-03-16,bob@example.com,70.00")
	for name, tt := range map[string]struct {
		beside []string
		want   []string
		told   []string
	}{
		"beside other purchases": {
			[]string{"Receipt,Date,Email,Item,Quantity,Price", "b1,2026-03-15,zed@example.com,Mug,2,70.00"},
			[]string{"2026-03-15 b1  zed@example.com: 2×Mug=14000 14000 GBP"},
			[]string{"import.receipt.empty", "import.receipt.empty"},
		},
		"beside the things of one": {
			[]string{"Order ID,Item,Quantity,Price", "a1,Mug,2,70.00"},
			[]string{"2026-03-15 a1  ann@example.com: 2×Mug=14000 14000 GBP"},
			[]string{"import.receipt.empty"},
		},
		"beside the things of one, by whom": {
			[]string{"Order ID,Order Date,Email,Item,Quantity,Price", "a1,2026-03-15,ann@example.com,Mug,2,70.00"},
			[]string{"2026-03-15 a1  ann@example.com: 2×Mug=14000 14000 GBP"},
			[]string{"import.receipt.empty"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			book, other := importingtest.NewShelf(), importingtest.Table(tt.beside...)
			p := importingtest.Take(t, book, orders, other)
			if got := book.Sold(); !slices.Equal(got, tt.want) || !slices.Equal(importingtest.Problems(p), tt.told) {
				t.Errorf("got %q, told %q", got, importingtest.Problems(p))
			}
			if again := importingtest.Take(t, book, orders, other); again.Summary.Created+again.Summary.Updated != 0 {
				t.Errorf("again: %+v", again.Summary)
			}
		})
	}
}
