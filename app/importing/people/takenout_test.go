package people_test

import (
	"slices"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
	"ringback.app/app/importing/people"
)

func TestWhatAPersonTookOutIsNotBroughtBackByTheSameFile(t *testing.T) {
	const right = "+44 20 7946 0299"
	number := func(typed string) app.Phone { return app.Phone{Typed: typed, E164: "+442079460299"} }
	files := map[string]importing.Source{
		"a card":  importingtest.Cards(importingtest.Card("UID:1", "FN:Ann Bell", "TEL:+44 20 7946 0290", "TEL:+44 20 7946 0291", "EMAIL:ann@example.com", "EMAIL:ann@example.org")),
		"a table": importingtest.Table("Receipt,Date,Customer ID,Phone,Mobile,Email,Item,Price", "1,2026-04-03,7,+44 20 7946 0290,+44 20 7946 0291,ann@example.com; ann@example.org,Cup,5.00"),
	}
	for name, file := range files {
		for how, edit := range map[string]func(*app.Customer){
			"taken out": func(c *app.Customer) { c.Phones, c.Emails = c.Phones[:1:1], c.Emails[:1:1] },
			"corrected": func(c *app.Customer) {
				c.Phones, c.Emails = []app.Phone{c.Phones[0], number(right)}, []app.Email{c.Emails[0], {Address: "bell@example.org"}}
			},
		} {
			t.Run(name+", "+how, func(t *testing.T) {
				book := importingtest.NewShelf()
				importingtest.Take(t, book, file)
				var ann app.Customer
				for _, c := range book.Customers {
					ann = c
				}
				if len(ann.Phones) != 2 || len(ann.Emails) != 2 {
					t.Fatalf("%+v", ann)
				}
				edit(&ann)
				book.Edit(ann)
				p := importingtest.Take(t, book, file)
				if got := book.Customers[ann.ID]; len(got.Phones) != len(ann.Phones) || len(got.Emails) != len(ann.Emails) || len(book.Customers) != 1 {
					t.Errorf("%+v", got)
				}
				if got := importingtest.Problems(p); !slices.Equal(got, []string{"import.card.taken-out", "import.card.taken-out"}) || p.Items[0].Action != importing.Same {
					t.Errorf("%s, said %q", p.Items[0].Action, got)
				}
			})
		}
	}
}

func TestWhoseOnlyNumberWasCorrectedIsNoSecondCustomer(t *testing.T) {
	for name, file := range map[string]importing.Source{
		"a card":              importingtest.Cards(importingtest.Card("FN:Ann Bell", "TEL:+44 20 7946 0290")),
		"an address for mail": importingtest.Table("Name,Email", "Ann Bell,ann@example.com"),
		"purchases":           importingtest.Table("Receipt,Date,Name,Phone,Item,Price", "1,2026-04-03,Ann Bell,+44 20 7946 0290,Cup,5.00"),
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, file)
			ann := book.Named(t, "Ann Bell")
			ann.Phones, ann.Emails = []app.Phone{{Typed: "+44 20 7946 0299", E164: "+442079460299"}}, nil
			book.Edit(ann)
			p := importingtest.Take(t, book, file)
			if got := book.Customers[ann.ID]; len(book.Customers) != 1 || len(got.Phones) != 1 || len(got.Emails) > 0 || p.Items[0].Action != importing.Same {
				t.Errorf("%s: %+v", p.Items[0].Action, book.Customers)
			}
			if p := importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:Bob Bell", "TEL:+44 20 7946 0290", "EMAIL:ann@example.com"))); p.Items[0].Action != importing.Create || len(importingtest.Problems(p)) > 0 {
				t.Errorf("whose number it is now: %s, said %q", p.Items[0].Action, importingtest.Problems(p))
			}
		})
	}
}

func TestThePreviewSaysWhatIsAdded(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card("UID:1", "FN:Ann Bell", "TEL:+44 20 7946 0290")))
	file := importingtest.Cards(importingtest.Card("UID:1", "FN:Ann Bell", "TEL:+44 20 7946 0290", "TEL:+44 20 7946 0291", "EMAIL:ann@example.com", "ORG:Bell & Co",
		"ADR:;;1 High Street;Bath;;BA1 1AA;", "NOTE:Likes tea", "CATEGORIES:tea", "BDAY:19700101", "X-SHOE-SIZE:38"))
	want := []people.Addition{
		{What: "ORG", Text: "Bell & Co"},
		{What: "BDAY", Text: "1970-01-01"},
		{What: "NOTE", Text: "Likes tea"},
		{What: "ADR", Text: "1 High Street, Bath, BA1 1AA"},
		{What: "CATEGORIES", Text: "tea"},
		{What: "TEL", Text: "+44 20 7946 0291"},
		{What: "EMAIL", Text: "ann@example.com"},
		{What: "X-SHOE-SIZE", Text: "38"},
	}
	if got := importingtest.Take(t, book, file).Items[0]; got.Action != importing.Update || !slices.Equal(got.Added, want) {
		t.Errorf("%s: %q", got.Action, got.Added)
	}
	if got := importingtest.Look(t, book, importing.Options{}, file).Items[0]; got.Action != importing.Same || got.Added != nil {
		t.Errorf("again: %s: %q", got.Action, got.Added)
	}
}
