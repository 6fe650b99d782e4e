package receipts_test

import (
	"slices"
	"strings"
	"testing"

	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/importingtest"
	"ringback.app/app/importing/receipts"
)

func TestAYesInAColumnSaysWhatBecameOfAPurchase(t *testing.T) {
	for _, name := range []string{"Cancelled", "Storniert", "Annulé", "Anulado"} {
		book := importingtest.NewShelf()
		p := importingtest.Take(t, book, importingtest.Table("Date,Customer ID,Item,Amount,"+name, "2026-03-14,7,Mug,5.00,yes", "2026-03-14,8,Mug,5.00,no", "2026-03-14,9,Mug,5.00,"))
		if len(book.Sold()) != 2 || p.Files[0].Undone != 1 {
			t.Errorf("%s: %+v", name, p.Summary)
		}
	}
	for _, name := range []string{"Returned", "Retourniert", "Refunded"} {
		book := importingtest.NewShelf()
		p := importingtest.Take(t, book, importingtest.Table("Date,Customer ID,Item,Amount,"+name, "2026-03-14,7,Mug,5.00,ja", "2026-03-14,8,Mug,5.00,nein"))
		if p.Summary.Returns != 1 || len(book.Sold()) != 3 {
			t.Errorf("%s: %+v", name, p.Summary)
		}
	}
	said := importing.Options{Map: []columns.Mapping{{Column: "Cancelled", Field: fields.Status}}}
	if p := importingtest.Look(t, importingtest.NewShelf(), said, importingtest.Table("Date,Customer ID,Item,Amount,Cancelled", "2026-03-14,7,Mug,5.00,yes", "2026-03-14,8,Mug,5.00,no")); p.Files[0].Undone != 1 {
		t.Errorf("said to be the status: %+v", p.Files[0])
	}
}

func TestWhatIsNotPaidIsSoldAndNamed(t *testing.T) {
	book := importingtest.NewShelf()
	p := importingtest.Take(t, book, importingtest.Table("Date,Customer ID,Item,Amount,Paid", "2026-03-14,7,Mug,5.00,yes", "2026-03-14,8,Mug,5.00,no"))
	sold := p.Files[0].TakenAsSold
	if len(book.Sold()) != 2 || len(sold) != 1 || sold[0] != (receipts.Status{Text: "Paid: no", Lines: 1}) {
		t.Errorf("%+v", p.Files[0])
	}
}

func TestAColumnThatSaysWhenOrHowManyIsNoYes(t *testing.T) {
	for _, cell := range []string{"2", "2026-03-15"} {
		book := importingtest.NewShelf()
		p := importingtest.Take(t, book, importingtest.Table("Date,Customer ID,Item,Amount,Returned", "2026-03-14,7,Mug,5.00,"+cell))
		if len(book.Sold()) != 1 || strings.Join(p.Files[0].NotTaken, "") != "Returned" {
			t.Errorf("%s: %+v", cell, p.Files[0])
		}
	}
}

func TestARowThatSaysThatItIsAReturnGivesBack(t *testing.T) {
	for name, yes := range map[string][2]string{
		"Is Return": {"Yes", "No"}, "Return": {"Yes", "No"}, "Is Refund": {"true", "false"}, "Refund": {"Y", "N"}, "Retoure": {"Ja", "Nein"}, "Is Return (Credit Note)": {"1", "0"},
	} {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, importingtest.Table("Order ID,Date,Email,Item,Qty,Amount,"+name, "1,2026-03-15,ann@example.com,Mug,2,10.00,"+yes[1], "2,2026-03-20,ann@example.com,Mug,1,5.00,"+yes[0]))
		want := []string{"2026-03-15 1  ann@example.com: 2×Mug=1000 1000 GBP", "2026-03-20 2  ann@example.com: -1×Mug=-500 -500 GBP"}
		if got := book.Sold(); !slices.Equal(got, want) {
			t.Errorf("%s: %q", name, got)
		}
	}
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("Order ID,Date,Email,Item,Qty,Amount,Refund", "1,2026-03-15,ann@example.com,Mug,2,10.00,", "2,2026-03-20,ann@example.com,Mug,1,5.00,1.00"))
	if got := book.Sold(); len(got) != 3 || !strings.HasPrefix(got[1], "2026-03-20 2  ann@example.com: -1") {
		t.Errorf("a figure alone is money: %q", got)
	}
}
