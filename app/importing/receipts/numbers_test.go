package receipts_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestANumberThatCanBeCalledFillsInForOneThatCannot(t *testing.T) {
	const mail = "EMAIL:ann@example.com"
	tests := []struct {
		name  string
		files []importing.Source
		label string
	}{
		{"for one that cannot be dialled", []importing.Source{importingtest.Cards(importingtest.Card("FN:Ann Bell", mail, `TEL:=+12025550144`)), importingtest.Cards(importingtest.Card("FN:Ann Bell", mail, "TEL:+1 202 555 0144"))}, ""},
		{"for one without its country", []importing.Source{importingtest.Cards(importingtest.Card("FN:Ann Bell", mail, "TEL:12025550144")), importingtest.Cards(importingtest.Card("FN:Ann Bell", mail, "TEL:+1 202 555 0144"))}, ""},
		{"in a table", []importing.Source{importingtest.Table("Name,Email,Phone", "Ann Bell,ann@example.com,=+12025550144", "Ann Bell,ann@example.com,+1 202 555 0144")}, ""},
		{"for a fax on one card", []importing.Source{importingtest.Cards(importingtest.Card("FN:Ann Bell", "TEL;TYPE=FAX:+12025550144", "TEL;TYPE=CELL:+12025550144"))}, "mobile"},
		{"before a fax on one card", []importing.Source{importingtest.Cards(importingtest.Card("FN:Ann Bell", "TEL;TYPE=CELL:+12025550144", "TEL;TYPE=FAX:+12025550144"))}, "mobile"},
		{"for a fax at work", []importing.Source{importingtest.Cards(importingtest.Card("FN:Ann Bell", "TEL;TYPE=WORK,FAX:+12025550144", "TEL;TYPE=WORK,VOICE:+12025550144"))}, "work"},
		{"for a fax of the book's", []importing.Source{importingtest.Cards(importingtest.Card("FN:Ann Bell", "TEL;TYPE=FAX:+12025550144")), importingtest.Cards(importingtest.Card("FN:Ann Bell", "TEL;TYPE=CELL:+12025550144"))}, "mobile"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			book.Settings.Country = ""
			for _, f := range tt.files {
				importingtest.Take(t, book, f)
			}
			ann := book.Named(t, "Ann Bell")
			if len(ann.Phones) != 1 || ann.Phones[0].E164 != "+12025550144" || ann.Phones[0].Unfit != app.FitToCall || ann.Phones[0].Label != tt.label {
				t.Errorf("%+v", ann.Phones)
			}
			for _, f := range tt.files {
				if p := importingtest.Look(t, book, importing.Options{}, f); p.Summary.Updated+p.Summary.Created > 0 {
					t.Errorf("the same file again changes something: %+v", p.Summary)
				}
			}
		})
	}
}

func TestWhoseNumberWasFilledInIsFoundByIt(t *testing.T) {
	book := importingtest.NewShelf()
	book.Settings.Country = ""
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:Ann Bell", "EMAIL:ann@example.com", "TEL:12025550144")))
	p := importingtest.Look(t, book, importing.Options{}, importingtest.Cards(importingtest.Card("FN:Ann Bell", "EMAIL:ann@example.com", "TEL:+12025550144"), importingtest.Card("FN:Ann Bell", "TEL:+12025550144")))
	if got := importingtest.Actions(p); got[0] != importing.Update || got[1] != importing.Same {
		t.Errorf("%v", got)
	}
}

func TestTheYearOfABirthdayIsFilledIn(t *testing.T) {
	for _, tt := range []struct {
		first, next, want string
		said              bool
	}{
		{"--0101", "19700101", "1970-01-01", false},
		{"19700101", "--0101", "1970-01-01", false},
		{"--0101", "19700102", "--01-01", true},
		{"19700101", "--0102", "1970-01-01", true},
	} {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, importingtest.Cards(importingtest.Card("UID:1", "FN:Ann Bell", "BDAY:"+tt.first)))
		p := importingtest.Take(t, book, importingtest.Cards(importingtest.Card("UID:1", "FN:Ann Bell", "BDAY:"+tt.next)))
		if got := book.Named(t, "Ann Bell").Birthday; got != tt.want || len(importingtest.Problems(p)) > 0 != tt.said {
			t.Errorf("%s, then %s: %s, said %q", tt.first, tt.next, got, importingtest.Problems(p))
		}
	}
}

func TestCellsThatKeepASpreadsheetFromChangingThemAreTheirTexts(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table(`="Customer number";="Name";="Phone";="Email";="Notes"`, `="00512";="Ann";="+12025550144";="ann@example.com";="Likes; tea"`))
	ann := book.Named(t, "Ann")
	if ann.Reference(app.ReferenceShop) != "00512" || len(ann.Phones) != 1 || ann.Phones[0].E164 != "+12025550144" ||
		ann.Notes != "Likes; tea" || len(ann.Emails) != 1 || ann.Emails[0].Address != "ann@example.com" {
		t.Errorf("%+v", ann)
	}
	p := importingtest.Take(t, book, importingtest.Table(`Receipt;Date;Customer ID;Item;Price`, `="0001";="2026-04-03";="00512";="Oak table";="5.00"`))
	if got := p.Items[0]; got.Receipt != "0001" || got.Customer != ann.ID || got.Total.Minor != 500 || got.Lines[0].Item != "Oak table" {
		t.Errorf("%+v", got)
	}
}

func TestSignsThatCannotBeSeenSpoilNoNumberAndNoName(t *testing.T) {
	for name, file := range map[string]importing.Source{
		"a card":  importingtest.Cards(importingtest.Card("FN:\u200eAnn\u200b Bell\u2060", "TEL:\u200e+1\u200b202 555 0144")),
		"a table": importingtest.Table("Name,Phone", "\u200fAnn\u00ad Bell,\u200b+1 202\u2060 555 0144"),
	} {
		book := importingtest.NewShelf()
		book.Settings.Country = ""
		importingtest.Take(t, book, file)
		if ann := book.Named(t, "Ann Bell"); ann.Phones[0].E164 != "+12025550144" || ann.Phones[0].Unfit != app.FitToCall {
			t.Errorf("%s: %+v", name, ann.Phones)
		}
	}
}
