package settings_test

import (
	"testing"

	"ringback.app/app"
)

func TestNumbersAreReadAgainWithTheCountryThatTheyLacked(t *testing.T) {
	b, d := desk(t)
	b.plan.Country = ""
	b.customers = []app.Customer{
		{ID: app.ID{1}, Phones: []app.Phone{
			{Label: "home", Typed: "030 7654321", Preferred: true},
			{Typed: "0171 7654321 Oma", Unfit: app.UnfitUnreadable},
			{Typed: "030 7654322", Unfit: app.UnfitDead},
			{Typed: "+44 20 7946 0290", E164: "+442079460290"},
			{Typed: "12345"},
		}},
		{ID: app.ID{2}, Phones: []app.Phone{{Typed: "020 7946 0290", E164: "+442079460290"}}},
		{ID: app.ID{3}},
	}
	f := form(t, d)
	f.Country = "DE"
	if _, err := d.Save(t.Context(), f, ""); err != nil {
		t.Fatal(err)
	}
	changes := b.batches[0].Changes
	if len(b.batches) != 1 || len(changes) != 2 {
		t.Fatalf("%d batches, the first of %d changes", len(b.batches), len(changes))
	}
	want := []app.Phone{
		{Label: "home", Typed: "030 7654321", E164: "+49307654321", Preferred: true},
		{Label: "Oma", Typed: "0171 7654321 Oma", E164: "+491717654321"},
		{Typed: "030 7654322", E164: "+49307654322", Unfit: app.UnfitDead},
		{Typed: "+44 20 7946 0290", E164: "+442079460290"},
		{Typed: "12345"},
	}
	got := changes[1].Put.(app.Customer)
	for i, p := range got.Phones {
		if p != want[i] {
			t.Errorf("got  %+v\nwant %+v", p, want[i])
		}
	}
	if b.customers[0].Phones[0].E164 != "" {
		t.Error("the record that is in the book was changed in place")
	}

	b.customers[0] = got
	f = form(t, d)
	f.Shop = "Another sign over the door"
	if _, err := d.Save(t.Context(), f, ""); err != nil {
		t.Fatal(err)
	}
	if n := len(b.batches[1].Changes); n != 1 {
		t.Errorf("of numbers that are read already %d records are written", n)
	}
}

func TestNumbersThatAnEarlierVersionLeftUnreadAreReadWhenAnythingIsSet(t *testing.T) {
	b, d := desk(t)
	b.plan.Country = "DE"
	b.customers = []app.Customer{{ID: app.ID{1}, Phones: []app.Phone{{Typed: "030 7654321"}}}}
	f := form(t, d)
	f.Shop = "Another sign over the door"
	if _, err := d.Save(t.Context(), f, ""); err != nil {
		t.Fatal(err)
	}
	changes := b.batches[0].Changes
	if len(changes) != 2 || changes[1].Put.(app.Customer).Phones[0].E164 != "+49307654321" {
		t.Errorf("writes %+v", changes)
	}
}
