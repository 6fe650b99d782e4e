package customers_test

import (
	"slices"
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

func TestANumberThatIsAddedCarriesWhatWasRefusedBothWays(t *testing.T) {
	second := app.Phone{Typed: "+358 40 999 9999", E164: "+358409999999"}
	first := app.Phone{Typed: "+358 40 123 4567", E164: "+358401234567"}
	never := []app.DoNotCall{{Purpose: app.PurposeAny, Reason: "never again"}}
	refused := app.Customer{ID: app.ID{15: 1}, Name: app.Name{Full: "Ann Lee"}, Phones: []app.Phone{first}, DoNotCall: never}
	other := app.Customer{ID: app.ID{15: 2}, Name: app.Name{Full: "A. Lee"}, Phones: []app.Phone{second}}
	for name, tt := range map[string]struct {
		who   app.Customer // is given the number
		typed string
		apart bool
	}{
		"to who refused":                {refused, second.Typed, false},
		"to who may be them":            {other, first.Typed, false},
		"though they are two, to one":   {refused, second.Typed, true},
		"though they are two, to other": {other, first.Typed, true},
	} {
		t.Run(name, func(t *testing.T) {
			b, desk := shop(t)
			b.customers[refused.ID], b.customers[other.ID] = refused, other
			if tt.apart {
				b.kept[app.StrangersKey(refused.ID, other.ID)] = []byte{1}
			}
			form := customers.FormOf(tt.who)
			form.Phones = append(form.Phones, customers.PhoneField{Typed: tt.typed})
			if _, err := desk.Save(t.Context(), form, ""); err != nil {
				t.Fatal(err)
			}
			if _, refuses := b.customers[other.ID].Refuses(app.PurposeFollowUp); refuses == tt.apart {
				t.Errorf("%+v", b.customers[other.ID].DoNotCall)
			}
		})
	}
}

func TestWhatIsRefusedOnOneRecordIsRefusedOnAnotherOfWhoMayBeThem(t *testing.T) {
	b, desk := shop(t)
	number := app.Phone{Typed: "020 7946 0001", E164: "+442079460001"}
	ann := app.Customer{ID: app.ID{15: 1}, Name: app.Name{Full: "Ann Lee"}, Phones: []app.Phone{number}}
	again := app.Customer{ID: app.ID{15: 2}, Name: app.Name{Full: "A. Lee"}, Phones: []app.Phone{number}}
	b.customers[ann.ID], b.customers[again.ID] = ann, again
	form := customers.FormOf(ann)
	form.Notes = "Likes oak"
	if saved, err := desk.Save(t.Context(), form, ""); err != nil || len(saved.Refused) != 0 {
		t.Fatalf("%+v, %v", saved, err)
	}
	form = customers.FormOf(b.customers[ann.ID])
	form.DoNotCall = []app.DoNotCall{{Purpose: app.PurposeMarketing}}
	saved, err := desk.Save(t.Context(), form, "")
	if err != nil || len(saved.Refused) != 1 || saved.Refused[0].ID != again.ID {
		t.Fatalf("%+v, %v", saved, err)
	}
	if got, want := b.customers[again.ID].DoNotCall, b.customers[ann.ID].DoNotCall; len(got) != 1 || !slices.Equal(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	form = customers.FormOf(b.customers[ann.ID])
	form.Notes = "Likes beech"
	b.customers[again.ID] = again
	if saved, err := desk.Save(t.Context(), form, ""); err != nil || len(saved.Refused) != 0 {
		t.Errorf("what was refused before is carried on: %+v, %v", saved, err)
	}
}

func TestTheSameNumberOrAddressHintsAtADuplicate(t *testing.T) {
	b, desk := shop(t)
	b.customers[app.ID{1}] = app.Customer{ID: app.ID{1}, Phones: []app.Phone{{Typed: "x", E164: "+447700900123"}}}
	b.customers[app.ID{2}] = app.Customer{ID: app.ID{2}, Emails: []app.Email{{Address: "b@example.com"}}}
	form := customers.Form{
		Name: "B", Phones: []customers.PhoneField{{Typed: "07700 900 123"}},
		Emails: []app.Email{{Address: "b@example.com"}},
	}
	checked, err := desk.Check(t.Context(), form)
	if err != nil {
		t.Fatal(err)
	}
	if len(checked.Likes) != 2 || checked.Likes[0].Customer.ID != (app.ID{1}) || checked.Likes[0].By != app.FoundPhone ||
		checked.Likes[1].Customer.ID != (app.ID{2}) || checked.Likes[1].By != app.FoundEmail {
		t.Errorf("hints %+v", checked.Likes)
	}
	form.ID = app.ID{1}
	if checked, err = desk.Check(t.Context(), form); err != nil || len(checked.Likes) != 1 {
		t.Errorf("a customer is like themselves: %+v, %v", checked.Likes, err)
	}
}
