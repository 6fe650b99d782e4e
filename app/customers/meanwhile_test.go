package customers_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/customers"
)

func TestAFormThatWasOpenWhileSomethingElseChangedTheCustomerLosesNothing(t *testing.T) {
	wish := app.DoNotCall{Purpose: app.PurposeAny, Reason: "asked in the shop", Since: app.NewDay(2026, 11, 20)}
	home, work := app.Phone{Label: "home", Typed: "07700 900123", E164: "+447700900123"}, app.Phone{Label: "work", Typed: "07700 900124", E164: "+447700900124"}
	first := app.Customer{ID: app.ID{15: 7}, Name: app.Name{Full: "Anna Long"}, Phones: []app.Phone{home}, Notes: "Likes oak"}
	tests := map[string]struct {
		meanwhile func(*app.Customer)
		typed     func(*customers.Form)
		want      func(*app.Customer)
		remarks   int
	}{
		"who does not want to be called stays so": {
			func(c *app.Customer) { c.DoNotCall = []app.DoNotCall{wish} },
			func(f *customers.Form) { f.Name = "Anna Longe" },
			func(c *app.Customer) { c.Name.Full, c.DoNotCall = "Anna Longe", []app.DoNotCall{wish} }, 0,
		},
		"a number that came in stays beside one that was typed": {
			func(c *app.Customer) { c.Phones = append(c.Phones, work) },
			func(f *customers.Form) { f.Phones = append(f.Phones, customers.PhoneField{Typed: "07700 900125"}) },
			func(c *app.Customer) {
				c.Phones = []app.Phone{home, {Typed: "07700 900125", E164: "+447700900125"}, work}
			}, 0,
		},
		"a number that went out with an undo does not come back": {
			func(c *app.Customer) { c.Phones = nil },
			func(f *customers.Form) { f.Emails = []app.Email{{Address: "anna@example.com"}} },
			func(c *app.Customer) { c.Phones, c.Emails = nil, []app.Email{{Address: "anna@example.com"}} }, 0,
		},
		"where both wrote, what was typed stands and it is said": {
			func(c *app.Customer) { c.Notes = "Likes elm" },
			func(f *customers.Form) { f.Notes = "Likes ash" },
			func(c *app.Customer) { c.Notes = "Likes ash" }, 1,
		},
		"where nothing was typed, what came in stays": {
			func(c *app.Customer) { c.Notes = "Likes elm" }, func(*customers.Form) {},
			func(c *app.Customer) { c.Notes = "Likes elm" }, 0,
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			b, desk := shop(t)
			origin := customers.FormOf(first)
			form := origin
			form.Origin = &origin
			tt.typed(&form)
			now := first
			tt.meanwhile(&now)
			b.customers[first.ID] = now
			saved, err := desk.Save(t.Context(), form, "")
			if err != nil {
				t.Fatal(err)
			}
			want := first
			tt.want(&want)
			if diff := cmp.Diff(want, b.customers[first.ID]); diff != "" {
				t.Error(diff)
			}
			if len(saved.Remarks) != tt.remarks {
				t.Errorf("remarks %v", saved.Remarks)
			}
			said(t, saved.Remarks.Err())
		})
	}
}
