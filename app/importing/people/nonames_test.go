package people_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestANameThatIsAnAddressOrANumberOfTheirOwnIsNone(t *testing.T) {
	ann := importingtest.Card("FN:Ann Bell", "TEL:+44 20 7946 0290", "EMAIL:ann@example.com")
	for name, tt := range map[string]struct {
		file importing.Source
		want importing.Action
	}{
		"an address on a card":         {importingtest.Cards(importingtest.Card("FN:ann@example.com", "EMAIL:Ann@example.com")), importing.Possible},
		"an address in quotes":         {importingtest.Cards(importingtest.Card("FN:'ann@example.com'", "EMAIL:ann@example.com")), importing.Possible},
		"an address in a table":        {importingtest.Table("Name,E-mail,Phone", "ann@example.com,ann@example.com,"), importing.Possible},
		"a number on a card":           {importingtest.Cards(importingtest.Card("FN:+44 20 7946-0290", "TEL:+442079460290")), importing.Possible},
		"a number without its country": {importingtest.Cards(importingtest.Card("FN:020 7946 0290", "TEL:+442079460290")), importing.Possible},
		"an address beside purchases":  {importingtest.Table("Receipt,Date,Name,Email,Item,Price", "1,2026-04-03,ann@example.com,ann@example.com,Cup,5.00"), importing.Create},
		"another address than theirs":  {importingtest.Cards(importingtest.Card("FN:bob@example.com", "EMAIL:ann@example.com")), importing.Create},
		"another number than theirs":   {importingtest.Cards(importingtest.Card("FN:020 7946 0291", "TEL:+442079460290")), importing.Create},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, importingtest.Cards(ann))
			p := importingtest.Take(t, book, tt.file)
			if p.Items[0].Action != tt.want {
				t.Errorf("is %s, want %s", p.Items[0].Action, tt.want)
			}
			if p.Items[0].Kind == importing.KindPurchases && p.Items[0].Customer != book.Named(t, "Ann Bell").ID {
				t.Errorf("what she bought is %s's", p.Items[0].Name)
			}
			if again := importingtest.Take(t, book, tt.file); again.Items[0].Action != importing.Same {
				t.Errorf("the same again is %s", again.Items[0].Action)
			}
		})
	}
}

func TestWhoHasNoNameIsShownByWhatStandsForIt(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card("UID:1", "FN:ann@example.com", "EMAIL:ann@example.com")))
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card("UID:1", "EMAIL:ann@example.com")))
	if c := book.Named(t, "ann@example.com"); c.Called() != "ann@example.com" {
		t.Errorf("is called %q", c.Called())
	}
	p := importingtest.Take(t, book, importingtest.Cards(importingtest.Card("UID:1", "FN:Ann Bell", "EMAIL:ann@example.com")))
	book.Named(t, "Ann Bell")
	if got := importingtest.Problems(p); len(got) > 0 {
		t.Errorf("says %q", got)
	}
	p = importingtest.Take(t, book, importingtest.Cards(importingtest.Card("UID:1", "FN:ann@example.com", "EMAIL:ann@example.com")))
	if p.Items[0].Action != importing.Same || len(importingtest.Problems(p)) > 0 {
		t.Errorf("the first card again is %s, says %q", p.Items[0].Action, importingtest.Problems(p))
	}
}

func TestACardWithoutANameIsOfWhomItWasBeforeTheyGotOne(t *testing.T) {
	for name, card := range map[string]string{
		"an address that stands for it": importingtest.Card("FN:ann@example.com", "EMAIL:ann@example.com"),
		"no name":                       importingtest.Card("EMAIL:ann@example.com"),
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, importingtest.Cards(card))
			for _, c := range book.Customers {
				c.Name = app.Name{Full: "Ann Bell"}
				book.Edit(c)
			}
			if p := importingtest.Take(t, book, importingtest.Cards(card)); p.Items[0].Action != importing.Same || len(book.Customers) != 1 {
				t.Errorf("the card again is %s: %+v", p.Items[0].Action, book.Customers)
			}
		})
	}
}
