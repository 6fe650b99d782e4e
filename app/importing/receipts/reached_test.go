package receipts_test

import (
	"slices"
	"testing"

	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/importingtest"
)

func TestWhatIsNoAddressAndNoTelephoneIsLeftOutOfABuyerAndSaid(t *testing.T) {
	book := importingtest.NewShelf()
	importer := importing.New(book, book.IDs)
	p, err := importer.Read(t.Context(), []importing.Source{importingtest.Table(
		"Date;Customer ID;Wer;Fon;Item;Qty;Price",
		"2026-04-03;7;Ann Lee;Table;Mug;1;12.50",
		"2026-04-04;7;Ann Lee;Table;Mug;1;12.50",
		"2026-04-05;8;bo@example.com;07700900002;Mug;1;12.50",
		"2026-04-06;9;n/a;-;Mug;1;12.50",
	)}, importing.Options{Map: []columns.Mapping{{Column: "Wer", Field: fields.Email}, {Column: "Fon", Field: fields.Mobile}}})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := importingtest.Problems(p), []string{"import.card.cell", "import.card.cell"}; !slices.Equal(got, want) {
		t.Errorf("said %q, want %q", got, want)
	}
	if _, err := importer.Commit(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	for _, c := range book.Customers {
		reached := len(c.Emails) + len(c.Phones)
		if is8 := c.References[0].Value == "8"; is8 && reached != 2 || !is8 && reached > 0 {
			t.Errorf("%+v", c)
		}
	}
}

func TestALineWithNothingButWhatIsNoAddressNamesNobody(t *testing.T) {
	book := importingtest.NewShelf()
	p := importingtest.Take(t, book, importingtest.Table(
		"Date,Receipt,Email,Item,Qty,Price",
		"2026-04-03,R1,Ann Lee,Mug,1,12.50",
		"2026-04-05,R2,bo@example.com,Mug,1,12.50",
	))
	if len(book.Customers) != 1 || p.Summary.NoOneLines != 1 {
		t.Errorf("%d customers, %+v", len(book.Customers), p.Summary)
	}
}
