package columns_test

import (
	"strings"
	"testing"

	"ringback.app/app/importing/importingtest"
)

func TestColumnsAreTakenForWhatTheyAreWhateverStandsBesideThem(t *testing.T) {
	const mug = "2026-03-15 7101  ann@example.com: 2×Mug=1000 1000 GBP"
	for name, tt := range map[string]struct {
		lines []string
		want  string
	}{
		"the things of an order, with a slash": {
			[]string{"Order Ref,Date,Email,Order Lines/Product,Order Lines/Quantity,Order Lines/Subtotal,Total", "7101,2026-03-15,ann@example.com,Mug,2,10.00,15.00", ",,,Pot,1,5.00,"},
			"2026-03-15 7101  ann@example.com: 2×Mug=1000 1×Pot=500 1500 GBP",
		},
		"the things of an order, with brackets": {
			[]string{"Order Ref,Date,Email,Item (Items),Item Name (Items),Quantity (Items),Amount (Items)", "7101,2026-03-15,ann@example.com,MG,Mug,2,10.00"}, mug,
		},
		"an item and its name":       {[]string{"Order No,Date,Email,Item,Item name,Qty,Amount", "7101,2026-03-15,ann@example.com,MG-1,Mug,2,10.00"}, mug},
		"the day it was issued":      {[]string{"Invoice #,Email,Date Issued,Date Paid,Item,Qty,Amount", "7101,ann@example.com,2026-03-15,2026-04-11,Mug,2,10.00", "7102,bob@example.com,2026-03-16,,Mug,1,5.00"}, mug + "\n2026-03-16 7102  bob@example.com: 1×Mug=500 500 GBP"},
		"the day it was paid":        {[]string{"Invoice #,Email,Date Paid,Item,Qty,Amount", "7101,ann@example.com,2026-03-15,Mug,2,10.00"}, mug},
		"the number of a sale":       {[]string{"Sale no.,Email,Date,Item,Qty,Amount", "7101,ann@example.com,2026-03-15,Mug,2,10.00"}, mug},
		"a number, and no more":      {[]string{"Núm.,Email,Fecha,Descripción,Cantidad,Importe", "7101,ann@example.com,2026-03-15,Mug,2,10.00"}, mug},
		"a reference of letters":     {[]string{"ID,Reference,Email,Date,Item,Qty,Amount", "5,KHWLILZLL,ann@example.com,2026-03-15,Mug,2,10.00"}, strings.Replace(mug, "7101", "KHWLILZLL", 1)},
		"the code of a transfer":     {[]string{"Datum,E-Mail,Artikel,Menge,Betrag,Transaktionscode", "15.03.2026,ann@example.com,Mug,2,\"10,00\",7101"}, mug},
		"an article and its text":    {[]string{"Faktura nr.,Dato,E-mail,Varenr.,Tekst,Antal,Beløb", "7101,15.03.2026,ann@example.com,MG,Mug,2,\"10,00\""}, mug},
		"totals with the tax":        {[]string{"Invoice #,Email,Date,Item,Qty,Total,Inc-Tax Total", "7101,ann@example.com,2026-03-15,Mug,2,9.00,10.00"}, strings.Replace(mug, "=1000", "=0", 1)},
		"totals with it first":       {[]string{"Invoice #,Email,Date,Item,Qty,Total incl. VAT,Total", "7101,ann@example.com,2026-03-15,Mug,2,10.00,9.00"}, strings.Replace(mug, "=1000", "=0", 1)},
		"numbers beside page breaks": {[]string{"Beleg,Datum,E-Mail,Artikel,Menge,Betrag", "7101,2026-03-15,ann@example.com,Mug,2,10.00", "Seite 1 von 2,,,,,", "Beleg,Datum,E-Mail,Artikel,Menge,Betrag", "7102,2026-03-15,ann@example.com,Pot,1,5.00"}, mug + "\n2026-03-15 7102  ann@example.com: 1×Pot=500 500 GBP"},
		"a draft":                    {[]string{"Invoice #,Email,Date,Item,Qty,Amount,Status", "7101,ann@example.com,2026-03-15,Mug,2,10.00,Sent", "7102,ann@example.com,2026-03-15,Mug,2,10.00,Draft", "7103,ann@example.com,2026-03-15,Mug,2,10.00,Entwurf", "7104,ann@example.com,2026-03-15,Mug,2,10.00,Payment error"}, mug},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, importingtest.Table(tt.lines...))
			if got := strings.Join(book.Sold(), "\n"); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s\n%+v", got, tt.want, p.Files[0].Columns)
			}
		})
	}
}

func TestTheNameOfABuyerIsKnownByItsParts(t *testing.T) {
	for _, names := range []string{"Buyer first name,Buyer last name", "customers.given_name,customers.family_name", "Kunde Vorname,Kunde Nachname", "Voornaam verzending,Achternaam verzending"} {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, importingtest.Table("Order No,Date,"+names+",Buyer email,Item,Amount", "7101,2026-03-15,Ann,Bell,ann@example.com,Mug,10.00"))
		if got := book.Anyone(t).Name; got.Given != "Ann" || got.Family != "Bell" {
			t.Errorf("%s: the name is %+v", names, got)
		}
	}
}
