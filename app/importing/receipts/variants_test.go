package receipts_test

import (
	"slices"
	"strings"
	"testing"

	"ringback.app/app/importing/importingtest"
)

func TestWhichSortOfAThingWasBoughtIsRemembered(t *testing.T) {
	for name, tt := range map[string]struct{ column, sort, want string }{
		"a colour":             {"Variant", "Blue", "Mug (Blue)"},
		"with what it is":      {"Variation", "Color: Blue, Size:M", "Mug (Blue, M)"},
		"of a line":            {"Lineitem variant", "200g", "Mug (200g)"},
		"the only one":         {"Variant", "Default Title", "Mug"},
		"said by the name":     {"Variant", "mug", "Mug"},
		"none":                 {"Variant", "-", "Mug"},
		"in another language":  {"Variante", "blau", "Mug (blau)"},
		"not a sort of things": {"Type", "Blue", "Mug"},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, importingtest.Table("Order,Date,Email,Item,"+tt.column+",Amount", `1,2026-03-15,ann@example.com,Mug,"`+tt.sort+`",5.00`))
			if got, want := book.Sold(), "2026-03-15 1  ann@example.com: 1×"+tt.want+"=500 500 GBP"; !slices.Equal(got, []string{want}) {
				t.Errorf("got %q, want %s", got, want)
			}
		})
	}
}

func TestAReceiptGetsWhatAnotherTableSaysOfTheSameThings(t *testing.T) {
	const (
		listed = "2026-03-15 4-1  ann@example.com: 1×Cake=0 2×Tea (Large)=0 10000 GBP"
		both   = "2026-03-15 4-1  ann@example.com: 1×Cake=9000 2×Tea (Large)=1000 10000 GBP"
	)
	orders := importingtest.Table("Receipt number,Date,Email,Items,Total", `4-1,2026-03-15,ann@example.com,"1 x Cake, 2 x Tea (Large)",100.00`)
	items := importingtest.Table("Receipt number,Date,Email,SKU,Item,Variant,Quantity,Amount", "4-1,2026-03-15,ann@example.com,101,Cake,,1,90.00", "4-1,2026-03-15,ann@example.com,102,Tea,Large,2,10.00")
	book := importingtest.NewShelf()
	importingtest.Take(t, book, orders)
	if got := book.Sold(); !slices.Equal(got, []string{listed}) {
		t.Fatalf("got %q", got)
	}
	p := importingtest.Take(t, book, items)
	if got := book.Sold(); !slices.Equal(got, []string{both}) || p.Summary.Updated != 1 || len(importingtest.Problems(p)) > 0 {
		t.Errorf("got %q, told %q", got, importingtest.Problems(p))
	}
	for _, bought := range book.Bought {
		if bought.Lines[0].Code != "101" {
			t.Errorf("no code: %+v", bought.Lines)
		}
	}
	p = importingtest.Take(t, book, orders)
	if got := book.Sold(); !slices.Equal(got, []string{both}) || p.Summary.Created+p.Summary.Updated > 0 || len(importingtest.Problems(p)) > 0 {
		t.Errorf("the orders again: %q, told %q", got, importingtest.Problems(p))
	}
	other := importingtest.Table("Receipt number,Date,Email,SKU,Item,Variant,Quantity,Amount", "4-1,2026-03-15,ann@example.com,101,Cake,,1,95.00", "4-1,2026-03-15,ann@example.com,102,Tea,Large,2,5.00")
	if p = importingtest.Take(t, book, other); !slices.Contains(importingtest.Problems(p), "import.receipt.kept") {
		t.Errorf("another price: told %q", importingtest.Problems(p))
	}
}

func TestSeveralThingsInOneCellAreTakenApart(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("Number,Date,Buyer email,Items,Total price",
		"AB-1,2026-03-15,ann@example.com,product_name:Pot|product_option_name:Blue|quantity:1|price:35.0|total:35.0;product_name:Mug|product_option_name:|quantity:2|price:5.0|total:10.0,50.00"))
	if got, want := strings.Join(book.Sold(), "\n"), "2026-03-15 AB-1  ann@example.com: 1×Pot (Blue)=3500 2×Mug=1000 5000 GBP"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
