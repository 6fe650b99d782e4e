package receipts_test

import (
	"slices"
	"testing"

	"ringback.app/app/importing/importingtest"
)

func TestRowsThatAreNotWholeAreTold(t *testing.T) {
	header := "customer id,phone,receipt,date,item,qty,price"
	tests := []struct {
		name, row string
		problems  []string
		sold      []string
	}{
		{"a row that ends before its price", "C7,+442079460290,1,2026-04-13,Lamp", []string{"import.row.short"}, nil},
		{"an empty price", "C7,+442079460290,1,2026-04-13,Lamp,1,", nil, []string{"2026-04-13 1 C7 C7 +442079460290: 1×Lamp=0 0 GBP"}},
		{
			"cells too many", "C7,+442079460290,1,2026-04-13,Lamp,1,2.00,left,right",
			[]string{"import.row.extra"},
			[]string{"2026-04-13 1 C7 C7 +442079460290: 1×Lamp=200 200 GBP"},
		},
		{"empty cells too many", "C7,+442079460290,1,2026-04-13,Lamp,1,2.00,,", nil, []string{"2026-04-13 1 C7 C7 +442079460290: 1×Lamp=200 200 GBP"}},
		{"no day", "C7,+442079460290,1,,Lamp,1,2.00", []string{"import.row.no-day"}, nil},
		{"no such day", "C7,+442079460290,1,2026-02-31,Lamp,1,2.00", []string{"import.row.day"}, nil},
		{"what is given back at a price below nothing", "C7,+442079460290,1,2026-04-13,Lamp,-1,-5", nil, []string{"2026-04-13 1 C7 C7 +442079460290: -1×Lamp=-500 -500 GBP"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, importingtest.Table(header, tt.row))
			if got := importingtest.Problems(p); !slices.Equal(got, tt.problems) {
				t.Errorf("problems %v, want %v", got, tt.problems)
			}
			if got := book.Sold(); !slices.Equal(got, tt.sold) {
				t.Errorf("sold %q, want %q", got, tt.sold)
			}
		})
	}
}

func TestTheSumUnderATableIsNoPurchase(t *testing.T) {
	for _, sum := range []string{"Total,,,,15.50", ",,Summe:,,15.50", "Grand Total,,,2,15.50", ",,,Razem,15.50"} {
		book := importingtest.NewShelf()
		p := importingtest.Take(t, book, importingtest.Table("customer,receipt,date,item,amount", "17850,1,2026-04-13,Lamp,10.50", "17851,2,2026-04-13,Shade,5.00", sum))
		if p.Summary.BadLines+p.Summary.NoOneLines > 0 || len(book.Customers) != 2 || p.Files[0].Rows != 2 {
			t.Errorf("%q: %d customers, %+v", sum, len(book.Customers), p.Summary)
		}
		for _, c := range book.Customers {
			if c.Name.Full != "" {
				t.Errorf("%q made a name of a number: %+v", sum, c)
			}
		}
	}
}

func TestCellsTooManyInATableOfContactsAreNamed(t *testing.T) {
	p := importingtest.Take(t, importingtest.NewShelf(), importingtest.Table("Name,Phone", "Mia Berg,+442079460290,behind the mill"))
	if got := importingtest.Problems(p); !slices.Equal(got, []string{"import.row.extra"}) {
		t.Errorf("%v", got)
	}
}
