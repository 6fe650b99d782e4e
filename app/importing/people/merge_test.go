package people_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestALaterCardLosesNothingWithoutSayingSo(t *testing.T) {
	book := importingtest.NewShelf()
	first := importingtest.Card("UID:1", "FN:Ann Bell", "TEL:+442079460290", "ADR;TYPE=home:;;1 High Street;London;;;", "CATEGORIES:regular", "TITLE:Joiner", "REV:2020-01-01")
	importingtest.Take(t, book, importingtest.Cards(first))
	later := importingtest.Card("UID:1", "FN:Ann Bell", "TEL;TYPE=CELL:+442079460290", "ADR;TYPE=work:;;2 Low Road;Leeds;;LS1;",
		"ADR:;;1 High Street;London;;SW1;UK", "CATEGORIES:Regular,gift", "TITLE:Carpenter", "REV:2026-01-01")
	p := importingtest.Take(t, book, importingtest.Cards(later))
	if diff := cmp.Diff([]importing.Action{importing.Update}, importingtest.Actions(p)); diff != "" {
		t.Error(diff)
	}
	ann := book.Named(t, "Ann Bell")
	if diff := cmp.Diff([]app.Address{
		{Label: "home", Street: "1 High Street", City: "London", PostalCode: "SW1", Country: "UK"},
		{Label: "work", Street: "2 Low Road", City: "Leeds", PostalCode: "LS1"},
	}, ann.Addresses); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"regular", "gift"}, ann.Tags); diff != "" {
		t.Error(diff)
	}
	if len(ann.Phones) != 1 || ann.Phones[0].Label != "mobile" {
		t.Errorf("the number is %+v", ann.Phones)
	}
	// What can only be one thing stays, and both are shown; when the card was
	// written is nobody's concern.
	if diff := cmp.Diff([]string{"import.card.kept"}, importingtest.Problems(p)); diff != "" {
		t.Fatal(diff)
	}
	if args := p.Items[0].Problems[0].Args; args["Property"] != app.CardProperty("TITLE") || args["Ours"] != "Joiner" || args["Theirs"] != "Carpenter" {
		t.Errorf("shown is %v", args)
	}
	if got := importingtest.Actions(importingtest.Look(t, book, importing.Options{}, importingtest.Cards(later))); got[0] != importing.Same {
		t.Errorf("the same card is %s", got)
	}
}

func TestAPartOfAnAddressIsNoOtherPlace(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card("UID:1", "FN:Ann Bell", "ADR:;;1 High Street;London;;SW1;UK")))
	if got := importingtest.Actions(importingtest.Look(t, book, importing.Options{}, importingtest.Cards(importingtest.Card("UID:1", "FN:Ann Bell", "ADR:;;;london;;;UK")))); got[0] != importing.Same {
		t.Errorf("the city alone is %s", got)
	}
	if got := importingtest.Actions(importingtest.Look(t, book, importing.Options{}, importingtest.Cards(importingtest.Card("UID:1", "FN:Ann Bell", "ADR:;;1 High Street;Leeds;;;UK")))); got[0] != importing.Update {
		t.Errorf("another city is %s", got)
	}
}

func TestAnAddressThatIsThereFillsNoOther(t *testing.T) {
	book := importingtest.NewShelf()
	ann := importingtest.Cards(importingtest.Card("UID:1", "FN:Ann Bell", "ADR:;;1 High Street;;;;", "ADR:;;1 High Street;;;;UK"))
	importingtest.Take(t, book, ann)
	if got := importingtest.Actions(importingtest.Look(t, book, importing.Options{}, ann)); got[0] != importing.Same {
		t.Errorf("the same card is %s", got)
	}
}

