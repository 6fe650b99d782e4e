package receipts_test

import (
	"slices"
	"strings"
	"testing"

	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/importingtest"
)

func TestAColumnOfAmountsIsOfTheReceiptWhereThePricesProveIt(t *testing.T) {
	const head = "Receipt,Date,Customer ID,Item,Qty,Price,Amount"
	one := "2026-03-14 1 7 7: 2×Mug=2000 1×Plate=1000 "
	two := "2026-03-15 2 7 7: 1×Pot=700 700 GBP"
	tests := []struct {
		name, header string
		rows         []string
		want         []string
		said         string // of the receipts
	}{
		{
			"the receipt's, on each line", head,
			[]string{"1,2026-03-14,7,Mug,2,10.00,30.00", "1,2026-03-14,7,Plate,1,10.00,30.00", "2,2026-03-15,7,Pot,1,7.00,7.00"},
			[]string{one + "3000 GBP", two},
			"",
		},
		{
			"the receipt's, on each line, with a discount and postage", head,
			[]string{"1,2026-03-14,7,Mug,2,10.00,27.00", "1,2026-03-14,7,Plate,1,10.00,27.00", "2,2026-03-15,7,Pot,1,7.00,11.00"},
			[]string{one + "2700 GBP", "2026-03-15 2 7 7: 1×Pot=700 1100 GBP"},
			"",
		},
		{
			"the receipt's, on its first line alone", head,
			[]string{"1,2026-03-14,7,Mug,2,10.00,30.00", "1,2026-03-14,7,Plate,1,10.00,", "2,2026-03-15,7,Pot,1,7.00,7.00"},
			[]string{one + "3000 GBP", two},
			"",
		},
		{
			"the line's, one of which leaves it out", head,
			[]string{"1,2026-03-14,7,Mug,2,10.00,20.00", "1,2026-03-14,7,Plate,1,10.00,", "2,2026-03-15,7,Pot,1,7.00,7.00"},
			[]string{one + "3000 GBP", two},
			"",
		},
		{
			"the line's", head,
			[]string{"1,2026-03-14,7,Mug,2,10.00,20.00", "1,2026-03-14,7,Plate,1,10.00,10.00", "2,2026-03-15,7,Pot,1,7.00,7.00"},
			[]string{one + "3000 GBP", two},
			"",
		},
		{
			"the line's, of two that cost the same", head,
			[]string{"1,2026-03-14,7,Mug,2,10.00,20.00", "1,2026-03-14,7,Plate,1,20.00,20.00"},
			[]string{"2026-03-14 1 7 7: 2×Mug=2000 1×Plate=2000 4000 GBP"},
			"",
		},
		{
			"the line's, with tax, of two that cost the same", head,
			[]string{"1,2026-03-14,7,Mug,2,10.00,23.80", "1,2026-03-14,7,Plate,1,20.00,23.80"},
			[]string{"2026-03-14 1 7 7: 2×Mug=2380 1×Plate=2380 4760 GBP"},
			"",
		},
		{
			"the line's, where nothing says how many there are", "Receipt,Date,Customer ID,Item,Price,Amount",
			[]string{"1,2026-03-14,7,Mug,10.00,30.00", "1,2026-03-14,7,Plate,10.00,30.00"},
			[]string{"2026-03-14 1 7 7: 1×Mug=3000 1×Plate=3000 6000 GBP"},
			"",
		},
		{
			"the receipts', against which one of them speaks", head,
			[]string{
				"1,2026-03-14,7,Mug,2,10.00,30.00", "1,2026-03-14,7,Plate,1,10.00,30.00", "3,2026-03-16,7,Mug,2,10.00,25.00", "3,2026-03-16,7,Cup,1,5.00,25.00",
				"4,2026-03-17,7,Mug,2,10.00,20.00", "4,2026-03-17,7,Cup,1,5.00,5.00",
			},
			[]string{one + "3000 GBP", "2026-03-16 3 7 7: 2×Mug=2000 1×Cup=500 2500 GBP", "2026-03-17 4 7 7: 2×Mug=2000 1×Cup=500 2000 GBP"},
			"import.receipt.total-first",
		},
		{
			"the lines', against which one of them speaks", head,
			[]string{
				"1,2026-03-14,7,Mug,2,10.00,20.00", "1,2026-03-14,7,Plate,1,10.00,10.00", "3,2026-03-16,7,Mug,2,10.00,25.00", "3,2026-03-16,7,Cup,1,5.00,25.00",
			},
			[]string{one + "3000 GBP", "2026-03-16 3 7 7: 2×Mug=2500 1×Cup=2500 5000 GBP"},
			"import.receipt.total-added",
		},
		{
			"the same on each line, and nothing proves of what", "Receipt,Date,Customer ID,Item,Amount",
			[]string{"1,2026-03-14,7,Mug,30.00", "1,2026-03-14,7,Plate,30.00"},
			[]string{"2026-03-14 1 7 7: 1×Mug=3000 1×Plate=3000 6000 GBP"},
			"import.receipt.amount-same",
		},
		{
			"the same on each line of one receipt, and the lines' on another", "Receipt,Date,Customer ID,Item,Amount",
			[]string{"1,2026-03-14,7,Mug,30.00", "1,2026-03-14,7,Plate,30.00", "2,2026-03-15,7,Pot,7.00", "2,2026-03-15,7,Lid,3.00"},
			[]string{"2026-03-14 1 7 7: 1×Mug=3000 1×Plate=3000 6000 GBP", "2026-03-15 2 7 7: 1×Pot=700 1×Lid=300 1000 GBP"},
			"",
		},
		{
			"the receipt's, beside its total with tax", "Receipt,Date,Customer ID,Item,Qty,Price,Amount,Total",
			[]string{"1,2026-03-14,7,Mug,2,10.00,30.00,32.40", "1,2026-03-14,7,Plate,1,10.00,30.00,32.40"},
			[]string{one + "3240 GBP"},
			"",
		},
	}
	names := strings.Split("Amount,Gesamt,Betrag,Summe,Montant,Montant TTC,Importe,Importe total,Importo,Importo totale,Valor total,Summa,Subtotal,Kwota,Wartość,Bedrag,Beløp,Umsatz,Ποσό,Net sales", ",")
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, amount := range names {
				book := importingtest.NewShelf()
				p := importingtest.Take(t, book, importingtest.Table(append([]string{strings.Replace(tt.header, "Amount", amount, 1)}, tt.rows...)...))
				sells(t, amount, book, p, tt.want, tt.said)
			}
		})
	}
}

