package people_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestWhoIsWhom(t *testing.T) {
	ann := importingtest.Card("UID:1", "FN:Ann Bell", "TEL:+44 20 7946 0290", "EMAIL:ann@example.com", "X-CUSTOMER-ID:7", "BDAY:1950-03-04")
	tests := []struct {
		name string
		next string // the card that comes after Ann's
		want importing.Action
	}{
		{"the same card again", ann, importing.Same},
		{"the same UID with another number", importingtest.Card("UID:1", "FN:Ann Bell", "TEL:+44 20 7946 0291"), importing.Update},
		{"the shop's number, written as a decimal", importingtest.Card("FN:A. B.", "X-CUSTOMER-ID:7.0"), importing.Same},
		{"a number and a name that agree", importingtest.Card("FN:ANN  BÉLL", "TEL:+442079460290"), importing.Same},
		{"the family name first", importingtest.Card("FN:Bell, Ann", "TEL:+442079460290"), importing.Same},
		{"an address for mail and a name that agree", importingtest.Card("FN:Ann Bell", "EMAIL:ANN@example.com", "LANG:en"), importing.Update},
		{"a household shares a number", importingtest.Card("FN:Bob Bell", "TEL:+442079460290"), importing.Create},
		{"a name that could be hers", importingtest.Card("FN:A Bell", "TEL:+442079460290"), importing.Possible},
		{"half of her name", importingtest.Card("FN:Ann", "EMAIL:ann@example.com"), importing.Possible},
		{"a number without a name", importingtest.Card("TEL:+442079460290"), importing.Possible},
		{"her name and number with another shop number", importingtest.Card("FN:Ann Bell", "TEL:+442079460290", "X-CUSTOMER-ID:8"), importing.Possible},
		{"her name and number with another birthday", importingtest.Card("FN:Ann Bell", "TEL:+442079460290", "BDAY:1980-01-02"), importing.Possible},
		{"her name and number with a birthday that agrees", importingtest.Card("FN:Ann Bell", "TEL:+442079460290", "BDAY:--0304"), importing.Same},
		{"her husband, who shares the number", importingtest.Card("FN:Mr Bell", "TEL:+442079460290"), importing.Possible},
		{"her name alone", importingtest.Card("FN:Ann Bell"), importing.Possible},
		{"nobody", importingtest.Card("NOTE:hello"), importing.Reject},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			within := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Cards(ann, tt.next))
			if got := within.Items[1].Action; got != tt.want {
				t.Errorf("in one file: %s, want %s", got, tt.want)
			}
			book := importingtest.NewShelf()
			importingtest.Take(t, book, importingtest.Cards(ann))
			after := importingtest.Look(t, book, importing.Options{}, importingtest.Cards(tt.next))
			if got := after.Items[0].Action; got != tt.want {
				t.Errorf("in a later file: %s, want %s", got, tt.want)
			}
			if tt.want == importing.Possible && len(after.Items[0].Alike) != 1 {
				t.Errorf("alike: %v", after.Items[0].Alike)
			}
			problems := after.Items[0].Problems
			if named := len(problems) > 0 && strings.HasPrefix(problems[len(problems)-1].Key, "import.alike."); named != (tt.want == importing.Possible) {
				t.Errorf("whom it may be, and why, is said: %v", named)
			}
		})
	}
}

func TestACoupleOnOneTelephoneAreTwo(t *testing.T) {
	for name, files := range map[string][]importing.Source{
		"cards":     {importingtest.Cards(importingtest.Card("FN:Mr Smith", "TEL:+442079460290")), importingtest.Cards(importingtest.Card("FN:Mrs Smith", "TEL:+442079460290"))},
		"a prefix":  {importingtest.Cards(importingtest.Card("N:Smith;Chris;;Mr;", "TEL:+442079460290")), importingtest.Cards(importingtest.Card("N:Smith;Chris;;Mrs;", "TEL:+442079460290"))},
		"a table":   {importingtest.Table("Title,First name,Last name,Phone", "Sr.,Luis,García,+442079460290", "Sra.,Eva,García,+442079460290")},
		"purchases": {importingtest.Table("Receipt,Date,Name,Phone,Item,Price", "1,2026-04-03,Herr Müller,+442079460290,Cup,5.00", "2,2026-04-03,Frau Müller,+442079460290,Cup,5.00")},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			for _, f := range files {
				importingtest.Take(t, book, f)
			}
			if len(book.Customers) != 2 {
				t.Errorf("%d people: %+v", len(book.Customers), book.Customers)
			}
		})
	}
}

