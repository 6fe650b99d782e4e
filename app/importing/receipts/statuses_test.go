package receipts_test

import (
	"fmt"
	"slices"
	"testing"

	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/importingtest"
)

func TestAStatusIsUnderstoodInTheLanguagesOfTheHeaders(t *testing.T) {
	for came, statuses := range map[string][]string{
		"nothing": {
			"Cancelled", "canceled", "VOID", "Order cancelled", "Cancelled by customer", "Cancelled - card declined", "Cancelled, refund pending", "Cancelled / Refunded",
			"Declined", "Abandoned", "Rejected", "Payment failed", "Expired", "order_canceled", "Storniert", "Abgebrochen", "Widerrufen", "Fehlgeschlagen",
			"Annulée", "Échouée", "Erreur de paiement", "Cancelada", "Anulado", "Pago rechazado", "Annullato", "Pagamento fallito", "Recusado", "Geannuleerd", "Mislukt",
			"Avbruten", "Makulerad", "Annullerad", "Annulleret", "Kansellert", "Peruutettu", "Peruttu", "Anulowane", "Odrzucone", "Zrušená", "Neúspěšná platba",
			"Törölve", "Sztornó", "Anulată", "Plată eșuată", "Ακυρώθηκε", "Αποτυχημένη πληρωμή", "İptal edildi", "Başarısız", "Отменён", "Отменена", "Отклонён",
			"Скасовано", "Đã hủy", "已取消", "订单已取消", "キャンセル済み",
		},
		"back": {
			"Refunded", "fullyRefunded", "Fully refunded", "Returned", "Chargeback", "Erstattet", "Zurückerstattet", "Retourniert", "Remboursée", "Reembolsado", "Devuelto",
			"Devolvido", "Estornado", "Rimborsato", "Reso", "Terugbetaald", "Geretourneerd", "Återbetalad", "Returnerad", "Refunderet", "Refusion", "Refundert",
			"Tilbakebetalt", "Palautettu", "Hyvitetty", "Zwrócone", "Zwrot", "Vráceno", "Visszatérítve", "Rambursată", "Επιστροφή χρημάτων", "İade edildi", "Возврат",
			"Возвращён", "Đã hoàn tiền", "Trả hàng", "已退款", "返金済み",
		},
		"sold": {
			"Completed", "Paid", "Closed", "Expires 2027", "Returnable", "Incomplete", "Resolved", "Shipped", "Unpaid", "Pending", "Not cancelled", "not refunded", "Partially refunded", "partially_refunded", "Part refunded",
			"Refund requested", "Refund rejected", "Return declined", "Refund pending", "Cancellation requested", "Cancellation rejected", "Canceled_Reversal",
			"Failed delivery attempt", "Non-refundable", "Teilweise erstattet", "Teilerstattet", "Erstattung beantragt", "Nicht storniert", "Keine Retoure",
			"Remboursement partiel", "Remboursement demandé", "Non annulée", "Parcialmente reembolsado", "Devolución solicitada", "Non rimborsato", "Parzialmente rimborsato",
			"Niet geannuleerd", "Gedeeltelijk terugbetaald", "Delvis återbetald", "Ikke refunderet", "Osittain palautettu", "Częściowo zwrócone", "Nie anulowano",
			"Částečně vráceno", "Részben visszatérítve", "Parțial rambursată", "Μερική επιστροφή", "Kısmi iade", "Частичный возврат", "Не отменён", "Chưa hoàn tiền",
			"Hoàn thành", "Zrealizowane", "Livré", "Tamamlandı", "部分退款",
		},
	} {
		for _, status := range statuses {
			t.Run(status, func(t *testing.T) {
				book := importingtest.NewShelf()
				importingtest.Take(t, book, importingtest.Table("Customer ID;Date;Order;Item;Price;Status", "7;14.03.2026;1;Cup;10.00;"+status, "8;15.03.2026;2;Cup;10.00;OK"))
				got := slices.DeleteFunc(book.Sold(), func(s string) bool { return s == "2026-03-15 2 8 8: 1×Cup=1000 1000 GBP" })
				want := map[string][]string{
					"sold": {"2026-03-14 1 7 7: 1×Cup=1000 1000 GBP"},
					"back": {"2026-03-14 1 7 7: -1×Cup=-1000 -1000 GBP", "2026-03-14 1 7 7: 1×Cup=1000 1000 GBP"},
				}[came]
				if !slices.Equal(got, want) {
					t.Errorf("came to %q, want %q", got, want)
				}
			})
		}
	}
}

