package receipts_test

import (
	"slices"
	"testing"

	"ringback.app/app/importing/importingtest"
)

func TestTheCreditsOfALedgerAreNoPurchases(t *testing.T) {
	for _, tt := range []struct{ name, header string }{
		{"English", "Date,Document No,Customer ID,Description,Debit,Credit,Balance"},
		{"German", "Datum,Belegnummer,Kundennummer,Beschreibung,Soll,Haben,Saldo"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, importingtest.Table(tt.header,
				"2024-03-14,1,7,Blue mug,25.50,,25.50", "2024-03-20,2,7,Payment,,25.50,0.00", "2024-03-21,3,7,Plate,10.25,0.00,10.25", "2024-03-22,4,7,Refund,0.00,10.25,0.00"))
			want := []string{"2024-03-14 1 7 7: 1×Blue mug=2550 2550 GBP", "2024-03-21 3 7 7: 1×Plate=1025 1025 GBP"}
			if got := book.Sold(); !slices.Equal(got, want) || p.Summary.NoSaleLines != 2 {
				t.Errorf("%q, %d lines are of no sale", got, p.Summary.NoSaleLines)
			}
		})
	}
}