func TestALaterFileFillsGapsAndOverwritesNothing(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card("UID:1", "FN:Ann Bell", "TEL:+44 20 7946 0290")))
	owned := book.Named(t, "Ann Bell")
	owned.Notes, owned.Firm = "Likes tea", "Bell & Co"
	owned.Phones[0].Unfit = app.UnfitWrong
	book.Customers[owned.ID] = owned

	p := importingtest.Take(t, book, importingtest.Cards(importingtest.Card("UID:1", "FN:Ann Bellamy", "ORG:Other Ltd", "NOTE:Likes coffee", "TEL:+442079460290", "TEL:+442079460291", "LANG:en")))
	got := book.Named(t, "Ann Bell")
	if got.Notes != "Likes tea" || got.Firm != "Bell & Co" || got.Language != "en" {
		t.Errorf("got %+v", got)
	}
	if len(got.Phones) != 2 || got.Phones[0].Unfit != app.UnfitWrong {
		t.Errorf("numbers: %+v", got.Phones)
	}
	if n := len(slices.DeleteFunc(importingtest.Problems(p), func(k string) bool { return k != "import.card.kept" })); n != 3 {
		t.Errorf("%d things are told to be otherwise, want name, firm and note: %v", n, importingtest.Problems(p))
	}
}

func TestANumberThatCannotBeDialledIsKeptAndMarked(t *testing.T) {
	book := importingtest.NewShelf()
	p := importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:Ann", "TEL:ask the neighbour")))
	if got := book.Named(t, "Ann").Phones; len(got) != 1 || got[0].Unfit != app.UnfitUnreadable {
		t.Errorf("got %+v", got)
	}
	if !slices.Equal(importingtest.Problems(p), []string{"import.card.undialable"}) {
		t.Errorf("problems: %v", importingtest.Problems(p))
	}
}

func TestACardWithANumberTwiceKeepsItOnce(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:Ann", "TEL:+44 20 7946 0290", "TEL:+442079460290", "TEL:+44 20 7946 0291", "EMAIL:a@b.c", "EMAIL:A@B.C")))
	if c := book.Named(t, "Ann"); len(c.Phones) != 2 || len(c.Emails) != 1 {
		t.Errorf("got %+v %+v", c.Phones, c.Emails)
	}
}

func TestASecondImportOfCardsThatSayLittleChangesNothing(t *testing.T) {
	for name, file := range map[string]importing.Source{
		"a name alone":                     importingtest.Cards(importingtest.Card("FN:Ann Bell"), importingtest.Card("FN:Bob", "ADR:;;1 High Street;;;;")),
		"a number alone":                   importingtest.Cards(importingtest.Card("TEL:+44 20 7946 0290")),
		"a number that cannot be dialled":  importingtest.Cards(importingtest.Card("FN:Ann Bell", "TEL:ask")),
		"namesakes with another address":   importingtest.Cards(importingtest.Card("FN:Ann", "ADR:;;1 High Street;;;;"), importingtest.Card("FN:Ann", "ADR:;;2 High Street;;;;")),
		"a household":                      importingtest.Cards(importingtest.Card("FN:Ann Bell", "TEL:+44 20 7946 0290"), importingtest.Card("FN:Bob Bell", "TEL:+44 20 7946 0290")),
		"possible duplicates":              importingtest.Cards(importingtest.Card("FN:Ann Bell", "TEL:+44 20 7946 0290"), importingtest.Card("FN:A Bell", "TEL:+44 20 7946 0290")),
		"two numbers of the shop for one":  importingtest.Cards(importingtest.Card("FN:Ann", "TEL:+44 20 7946 0290", "X-CUSTOMER-ID:7"), importingtest.Card("FN:Ann", "TEL:+44 20 7946 0290", "X-CUSTOMER-ID:8"), importingtest.Card("FN:Ann", "TEL:+44 20 7946 0290")),
		"two e-mail addresses, two people": importingtest.Cards(importingtest.Card("FN:Ann", "EMAIL:a@b.c"), importingtest.Card("FN:Ann", "EMAIL:d@e.f"), importingtest.Card("FN:Ann", "EMAIL:a@b.c", "EMAIL:d@e.f")),
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, file)
			n := len(book.Customers)
			for round := 2; round <= 3; round++ {
				p := importingtest.Take(t, book, file)
				if p.Summary.Same != p.Summary.Read || len(book.Customers) != n || len(book.Log) != 1 {
					t.Errorf("time %d: %v, %d customers and then %d, %d batches", round, importingtest.Actions(p), n, len(book.Customers), len(book.Log))
				}
			}
		})
	}
}

