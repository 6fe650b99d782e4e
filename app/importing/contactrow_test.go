package importing_test

import (
	"slices"
	"testing"
)

func TestSeveralNumbersInACellAreSeveral(t *testing.T) {
	for cell, want := range map[string][]string{
		"030 7654321 / 0171 7654321":         {"030 7654321", "0171 7654321"},
		`"+442079460290; +442079460291"`:     {"+442079460290", "+442079460291"},
		`"030 7654321, 0171 7654321"`:        {"030 7654321", "0171 7654321"},
		"030 7654321 / 22":                   {"030 7654321 / 22"},
		"0171/7654321":                       {"0171/7654321"},
		"030 7654321 Oma / 0171 7654321 Mia": {"030 7654321 Oma", "0171 7654321 Mia"},
		"tel:+49-30-7654321;ext=123456":      {"+49-30-7654321;ext=123456"},
		"+442079460290 ::: +442079460291":    {"+442079460290", "+442079460291"},
	} {
		book := newShelf()
		book.plan.Country = "DE"
		take(t, book, table("Name,Phone", "Mia Berg,"+cell))
		var got []string
		for _, p := range book.anyone(t).Phones {
			got = append(got, p.Typed)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s is %q, want %q", cell, got, want)
		}
	}
}

func TestSeveralNumbersOfABuyerAreSeveral(t *testing.T) {
	book := newShelf()
	take(t, book, table("Customer ID,Phone,Date,Receipt,Item,Price", "7,+442079460290 / +442079460291,2026-04-13,1,Lamp,5.00"))
	if c := book.named(t, "7"); len(c.Phones) != 2 || c.Phones[1].E164 != "+442079460291" {
		t.Errorf("%+v", c.Phones)
	}
}
