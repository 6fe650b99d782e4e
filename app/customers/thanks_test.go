package customers_test

import (
	"reflect"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/app/customers"
)

func TestWhatACustomerIsGivenIsPutOnRecord(t *testing.T) {
	b, desk := shop(t)
	anna, err := desk.Save(t.Context(), customers.Form{Name: "Anna"}, "")
	if err != nil {
		t.Fatal(err)
	}
	give := func(form customers.ThanksForm) {
		t.Helper()
		form.Customer = anna.ID
		if _, err := desk.GiveThanks(t.Context(), form, "Mo"); err != nil {
			t.Fatal(err)
		}
	}
	give(customers.ThanksForm{What: "  Flowers ", Cost: "15"})
	give(customers.ThanksForm{What: "A card", Day: "2026-11-02"})
	want := []app.ThankYou{
		{Day: app.NewDay(2026, 11, 2), What: "A card", By: "Mo"},
		{Day: app.NewDay(2026, 11, 22), What: "Flowers", Cost: app.Money{Minor: 1500, Currency: b.plan.Currency}, By: "Mo"},
	}
	if got := b.customers[anna.ID].Thanks; !reflect.DeepEqual(got, want) {
		t.Errorf("kept %+v\nwant %+v", got, want)
	}
	if last := b.batches[len(b.batches)-1]; last.Act != app.ActThankYou || last.By != "Mo" {
		t.Errorf("wrote %+v", last)
	}
	page, err := desk.Page(t.Context(), anna.ID)
	if err != nil {
		t.Fatal(err)
	}
	change := page.History[0].Fields
	if len(change) != 1 || change[0].Field != customers.FieldThanks || !reflect.DeepEqual(change[0].After, want) {
		t.Errorf("the history tells %+v", change)
	}
}

func TestWhatIsWrongWithAThankYou(t *testing.T) {
	b, desk := shop(t)
	anna, err := desk.Save(t.Context(), customers.Form{Name: "Anna"}, "")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		form customers.ThanksForm
		want map[string]string
	}{
		"nothing was given": {
			customers.ThanksForm{What: "  "}, map[string]string{"what": "error.customers.thanks.nothing"},
		},
		"a story": {
			customers.ThanksForm{What: strings.Repeat("å", 201)}, map[string]string{"what": "error.customers.thanks.long"},
		},
		"a cost that is none, on a day to come": {
			customers.ThanksForm{What: "Wine", Cost: "a lot", Day: "2027-01-01"},
			map[string]string{"cost": "error.customers.thanks.cost", "day": "error.when.ahead"},
		},
		"a cost below nothing": {
			customers.ThanksForm{What: "Wine", Cost: "-3"}, map[string]string{"cost": "error.customers.thanks.cost"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			c.form.Customer = anna.ID
			_, err := desk.GiveThanks(t.Context(), c.form, "")
			if got := wrong(err); !reflect.DeepEqual(got, c.want) {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
	if len(b.customers[anna.ID].Thanks) != 0 {
		t.Error("something was written all the same")
	}
	if _, err := desk.GiveThanks(t.Context(), customers.ThanksForm{Customer: app.ID{0: 99}, What: "Wine"}, ""); app.CodeOf(err) != app.CodeNotFound {
		t.Errorf("to nobody: %v", err)
	}
}
