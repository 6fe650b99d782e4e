package contacts_test

import (
	"testing"

	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestCellsThatASpreadsheetMarkedAsTextAreReadAsWhatTheyAre(t *testing.T) {
	for name, line := range map[string]string{
		"with an apostrophe before them": "'1,'13/04/2026,'7,'Cup,'2,'1234.50",
		"with apostrophes around them":   "'1','13/04/2026','7','Cup','2','1234.50'",
		"as they are":                    "1,13/04/2026,7,Cup,2,1234.50",
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, importingtest.Table("Order,Date,Customer no,Item,Quantity,Amount", line))
			p := book.BoughtBy(book.Named(t, "7").ID)["1"]
			if p.Day.String() != "2026-04-13" || p.Total != 123450 || p.Lines[0].Item != "Cup" || p.Lines[0].Quantity != 2000 {
				t.Errorf("%+v", p)
			}
		})
	}
}

func TestADayMarkedAsTextIsAskedAboutAsAnyOther(t *testing.T) {
	for _, day := range []string{"'03/04/2026", "'03/04/2026'"} {
		book := importingtest.NewShelf()
		_, err := importing.New(book, book.IDs).Read(t.Context(), []importing.Source{importingtest.Table("Order,Date,Customer no,Item", "1,"+day+",7,Cup")}, importing.Options{})
		if importingtest.KeyOf(err) != "error.import.day-order" {
			t.Errorf("%s: %v", day, err)
		}
	}
}

func TestAnInvoiceInFrenchHasADay(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("Facture;Date;Code client;Désignation;Montant", "1;1er mai 2024;7;Table;5,00", "2;2 mai 2024;7;Chaise;5,00"))
	if got := book.BoughtBy(book.Named(t, "7").ID); got["1"].Day.String() != "2024-05-01" || got["2"].Day.String() != "2024-05-02" {
		t.Errorf("%+v", got)
	}
}

func TestTheApostropheOfANameStays(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("Given name,Family name,Phone", "Gerard,'t Hooft,+44 20 7946 0290"))
	if got := book.Named(t, "Gerard 't Hooft").Name.Family; got != "'t Hooft" {
		t.Errorf("the name is %q", got)
	}
}
