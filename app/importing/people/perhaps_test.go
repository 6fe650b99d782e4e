package people_test

import (
	"fmt"
	"slices"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

// Each comes in beside the other, whichever was there first, and becomes nobody else.
func TestAnotherNameIsAPossibleDuplicateBySlipOrBirthday(t *testing.T) {
	const (
		number  = "TEL:+44 20 7946 0290"
		mail    = "EMAIL:home@example.com"
		born    = "BDAY:1980-03-19"
		another = "BDAY:1981-03-19"
	)
	for name, c := range map[string]struct {
		a, b string
		said string // empty: they are two, and nothing is said
	}{
		"Jon and John":                     {importingtest.Card("FN:Jon Smith", number), importingtest.Card("FN:John Smith", number), "number"},
		"Meier and Maier, by mail":         {importingtest.Card("FN:Stefan Meier", mail), importingtest.Card("FN:Stefan Maier", mail), "email"},
		"Anna and Hanna":                   {importingtest.Card("FN:Anna Berg", number), importingtest.Card("FN:Hanna Berg", number), "number"},
		"twins":                            {importingtest.Card("FN:Tom Lund", number, born), importingtest.Card("FN:Eva Lund", number, born), "born-together"},
		"a name of before a wedding":       {importingtest.Card("FN:Ann Lund", mail, born), importingtest.Card("FN:Ann Berg", mail, born), "born-together"},
		"a slip, and numbers of the shop":  {importingtest.Card("FN:Jon Smith", number, "X-CUSTOMER-ID:7"), importingtest.Card("FN:John Smith", number, "X-CUSTOMER-ID:8"), "told-apart"},
		"a slip, and nothing else":         {importingtest.Card("FN:Jon Smith"), importingtest.Card("FN:John Smith"), ""},
		"a slip, and another number":       {importingtest.Card("FN:Jon Smith", number), importingtest.Card("FN:John Smith", "TEL:+44 20 7946 0291"), ""},
		"a slip, and another extension":    {importingtest.Card("FN:Jon Smith", "TEL:+1 404 555 1212 x12"), importingtest.Card("FN:John Smith", "TEL:+1 404 555 1212 x13"), ""},
		"a birthday, and another number":   {importingtest.Card("FN:Ann Lund", number, born), importingtest.Card("FN:Ann Berg", "TEL:+44 20 7946 0291", born), ""},
		"a household, and other birthdays": {importingtest.Card("FN:Tom Lund", number, born), importingtest.Card("FN:Eva Lund", number, another), ""},
		"a couple":                         {importingtest.Card("FN:Mr Jan Smith", number, born), importingtest.Card("FN:Mrs Jane Smith", number, born), ""},
		"a father and a son":               {importingtest.Card("FN:Jon Smith Sr.", number), importingtest.Card("FN:John Smith Jr.", number), ""},
	} {
		for order, cards := range map[string][2]string{"": {c.a, c.b}, ", the other first": {c.b, c.a}} {
			t.Run(name+order, func(t *testing.T) {
				want := importing.Create
				var said []string
				if c.said != "" {
					want, said = importing.Possible, []string{"import.alike." + c.said}
				}
				within := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Cards(cards[0], cards[1]))
				if got := within.Items[1].Action; got != want || !slices.Equal(importingtest.Problems(within), said) {
					t.Errorf("in one file: %s, said %q", got, importingtest.Problems(within))
				}
				book := importingtest.NewShelf()
				importingtest.Take(t, book, importingtest.Cards(cards[0]))
				later := importingtest.Take(t, book, importingtest.Cards(cards[1]))
				if got := later.Items[0].Action; got != want || !slices.Equal(importingtest.Problems(later), said) || len(book.Customers) != 2 {
					t.Errorf("in a later file: %s, said %q, %d people", got, importingtest.Problems(later), len(book.Customers))
				}
				again := importingtest.Take(t, book, importingtest.Cards(cards[0], cards[1]))
				if again.Summary.Same != 2 || len(book.Customers) != 2 {
					t.Errorf("once more: %v, %d people", importingtest.Actions(again), len(book.Customers))
				}
			})
		}
	}
}