func TestColumnsOfStatusesAreKnownInOtherLanguages(t *testing.T) {
	for _, name := range []string{"Stato", "Situação", "État", "Durum", "Payment Status", "Order state", "Статус", "Κατάσταση", "Stav objednávky", "Állapot"} {
		p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Table("Customer ID;Date;Order;Item;Price;"+name, "7;14.03.2026;1;Cup;10.00;Cancelled"))
		if p.Summary.UndoneLines != 1 || p.Files[0].Columns[5].Field != fields.Status {
			t.Errorf("%s: %+v", name, p.Summary)
		}
	}
}

func TestTheStatusesThatWereTakenForSoldAreNamed(t *testing.T) {
	file := importingtest.Table("Customer ID,Date,Order,Item,Price,Status,Payment status,Zustand", "7,2026-03-14,1,Cup,10.00,Completed,Paid,Zzz",
		"7,2026-03-15,2,Cup,10.00,Completed,Refunded,Zzz", "7,2026-03-16,3,Cup,10.00,Cancelled,Paid,Zzz", "7,2026-03-17,4,Cup,10.00,Completed,Later,Zzz")
	p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, file)
	if got, want := fmt.Sprint(p.Files[0].TakenAsSold), "[{Completed 2} {Later 1} {Paid 1}]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if want := []string{"Zustand"}; !slices.Equal(p.Files[0].NotTaken, want) {
		t.Errorf("not taken %q, want %q", p.Files[0].NotTaken, want)
	}
	said := importing.Options{Map: []columns.Mapping{{Column: "Zustand", Field: fields.Status}}}
	if p = importingtest.Look(t, importingtest.NewShelf(), said, file); fmt.Sprint(p.Files[0].TakenAsSold) != "[{Completed 2} {Zzz 2} {Later 1} {Paid 1}]" {
		t.Errorf("as the person says: %v", p.Files[0].TakenAsSold)
	}
}

func TestTheSortsOfReceiptsThatWereTakenForSalesAreNamed(t *testing.T) {
	p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Table("Customer ID,Date,Order,Item,Price,Receipt type", "7,2026-03-14,1,Cup,10.00,Sale", "7,2026-03-15,2,Cup,10.00,Refund",
		"7,2026-03-15,3,Cup,10.00,Zzz"))
	if got, want := fmt.Sprint(p.Files[0].TakenAsSold), "[{Sale 1} {Zzz 1}]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestARowThatSaysThatItGivesBackDoesWhateverItsFiguresAre(t *testing.T) {
	const sold = "2026-03-14 1 7 7: 2×Cup=2000 2000 GBP"
	for _, tt := range []struct{ column, sale, back string }{
		{"Type", "Sale", "Return"},
		{"Receipt type", "Sale", "Refund"},
		{"Belegart", "Rechnung", "Gutschrift"},
		{"Tipo", "Venta", "Devolución"},
		{"Type de document", "Facture", "Avoir"},
		{"Typ dokumentu", "Paragon", "Korekta"},
		{"Type", "Mug", "Credit note"},
		{"Vorgang", "Verkauf", "Storno"},
	} {
		for _, total := range []string{"Amount", "Total"} {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, importingtest.Table("Customer ID,Date,Order,Item,Qty,Price,"+total+","+tt.column, "7,2026-03-14,1,Cup,2,10.00,20.00,"+tt.sale, "7,2026-03-15,2,Cup,2,10.00,20.00,"+tt.back))
			if got, want := book.Sold(), []string{sold, "2026-03-15 2 7 7: -2×Cup=-2000 -2000 GBP"}; !slices.Equal(got, want) {
				t.Errorf("%s in %s, %s: got %q, want %q", tt.back, tt.column, total, got, want)
			}
		}
	}
}

func TestAQuantityBelowNothingGivesBackWhateverTheAmountIs(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("Customer ID,Date,Order,Item,Qty,Amount", "7,2026-03-14,1,Cup,-1,10.00"))
	importingtest.Take(t, book, importingtest.Table("Customer ID,Date,Order,Item,Qty,Price,Total", "7,2026-03-15,2,Cup,-1,10.00,10.00"))
	want := []string{"2026-03-14 1 7 7: -1×Cup=-1000 -1000 GBP", "2026-03-15 2 7 7: -1×Cup=-1000 -1000 GBP"}
	if got := book.Sold(); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
