package importing_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/importing"
)

func TestWhoIsWhom(t *testing.T) {
	ann := card("UID:1", "FN:Ann Bell", "TEL:+44 20 7946 0290", "EMAIL:ann@example.com", "X-CUSTOMER-ID:7", "BDAY:1950-03-04")
	tests := []struct {
		name string
		next string // the card that comes after Ann's
		want importing.Action
	}{
		{"the same card again", ann, importing.Same},
		{"the same UID with another number", card("UID:1", "FN:Ann Bell", "TEL:+44 20 7946 0291"), importing.Update},
		{"the shop's number, written as a decimal", card("FN:A. B.", "X-CUSTOMER-ID:7.0"), importing.Same},
		{"a number and a name that agree", card("FN:ANN  BÉLL", "TEL:+442079460290"), importing.Same},
		{"the family name first", card("FN:Bell, Ann", "TEL:+442079460290"), importing.Same},
		{"an address for mail and a name that agree", card("FN:Ann Bell", "EMAIL:ANN@example.com", "LANG:en"), importing.Update},
		{"a household shares a number", card("FN:Bob Bell", "TEL:+442079460290"), importing.Create},
		{"a name that could be hers", card("FN:A Bell", "TEL:+442079460290"), importing.Possible},
		{"half of her name", card("FN:Ann", "EMAIL:ann@example.com"), importing.Possible},
		{"a number without a name", card("TEL:+442079460290"), importing.Possible},
		{"her name and number with another shop number", card("FN:Ann Bell", "TEL:+442079460290", "X-CUSTOMER-ID:8"), importing.Possible},
		{"her name and number with another birthday", card("FN:Ann Bell", "TEL:+442079460290", "BDAY:1980-01-02"), importing.Possible},
		{"her name and number with a birthday that agrees", card("FN:Ann Bell", "TEL:+442079460290", "BDAY:--0304"), importing.Same},
		{"her husband, who shares the number", card("FN:Mr Bell", "TEL:+442079460290"), importing.Possible},
		{"her name alone", card("FN:Ann Bell"), importing.Possible},
		{"nobody", card("NOTE:hello"), importing.Reject},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			within := look(t, newShelf(), importing.Options{}, cards(ann, tt.next))
			if got := within.Items[1].Action; got != tt.want {
				t.Errorf("in one file: %s, want %s", got, tt.want)
			}
			book := newShelf()
			take(t, book, cards(ann))
			after := look(t, book, importing.Options{}, cards(tt.next))
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
		"cards":     {cards(card("FN:Mr Smith", "TEL:+442079460290")), cards(card("FN:Mrs Smith", "TEL:+442079460290"))},
		"a prefix":  {cards(card("N:Smith;Chris;;Mr;", "TEL:+442079460290")), cards(card("N:Smith;Chris;;Mrs;", "TEL:+442079460290"))},
		"a table":   {table("Title,First name,Last name,Phone", "Sr.,Luis,García,+442079460290", "Sra.,Eva,García,+442079460290")},
		"purchases": {table("Receipt,Date,Name,Phone,Item,Price", "1,2026-04-03,Herr Müller,+442079460290,Cup,5.00", "2,2026-04-03,Frau Müller,+442079460290,Cup,5.00")},
	} {
		t.Run(name, func(t *testing.T) {
			book := newShelf()
			for _, f := range files {
				take(t, book, f)
			}
			if len(book.customers) != 2 {
				t.Errorf("%d people: %+v", len(book.customers), book.customers)
			}
		})
	}
}

