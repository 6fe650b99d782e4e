package receipts_test

import (
	"slices"
	"testing"

	"ringback.app/app/importing/importingtest"
)

func TestMoneyGivenBackIsOfTheLineWhereTheLinesOfAnOrderDiffer(t *testing.T) {
	const sold = "2026-03-14 1 7 7: 2×Mug=2000 1×Plate=2000 4000 GBP"
	const other = "2026-03-15 2 7 7: 1×Pot=700 700 GBP"
	for name, tt := range map[string]struct {
		header string
		rows   []string
		want   []string
		told   []string
	}{
		"each has its own": {
			rows: []string{"1,2026-03-14,7,Mug,2,10.00,5.00", "1,2026-03-14,7,Plate,1,20.00,10.00"},
			want: []string{"2026-03-14 1 7 7: -1500 GBP", sold},
		},
		"one came back whole": {
			rows: []string{"1,2026-03-14,7,Mug,2,10.00,5.00", "1,2026-03-14,7,Plate,1,20.00,20.00"},
			want: []string{"2026-03-14 1 7 7: -1×Plate=-2000 -2500 GBP", sold},
		},
		"all that was paid": {
			rows: []string{"1,2026-03-14,7,Mug,2,10.00,20.00", "1,2026-03-14,7,Plate,1,20.00,20.00", "2,2026-03-15,7,Pot,1,7.00,0.00", "2,2026-03-15,7,Cup,1,7.00,7.00"},
			want: []string{"2026-03-14 1 7 7: -2×Mug=-2000 -1×Plate=-2000 -4000 GBP", sold, "2026-03-15 2 7 7: -1×Cup=-700 -700 GBP", "2026-03-15 2 7 7: 1×Pot=700 1×Cup=700 1400 GBP"},
		},
		"only one has any": {
			rows: []string{"1,2026-03-14,7,Mug,2,10.00,0.00", "1,2026-03-14,7,Plate,1,20.00,20.00"},
			want: []string{"2026-03-14 1 7 7: -1×Plate=-2000 -2000 GBP", sold},
		},
		"the order's, on its first line alone": {
			rows: []string{"1,2026-03-14,7,Mug,2,10.00,15.00", "1,2026-03-14,7,Plate,1,20.00,"},
			want: []string{"2026-03-14 1 7 7: -1500 GBP", sold},
		},
		"the order's, on each line": {
			rows: []string{"1,2026-03-14,7,Mug,2,10.00,25.00", "1,2026-03-14,7,Plate,1,20.00,25.00"},
			want: []string{"2026-03-14 1 7 7: -2500 GBP", sold},
		},
		"the order's, as another of the table proves": {
			rows: []string{"1,2026-03-14,7,Mug,2,10.00,15.00", "1,2026-03-14,7,Plate,1,20.00,15.00", "2,2026-03-15,7,Pot,1,3.50,7.00", "2,2026-03-15,7,Cup,1,3.50,7.00"},
			want: []string{"2026-03-14 1 7 7: -1500 GBP", sold, "2026-03-15 2 7 7: -1×Pot=-350 -1×Cup=-350 -700 GBP", "2026-03-15 2 7 7: 1×Pot=350 1×Cup=350 700 GBP"},
		},
		"either": {
			rows: []string{"1,2026-03-14,7,Mug,2,10.00,15.00", "1,2026-03-14,7,Plate,1,20.00,15.00", "2,2026-03-15,7,Pot,1,7.00,"},
			want: []string{"2026-03-14 1 7 7: -1500 GBP", sold, other},
			told: []string{"import.receipt.refund-same"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, importingtest.Table(append([]string{"Order,Date,Customer ID,Item,Qty,Price,Refunded amount"}, tt.rows...)...))
			if got := book.Sold(); !slices.Equal(got, tt.want) {
				t.Errorf("%q, want %q", got, tt.want)
			}
			if got := importingtest.Problems(p); !slices.Equal(got, tt.told) {
				t.Errorf("told %q", got)
			}
		})
	}
}

func TestHowManyOfAThingWereGivenBackIsAReturnOfSoMany(t *testing.T) {
	const mugs, pot = "2026-03-14 1 7 7: 3×Mug=3000 3000 GBP", "2026-03-15 2 7 7: 2×Pot=1400 1400 GBP"
	for _, name := range []string{"Qty refunded", "Returned quantity", "Retournierte Menge"} {
		book := importingtest.NewShelf()
		file := importingtest.Table("Order,Date,Customer ID,Item,Qty,Price,"+name, "1,2026-03-14,7,Mug,3,10.00,1", "2,2026-03-15,7,Pot,2,7.00,0", "3,2026-03-16,7,Cup,2,5.00,2")
		want := []string{
			"2026-03-14 1 7 7: -1×Mug=-1000 -1000 GBP", mugs, pot,
			"2026-03-16 3 7 7: -2×Cup=-1000 -1000 GBP", "2026-03-16 3 7 7: 2×Cup=1000 1000 GBP",
		}
		for range 2 {
			p := importingtest.Take(t, book, file)
			if got := book.Sold(); !slices.Equal(got, want) || len(p.Files[0].NotTaken) > 0 || len(importingtest.Problems(p)) > 0 {
				t.Errorf("%s: %q, not taken %q, told %q", name, got, p.Files[0].NotTaken, importingtest.Problems(p))
			}
		}
	}
	p := importingtest.Take(t, importingtest.NewShelf(), importingtest.Table("Order,Date,Customer ID,Item,Qty,Price,Qty refunded", "1,2026-03-14,7,Mug,3,10.00,some"))
	if got := importingtest.Problems(p); !slices.Equal(got, []string{"import.receipt.count-back"}) {
		t.Errorf("told %q", got)
	}
}

func TestWhatIsGivenBackOfAReceiptsOneLineIsThatShareOfIt(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("Order,Date,Customer ID,Item,Qty,Returned quantity,Total",
		"1,2026-03-14,7,Mug,3,1,30.00", "2,2026-03-15,7,Pot,1,1,20.00", "2,2026-03-15,7,Cup,1,,20.00"))
	want := []string{
		"2026-03-14 1 7 7: -1×Mug=-1000 -1000 GBP", "2026-03-14 1 7 7: 3×Mug=0 3000 GBP",
		"2026-03-15 2 7 7: -1×Pot=0 0 GBP", "2026-03-15 2 7 7: 1×Pot=0 1×Cup=0 2000 GBP", // what either cost nobody says
	}
	if got := book.Sold(); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}
