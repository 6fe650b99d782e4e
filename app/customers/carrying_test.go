package customers_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/customers"
)

func TestWhoMayBeSomebodyWhoRefusedIsNotCalledEither(t *testing.T) {
	for name, tt := range map[string]struct {
		name    string
		purpose app.Purpose // what Maija refused
		key     string      // of what is said; empty: nothing
	}{
		"the same name":                       {"Maija Korhonen", app.PurposeAny, "error.customers.refused"},
		"an initial":                          {"M. Korhonen", app.PurposeAny, "error.customers.refused"},
		"the same name, and only for offers":  {"Maija Korhonen", app.PurposeMarketing, "error.customers.refused.marketing"},
		"somebody else of the same household": {"Tom Korhonen", app.PurposeAny, ""},
	} {
		t.Run(name, func(t *testing.T) {
			book, desk := shop(t)
			first := customers.Form{Name: "Maija Korhonen", Phones: []customers.PhoneField{{Typed: "040 123 4567"}}}
			first.DoNotCall = []app.DoNotCall{{Purpose: tt.purpose, Reason: "leave me be"}}
			if _, err := desk.Save(t.Context(), first, ""); err != nil {
				t.Fatal(err)
			}
			saved, err := desk.Save(t.Context(), customers.Form{Name: tt.name, Phones: first.Phones}, "")
			if err != nil {
				t.Fatal(err)
			}
			c := book.customers[saved.ID]
			said := ""
			_, refuses := c.Refuses(tt.purpose)
			if remark := saved.Remarks[customers.FieldDoNotCall]; remark != nil {
				said = remark.Key
			}
			if said != tt.key || refuses != (tt.key != "") {
				t.Errorf("said %q, not called for %+v", said, c.DoNotCall)
			}
			// What the owner took off their page stays off.
			form := customers.FormOf(c)
			form.DoNotCall, form.Notes = nil, "is somebody else"
			if _, err := desk.Save(t.Context(), form, ""); err != nil {
				t.Fatal(err)
			}
			if c := book.customers[saved.ID]; len(c.DoNotCall) != 0 {
				t.Errorf("it came back: %+v", c.DoNotCall)
			}
		})
	}
}
