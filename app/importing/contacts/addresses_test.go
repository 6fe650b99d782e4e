package contacts_test

import (
	"slices"
	"testing"

	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestAddressesForMailAreReadAsTheyAreMeant(t *testing.T) {
	tests := []struct{ name, typed, want, problem string }{
		{"an address", "ann@example.com", "ann@example.com", ""},
		{"a name before it", "Ann Bell <ann@example.com>", "ann@example.com", ""},
		{"letters that cannot be seen", "ann\u200b@exam\u200dple.com", "ann@example.com", ""},
		{"no place", "not-an-address", "not-an-address", "import.card.email"},
		{"one of Lotus' own house", "Ann Bell/HQ/ACME@ACME", "Ann Bell/HQ/ACME@ACME", "import.card.email"},
		{"a stray sign", `ann\\@example.com`, `ann\@example.com`, "import.card.email"},
		{"a slash", "ann/bell@example.com", "ann/bell@example.com", ""},
		{"a name in quotes", `"ann bell"@example.com`, `"ann bell"@example.com`, ""},
		{"one with two places", "ann@bob@example.com", "ann@bob@example.com", "import.card.email"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			item := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Cards(importingtest.Card("FN:Ann", "EMAIL:"+tt.typed))).Items[0]
			if got := item.Emails[0].Address; got != tt.want {
				t.Errorf("read %q, want %q", got, tt.want)
			}
			problem := ""
			if len(item.Problems) > 0 {
				problem = item.Problems[0].Key
			}
			if problem != tt.problem {
				t.Errorf("said %q, want %q", problem, tt.problem)
			}
		})
	}
}

func TestSeveralOfThemInOnePlaceAreSeveral(t *testing.T) {
	for _, tt := range []struct {
		name           string
		file           importing.Source
		phones, emails []string
	}{
		{"numbers of a card", importingtest.Cards(importingtest.Card("FN:Ann", "TEL:+31 20 1234567 / +31 20 7654321")), []string{"+31 20 1234567", "+31 20 7654321"}, nil},
		{"what is dialled once they answer", importingtest.Cards(importingtest.Card("FN:Ann", "TEL:+31201234567,1234567", "TEL:+31201234567,,0123456#")), []string{"+31201234567,1234567", "+31201234567,,0123456#"}, nil},
		{"addresses of a card", importingtest.Cards(importingtest.Card("FN:Ann", "EMAIL:a@x.example,b@x.example")), nil, []string{"a@x.example", "b@x.example"}},
		{"nothing but a sign", importingtest.Cards(importingtest.Card("FN:Ann", "EMAIL:;")), nil, []string{";"}},
		{"an address behind a name with a comma", importingtest.Cards(importingtest.Card("FN:Ann", `EMAIL:Bell\, Ann <a@x.example>`)), nil, []string{"a@x.example"}},
		{"addresses of a row", importingtest.Table("Name,Email", "Ann,a@x.example; b@x.example"), nil, []string{"a@x.example", "b@x.example"}},
		{"addresses of a buyer", importingtest.Table("Receipt,Date,Email,Item,Total", "1,2026-04-13,a@x.example; b@x.example,Cup,5.00"), nil, []string{"a@x.example", "b@x.example"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, tt.file)
			var phones, emails []string
			for _, p := range book.Anyone(t).Phones {
				phones = append(phones, p.Typed)
			}
			for _, e := range book.Anyone(t).Emails {
				emails = append(emails, e.Address)
			}
			if !slices.Equal(phones, tt.phones) || !slices.Equal(emails, tt.emails) {
				t.Errorf("%q and %q", phones, emails)
			}
		})
	}
}