func TestABuyersMisspeltNameIsAPossibleDuplicate(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:Jon Smith", "TEL:+44 20 7946 0290")))
	table := importingtest.Table("Receipt,Date,Name,Phone,Item,Price", "1,2026-04-03,John Smith,+442079460290,Cup,5.00", "2,2026-04-04,John Smith,+442079460290,Pot,9.00")
	p := importingtest.Take(t, book, table)
	jon, john := book.Named(t, "Jon Smith"), book.Named(t, "John Smith")
	if it := p.Items[0]; it.Action != importing.Possible || !slices.Equal(it.Alike, []app.ID{jon.ID}) || !slices.Equal(importingtest.Problems(p), []string{"import.alike.number"}) {
		t.Errorf("%s, like %v, said %q", it.Action, it.Alike, importingtest.Problems(p))
	}
	if len(book.BoughtBy(jon.ID)) != 0 || len(book.BoughtBy(john.ID)) != 2 {
		t.Errorf("Jon bought %d, John %d", len(book.BoughtBy(jon.ID)), len(book.BoughtBy(john.ID)))
	}
	if again := importingtest.Take(t, book, table); again.Summary.Same != 2 || len(book.Customers) != 2 || len(importingtest.Problems(again)) > 0 {
		t.Errorf("once more: %v, %d people, said %q", importingtest.Actions(again), len(book.Customers), importingtest.Problems(again))
	}
}

// The double of somebody who does not want to be called is not rung for a slip in the
// name; a twin is.
func TestARefusalHoldsForAMisspeltDoubleNotForATwin(t *testing.T) {
	for name, c := range map[string]struct {
		card    string
		refuses bool
	}{
		"a slip":                   {importingtest.Card("FN:John Smith", "TEL:+44 20 7946 0290"), true},
		"a slip, and the birthday": {importingtest.Card("FN:John Smith", "TEL:+44 20 7946 0290", "BDAY:1980-03-19"), true},
		"a twin":                   {importingtest.Card("FN:Eva Smith", "TEL:+44 20 7946 0290", "BDAY:1980-03-19"), false},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:Jon Smith", "TEL:+44 20 7946 0290", "BDAY:1980-03-19")))
			jon := book.Named(t, "Jon Smith")
			jon.DoNotCall = []app.DoNotCall{{Purpose: app.PurposeAny}}
			book.Customers[jon.ID] = jon
			p := importingtest.Take(t, book, importingtest.Cards(c.card))
			got := book.Customers[p.Items[0].Customer]
			if p.Items[0].Action != importing.Possible || (len(got.DoNotCall) > 0) != c.refuses || slices.Contains(importingtest.Problems(p), "import.alike.refused") != c.refuses {
				t.Errorf("%s, refuses %v, said %q", p.Items[0].Action, got.DoNotCall, importingtest.Problems(p))
			}
		})
	}
}

func TestInACrowdASlipSaysNothing(t *testing.T) {
	book := importingtest.NewShelf()
	var cards []string
	for i := range 25 {
		cards = append(cards, importingtest.Card(fmt.Sprintf("FN:%c%c%c Smith", 'a'+i, 'a'+i, 'a'+i), "TEL:+44 20 7946 0290"))
	}
	importingtest.Take(t, book, importingtest.Cards(cards...))
	if p := importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:bbbb Smith", "TEL:+44 20 7946 0290"))); p.Items[0].Action != importing.Create {
		t.Errorf("%s, said %q", p.Items[0].Action, importingtest.Problems(p))
	}
}

// A mark used twice and another extension of one number: they reach nobody in common,
// and it is said once.
func TestWhoseMarkIsUsedTwiceIsNamedOnce(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card("UID:u", "FN:Jon Smith", "TEL:+1 404 555 1212 x12")))
	p := importingtest.Take(t, book, importingtest.Cards(importingtest.Card("UID:u", "FN:John Smith", "TEL:+1 404 555 1212 x13")))
	if !slices.Equal(importingtest.Problems(p), []string{"import.alike.card"}) || len(p.Items[0].Alike) != 1 {
		t.Errorf("like %v, said %q", p.Items[0].Alike, importingtest.Problems(p))
	}
}
