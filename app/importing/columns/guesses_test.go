package columns_test

import (
	"strings"
	"testing"

	"ringback.app/app/importing/importingtest"
)

func TestWhatWasBoughtIsKnownByHandmadeNames(t *testing.T) {
	for _, name := range strings.Split("What,Bought,Was,Gekauft,Achat,Compra,Acquisto,Gekocht,Quoi", ",") {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, importingtest.Table("Date,Customer ID,"+name+",Amount", "2026-03-14,7,Mug,5.00"))
		if got := strings.Join(book.Sold(), "\n"); got != "2026-03-14  7 7: 1×Mug=500 500 GBP" {
			t.Errorf("%s: %s", name, got)
		}
	}
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("Date,Customer ID,Bought,Amount", "2026-03-14,7,yes,5.00"))
	if got := strings.Join(book.Sold(), "\n"); strings.Contains(got, "yes") {
		t.Error(got)
	}
}

func TestAReceiptsNumberIsKnownByHandmadeNames(t *testing.T) {
	for _, name := range strings.Split("Beleg,Rechnung,Bestellung,Auftrag,Nr,No,#,ID,Number,Bill,Sale,Docket,Reference,Purchase ID,Doc no,Vorgang", ",") {
		for _, numbers := range [][3]string{{"1", "1", "2"}, {"R-101", "R-101", "R-102"}} {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, importingtest.Table(
				name+",Date,Customer ID,Item,Amount", numbers[0]+",2026-03-14,7,Mug,5.00", numbers[1]+",2026-03-14,7,Cup,6.00", numbers[2]+",2026-03-14,7,Pot,7.00",
			))
			want := "2026-03-14 " + numbers[0] + " 7 7: 1×Mug=500 1×Cup=600 1100 GBP\n2026-03-14 " + numbers[2] + " 7 7: 1×Pot=700 700 GBP"
			if got := strings.Join(book.Sold(), "\n"); got != want {
				t.Errorf("%s %s: %s", name, numbers, got)
			}
			if len(p.Files[0].NotTaken)+len(p.Files[0].TakenAsSold) > 0 {
				t.Errorf("%s: %+v", name, p.Files[0])
			}
		}
	}
}

func TestANumberThatMayBeOfAnythingIsNoReceipts(t *testing.T) {
	for name, numbers := range map[string][3]string{
		"of the line":          {"1", "2", "3"},
		"of the customer":      {"1001", "1002", "1001"},
		"that tells how much":  {"5.50", "5.50", "7.00"},
		"that is a date":       {"14.03.2026", "14.03.2026", "14.03.2026"},
		"that is in sentences": {"of 7", "of 7", "of 8"},
	} {
		for _, column := range []string{"No", "ID", "#"} {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, importingtest.Table(column+",Date,Customer ID,Item,Amount", numbers[0]+",2026-03-14,7,Mug,5.00", numbers[1]+",2026-03-14,7,Cup,6.00", numbers[2]+",2026-03-15,7,Pot,7.00"))
			if got := strings.Join(book.Sold(), "\n"); got != "2026-03-14  7 7: 1×Mug=500 1×Cup=600 1100 GBP\n2026-03-15  7 7: 1×Pot=700 700 GBP" {
				t.Errorf("%s %s: %s", column, name, got)
			}
		}
	}
}

func TestAColumnCalledSaleIsWhatWasPaidWhereNothingElseSaysIt(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("Date,Customer ID,Item,Sale", "2026-03-14,7,Mug,25"))
	if got := strings.Join(book.Sold(), "\n"); got != "2026-03-14  7 7: 1×Mug=2500 2500 GBP" {
		t.Error(got)
	}
}
