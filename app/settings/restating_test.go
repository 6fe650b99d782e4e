package settings_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/settings"
)

// sterling is a shop whose books are in euros by mistake.
func sterling(t *testing.T) (*book, *settings.Desk) {
	b, d := desk(t)
	b.plan.Currency = "EUR"
	euros := func(n int64) app.Money { return app.Money{Minor: n, Currency: "EUR"} }
	b.purchases = []app.Purchase{
		{ID: app.ID{1}, Currency: "EUR", Total: 1250, Lines: []app.Line{{Item: "Mug", Amount: 1250}}},
		{ID: app.ID{2}, Currency: "USD", Total: 900},
		{ID: app.ID{3}, Currency: "EUR", Total: -1250},
	}
	b.complaints = []app.Complaint{
		{ID: app.ID{4}, Remedy: &app.Remedy{Kind: app.RemedyRefund, Cost: euros(500)}, Earlier: []app.Given{{Remedy: app.Remedy{Cost: euros(100)}}}},
		{ID: app.ID{5}, Remedy: &app.Remedy{Kind: app.RemedyApology}},
	}
	b.customers = []app.Customer{
		{ID: app.ID{6}, Phones: []app.Phone{{Typed: "020 7946 0290"}}, Thanks: []app.ThankYou{{What: "Flowers", Cost: euros(1500)}}},
		{ID: app.ID{7}, Thanks: []app.ThankYou{{What: "A card", Cost: app.Money{Minor: 300, Currency: "USD"}}}},
	}
	return b, d
}

func TestAmountsOnRecordGoOverToTheCurrencyThatWasMeant(t *testing.T) {
	b, d := sterling(t)
	f := form(t, d)
	f.Currency, f.OwnerFrom = "gbp", "12.50"
	held, err := d.Held(t.Context(), f)
	if want := (settings.Held{Purchases: 2, Was: "EUR", Wanted: "GBP"}); held != want || err != nil {
		t.Fatalf("held %+v, %v", held, err)
	}
	if _, err := d.SaveRestating(t.Context(), f, "Ann"); err != nil {
		t.Fatal(err)
	}
	if len(b.batches) != 1 || b.batches[0].Act != app.ActEditPlan || b.batches[0].By != "Ann" {
		t.Fatalf("batches %+v", b.batches)
	}
	pounds := func(n int64) app.Money { return app.Money{Minor: n, Currency: "GBP"} }
	want := []app.Record{
		app.Purchase{ID: app.ID{1}, Currency: "GBP", Total: 1250, Lines: []app.Line{{Item: "Mug", Amount: 1250}}},
		app.Purchase{ID: app.ID{3}, Currency: "GBP", Total: -1250},
		app.Complaint{ID: app.ID{4}, Remedy: &app.Remedy{Kind: app.RemedyRefund, Cost: pounds(500)}, Earlier: []app.Given{{Remedy: app.Remedy{Cost: pounds(100)}}}},
		app.Customer{
			ID:     app.ID{6},
			Phones: []app.Phone{{Typed: "020 7946 0290", E164: "+442079460290"}}, Thanks: []app.ThankYou{{What: "Flowers", Cost: pounds(1500)}},
		},
	}
	var got []app.Record
	for _, c := range b.batches[0].Changes[1:] {
		got = append(got, c.Put)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if b.plan.Currency != "GBP" || b.plan.OwnerFrom != 1250 {
		t.Errorf("the plan has %s and %d", b.plan.Currency, b.plan.OwnerFrom)
	}
	if b.purchases[0].Lines[0].Amount != 1250 || b.complaints[0].Remedy.Cost.Currency != "EUR" || b.customers[0].Thanks[0].Cost.Currency != "EUR" {
		t.Error("what is in the book was changed in place")
	}
}

func TestAmountsOnRecordStayWhereOnlyTheCurrencyIsSaved(t *testing.T) {
	b, d := sterling(t)
	f := form(t, d)
	f.Currency = "GBP"
	if _, err := d.Save(t.Context(), f, ""); err != nil {
		t.Fatal(err)
	}
	for _, c := range b.batches[0].Changes {
		switch r := c.Put.(type) {
		case app.Purchase, app.Complaint:
			t.Errorf("written: %+v", r)
		case app.Customer:
			if r.Thanks[0].Cost.Currency != "EUR" {
				t.Errorf("written: %+v", r)
			}
		}
	}
}

func TestWhereTheCurrencyStaysNothingIsHeldInAnother(t *testing.T) {
	b, d := sterling(t)
	f := form(t, d)
	f.Currency = " eur"
	if held, err := d.Held(t.Context(), f); held.Purchases != 0 || err != nil {
		t.Errorf("%+v, %v", held, err)
	}
	if _, err := d.SaveRestating(t.Context(), f, ""); err != nil || len(b.batches[0].Changes) != 2 {
		t.Errorf("%+v, %v", b.batches, err)
	}
	f.Currency = "Taler"
	var bad app.FieldErrors
	if _, err := d.Held(t.Context(), f); !errors.As(err, &bad) {
		t.Errorf("a currency that there is not: %v", err)
	}
}

func TestFiguresStayAsTheyAreWritten(t *testing.T) {
	tests := []struct {
		name, from, to string
		minor          int64
		want           int64
		refused        string // part of the sentence
	}{
		{"two decimals and two", "EUR", "GBP", 1250, 1250, ""},
		{"none becomes two", "JPY", "EUR", 1250, 125000, ""},
		{"two become three", "EUR", "KWD", 1250, 12500, ""},
		{"two that are nothing become none", "EUR", "JPY", 1200, 12, ""},
		{"two that are something cannot", "EUR", "JPY", 1250, 0, "12.50 EUR, which cannot be written in JPY"},
		{"three that are something cannot be two", "KWD", "EUR", 12505, 0, "12.505 KWD"},
		{"what is given back", "EUR", "JPY", -1200, -12, ""},
		{"more than a number holds", "JPY", "KWD", 1 << 60, 0, "cannot be written in KWD"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b, d := desk(t)
			b.plan.Currency = tt.from
			b.purchases = []app.Purchase{{ID: app.ID{1}, Currency: tt.from, Lines: []app.Line{{Item: "Mug", Amount: tt.minor}}, Total: tt.minor}}
			f := form(t, d)
			f.Currency = tt.to
			_, err := d.SaveRestating(t.Context(), f, "")
			if tt.refused != "" {
				said := english(t).Fields(err)[settings.FieldCurrency]
				if !strings.Contains(said, tt.refused) || len(b.batches) > 0 {
					t.Errorf("%q (%v), written %+v", said, err, b.batches)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if p := b.batches[0].Changes[1].Put.(app.Purchase); p.Total != tt.want || p.Lines[0].Amount != tt.want || p.Currency != tt.to {
				t.Errorf("%+v, want %d", p, tt.want)
			}
		})
	}
}

func TestTooManyPurchasesAreNotRestated(t *testing.T) {
	for n, refused := range map[int]bool{settings.MostRestated: false, settings.MostRestated + 1: true} {
		b, d := desk(t)
		b.plan.Currency, b.plan.Country = "EUR", ""
		b.purchases = slices.Repeat([]app.Purchase{{ID: app.ID{1}, Currency: "EUR", Total: 100}}, n)
		f := form(t, d)
		f.Currency = "GBP"
		_, err := d.SaveRestating(t.Context(), f, "")
		said := english(t).Fields(err)[settings.FieldCurrency]
		if strings.Contains(said, "too many") != refused || (len(b.batches) == 0) != refused {
			t.Errorf("of %d: %q, %d batches", n, said, len(b.batches))
		}
	}
}