func TestALaterFileFillsGapsAndOverwritesNothing(t *testing.T) {
	book := newShelf()
	take(t, book, cards(card("UID:1", "FN:Ann Bell", "TEL:+44 20 7946 0290")))
	owned := book.named(t, "Ann Bell")
	owned.Notes, owned.Firm = "Likes tea", "Bell & Co"
	owned.Phones[0].Unfit = app.UnfitWrong
	book.customers[owned.ID] = owned

	p := take(t, book, cards(card("UID:1", "FN:Ann Bellamy", "ORG:Other Ltd", "NOTE:Likes coffee", "TEL:+442079460290", "TEL:+442079460291", "LANG:en")))
	got := book.named(t, "Ann Bell")
	if got.Notes != "Likes tea" || got.Firm != "Bell & Co" || got.Language != "en" {
		t.Errorf("got %+v", got)
	}
	if len(got.Phones) != 2 || got.Phones[0].Unfit != app.UnfitWrong {
		t.Errorf("numbers: %+v", got.Phones)
	}
	if n := len(slices.DeleteFunc(problems(p), func(k string) bool { return k != "import.card.kept" })); n != 3 {
		t.Errorf("%d things are told to be otherwise, want name, firm and note: %v", n, problems(p))
	}
}

func TestANumberThatCannotBeDialledIsKeptAndMarked(t *testing.T) {
	book := newShelf()
	p := take(t, book, cards(card("FN:Ann", "TEL:ask the neighbour")))
	if got := book.named(t, "Ann").Phones; len(got) != 1 || got[0].Unfit != app.UnfitUnreadable {
		t.Errorf("got %+v", got)
	}
	if !slices.Equal(problems(p), []string{"import.card.undialable"}) {
		t.Errorf("problems: %v", problems(p))
	}
}

func TestACardWithANumberTwiceKeepsItOnce(t *testing.T) {
	book := newShelf()
	take(t, book, cards(card("FN:Ann", "TEL:+44 20 7946 0290", "TEL:+442079460290", "TEL:+44 20 7946 0291", "EMAIL:a@b.c", "EMAIL:A@B.C")))
	if c := book.named(t, "Ann"); len(c.Phones) != 2 || len(c.Emails) != 1 {
		t.Errorf("got %+v %+v", c.Phones, c.Emails)
	}
}

func TestASecondImportOfCardsThatSayLittleChangesNothing(t *testing.T) {
	for name, file := range map[string]importing.Source{
		"a name alone":                     cards(card("FN:Ann Bell"), card("FN:Bob", "ADR:;;1 High Street;;;;")),
		"a number alone":                   cards(card("TEL:+44 20 7946 0290")),
		"a number that cannot be dialled":  cards(card("FN:Ann Bell", "TEL:ask")),
		"namesakes with another address":   cards(card("FN:Ann", "ADR:;;1 High Street;;;;"), card("FN:Ann", "ADR:;;2 High Street;;;;")),
		"a household":                      cards(card("FN:Ann Bell", "TEL:+44 20 7946 0290"), card("FN:Bob Bell", "TEL:+44 20 7946 0290")),
		"possible duplicates":              cards(card("FN:Ann Bell", "TEL:+44 20 7946 0290"), card("FN:A Bell", "TEL:+44 20 7946 0290")),
		"two numbers of the shop for one":  cards(card("FN:Ann", "TEL:+44 20 7946 0290", "X-CUSTOMER-ID:7"), card("FN:Ann", "TEL:+44 20 7946 0290", "X-CUSTOMER-ID:8"), card("FN:Ann", "TEL:+44 20 7946 0290")),
		"two e-mail addresses, two people": cards(card("FN:Ann", "EMAIL:a@b.c"), card("FN:Ann", "EMAIL:d@e.f"), card("FN:Ann", "EMAIL:a@b.c", "EMAIL:d@e.f")),
	} {
		t.Run(name, func(t *testing.T) {
			book := newShelf()
			take(t, book, file)
			n := len(book.customers)
			for round := 2; round <= 3; round++ {
				p := take(t, book, file)
				if p.Summary.Same != p.Summary.Read || len(book.customers) != n || len(book.batches) != 1 {
					t.Errorf("time %d: %v, %d customers and then %d, %d batches", round, actions(p), n, len(book.customers), len(book.batches))
				}
			}
		})
	}
}

