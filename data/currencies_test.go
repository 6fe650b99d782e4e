package data_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/loyalty"
	"ringback.app/app/settings"
	"ringback.app/app/when"
	"ringback.app/app/wording"
	"ringback.app/assets"
)

func TestPurchasesAreFoundByTheirCurrency(t *testing.T) {
	s := newShop(t)
	anna := s.customer("Anna", "+358401234567")
	s.put(anna)
	var want []app.ID
	for _, currency := range []string{"EUR", "GBP", "EUR", "EUR"} {
		p := app.Purchase{ID: s.ids.Next(), Customer: anna.ID, Day: app.NewDay(2026, 11, 1), Total: 1250, Currency: currency}
		s.put(p)
		if currency == "EUR" {
			want = append(want, p.ID)
		}
	}
	slices.SortFunc(want, app.ID.Compare)
	found := func(most int) (ids []app.ID) {
		err := s.PurchasesIn(t.Context(), "EUR", func(p app.Purchase) bool {
			ids = append(ids, p.ID)
			return len(ids) < most
		})
		if err != nil {
			t.Fatal(err)
		}
		return ids
	}
	if got := found(10); !slices.Equal(got, want) {
		t.Errorf("found %v, want %v", got, want)
	}
	if got := found(2); !slices.Equal(got, want[:2]) {
		t.Errorf("of two found %v", got)
	}
}

func TestEachCurrencyOfTheBookIsNamedOnce(t *testing.T) {
	s := newShop(t)
	for n, currency := range []string{"USD", "EUR", "GBP", "EUR", "USD", "POINTS"} { // the last is nobody's money, and in a book all the same
		who := s.customer("Anna", fmt.Sprintf("+35840123456%d", n))
		s.put(who)
		s.put(app.Purchase{ID: s.ids.Next(), Customer: who.ID, Day: app.NewDay(2026, 11, 1), Total: 1250, Currency: currency})
	}
	if all, err := s.Currencies(t.Context()); err != nil || !slices.Equal(all, []string{"EUR", "GBP", "POINTS", "USD"}) {
		t.Errorf("%v, %v", all, err)
	}
}

func TestABookThatWasInTheWrongCurrencyIsPutRightAndBack(t *testing.T) {
	s := newShop(t)
	anna := s.customer("Anna", "+358401234567")
	anna.Thanks = []app.ThankYou{{Day: app.NewDay(2026, 11, 2), What: "Flowers", Cost: app.Money{Minor: 1500, Currency: "EUR"}}}
	s.put(anna)
	bought := app.Purchase{
		ID: s.ids.Next(), Customer: anna.ID, Day: app.DayOf(s.now) - 10, Total: 1250, Currency: "EUR",
		Lines: []app.Line{{Item: "Mug", Quantity: app.One, Amount: 1250}},
	}
	s.put(bought)
	wrong := app.Complaint{
		ID: s.ids.Next(), Customer: anna.ID, Received: s.now.Add(-time.Hour), Wrong: "Cracked",
		Remedy: &app.Remedy{Kind: app.RemedyRefund, Cost: app.Money{Minor: 500, Currency: "EUR"}},
	}
	s.put(wrong)
	catalogue, err := wording.Load(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	clock := func() time.Time { return s.now }
	desk := settings.New(s, clock, when.Typing{Words: when.WordsOf(catalogue.In("en"))})
	form, err := desk.Form(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	form.Currency = "GBP"
	set, err := desk.SaveRestating(t.Context(), form, "")
	if err != nil {
		t.Fatal(err)
	}
	if again, err := s.Purchase(t.Context(), bought.ID); err != nil || again.Currency != "GBP" || again.Total != 1250 || again.Lines[0].Amount != 1250 {
		t.Errorf("%+v, %v", again, err)
	}
	if again, err := s.Complaint(t.Context(), wrong.ID); err != nil || again.Remedy.Cost != (app.Money{Minor: 500, Currency: "GBP"}) {
		t.Errorf("%+v, %v", again, err)
	}
	roll, err := loyalty.New(s, clock).Read(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var m loyalty.Member
	for _, kind := range loyalty.Kinds() {
		for _, one := range roll.In(kind) {
			if one.Customer == anna.ID {
				m = one
			}
		}
	}
	if m.YearValue != 1250 || roll.Currency != "GBP" || roll.Others() != 0 {
		t.Errorf("%+v in %s", m, roll.Currency)
	}
	if found, err := s.Check(t.Context()); err != nil || len(found) > 0 {
		t.Errorf("%v, %v", found, err)
	}
	if _, err := s.Undo(t.Context(), set.Batch, ""); err != nil {
		t.Fatal(err)
	}
	purchase, err := s.Purchase(t.Context(), bought.ID)
	if diff := cmp.Diff(bought, purchase); diff != "" || err != nil {
		t.Errorf("after the undo (%v): %s", err, diff)
	}
	customer, err := s.Customer(t.Context(), anna.ID)
	if diff := cmp.Diff(anna, customer, sameRecords); diff != "" || err != nil {
		t.Errorf("after the undo (%v): %s", err, diff)
	}
	if plan, err := s.Plan(t.Context()); err != nil || plan.Currency != "EUR" {
		t.Errorf("after the undo %s, %v", plan.Currency, err)
	}
}
