package receipts_test

import (
	"slices"
	"testing"

	"ringback.app/app/importing/importingtest"
)

func TestAListOfCreditNotesOrOfReturnsGivesBackWhatItNames(t *testing.T) {
	orders := importingtest.Table("Order,Date,Customer ID,Item,Qty,Price", "1,2026-03-01,7,Mug,2,10.00", "2,2026-03-02,7,Pot,1,7.00")
	const mug, pot = "2026-03-01 1 7 7: 2×Mug=2000 2000 GBP", "2026-03-02 2 7 7: 1×Pot=700 700 GBP"
	for _, tt := range []struct{ name, header, row, want string }{
		{"credit notes", "Credit note no.,Date,Customer ID,Item,Quantity,Amount", "CN-1,2026-03-09,7,Mug,1,10.00", "2026-03-09 CN-1 7 7: -1×Mug=-1000 -1000 GBP"},
		{"credit notes with a total", "Credit Note Number,Date,Customer ID,Item,Quantity,Total", "CN-1,2026-03-09,7,Mug,1,10.00", "2026-03-09 CN-1 7 7: -1×Mug=0 -1000 GBP"},
		{"credit notes below nothing", "Credit note no.,Date,Customer ID,Item,Quantity,Amount", "CN-1,2026-03-09,7,Mug,1,-10.00", "2026-03-09 CN-1 7 7: -1×Mug=-1000 -1000 GBP"},
		{"in German", "Gutschriftnr.,Datum,Kundennummer,Artikel,Menge,Betrag", "GS-1,09.03.2026,7,Mug,1,10.00", "2026-03-09 GS-1 7 7: -1×Mug=-1000 -1000 GBP"},
		{"returns", "Return ID,Order,Date,Customer ID,Item,Quantity returned,Amount refunded", "R1,1,2026-03-09,7,Mug,1,10.00", "2026-03-09 1 7 7: -1×Mug=-1000 -1000 GBP"},
		{"returns in German", "Retourennr,Bestellnummer,Datum,Kundennummer,Artikel,Retournierte Menge,Erstattungsbetrag", "R1,1,09.03.2026,7,Mug,1,10.00", "2026-03-09 1 7 7: -1×Mug=-1000 -1000 GBP"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, orders)
			list := importingtest.Table(tt.header, tt.row)
			p := importingtest.Take(t, book, list)
			if got := book.Sold(); !slices.Equal(got, []string{mug, pot, tt.want}) || len(p.Files[0].NotTaken) > 0 || p.Summary.Returns != 1 {
				t.Errorf("%q, %d returns, not taken %q", got, p.Summary.Returns, p.Files[0].NotTaken)
			}
			for _, back := range book.Bought {
				if back.IsReturn() && book.Bought[back.Returns].Receipt != "1" {
					t.Errorf("%+v gives back nothing", back)
				}
			}
			if p := importingtest.Take(t, book, list); p.Summary.Created+p.Summary.Updated != 0 {
				t.Errorf("again: %+v", p.Summary)
			}
		})
	}
}

func TestWhatWasBoughtMayHaveTheNumberOfItsReturnToo(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("Order,Date,Customer ID,Item,Qty,Price,Return ID", "1,2026-03-01,7,Mug,2,10.00,R1", "2,2026-03-02,7,Pot,1,7.00,"))
	if got := book.Sold(); !slices.Equal(got, []string{"2026-03-01 1 7 7: 2×Mug=2000 2000 GBP", "2026-03-02 2 7 7: 1×Pot=700 700 GBP"}) {
		t.Errorf("%q", got)
	}
}