func TestAListOfPeopleIsNoCustomer(t *testing.T) {
	book := newShelf()
	p := take(t, book, cards(
		"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:The neighbours\r\nKIND:group\r\nMEMBER:urn:uuid:1\r\nEND:VCARD",
		card("FN:Friends", "X-ADDRESSBOOKSERVER-KIND:group"), card("FN:Ann Bell", "KIND:individual"),
	))
	if diff := cmp.Diff([]importing.Action{importing.Reject, importing.Reject, importing.Create}, actions(p)); diff != "" {
		t.Error(diff)
	}
	if got := problems(p); !slices.Equal(got, []string{"import.card.group", "import.card.group"}) {
		t.Errorf("says %v", got)
	}
}

func TestSomebodyWithANicknameAloneIsCalledByIt(t *testing.T) {
	book := newShelf()
	take(t, book, cards(card("NICKNAME:Robbie,Bob", "TEL:+442079460290"), card("NICKNAME:Anny", "FN:Ann Bell")))
	book.named(t, "Robbie")
	book.named(t, "Ann Bell")
}

func TestANumberFromACardOfOursStaysTheOneItWasAbroad(t *testing.T) {
	book := newShelf()
	book.plan.Country = "US"
	take(t, book, cards(card("FN:Maija", "TEL:+358401234567", `X-RINGBACK-TYPED:+358401234567\;040 123 4567`), card("FN:Aino", "TEL:+358401234568", "X-RINGBACK-TYPED:+358401234568;040 123 4568")))
	if got := book.named(t, "Aino").Phones[0]; got.E164 != "+358401234568" || got.Typed != "040 123 4568" {
		t.Errorf("is %+v", got)
	}
	if got := book.named(t, "Maija").Phones[0]; got.E164 != "+358401234567" {
		t.Errorf("a line that says nothing spoilt %+v", got)
	}
}

func TestAFatherAndHisSonOfOneNameStayTwo(t *testing.T) {
	book := newShelf()
	take(t, book, cards(card("FN:John Smith Sr.", "TEL:+442079460290")))
	p := take(t, book, cards(card("FN:John Smith Jr.", "TEL:+442079460290"), card("N:Smith;John;;;Sr.", "TEL:+442079460290")))
	if got := actions(p); got[0] != importing.Create || got[1] == importing.Create {
		t.Errorf("the son and the father again are %v", got)
	}
	if got := actions(look(t, book, importing.Options{}, cards(card("FN:John Smith", "TEL:+442079460290")))); got[0] != importing.Possible {
		t.Errorf("either of them is %s", got)
	}
}

func TestItIsSaidHowManyNumbersLackTheShopsCountry(t *testing.T) {
	file := cards(card("FN:Ann Bell", "TEL:020 7946 0290", "TEL:+44 20 7946 0291", "TEL:123"), card("FN:Mia Berg", "TEL:020 7946 0292 shop"))
	for country, want := range map[string]int{"": 2, "GB": 0} {
		book := newShelf()
		book.plan.Country = country
		if p := take(t, book, file); p.Summary.NoCountry != want {
			t.Errorf("in %q %d numbers lack it, want %d", country, p.Summary.NoCountry, want)
		}
		if p := take(t, book, file); p.Summary.NoCountry != 0 {
			t.Errorf("in %q numbers that the book has already are told again", country)
		}
	}
}

func TestANumberWithAnExtensionOfNoCountryLacksTheCountryAlone(t *testing.T) {
	book := newShelf()
	book.plan.Country = ""
	p := take(t, book, cards(card("FN:Ann Bell", "TEL:404-555-1212 x12")))
	if phone := book.named(t, "Ann Bell").Phones[0]; phone.Unfit != app.FitToCall || phone.Extension != "12" || p.Summary.NoCountry != 1 || len(problems(p)) > 0 {
		t.Errorf("%+v, %d without a country, said %q", phone, p.Summary.NoCountry, problems(p))
	}
	if p := take(t, book, cards(card("FN:Ann Bell", "TEL:404-555-1212 x12"))); p.Summary.Contacts.Same != 1 {
		t.Errorf("again: %+v", p.Summary)
	}
}
