package contacts_test

import (
	"slices"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing/importingtest"
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
		"089/123456 u. 0171/1234567":         {"089/123456", "0171/1234567"},
		"089/123456 u.0171/1234567":          {"089/123456", "0171/1234567"},
		"089 123456 oder 0171 1234567":       {"089 123456", "0171 1234567"},
		"07911 123456 or 07911 123457":       {"07911 123456", "07911 123457"},
		"07911123456/07911123457":            {"07911123456", "07911123457"},
		"07911123456 & 07911123457":          {"07911123456", "07911123457"},
		"033456/123456":                      {"033456/123456"},
		"0171 1234567 or ask Oma":            {"0171 1234567 or ask Oma"},
	} {
		book := importingtest.NewShelf()
		book.Settings.Country = "DE"
		importingtest.Take(t, book, importingtest.Table("Name,Phone", "Mia Berg,"+cell))
		var got []string
		for _, p := range book.Anyone(t).Phones {
			got = append(got, p.Typed)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s is %q, want %q", cell, got, want)
		}
	}
}

func TestSeveralNumbersInAPropertyOfACardAreSeveral(t *testing.T) {
	for value, want := range map[string][]string{
		`089/123456 u. 0171/1234567`:     {"089/123456", "0171/1234567"},
		`617 555 0101 or 617 555 0102`:   {"617 555 0101", "617 555 0102"},
		`617-555-0101\, 617-555-0102`:    {"617-555-0101", "617-555-0102"},
		`07911123456/07911123457`:        {"07911123456", "07911123457"},
		`617-555-0101\,4471234567`:       {"617-555-0101,4471234567"}, // what is dialled when it is answered
		`+49 30 7654321\,\,123456#`:      {"+49 30 7654321,,123456#"},
		`tel:+49-30-7654321;ext=1234567`: {"+49-30-7654321;ext=1234567"},
		`+49 30 7654321 ext. 12`:         {"+49 30 7654321 ext. 12"},
	} {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, importingtest.Cards("BEGIN:VCARD", "VERSION:3.0", "FN:Mia Berg", "TEL:"+value, "END:VCARD"))
		var got []string
		for _, p := range book.Anyone(t).Phones {
			got = append(got, p.Typed)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s is %q, want %q", value, got, want)
		}
	}
}

func TestSeveralNumbersOfABuyerAreSeveral(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("Customer ID,Phone,Date,Receipt,Item,Price", "7,+442079460290 / +442079460291,2026-04-13,1,Lamp,5.00"))
	if c := book.Named(t, "7"); len(c.Phones) != 2 || c.Phones[1].E164 != "+442079460291" {
		t.Errorf("%+v", c.Phones)
	}
}

func TestABuyerIsKnownByAnyKindOfNumber(t *testing.T) {
	book := importingtest.NewShelf()
	p := importingtest.Take(t, book, importingtest.Table(
		"Invoice,Date,Customer,Mobile,Phone,Fax,Seller's work phone,Item,Total",
		"1,2024-03-14,Jane Doe,+14045551213,+14045551212,+14045551299,+14045551200,Cup,10.00", "2,2024-03-15,Max Kay,+14045551214,,,+14045551200,Cup,10.00",
	))
	if len(book.Customers) != 2 || p.Summary.NoOneLines != 0 || len(p.Files[0].NotTaken) != 1 {
		t.Fatalf("%d customers, %+v, not taken %q", len(book.Customers), p.Summary, p.Files[0].NotTaken)
	}
	if c := book.Named(t, "Max Kay"); len(c.Phones) != 1 || c.Phones[0].Label != "mobile" {
		t.Errorf("%+v", c.Phones)
	}
	if jane := book.Named(t, "Jane Doe"); len(jane.Phones) != 3 || jane.Phones[2].Unfit != app.UnfitFax {
		t.Errorf("%+v", jane.Phones)
	}
}

func TestSignsOfANameInATableThatCannotBeSeenAreLeftOutAndSaid(t *testing.T) {
	for name, tt := range map[string]struct {
		row  string
		said bool
	}{
		"writing turned around":      {"\u202eAnn Bell\u202c,+44 20 7946 0290", true},
		"a space without width":      {"Ann\u200b Bell,+44 20 7946 0290", true},
		"a number marked as one":     {"Ann Bell,\u202a+44 20 7946 0290\u202c", false},
		"a tab, and nothing besides": {"Ann\tBell,+44 20 7946 0290", false},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, importingtest.Table("Name,Phone", tt.row, "Bo Low,+44 20 7946 0291"))
			if got := book.Named(t, "Ann Bell"); slices.Contains(importingtest.Problems(p), "import.card.hidden") != tt.said {
				t.Errorf("%+v, said %q", got, importingtest.Problems(p))
			}
		})
	}
}
