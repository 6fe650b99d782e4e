package receipts_test

import (
	"slices"
	"testing"

	"ringback.app/app/importing/importingtest"
)

func TestAmountsOfTheOtherSignAreTurnedWhereTheQuantitiesTell(t *testing.T) {
	const header = "Order,Date,Customer ID,Item,Qty,"
	const told = "import.receipt.all-below"
	for name, tt := range map[string]struct {
		header string
		rows   []string
		want   []string
		told   []string
	}{
		"of each line": {
			header + "Amount",
			[]string{"1,2026-03-01,7,Mug,2,-20.00", "2,2026-03-02,8,Plate,1,-20.00", "3,2026-03-05,7,Mug,-1,10.00"},
			[]string{"2026-03-01 1 7 7: 2×Mug=2000 2000 GBP", "2026-03-02 2 8 8: 1×Plate=2000 2000 GBP", "2026-03-05 3 7 7: -1×Mug=-1000 -1000 GBP"},
			nil,
		},
		"of each receipt": {
			header + "Order total",
			[]string{"1,2026-03-01,7,Mug,2,(20.00)", "3,2026-03-05,7,Mug,-1,10.00"},
			[]string{"2026-03-01 1 7 7: 2×Mug=0 2000 GBP", "2026-03-05 3 7 7: -1×Mug=0 -1000 GBP"},
			nil,
		},
		"returns beside sales": {
			header + "Amount",
			[]string{"1,2026-03-01,7,Mug,2,20.00", "2,2026-03-05,7,Mug,1,-10.00", "3,2026-03-06,7,Mug,-1,10.00"},
			[]string{"2026-03-01 1 7 7: 2×Mug=2000 2000 GBP", "2026-03-05 2 7 7: -1×Mug=-1000 -1000 GBP", "2026-03-06 3 7 7: -1×Mug=-1000 -1000 GBP"},
			nil,
		},
		"nothing tells": {
			header + "Amount",
			[]string{"1,2026-03-01,7,Mug,2,-20.00", "2,2026-03-02,8,Plate,1,-20.00"},
			[]string{"2026-03-01 1 7 7: -2×Mug=-2000 -2000 GBP", "2026-03-02 2 8 8: -1×Plate=-2000 -2000 GBP"},
			[]string{told},
		},
		"a list of returns": {
			"Credit note no.,Date,Customer ID,Item,Qty,Amount",
			[]string{"1,2026-03-01,7,Mug,2,-20.00", "2,2026-03-02,8,Plate,1,-20.00"},
			[]string{"2026-03-01 1 7 7: -2×Mug=-2000 -2000 GBP", "2026-03-02 2 8 8: -1×Plate=-2000 -2000 GBP"},
			nil,
		},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, importingtest.Table(append([]string{tt.header}, tt.rows...)...))
			if got := book.Sold(); !slices.Equal(got, tt.want) {
				t.Errorf("%q, want %q", got, tt.want)
			}
			if got := importingtest.Problems(p); !slices.Equal(got, tt.told) {
				t.Errorf("told %q", got)
			}
		})
	}
}

func TestChangeIsNotPaidAndWhatIsLeftToPayIsPartOfTheTotal(t *testing.T) {
	for _, tt := range []struct{ header, one, two string }{
		{"Total paid,Change", "30.00,5.00", "20.00,0.00"},
		{"Amount paid,Change given", "30.00,-5.00", "20.00,"},
		{"Bezahlt,Wechselgeld", "30.00,5.00", "20.00,0.00"},
		{"Amount paid,Balance due", "10.00,15.00", "20.00,0.00"},
		{"Total,Change", "25.00,5.00", "20.00,0.00"},
		{"Total,Balance due", "25.00,15.00", "20.00,0.00"},
	} {
		book := importingtest.NewShelf()
		p := importingtest.Take(t, book, importingtest.Table("Order,Date,Customer ID,Item,"+tt.header, "1,2026-03-14,7,Mug,"+tt.one, "2,2026-03-15,8,Pot,"+tt.two))
		for i, want := range []int64{2500, 2000} {
			if got := p.Items[i].Total.Minor; got != want {
				t.Errorf("%s: receipt %d comes to %d", tt.header, i+1, got)
			}
		}
	}
}