func TestWhatThePersonSaysOfAColumnOfAmountsStands(t *testing.T) {
	file := importingtest.Table("Receipt,Date,Customer ID,Item,Qty,Price,Amount", "1,2026-03-14,7,Mug,2,10.00,30.00", "1,2026-03-14,7,Plate,1,10.00,30.00")
	for field, want := range map[fields.Field]int64{fields.Total: 3000, fields.Amount: 6000} {
		p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{Map: []columns.Mapping{{Column: "Amount", Field: field}}}, file)
		if got := p.Items[0].Total.Minor; got != want {
			t.Errorf("said to be %s: %d, want %d", field, got, want)
		}
	}
	if got := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, file).Files[0].Columns[6].Field; got != fields.Total {
		t.Errorf("shown as %s", got)
	}
}

// sells holds what a book has sold by a file whose column has that name, and what was
// said of the file, to what is wanted.
func sells(t *testing.T, column string, book *importingtest.Shelf, p *importing.Preview, want []string, said string) {
	t.Helper()
	if got := book.Sold(); !slices.Equal(got, want) {
		t.Errorf("%s: got\n%s\nwant\n%s", column, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if got := strings.Join(importingtest.Problems(p), "\n"); got != said {
		t.Errorf("%s: said %q, want %q", column, got, said)
	}
}