func TestAListOfPeopleIsNoCustomer(t *testing.T) {
	book := importingtest.NewShelf()
	p := importingtest.Take(t, book, importingtest.Cards(
		"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:The neighbours\r\nKIND:group\r\nMEMBER:urn:uuid:1\r\nEND:VCARD",
		importingtest.Card("FN:Friends", "X-ADDRESSBOOKSERVER-KIND:group"), importingtest.Card("FN:Ann Bell", "KIND:individual"),
	))
	if diff := cmp.Diff([]importing.Action{importing.Reject, importing.Reject, importing.Create}, importingtest.Actions(p)); diff != "" {
		t.Error(diff)
	}
	if got := importingtest.Problems(p); !slices.Equal(got, []string{"import.card.group", "import.card.group"}) {
		t.Errorf("says %v", got)
	}
}

func TestSomebodyWithANicknameAloneIsCalledByIt(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card("NICKNAME:Robbie,Bob", "TEL:+442079460290"), importingtest.Card("NICKNAME:Anny", "FN:Ann Bell")))
	book.Named(t, "Robbie")
	book.Named(t, "Ann Bell")
}

func TestANumberFromACardOfOursStaysTheOneItWasAbroad(t *testing.T) {
	book := importingtest.NewShelf()
	book.Settings.Country = "US"
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:Maija", "TEL:+358401234567", `X-RINGBACK-TYPED:+358401234567\;040 123 4567`), importingtest.Card("FN:Aino", "TEL:+358401234568", "X-RINGBACK-TYPED:+358401234568;040 123 4568")))
	if got := book.Named(t, "Aino").Phones[0]; got.E164 != "+358401234568" || got.Typed != "040 123 4568" {
		t.Errorf("is %+v", got)
	}
	if got := book.Named(t, "Maija").Phones[0]; got.E164 != "+358401234567" {
		t.Errorf("a line that says nothing spoilt %+v", got)
	}
}

func TestAFatherAndHisSonOfOneNameStayTwo(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:John Smith Sr.", "TEL:+442079460290")))
	p := importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:John Smith Jr.", "TEL:+442079460290"), importingtest.Card("N:Smith;John;;;Sr.", "TEL:+442079460290")))
	if got := importingtest.Actions(p); got[0] != importing.Create || got[1] == importing.Create {
		t.Errorf("the son and the father again are %v", got)
	}
	if got := importingtest.Actions(importingtest.Look(t, book, importing.Options{}, importingtest.Cards(importingtest.Card("FN:John Smith", "TEL:+442079460290")))); got[0] != importing.Possible {
		t.Errorf("either of them is %s", got)
	}
}

func TestItIsSaidHowManyNumbersLackTheShopsCountry(t *testing.T) {
	file := importingtest.Cards(importingtest.Card("FN:Ann Bell", "TEL:020 7946 0290", "TEL:+44 20 7946 0291", "TEL:123"), importingtest.Card("FN:Mia Berg", "TEL:020 7946 0292 shop"))
	for country, want := range map[string]int{"": 2, "GB": 0} {
		book := importingtest.NewShelf()
		book.Settings.Country = country
		if p := importingtest.Take(t, book, file); p.Summary.NoCountry != want {
			t.Errorf("in %q %d numbers lack it, want %d", country, p.Summary.NoCountry, want)
		}
		if p := importingtest.Take(t, book, file); p.Summary.NoCountry != 0 {
			t.Errorf("in %q numbers that the book has already are told again", country)
		}
	}
}

func TestANumberWithAnExtensionOfNoCountryLacksTheCountryAlone(t *testing.T) {
	book := importingtest.NewShelf()
	book.Settings.Country = ""
	p := importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:Ann Bell", "TEL:404-555-1212 x12")))
	if phone := book.Named(t, "Ann Bell").Phones[0]; phone.Unfit != app.FitToCall || phone.Extension != "12" || p.Summary.NoCountry != 1 || len(importingtest.Problems(p)) > 0 {
		t.Errorf("%+v, %d without a country, said %q", phone, p.Summary.NoCountry, importingtest.Problems(p))
	}
	if p := importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:Ann Bell", "TEL:404-555-1212 x12"))); p.Summary.Contacts.Same != 1 {
		t.Errorf("again: %+v", p.Summary)
	}
}
