package columns_test

import (
	"slices"
	"testing"

	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestTheNamesThatShopProgramsGiveTheirColumnsAreKnown(t *testing.T) {
	const sold = "2026-03-14 1 7 7: 2×Mug="
	for _, tt := range []struct{ header, row, want string }{
		{"Pedido,Data,Customer ID,Produto,Quantidade,Total do pedido", "1,14/03/2026,7,Mug,2,20.00", sold + "0 2000 GBP"},
		{"Bestellnummer,Datum,Kundennummer,Artikel,Menge,Bestellsumme", "1,14.03.2026,7,Mug,2,20.00", sold + "0 2000 GBP"},
		{"Order,Date,Customer ID,Menu Item,Qty,Price", "1,2026-03-14,7,Mug,2,10.00", sold + "2000 2000 GBP"},
		{"Ordernr,Datum,Klantnummer,Titel,Aantal,Prijs", "1,14-03-2026,7,Mug,2,10.00", sold + "2000 2000 GBP"},
		{"Order,date_add,Customer ID,Product,Qty,Price", "1,2026-03-14 10:00:00,7,Mug,2,10.00", sold + "2000 2000 GBP"},
		{"Order,Order Creation Date,Customer ID,Product,Qty,Price", "1,2026-03-14,7,Mug,2,10.00", sold + "2000 2000 GBP"},
		{"Số hóa đơn,Ngày,Customer ID,Mã hàng,Số lượng,Đơn giá", "1,14/03/2026,7,Mug,2,10.00", sold + "2000 2000 GBP"},
	} {
		book := importingtest.NewShelf()
		p := importingtest.Take(t, book, importingtest.Table(tt.header, tt.row))
		if got := book.Sold(); !slices.Equal(got, []string{tt.want}) || len(p.Files[0].NotTaken) > 0 {
			t.Errorf("%s: %q, not taken %q", tt.header, got, p.Files[0].NotTaken)
		}
	}
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("Order,Date,Customer ID,Product,Qty,Price,Order Payment State", "1,2026-03-14,7,Mug,2,10.00,Refunded"))
	if got := book.Sold(); !slices.Equal(got, []string{"2026-03-14 1 7 7: -2×Mug=-2000 -2000 GBP", sold + "2000 2000 GBP"}) {
		t.Errorf("refunded: %q", got)
	}
}

func TestATitleBeforeANameIsNotWhatWasBought(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("Beleg,Datum,Kundennummer,Titel,Betrag", "1,14.03.2026,7,Dr.,20.00", "2,15.03.2026,8,Frau,20.00"))
	if got := book.Sold(); !slices.Equal(got, []string{"2026-03-14 1 7 7: 1×=2000 2000 GBP", "2026-03-15 2 8 8: 1×=2000 2000 GBP"}) {
		t.Errorf("%q", got)
	}
}

func TestReviewsOfACollectorOfThemAreReadByTheNamesOfItsColumns(t *testing.T) {
	book := importingtest.NewShelf()
	p := importingtest.Take(t, book, importingtest.Told("Review ID,Review Score,Date Created,Review Title,Review Content,Reviewer Display Name,Reviewer Email", "77,2,2026-03-14,So so,It broke,Ann,ann@example.com"))
	o, read := importingtest.OpinionsOf(book)["So so\nIt broke"]
	if !read || p.Files[0].Kind != importing.KindOpinions || o.Stars == nil || *o.Stars != 2 || o.Said.String() != "2026-03-14" {
		t.Errorf("%+v", book.Others)
	}
}
