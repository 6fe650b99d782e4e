package receipts_test

import (
	"slices"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestWhoBuysAndMayBeKnownIsAPossibleDuplicate(t *testing.T) {
	tests := []struct {
		name  string
		cards []string
		row   string // of the customer: number, name, telephone, e-mail
		want  importing.Action
		said  []string
	}{
		{
			"the same name and telephone under another number of the shop's",
			[]string{importingtest.Card("FN:Ann Lee", "X-CUSTOMER-ID:12", "TEL:+44 20 7946 0290")},
			"77,Ann Lee,+442079460290,", importing.Possible,
			[]string{"import.alike.told-apart"},
		},
		{
			"the same name and address for mail under another number of the shop's",
			[]string{importingtest.Card("FN:Ann Lee", "X-CUSTOMER-ID:12", "EMAIL:ann@example.com")},
			"77,Ann Lee,,ann@example.com", importing.Possible,
			[]string{"import.alike.told-apart"},
		},
		{
			"a name that agrees in part",
			[]string{importingtest.Card("FN:Ann Lee", "TEL:+44 20 7946 0290")},
			",A. Lee,+442079460290,", importing.Possible,
			[]string{"import.alike.number"},
		},
		{
			"the telephone of one and the address of another",
			[]string{importingtest.Card("FN:Ann Lee", "TEL:+44 20 7946 0290"), importingtest.Card("FN:Ann Lee", "EMAIL:ann@example.com")},
			",Ann Lee,+442079460290,ann@example.com", importing.Possible,
			[]string{"import.alike.number", "import.alike.email"},
		},
		{
			"the number of one and the name and telephone of another",
			[]string{importingtest.Card("FN:Ann Lee", "X-CUSTOMER-ID:1", "TEL:+44 20 7946 0290"), importingtest.Card("FN:Bob Ray", "X-CUSTOMER-ID:2", "TEL:+44 20 7946 0291")},
			"1,Bob Ray,+442079460291,", importing.Possible,
			[]string{"import.receipt.number-twice", "import.alike.told-apart"},
		},
		{
			"a household's telephone",
			[]string{importingtest.Card("FN:Ann Lee", "TEL:+44 20 7946 0290")},
			",Bob Lee,+442079460290,", importing.Create, nil,
		},
		{
			"the same person",
			[]string{importingtest.Card("FN:Ann Lee", "TEL:+44 20 7946 0290")},
			"12,Ann Lee,+442079460290,", importing.Create, nil,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, importingtest.Cards(tt.cards...))
			file := importingtest.Table("Receipt,Date,Customer No,Name,Phone,Email,Item,Price",
				"1,2026-04-03,"+tt.row+",Cup,5.00", "2,2026-04-04,"+tt.row+",Cup,5.00")
			p := importingtest.Take(t, book, file)
			if got := importingtest.Actions(p); !slices.Equal(got, []importing.Action{tt.want, importing.Create}) {
				t.Errorf("the receipts are %v", got)
			}
			if got := importingtest.Problems(p); !slices.Equal(got, tt.said) {
				t.Errorf("said %q", got)
			}
			of, want := p.Items[0].Alike, 0
			if tt.want == importing.Possible {
				want = 1
			}
			if (len(of) > 0) != (want > 0) || p.Summary.Duplicates != want || p.Summary.Receipts.Duplicates != want || p.Items[1].Alike != nil {
				t.Errorf("alike %v and %v, counted %d and %d", of, p.Items[1].Alike, p.Summary.Duplicates, p.Summary.Receipts.Duplicates)
			}
			if again := importingtest.Take(t, book, file); again.Summary.Same != 2 {
				t.Errorf("again: %v", importingtest.Actions(again))
			}
		})
	}
}

func TestWhoMayBeSomebodyWhoIsNotToBeCalledIsNotCalledEither(t *testing.T) {
	const purchases = "Receipt,Date,Customer No,Name,Phone,Item,Price"
	for name, tt := range map[string]struct {
		file importing.Source
		want bool
	}{
		"purchases under another number":  {importingtest.Table(purchases, "1,2026-04-03,77,Ann Lee,+442079460290,Cup,5.00"), true},
		"purchases under part of a name":  {importingtest.Table(purchases, "1,2026-04-03,,A. Lee,+442079460290,Cup,5.00"), true},
		"a card with another number":      {importingtest.Cards(importingtest.Card("FN:Ann Lee", "X-CUSTOMER-ID:77", "TEL:+442079460290")), true},
		"purchases of the household":      {importingtest.Table(purchases, "1,2026-04-03,78,Bob Lee,+442079460290,Cup,5.00"), false},
		"purchases with her number alone": {importingtest.Table(purchases, "1,2026-04-03,12,Bob Ray,+442079460291,Cup,5.00"), false},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:Ann Lee", "X-CUSTOMER-ID:12", "TEL:+44 20 7946 0290")))
			ann := book.Named(t, "Ann Lee")
			ann.DoNotCall = []app.DoNotCall{{Purpose: app.PurposeAny, Reason: "said so"}}
			book.Customers[ann.ID] = ann
			p := importingtest.Take(t, book, tt.file)
			for id, c := range book.Customers {
				if _, refuses := c.Refuses(app.PurposeFollowUp); id != ann.ID && refuses != tt.want {
					t.Errorf("%s is not to be called: %v", c.Called(), refuses)
				}
			}
			if len(book.Customers) != 2 || slices.Contains(importingtest.Problems(p), "import.alike.refused") != tt.want {
				t.Errorf("%d people, said %q", len(book.Customers), importingtest.Problems(p))
			}
			if again := importingtest.Take(t, book, tt.file); again.Summary.Same != 1 {
				t.Errorf("again: %v", importingtest.Actions(again))
			}
		})
	}
}

func TestAReceiptOfNobodyByNameIsWhoseItWasWhenAnotherSharesTheAddressSince(t *testing.T) {
	for name, of := range map[string]string{"no name": "", "an address that stands for it": "ann@example.com"} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:Ann Lee", "EMAIL:ann@example.com")))
			file := importingtest.Table("Receipt,Date,Name,Email,Item,Price", "1,2026-04-03,"+of+",ann@example.com,Cup,5.00", "2,2026-04-04,Bob Ray,ann@example.com,Cup,5.00")
			importingtest.Take(t, book, file)
			if again := importingtest.Take(t, book, file); again.Summary.Same != 2 || len(book.Customers) != 2 || len(book.Bought) != 2 {
				t.Errorf("again: %v, %d people, %d purchases", importingtest.Actions(again), len(book.Customers), len(book.Bought))
			}
		})
	}
}
