package people_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing/importingtest"
)

func TestANumberWithTheWayOutBeforeItsCountryIsTheOneWithAPlus(t *testing.T) {
	plus, zeros := importingtest.Card("FN:Ann Lee", "TEL:+49 30 901820"), importingtest.Card("FN:Ann Lee", "TEL:0049 30 901820")
	for _, country := range []string{"", "US", "GB"} {
		for name, cards := range map[string][2]string{"plus first": {plus, zeros}, "zeros first": {zeros, plus}} {
			two, one := importingtest.NewShelf(), importingtest.NewShelf()
			two.Settings.Country, one.Settings.Country = country, country
			importingtest.Take(t, two, importingtest.Cards(cards[0]))
			importingtest.Take(t, two, importingtest.Cards(cards[1]))
			importingtest.Take(t, one, importingtest.Cards(cards[0], cards[1]))
			if len(two.Customers) != 1 || len(one.Customers) != 1 {
				t.Errorf("in %q, %s: %d people of two files, %d of one", country, name, len(two.Customers), len(one.Customers))
			}
		}
	}
}

func TestARefusalThatIsTakenOverSaysOfWhichCallsItIs(t *testing.T) {
	for purpose, want := range map[app.Purpose]string{
		app.PurposeAny: "import.alike.refused", app.PurposeFollowUp: "import.alike.refused", app.PurposeMarketing: "import.alike.refused-marketing",
	} {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:Ann Lee", "TEL:+44 20 7946 0290")))
		ann := book.Named(t, "Ann Lee")
		ann.DoNotCall = []app.DoNotCall{{Purpose: purpose}}
		book.Customers[ann.ID] = ann
		p := importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:A. Lee", "TEL:+44 20 7946 0290")))
		if got := importingtest.Problems(p); len(got) == 0 || got[0] != want {
			t.Errorf("of %s: said %q", purpose, got)
		}
	}
}
