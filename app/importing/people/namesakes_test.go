package people_test

import (
	"slices"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestACardWithANameAloneIsOfTheOneOfWhomNothingElseIsKnown(t *testing.T) {
	for name, c := range map[string]struct {
		book []string // cards imported before
		card string
		want importing.Action
	}{
		"the same card": {[]string{importingtest.Card("FN:Ann Bell")}, importingtest.Card("FN:Ann Bell"), importing.Same},
		"written otherwise": {
			[]string{importingtest.Card("FN:Ann Bell")}, importingtest.Card("FN:BELL, Ann"), importing.Update,
		},
		"with a note since": {[]string{importingtest.Card("FN:Ann Bell")}, importingtest.Card("FN:Ann Bell", "NOTE:Likes tea"), importing.Update},
		"at another address": {
			[]string{importingtest.Card("FN:Ann Bell", "ADR:;;1 High Street;York;;;")}, importingtest.Card("FN:Ann Bell", "ADR:;;2 High Street;York;;;"), importing.Possible,
		},
		"born on another day": {
			[]string{importingtest.Card("FN:Ann Bell", "BDAY:1980-02-03")}, importingtest.Card("FN:Ann Bell", "BDAY:1981-02-03"), importing.Possible,
		},
		"who can be reached by now": {[]string{importingtest.Card("FN:Ann Bell", "TEL:+44 20 7946 0290")}, importingtest.Card("FN:Ann Bell"), importing.Possible},
		"whom the shop numbers":     {[]string{importingtest.Card("FN:Ann Bell", "X-CUSTOMER-ID:7")}, importingtest.Card("FN:Ann Bell"), importing.Possible},
		"of whom there are two": {
			[]string{importingtest.Card("FN:Ann Bell", "NOTE:tall"), importingtest.Card("FN:Ann Bell", "NOTE:small")}, importingtest.Card("FN:Ann Bell", "NOTE:blond"), importing.Possible,
		},
		"of another name": {[]string{importingtest.Card("FN:Ann Bell")}, importingtest.Card("FN:Anna Bell"), importing.Create},
		"of whom the book has only the initial": {
			[]string{importingtest.Card("FN:A Bell")}, importingtest.Card("FN:Ann Bell"), importing.Create,
		},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, importingtest.Cards(c.book...))
			p := importingtest.Look(t, book, importing.Options{}, importingtest.Cards(c.card))
			if got := p.Items[0]; got.Action != c.want || (c.want == importing.Possible) != (len(got.Alike) > 0) {
				t.Errorf("%s, like %d others; want %s", got.Action, len(got.Alike), c.want)
			}
			importingtest.Take(t, book, importingtest.Cards(c.card))
			n := len(book.Customers)
			if again := importingtest.Take(t, book, importingtest.Cards(c.card)); again.Items[0].Action != importing.Same || len(book.Customers) != n {
				t.Errorf("once more: %v", importingtest.Actions(again))
			}
		})
	}
}

func TestNamesakesInOneFileStayTwo(t *testing.T) {
	book := importingtest.NewShelf()
	file := importingtest.Cards(importingtest.Card("FN:Ann Bell", "NOTE:tall"), importingtest.Card("FN:Ann Bell", "NOTE:small"))
	p := importingtest.Take(t, book, file)
	if !slices.Equal(importingtest.Actions(p), []importing.Action{importing.Create, importing.Possible}) || len(book.Customers) != 2 {
		t.Errorf("%v, %d customers", importingtest.Actions(p), len(book.Customers))
	}
}

func TestWhoWasForgottenStaysSoAndThePreviewSaysIt(t *testing.T) {
	book := importingtest.NewShelf()
	book.Forgotten = map[string]bool{"ann@example.com": true}
	p := importingtest.Look(t, book, importing.Options{},
		importingtest.Cards(importingtest.Card("FN:Ann Bell", "EMAIL:ann@example.com"), importingtest.Card("FN:Bob", "EMAIL:bob@example.com")),
		importingtest.Table("date,email,order,item", "2026-03-01,ann@example.com,1,Cup", "2026-03-01,ann@example.com,1,Pot", "2026-03-01,bob@example.com,2,Cup"))
	if p.Summary.Contacts.Created != 1 || p.Summary.Contacts.Rejected != 1 || p.Summary.Receipts.Created != 1 || p.Summary.Receipts.Rejected != 1 {
		t.Errorf("%+v", p.Summary)
	}
	if want := []string{"import.card.forgotten", "import.row.forgotten"}; !slices.Equal(importingtest.Problems(p), want) {
		t.Errorf("problems %v, want %v", importingtest.Problems(p), want)
	}
	if p.Summary.BadLines != 2 || p.Summary.NumberOnly != 0 {
		t.Errorf("%d lines left out, %d people known by a number only", p.Summary.BadLines, p.Summary.NumberOnly)
	}
}

func TestAPurchaseByANumberAloneIsOfTheOneWhoHasIt(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:Ann Bell", "TEL:+44 20 7946 0290"), importingtest.Card("FN:Bob Ek", "TEL:+44 20 7946 0291"), importingtest.Card("FN:Eva Ek", "TEL:+44 20 7946 0291")))
	importingtest.Take(t, book, importingtest.Table("date,phone,order,item", "2026-03-01,+442079460290,1,Cup", "2026-03-01,+442079460291,2,Pot"))
	if len(book.BoughtBy(book.Named(t, "Ann Bell").ID)) != 1 {
		t.Error("Ann's cup is not hers")
	}
	if len(book.BoughtBy(book.Named(t, "Bob Ek").ID))+len(book.BoughtBy(book.Named(t, "Eva Ek").ID)) != 0 {
		t.Error("who of a household bought the pot was guessed")
	}
}

// Seals that are in books are found again by any later version.
func TestTheSealOfACardNeverChanges(t *testing.T) {
	for want, lines := range map[string][]string{
		"urn:x-ringback:137abb1277c85369d2921ef8f77a3b24": {"FN:Ann Bell"},
		"urn:x-ringback:fa8a0e84ec83791031dfd3be7d634748": {
			"N:Bell;Ann;Mary;Dr;MBE", "FN:Dr Ann Mary Bell MBE", "ORG:Bell & Sons", "BDAY:1980-02-03", "NOTE:Likes \"tea\"\\n[and] toast",
			"TEL;TYPE=HOME,PREF:12", "TEL;TYPE=WORK:abc;ext=7",
			"ADR;TYPE=HOME:PO 1;Flat 2;3 High Street;York;Yorkshire;YO1 7HH;UK", "ADR:;;4 Low Street;York;;;",
		},
	} {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, importingtest.Cards(importingtest.Card(lines...)))
		var got []string
		for _, c := range book.Customers {
			got = append(got, c.Reference(app.ReferenceVCard))
		}
		if len(got) != 1 || got[0] != want {
			t.Errorf("%q has the seal %q", lines, got)
		}
	}
}
