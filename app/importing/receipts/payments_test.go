package receipts_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ringback.app/app/importing/importingtest"
)

// paid is a table of a pen at a price that comes again with what it was paid with: so
// many receipts, and below them further lines.
func paid(tender string, further ...string) []string {
	lines := []string{"Receipt,Date,Email,Item,Qty,Amount"}
	for n := range 3 {
		row := fmt.Sprintf("%d,2026-03-1%d,ann@example.com,", n+1, n)
		lines = append(lines, fmt.Sprintf("%sPen,1,%d", row, n+3), fmt.Sprintf("%sInk,1,2.50", row), fmt.Sprintf("%s%s,1,%d.50", row, tender, n+5))
	}
	return append(lines, further...)
}

func TestWhatAReceiptWasPaidWithIsKnownInManyLanguages(t *testing.T) {
	words := "Contactless, EFTPOS, Klarna, On account, Paid by card, Visa Debit, Chip & PIN, Venmo, Loyalty points, Store credit, " +
		"EC, Kartenzahlung, Rechnung, Gutschein eingelöst, Lastschrift, Twint, Barzahlung EUR, Zahlung EC, " +
		"Titre-restaurant, Carte cadeau, Carte bleue, Sans contact, Bon d'achat, Tarjeta de crédito, Bizum, Transferencia, Vale, " +
		"Cartão de débito, MB Way, Pix, Boleto, Carta di credito, Satispay, Buono pasto, Pinnen, iDEAL, Bankpas, Cadeaubon, Karta płatnicza, Bon podarunkowy, " +
		"Πιστωτική κάρτα, Δωροκάρτα, POS, Thẻ, Chuyển khoản, Pankkikortti, MobilePay, Lahjakortti, Presentkort, Gavekort, BankAxept, Platební karta, Převod, " +
		"Átutalás, Nakit, Kredi kartı, Numerar, Банковская карта, Безналичные, 支付宝, 刷卡, クレジットカード, カード, 카드"
	for word := range strings.SplitSeq(words, ", ") {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, importingtest.Table(paid(word)...))
		want := []string{
			"2026-03-10 1  ann@example.com: 1×Pen=300 1×Ink=250 550 GBP", "2026-03-11 2  ann@example.com: 1×Pen=400 1×Ink=250 650 GBP",
			"2026-03-12 3  ann@example.com: 1×Pen=500 1×Ink=250 750 GBP",
		}
		if got := book.Sold(); !slices.Equal(got, want) {
			t.Errorf("%s: %q", word, got)
		}
	}
}

func TestWhatWasPaidIsToldFromWhatWasBoughtByWhatItComesTo(t *testing.T) {
	tests := map[string]struct {
		lines []string
		last  string // receipt
		said  []string
	}{
		"a gift card that was bought among other things, and a card": {
			paid("Cash", "4,2026-03-15,ann@example.com,Gift card,1,50", "4,2026-03-15,ann@example.com,Pen,1,3", "4,2026-03-15,ann@example.com,Card,1,53"),
			"2026-03-15 4  ann@example.com: 1×Gift card=5000 1×Pen=300 5300 GBP", nil,
		},
		"a gift card that was paid with a card": {
			paid("Cash", "4,2026-03-15,ann@example.com,Gift card,1,50", "4,2026-03-15,ann@example.com,Card,1,50"),
			"2026-03-15 4  ann@example.com: 1×Gift card=5000 5000 GBP", nil,
		},
		"a gift card below the sum": {
			[]string{"Receipt,Date,Email,Item,Qty,Amount", "4,2026-03-15,ann@example.com,Pen,1,3", "4,2026-03-15,ann@example.com,Ink,1,2", "4,2026-03-15,ann@example.com,Total,1,5", "4,2026-03-15,ann@example.com,Gift card,1,5"},
			"2026-03-15 4  ann@example.com: 1×Pen=300 1×Ink=200 500 GBP", nil,
		},
		"change that is written as what was paid": {
			[]string{"Receipt,Date,Email,Item,Qty,Amount", "4,2026-03-15,ann@example.com,Pen,1,3", "4,2026-03-15,ann@example.com,Cash,1,10", "4,2026-03-15,ann@example.com,Change,1,7"},
			"2026-03-15 4  ann@example.com: 1×Pen=300 300 GBP", nil,
		},
		"what may be either, and nothing proves it": {
			paid("Cash", "4,2026-03-15,ann@example.com,Pen,1,3", "4,2026-03-15,ann@example.com,Gift card,1,50"),
			"2026-03-15 4  ann@example.com: 1×Pen=300 1×Gift card=5000 5300 GBP",
			[]string{"import.receipt.perhaps-payment"},
		},
		"with the tax of a column, in the total of the receipt": {
			[]string{
				"Receipt,Date,Email,Item,Qty,Amount,Tax,Receipt total", "4,2026-03-15,ann@example.com,Pen,1,3,0.50,5.50", "4,2026-03-15,ann@example.com,Ink,1,2,0,5.50",
				"4,2026-03-15,ann@example.com,Credit card,1,5.50,0,5.50",
			},
			"2026-03-15 4  ann@example.com: 1×Pen=300 1×Ink=200 550 GBP", nil,
		},
		"with the postage of a column, in the total of the first row": {
			[]string{
				"Receipt,Date,Email,Item,Qty,Amount,Shipping,Order total", "4,2026-03-15,ann@example.com,Pen,1,3,4,9", "4,2026-03-15,ann@example.com,Ink,1,2,,",
				"4,2026-03-15,ann@example.com,PayPal,1,9,,",
			},
			"2026-03-15 4  ann@example.com: 1×Pen=300 1×Ink=200 900 GBP", nil,
		},
	}
	for name, tt := range tests {
		book := importingtest.NewShelf()
		p := importingtest.Take(t, book, importingtest.Table(tt.lines...))
		if got := book.Sold(); got[len(got)-1] != tt.last {
			t.Errorf("%s: got %q, want %q", name, got[len(got)-1], tt.last)
		}
		if got := importingtest.Problems(p); !slices.Equal(got, tt.said) {
			t.Errorf("%s: said %q", name, got)
		}
	}
}

func TestATableThatWritesTheTaxInNoLineStillSellsNoCash(t *testing.T) {
	lines := []string{"Receipt,Date,Email,Item,Qty,Amount,Tax"}
	for n := range 3 {
		row := fmt.Sprintf("%d,2026-03-1%d,ann@example.com,", n+1, n)
		lines = append(lines, fmt.Sprintf("%sPen,1,%d,0.60", row, n+3), fmt.Sprintf("%sCash,1,%d.60,", row, n+3))
	}
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table(lines...))
	if got := strings.Join(book.Sold(), "\n"); strings.Contains(got, "Cash") {
		t.Error(got)
	}
}
