package receipts_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

// papersTable is a table of documents, each on a day of its own, the first on the 14th.
func papersTable(column string, papers ...string) importing.Source {
	lines := []string{"Customer ID,Date,Order,Item,Amount," + column}
	for i, paper := range papers {
		lines = append(lines, fmt.Sprintf("7,2026-03-%d,%d,Cup,10.00,%s", 14+i, 1+i, paper))
	}
	return importingtest.Table(lines...)
}

func TestOnlyWhatWasBoughtIsAPurchaseAmongDocuments(t *testing.T) {
	for name, tt := range map[string]struct {
		papers string
		want   string // the numbers of the purchases
		told   string
		left   string
	}{
		"an offer never is one":                   {"Invoice,Estimate,Quote,Pro-forma invoice,Proforma", "1", "[{Invoice 1}]", "[{Estimate 1} {Pro-forma invoice 1} {Proforma 1} {Quote 1}]"},
		"nor is it alone":                         {"Estimate,Estimate", "", "[]", "[{Estimate 2}]"},
		"a payment beside its invoice is none":    {"Invoice,Payment,Invoice payment", "1", "[{Invoice 1}]", "[{Invoice payment 1} {Payment 1}]"},
		"beside what was rung up neither":         {"Sales receipt,Payment", "1", "[{Sales receipt 1}]", "[{Payment 1}]"},
		"in a cash book it is":                    {"Payment,Payment", "1 2", "[{Payment 2}]", "[]"},
		"nor an order beside invoices":            {"Sales Order,Invoice,Delivery note", "2", "[{Invoice 1}]", "[{Delivery note 1} {Sales Order 1}]"},
		"a list of orders is what was bought":     {"Sales order,Delivery note", "1 2", "[{Delivery note 1} {Sales order 1}]", "[]"},
		"what is not known is told":               {"Invoice,Zzz", "1 2", "[{Invoice 1} {Zzz 1}]", "[]"},
		"what gives back does":                    {"Invoice,Credit memo,Payment", "1 2", "[{Invoice 1}]", "[{Payment 1}]"},
		"in German":                               {"Rechnung,Angebot,Lieferschein,Kostenvoranschlag,Zahlungseingang", "1", "[{Rechnung 1}]", "[{Angebot 1} {Kostenvoranschlag 1} {Lieferschein 1} {Zahlungseingang 1}]"},
		"in French":                               {"Facture,Devis,Bon de livraison,Règlement", "1", "[{Facture 1}]", "[{Bon de livraison 1} {Devis 1} {Règlement 1}]"},
		"in Spanish":                              {"Factura,Presupuesto,Albarán,Cobro", "1", "[{Factura 1}]", "[{Albarán 1} {Cobro 1} {Presupuesto 1}]"},
		"in Polish":                               {"Faktura,Oferta,Zamówienie,Wpłata", "1", "[{Faktura 1}]", "[{Oferta 1} {Wpłata 1} {Zamówienie 1}]"},
		"in Swedish":                              {"Faktura,Offert,Följesedel,Inbetalning", "1", "[{Faktura 1}]", "[{Följesedel 1} {Inbetalning 1} {Offert 1}]"},
		"in Greek":                                {"Τιμολόγιο,Προσφορά,Πληρωμή", "1", "[{Τιμολόγιο 1}]", "[{Πληρωμή 1} {Προσφορά 1}]"},
		"in Vietnamese":                           {"Hóa đơn,Báo giá,Thanh toán", "1", "[{Hóa đơn 1}]", "[{Báo giá 1} {Thanh toán 1}]"},
		"in Japanese, where nothing is set apart": {"請求書,見積書,納品書", "1", "[{請求書 1}]", "[{納品書 1} {見積書 1}]"},
	} {
		for _, column := range []string{"Type", "Kind", "Art", "Typ", "Transaction type", "Document type", "Belegart"} {
			t.Run(name+" under "+column, func(t *testing.T) {
				book, file := importingtest.NewShelf(), papersTable(column, strings.Split(tt.papers, ",")...)
				p := importingtest.Take(t, book, file)
				var got []string
				for _, item := range p.Items {
					got = append(got, item.Receipt)
				}
				if got := strings.Join(got, " "); got != tt.want {
					t.Errorf("came to %q, want %q", got, tt.want)
				}
				about := p.Files[0]
				if told := fmt.Sprint(about.TakenAsSold); told != tt.told {
					t.Errorf("taken as sold %s, want %s", told, tt.told)
				}
				if left := fmt.Sprint(about.LeftAsNoSale); left != tt.left || about.NoSale != strings.Count(tt.papers, ",")+1-len(got) {
					t.Errorf("left out %s, want %s, and %d lines", left, tt.left, about.NoSale)
				}
			})
		}
	}
}

func TestAColumnOfTheSortOfTheGoodsLeavesOutNothingAndIsNamed(t *testing.T) {
	for _, goods := range [][]string{{"Mug", "Plate"}, {"Oferta", "Normal"}, {"Order", "Stock"}} {
		p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, papersTable("Tipo", goods...))
		if p.Summary.Receipts.Created != 2 || p.Files[0].NoSale != 0 || !slices.Equal(p.Files[0].NotTaken, []string{"Tipo"}) {
			t.Errorf("%q: %+v, not taken %q", goods, p.Summary, p.Files[0].NotTaken)
		}
	}
}

func TestFurtherLinesOfAnEstimateAreOfIt(t *testing.T) {
	for name, lines := range map[string][]string{
		"with its number":         {"7,2026-03-15,2,Sofa,900.00,Estimate", "7,2026-03-15,2,Bed,700.00,", "7,2026-03-16,3,Rug,80.00,Invoice"},
		"without":                 {"7,2026-03-15,2,Sofa,900.00,Estimate", ",,,Bed,700.00,", "7,2026-03-16,3,Rug,80.00,Invoice"},
		"of which an invoice has": {"7,2026-03-15,3,Sofa,900.00,Estimate", "7,2026-03-15,3,Bed,700.00,", "7,2026-03-16,3,Rug,80.00,Invoice"},
	} {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, importingtest.Table(append([]string{"Customer ID,Date,Order,Item,Amount,Type", "7,2026-03-14,1,Cup,10.00,Invoice"}, lines...)...))
		want := []string{"2026-03-14 1 7 7: 1×Cup=1000 1000 GBP", "2026-03-16 3 7 7: 1×Rug=8000 8000 GBP"}
		if got := book.Sold(); !slices.Equal(got, want) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestWhatIsOnOfferBesideWhatIsNoDocumentIsBought(t *testing.T) {
	book := importingtest.NewShelf()
	p := importingtest.Take(t, book, papersTable("Sale type", "Normal", "Angebot"))
	if len(book.Bought) != 2 || p.Summary.NoSaleLines != 0 {
		t.Errorf("%q, %+v", book.Sold(), p.Summary)
	}
}
