package columns_test

import (
	"context"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/importingtest"
)

func TestACurrencyThatAColumnsNameSaysIsTheAmounts(t *testing.T) {
	for name, want := range map[string]string{
		"Amount £": "GBP", "Amount (£)": "GBP", "£": "GBP", "Amount (USD)": "USD", "Amount [USD]": "USD", "Total (GBP)": "GBP", "Price (in EUR)": "EUR", "Betrag (CHF)": "CHF",
		"Betrag in CHF": "CHF", "Kwota PLN": "PLN", "Total EUR": "EUR", "USD Amount": "USD", "total_eur": "EUR", "price_gbp": "GBP", "Cena (zł)": "PLN", "Amount US$": "USD",
		"Importe €": "EUR", "Gross (USD)": "USD", "Final price (SEK)": "SEK",
	} {
		book := importingtest.NewShelf()
		book.Settings.Currency = "NOK"
		p := importingtest.Look(t, book, importing.Options{}, importingtest.Table("Order,Date,Customer ID,Item,"+name, "1,2026-03-14,7,Mug,20.00"))
		if got := p.Items[0].Total; got != (app.Money{Minor: 2000, Currency: want}) {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestNamesThatOnlyLookLikeCurrenciesAreNone(t *testing.T) {
	for _, name := range []string{"TOTAL ALL", "Price per cup", "Total"} {
		p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Table("Order,Date,Customer ID,Item,"+name, "1,2026-03-14,7,Mug,20.00"))
		if got := p.Items[0].Total; got != (app.Money{Minor: 2000, Currency: "GBP"}) {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestColumnsOfCurrenciesAreKnown(t *testing.T) {
	for _, name := range []string{"Order Currency", "Order Currency Code", "Transaction Currency", "Currency"} {
		p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Table("Order,Date,Customer ID,Item,Amount,"+name, "1,2026-03-14,7,Mug,20.00,USD"))
		if got := p.Items[0].Total.Currency; got != "USD" {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestASignInAColumnsNameThatMayBeSeveralCurrenciesIsAskedAbout(t *testing.T) {
	book := importingtest.NewShelf()
	im := importing.New(book, book.IDs)
	file := importingtest.Table("Order,Date,Customer ID,Item,Amount ($)", "1,2026-03-14,7,Mug,20.00")
	read := func(o importing.Options) (*importing.Preview, error) {
		return im.Read(context.Background(), []importing.Source{file}, o)
	}
	if _, err := read(importing.Options{}); importingtest.KeyOf(err) != "error.import.currency" {
		t.Fatalf("%v", err)
	}
	said := importing.Options{Map: []columns.Mapping{{Column: "Amount ($)", Field: fields.Amount, Money: "CAD"}}}
	if p, err := read(said); err != nil || p.Items[0].Total.Currency != "CAD" {
		t.Errorf("as the person says: %v", err)
	}
	book.Settings.Currency = "AUD"
	if p, err := read(importing.Options{}); err != nil || p.Items[0].Total.Currency != "AUD" {
		t.Errorf("in a shop of such dollars: %v", err)
	}
}
