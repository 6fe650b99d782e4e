package importing_test

import (
	"slices"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
)

func TestACardWithANameAloneIsOfTheOneOfWhomNothingElseIsKnown(t *testing.T) {
	for name, c := range map[string]struct {
		book []string // cards imported before
		card string
		want importing.Action
	}{
		"the same card": {[]string{card("FN:Ann Bell")}, card("FN:Ann Bell"), importing.Same},
		"written otherwise": {
			[]string{card("FN:Ann Bell")}, card("FN:BELL, Ann"), importing.Update,
		},
		"with a note since": {[]string{card("FN:Ann Bell")}, card("FN:Ann Bell", "NOTE:Likes tea"), importing.Update},
		"at another address": {
			[]string{card("FN:Ann Bell", "ADR:;;1 High Street;York;;;")}, card("FN:Ann Bell", "ADR:;;2 High Street;York;;;"), importing.Possible,
		},
		"born on another day": {
			[]string{card("FN:Ann Bell", "BDAY:1980-02-03")}, card("FN:Ann Bell", "BDAY:1981-02-03"), importing.Possible,
		},
		"who can be reached by now": {[]string{card("FN:Ann Bell", "TEL:+44 20 7946 0290")}, card("FN:Ann Bell"), importing.Possible},
		"whom the shop numbers":     {[]string{card("FN:Ann Bell", "X-CUSTOMER-ID:7")}, card("FN:Ann Bell"), importing.Possible},
		"of whom there are two": {
			[]string{card("FN:Ann Bell", "NOTE:tall"), card("FN:Ann Bell", "NOTE:small")}, card("FN:Ann Bell", "NOTE:blond"), importing.Possible,
		},
		"of another name": {[]string{card("FN:Ann Bell")}, card("FN:Anna Bell"), importing.Create},
		"of whom the book has only the initial": {
			[]string{card("FN:A Bell")}, card("FN:Ann Bell"), importing.Create,
		},
	} {
		t.Run(name, func(t *testing.T) {
			book := newShelf()
			take(t, book, cards(c.book...))
			p := look(t, book, importing.Options{}, cards(c.card))
			if got := p.Items[0]; got.Action != c.want || (c.want == importing.Possible) != (len(got.Alike) > 0) {
				t.Errorf("%s, like %d others; want %s", got.Action, len(got.Alike), c.want)
			}
			take(t, book, cards(c.card))
			n := len(book.customers)
			if again := take(t, book, cards(c.card)); again.Items[0].Action != importing.Same || len(book.customers) != n {
				t.Errorf("once more: %v", actions(again))
			}
		})
	}
}

func TestNamesakesInOneFileStayTwo(t *testing.T) {
	book := newShelf()
	file := cards(card("FN:Ann Bell", "NOTE:tall"), card("FN:Ann Bell", "NOTE:small"))
	p := take(t, book, file)
	if !slices.Equal(actions(p), []importing.Action{importing.Create, importing.Possible}) || len(book.customers) != 2 {
		t.Errorf("%v, %d customers", actions(p), len(book.customers))
	}
}

func TestWhoWasForgottenStaysSoAndThePreviewSaysIt(t *testing.T) {
	book := newShelf()
	book.forgotten = map[string]bool{"ann@example.com": true}
	p := look(t, book, importing.Options{},
		cards(card("FN:Ann Bell", "EMAIL:ann@example.com"), card("FN:Bob", "EMAIL:bob@example.com")),
		table("date,email,order,item", "2026-03-01,ann@example.com,1,Cup", "2026-03-01,ann@example.com,1,Pot", "2026-03-01,bob@example.com,2,Cup"))
	if p.Summary.Contacts.Created != 1 || p.Summary.Contacts.Rejected != 1 || p.Summary.Receipts.Created != 1 || p.Summary.Receipts.Rejected != 1 {
		t.Errorf("%+v", p.Summary)
	}
	if want := []string{"import.card.forgotten", "import.row.forgotten"}; !slices.Equal(problems(p), want) {
		t.Errorf("problems %v, want %v", problems(p), want)
	}
	if p.Summary.BadLines != 2 || p.Summary.NumberOnly != 0 {
		t.Errorf("%d lines left out, %d people known by a number only", p.Summary.BadLines, p.Summary.NumberOnly)
	}
}

func TestAPurchaseByANumberAloneIsOfTheOneWhoHasIt(t *testing.T) {
	book := newShelf()
	take(t, book, cards(card("FN:Ann Bell", "TEL:+44 20 7946 0290"), card("FN:Bob Ek", "TEL:+44 20 7946 0291"), card("FN:Eva Ek", "TEL:+44 20 7946 0291")))
	take(t, book, table("date,phone,order,item", "2026-03-01,+442079460290,1,Cup", "2026-03-01,+442079460291,2,Pot"))
	if len(book.bought(book.named(t, "Ann Bell").ID)) != 1 {
		t.Error("Ann's cup is not hers")
	}
	if len(book.bought(book.named(t, "Bob Ek").ID))+len(book.bought(book.named(t, "Eva Ek").ID)) != 0 {
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
		book := newShelf()
		take(t, book, cards(card(lines...)))
		var got []string
		for _, c := range book.customers {
			got = append(got, c.Reference(app.ReferenceVCard))
		}
		if len(got) != 1 || got[0] != want {
			t.Errorf("%q has the seal %q", lines, got)
		}
	}
}
