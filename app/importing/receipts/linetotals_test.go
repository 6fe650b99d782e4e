package receipts_test

import (
	"strings"
	"testing"

	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/importingtest"
)

func TestAColumnOfTotalsIsOfWhatItsCellsSay(t *testing.T) {
	const head = "Receipt,Date,Customer ID,Item,Qty,Price,Total"
	one := "2026-03-14 1 7 7: 2×Mug=2000 1×Plate=1000 "
	tests := []struct {
		name, header string
		rows         []string
		want         []string
		said         string // of the receipts
	}{
		{
			"what each line comes to", head,
			[]string{"1,2026-03-14,7,Mug,2,10.00,20.00", "1,2026-03-14,7,Plate,1,10.00,10.00"},
			[]string{one + "3000 GBP"},
			"",
		},
		{
			"the receipt's, on each line", head,
			[]string{"1,2026-03-14,7,Mug,2,10.00,30.00", "1,2026-03-14,7,Plate,1,10.00,30.00"},
			[]string{one + "3000 GBP"},
			"",
		},
		{
			"the receipt's, on each line, with a discount and postage", head,
			[]string{"1,2026-03-14,7,Mug,2,10.00,27.00", "1,2026-03-14,7,Plate,1,10.00,27.00", "2,2026-03-15,7,Mug,1,10.00,15.00", "2,2026-03-15,7,Cup,1,5.00,15.00"},
			[]string{one + "2700 GBP", "2026-03-15 2 7 7: 1×Mug=1000 1×Cup=500 1500 GBP"},
			"",
		},
		{
			"the receipt's, on its first line", head,
			[]string{"1,2026-03-14,7,Mug,2,10.00,35.00", "1,2026-03-14,7,Plate,1,10.00,"},
			[]string{one + "3500 GBP"},
			"",
		},
		{
			"the lines', which cost the same", head,
			[]string{"1,2026-03-14,7,Mug,1,10.00,10.00", "1,2026-03-14,7,Plate,1,10.00,10.00"},
			[]string{"2026-03-14 1 7 7: 1×Mug=1000 1×Plate=1000 2000 GBP"},
			"",
		},
		{
			"of receipts of one line each", head,
			[]string{"1,2026-03-14,7,Mug,2,10.00,25.00", "2,2026-03-15,7,Mug,1,10.00,15.00"},
			[]string{"2026-03-14 1 7 7: 2×Mug=2000 2500 GBP", "2026-03-15 2 7 7: 1×Mug=1000 1500 GBP"},
			"",
		},
		{
			"what each line comes to, where there is no price", "Receipt,Date,Customer ID,Item,Qty,Total",
			[]string{"1,2026-03-14,7,Mug,2,20.00", "1,2026-03-14,7,Plate,1,10.00", "2,2026-03-15,7,Pot,1,5.00"},
			[]string{one + "3000 GBP", "2026-03-15 2 7 7: 1×Pot=500 500 GBP"},
			"",
		},
		{
			"what each line comes to with tax, beside what it does without", "Receipt,Date,Customer ID,Item,Qty,Subtotal,Total",
			[]string{"1,2026-03-14,7,Mug,2,20.00,21.60", "1,2026-03-14,7,Plate,1,10.00,10.80"},
			[]string{one + "3240 GBP"},
			"",
		},
		{
			"what each line comes to, of which one is given back", head,
			[]string{"1,2026-03-14,7,Mug,2,10.00,20.00", "1,2026-03-14,7,Plate,-1,10.00,10.00"},
			[]string{"2026-03-14 1 7 7: 2×Mug=2000 -1×Plate=-1000 1000 GBP"},
			"",
		},
		{
			"one and the same, and nobody knows of what", "Receipt,Date,Customer ID,Item,Total",
			[]string{"1,2026-03-14,7,Mug,20.00", "1,2026-03-14,7,Plate,20.00"},
			[]string{"2026-03-14 1 7 7: 1×Mug=0 1×Plate=0 2000 GBP"},
			"import.receipt.total-same",
		},
		{
			"the lines', as one says beside two whose lines cost the same", "Receipt,Date,Customer ID,Item,Total",
			[]string{
				"1,2026-03-14,7,Mug,10.00", "1,2026-03-14,7,Plate,10.00", "2,2026-03-15,7,Mug,10.00", "2,2026-03-15,7,Cup,10.00",
				"3,2026-03-16,7,Mug,5.00", "3,2026-03-16,7,Cup,15.00",
			},
			[]string{
				"2026-03-14 1 7 7: 1×Mug=1000 1×Plate=1000 2000 GBP", "2026-03-15 2 7 7: 1×Mug=1000 1×Cup=1000 2000 GBP",
				"2026-03-16 3 7 7: 1×Mug=500 1×Cup=1500 2000 GBP",
			},
			"import.receipt.total-added\nimport.receipt.total-added",
		},
		{
			"the receipts', as so many say the same on each line that one does not count", "Receipt,Date,Customer ID,Item,Total",
			[]string{
				"1,2026-03-11,7,Mug,10.00", "1,2026-03-11,7,Plate,10.00",
				"2,2026-03-12,7,Mug,10.00", "2,2026-03-12,7,Plate,10.00",
				"3,2026-03-13,7,Mug,10.00", "3,2026-03-13,7,Plate,10.00",
				"4,2026-03-14,7,Mug,10.00", "4,2026-03-14,7,Plate,10.00",
				"5,2026-03-15,7,Mug,5.00", "5,2026-03-15,7,Cup,15.00",
			},
			[]string{
				"2026-03-11 1 7 7: 1×Mug=0 1×Plate=0 1000 GBP",
				"2026-03-12 2 7 7: 1×Mug=0 1×Plate=0 1000 GBP",
				"2026-03-13 3 7 7: 1×Mug=0 1×Plate=0 1000 GBP",
				"2026-03-14 4 7 7: 1×Mug=0 1×Plate=0 1000 GBP",
				"2026-03-15 5 7 7: 1×Mug=0 1×Cup=0 500 GBP",
			},
			strings.Repeat("import.receipt.total-same\n", 4) + "import.receipt.total-first",
		},
		{
			"the receipts', against which one of them speaks", head,
			[]string{
				"1,2026-03-14,7,Mug,2,10.00,30.00", "1,2026-03-14,7,Plate,1,10.00,30.00", "2,2026-03-15,7,Mug,2,10.00,25.00", "2,2026-03-15,7,Cup,1,5.00,25.00",
				"3,2026-03-16,7,Mug,2,10.00,25.00", "3,2026-03-16,7,Cup,1,5.00,26.00",
			},
			[]string{one + "3000 GBP", "2026-03-15 2 7 7: 2×Mug=2000 1×Cup=500 2500 GBP", "2026-03-16 3 7 7: 2×Mug=2000 1×Cup=500 2500 GBP"},
			"import.receipt.total-first",
		},
		{
			"the lines', against which one of them speaks", head,
			[]string{
				"1,2026-03-14,7,Mug,2,10.00,20.00", "1,2026-03-14,7,Plate,1,10.00,10.00", "2,2026-03-15,7,Mug,2,10.00,20.00", "2,2026-03-15,7,Cup,1,5.00,5.00",
				"3,2026-03-16,7,Mug,2,10.00,25.00", "3,2026-03-16,7,Cup,1,5.00,25.00",
			},
			[]string{one + "3000 GBP", "2026-03-15 2 7 7: 2×Mug=2000 1×Cup=500 2500 GBP", "2026-03-16 3 7 7: 2×Mug=2500 1×Cup=2500 5000 GBP"},
			"import.receipt.total-added",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, total := range []string{"Total", "Gesamtbetrag", "Totaal", "Razem", "Yhteensä", "Montant total", "Sum", "Total amount"} {
				book := importingtest.NewShelf()
				p := importingtest.Take(t, book, importingtest.Table(append([]string{strings.Replace(tt.header, "Total", total, 1)}, tt.rows...)...))
				if strings.Contains(tt.header, "Subtotal") && total != "Total" {
					continue // the first of the two is the one beside it
				}
				sells(t, total, book, p, tt.want, tt.said)
			}
		})
	}
}

func TestWhatThePersonSaysOfAColumnOfTotalsStands(t *testing.T) {
	file := importingtest.Table("Receipt,Date,Customer ID,Item,Qty,Price,Total", "1,2026-03-14,7,Mug,2,10.00,20.00", "1,2026-03-14,7,Plate,1,10.00,10.00")
	for field, want := range map[fields.Field]int64{fields.Total: 2000, fields.Amount: 3000} {
		p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{Map: []columns.Mapping{{Column: "Total", Field: field}}}, file)
		if got := p.Items[0].Total.Minor; got != want {
			t.Errorf("said to be %s: %d, want %d", field, got, want)
		}
	}
	money := importing.Options{Map: []columns.Mapping{{Column: "Total", Field: fields.Total, Money: "USD"}}}
	if got := importingtest.Look(t, importingtest.NewShelf(), money, file).Items[0].Total; got.Minor != 3000 || got.Currency != "USD" {
		t.Errorf("said to be in dollars: %+v", got)
	}
	if got := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, file).Files[0].Columns[6].Field; got != fields.Amount {
		t.Errorf("shown as %s", got)
	}
}