func TestAUIDThatSomebodyElseHasNowDecidesNothing(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card("UID:1", "FN:Ann Smith", "TEL:+442079460290")))
	peter := importingtest.Cards(importingtest.Card("UID:1", "FN:Peter Kowalski", "TEL:+442079460999"))
	p := importingtest.Take(t, book, peter)
	if got := importingtest.Actions(p); got[0] != importing.Possible || len(p.Items[0].Alike) != 1 {
		t.Errorf("Peter is %s", got)
	}
	if ann := book.Named(t, "Ann Smith"); len(ann.Phones) != 1 {
		t.Errorf("Ann has %v", ann.Phones)
	}
	if got := importingtest.Actions(importingtest.Look(t, book, importing.Options{}, peter)); got[0] != importing.Same {
		t.Errorf("a second time Peter is %s", got)
	}
	married := importingtest.Cards(importingtest.Card("UID:1", "FN:Ann Jones", "TEL:+442079460290"))
	for range 10 { // in whatever order the book names the two who have it
		if got := importingtest.Actions(importingtest.Look(t, book, importing.Options{}, married)); slices.Contains([]importing.Action{importing.Possible, importing.Create}, got[0]) {
			t.Errorf("Ann by another name is %s", got)
		}
	}
}

func TestCardsOfOneFileWithOneUIDAreOfAsManyPeopleAsTheyName(t *testing.T) {
	book := importingtest.NewShelf()
	file := importingtest.Cards(importingtest.Card("UID:1", "FN:Ann Smith", "BDAY:1980-01-01"), importingtest.Card("UID:1", "FN:Peter Kowalski"), importingtest.Card("UID:1", "FN:Ida Berg", "TEL:+442079460999"), importingtest.Card("UID:1", "FN:A Smith"))
	p := importingtest.Take(t, book, file)
	if got, want := importingtest.Actions(p), []importing.Action{importing.Create, importing.Possible, importing.Possible, importing.Same}; !slices.Equal(got, want) {
		t.Errorf("are %s, want %s", got, want)
	}
	for range 10 { // in whatever order the book names those who have it
		again := importingtest.Look(t, book, importing.Options{}, file)
		if s := again.Summary.Counts; s.Same != s.Read || len(again.Items[1].Problems) > 0 {
			t.Fatalf("a second time %s", importingtest.Actions(again))
		}
	}
	if got := importingtest.Actions(importingtest.Look(t, book, importing.Options{}, importingtest.Cards(importingtest.Card("UID:1", "FN:Ida Holm", "TEL:+442079460999")))); got[0] != importing.Same {
		t.Errorf("by another name Ida is %s", got)
	}
}

func TestAnUmlautWrittenOutMayBeTheSamePerson(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:Jörg Müller", "TEL:+49301234567")))
	if got := importingtest.Actions(importingtest.Look(t, book, importing.Options{}, importingtest.Cards(importingtest.Card("FN:Joerg Mueller", "TEL:+49301234567")))); got[0] != importing.Possible {
		t.Errorf("is %s", got)
	}
}

func TestTheOwnersNumberStaysTheOneToRing(t *testing.T) {
	preferred := func(c app.Customer) (all []string) {
		for _, p := range c.Phones {
			if p.Preferred {
				all = append(all, p.Typed)
			}
		}
		for _, e := range c.Emails {
			if e.Preferred {
				all = append(all, e.Address)
			}
		}
		return all
	}
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card("UID:1", "FN:Ann Bell", "TEL;TYPE=CELL,PREF:+442079460290", "TEL;TYPE=PREF:+442079460291", "EMAIL;TYPE=PREF:a@b.c")))
	want := []string{"+442079460290", "a@b.c"}
	if got := preferred(book.Named(t, "Ann Bell")); !slices.Equal(got, want) {
		t.Errorf("of a card with two, preferred are %q", got)
	}
	later := importingtest.Card("UID:1", "FN:Ann Bell", "TEL;TYPE=PREF:+442079460292", "EMAIL;TYPE=PREF:d@e.f")
	importingtest.Take(t, book, importingtest.Cards(later))
	ann := book.Named(t, "Ann Bell")
	if got := preferred(ann); !slices.Equal(got, want) || len(ann.Phones) != 3 || len(ann.Emails) != 2 {
		t.Errorf("after another card, preferred are %q", got)
	}
	if p := importingtest.Take(t, book, importingtest.Cards(later)); p.Summary.Same != 1 {
		t.Errorf("the same card again: %+v", p.Summary.Counts)
	}
}
