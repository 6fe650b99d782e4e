package people_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestAFormerNameIsNoSecondCustomer(t *testing.T) {
	for name, c := range map[string]struct {
		file importing.Source
		edit func(*app.Customer)
	}{
		"a card":       {importingtest.Cards(importingtest.Card("FN:Jon Doe", "TEL:+44 20 7946 0290")), func(*app.Customer) {}},
		"an address":   {importingtest.Cards(importingtest.Card("FN:Jon Doe", "EMAIL:jon@example.com")), func(*app.Customer) {}},
		"purchases":    {importingtest.Table("Receipt,Date,Name,Phone,Item,Price", "1,2026-04-03,Jon Doe,+44 20 7946 0290,Cup,5.00"), func(*app.Customer) {}},
		"a new number": {importingtest.Cards(importingtest.Card("FN:Jon Doe", "TEL:+44 20 7946 0290")), func(c *app.Customer) { c.Phones = []app.Phone{{Typed: "+44 20 7946 0299", E164: "+442079460299"}} }},
		"a card by which nothing is shared any more": {
			importingtest.Cards(importingtest.Card("UID:1", "FN:Jon Doe", "TEL:+44 20 7946 0290")),
			func(c *app.Customer) { c.Phones = []app.Phone{{Typed: "+44 20 7946 0299", E164: "+442079460299"}} },
		},
		"a customer number": {
			importingtest.Table("Receipt,Date,Customer ID,Name,Phone,Item,Price", "1,2026-04-03,7,Jon Doe,+44 20 7946 0290,Cup,5.00"),
			func(c *app.Customer) { c.References[0].Value = "8" },
		},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, c.file)
			john := book.Named(t, "Jon Doe")
			john.Name = app.Name{Full: "John Doe"}
			john.References = slices.Clone(john.References)
			c.edit(&john)
			book.Edit(john)
			p := importingtest.Take(t, book, c.file)
			if diff := cmp.Diff(map[app.ID]app.Customer{john.ID: john}, book.Customers); diff != "" || p.Items[0].Action != importing.Same {
				t.Errorf("%s:\n%s", p.Items[0].Action, diff)
			}
			if !slices.Contains(importingtest.Problems(p), "import.card.formerly") {
				t.Errorf("said %q", importingtest.Problems(p))
			}
		})
	}
}

func TestWhoHasAFormerNameOfSomebodyElseNowIsNotTakenForThem(t *testing.T) {
	book := importingtest.NewShelf()
	file := importingtest.Cards(importingtest.Card("FN:Jon Doe", "TEL:+44 20 7946 0290"))
	importingtest.Take(t, book, file)
	john := book.Named(t, "Jon Doe")
	john.Name.Full = "John Doe"
	book.Edit(john)
	jon := app.Customer{ID: book.IDs.Next(), Name: app.Name{Full: "Jon Doe"}, Phones: john.Phones}
	book.Customers[jon.ID] = jon
	if p := importingtest.Take(t, book, file); p.Items[0].Customer != jon.ID || len(importingtest.Problems(p)) > 0 {
		t.Errorf("%s, said %q", p.Items[0].Name, importingtest.Problems(p))
	}
	if p := importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:Eva Doe", "TEL:+44 20 7946 0290"))); p.Items[0].Action != importing.Create || len(importingtest.Problems(p)) > 0 {
		t.Errorf("%s, said %q", p.Items[0].Action, importingtest.Problems(p))
	}
}

func TestACorrectedBirthdayOrSpellingIsNoSecondCustomer(t *testing.T) {
	for name, c := range map[string]struct {
		card string
		edit func(*app.Customer)
		told []string
	}{
		"birthday": {importingtest.Card("FN:Ann Smith", "TEL:+44 20 7946 0290", "BDAY:19710101"), func(c *app.Customer) { c.Birthday = "1970-01-01" }, []string{"import.card.settled"}},
		"spelling": {importingtest.Card("FN:Trần Dung", "TEL:+44 20 7946 0290"), func(c *app.Customer) { c.Name = app.Name{Full: "Trần Dũng"} }, nil},
		"letters":  {importingtest.Card("FN:Joerg Ek", "TEL:+44 20 7946 0290"), func(c *app.Customer) { c.Name = app.Name{Full: "Jörg Ek"} }, []string{"import.card.formerly"}},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, importingtest.Cards(c.card))
			for _, ann := range book.Customers {
				c.edit(&ann)
				book.Edit(ann)
				ann.Notes = "Called"
				book.Edit(ann)
			}
			if p := importingtest.Take(t, book, importingtest.Cards(c.card)); p.Items[0].Action != importing.Same || len(book.Customers) != 1 || !slices.Equal(importingtest.Problems(p), c.told) {
				t.Errorf("%s: %+v, said %q", p.Items[0].Action, book.Customers, importingtest.Problems(p))
			}
		})
	}
}

func TestWhoWasMadeOneWithSomebodyDoesNotComeBack(t *testing.T) {
	plain := importingtest.Cards(importingtest.Card("FN:Bill Smith", "TEL:+1 202 555 0144"), importingtest.Card("FN:William Smith", "TEL:+1 202 555 0144"))
	marked := importingtest.Cards(
		importingtest.Card("UID:1", "FN:Ann Smith", "TEL:+1 202 555 0144", "EMAIL:ann@example.com", "ADR:;;1 High Street;Bath;;;"),
		importingtest.Card("UID:2", "FN:Anne Smyth", "TEL:+1 202 555 0155", "EMAIL:smyth@example.org", "ADR:;;2 Low Street;Bath;;;", "NOTE:Tea"),
	)
	for name, c := range map[string]struct {
		file        importing.Source
		kept, other string
		left        []string
		further     importing.Source
	}{
		"without a mark": {
			plain, "William Smith", "Bill Smith",
			[]string{"import.card.formerly"},
			importingtest.Table("Receipt,Date,Name,Phone,Item,Price", "1,2026-04-03,Bill Smith,+1 202 555 0144,Cup,5.00"),
		},
		"with one": {
			marked, "Ann Smith", "Anne Smyth",
			[]string{"import.card.taken-out", "import.card.taken-out", "import.card.settled", "import.card.formerly", "import.card.settled"},
			importingtest.Table("Receipt,Date,Name,Phone,Item,Price", "1,2026-04-03,Anne Smyth,+1 202 555 0155,Cup,5.00"),
		},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, c.file)
			kept, other := book.Named(t, c.kept), book.Named(t, c.other)
			kept.References = slices.Concat(kept.References, other.References)
			book.Merge(kept, other.ID)
			want := map[app.ID]app.Customer{kept.ID: kept}
			p := importingtest.Take(t, book, c.file)
			if diff := cmp.Diff(want, book.Customers); diff != "" || p.Items[0].Action != importing.Same || p.Items[1].Action != importing.Same {
				t.Errorf("%s, %s:\n%s", p.Items[0].Action, p.Items[1].Action, diff)
			}
			if got := importingtest.Problems(p); !slices.Equal(got, c.left) {
				t.Errorf("said %q", got)
			}
			importingtest.Take(t, book, c.further)
			if diff := cmp.Diff(want, book.Customers); diff != "" {
				t.Error(diff)
			}
			for _, bought := range book.Bought {
				if bought.Customer != kept.ID {
					t.Error("the purchase is of somebody else")
				}
			}
			third := kept
			third.ID = book.IDs.Next()
			third.Name.Full = "Will Smith"
			book.Customers[third.ID] = third
			book.Merge(third, kept.ID)
			if importingtest.Take(t, book, c.file); len(book.Customers) != 1 {
				t.Errorf("merged again: %+v", book.Customers)
			}
		})
	}
}

func TestWhatWasCorrectedByHandIsNotFilledInAgain(t *testing.T) {
	file := importingtest.Cards(importingtest.Card("UID:1", "FN:Ann Bell", "TEL:+44 20 7946 0290", "ORG:Bell & Co", "ADR;TYPE=HOME:;;1 High Street;Bath;;BA1 1AA;",
		"BDAY:19710101", "LANG:fi", "TZ:Europe/Helsinki", "NOTE:Likes tea", "CATEGORIES:tea,oak"))
	for name, c := range map[string]struct {
		edit func(*app.Customer)
		want []string
	}{
		"emptied": {func(c *app.Customer) {
			c.Firm, c.Birthday, c.Language, c.TimeZone, c.Notes, c.Addresses, c.Tags = "", "", "", "", "", nil, c.Tags[1:]
		}, slices.Repeat([]string{"import.card.settled"}, 7)},
		"changed": {func(c *app.Customer) {
			c.Firm, c.Birthday, c.Notes = "Bell", "1970-01-01", "Likes coffee"
			c.Addresses = slices.Clone(c.Addresses)
			c.Addresses[0].Street = "9 New Road"
		}, slices.Repeat([]string{"import.card.settled"}, 4)},
		"a part of an address": {func(c *app.Customer) {
			c.Addresses = slices.Clone(c.Addresses)
			c.Addresses[0].PostalCode = ""
		}, []string{"import.card.settled"}},
		"a note that is there still": {func(c *app.Customer) { c.Notes = "Rings late\n\nLikes tea" }, nil},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, file)
			ann := book.Named(t, "Ann Bell")
			c.edit(&ann)
			book.Edit(ann)
			p := importingtest.Take(t, book, file)
			if diff := cmp.Diff(ann, book.Customers[ann.ID]); diff != "" || p.Items[0].Action != importing.Same {
				t.Errorf("%s:\n%s", p.Items[0].Action, diff)
			}
			if got := importingtest.Problems(p); !slices.Equal(got, c.want) {
				t.Errorf("said %q", got)
			}
		})
	}
}

func TestWhatIsNewBesideWhatWasCorrectedIsAdded(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card("UID:1", "FN:Ann Bell", "TEL:+44 20 7946 0290", "ADR:;;;Bath;;;", "CATEGORIES:tea")))
	ann := book.Named(t, "Ann Bell")
	ann.Addresses, ann.Tags, ann.DoNotCall = nil, nil, nil
	book.Edit(ann)
	p := importingtest.Take(t, book, importingtest.Cards(importingtest.Card("UID:1", "FN:Ann Bell", "TEL:+44 20 7946 0290", "ADR:;;2 Low Street;Bath;;;", "CATEGORIES:oak")))
	if got := book.Customers[ann.ID]; len(got.Addresses) != 1 || len(got.Tags) != 1 || len(importingtest.Problems(p)) > 0 {
		t.Errorf("%+v, said %q", got, importingtest.Problems(p))
	}
}

func TestAWishNotToBeCalledThatWasTakenBackIsTakenFromAFileAnew(t *testing.T) {
	book := importingtest.NewShelf()
	file := importingtest.Cards(importingtest.Card("UID:1", "FN:Ann Bell", "TEL:+44 20 7946 0290", "X-RINGBACK-DO-NOT-CALL:any;2026-01-02;asked"))
	importingtest.Take(t, book, file)
	ann := book.Named(t, "Ann Bell")
	if len(ann.DoNotCall) != 1 {
		t.Fatalf("%+v", ann)
	}
	ann.DoNotCall, ann.Notes = nil, "Called"
	book.Edit(ann)
	if p := importingtest.Take(t, book, file); len(book.Customers[ann.ID].DoNotCall) != 1 || p.Items[0].Action != importing.Update {
		t.Errorf("%s: %+v", p.Items[0].Action, book.Customers[ann.ID])
	}
}

func TestAnOpinionUnderAFormerNameIsTheirs(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:Jon Doe", "TEL:+44 20 7946 0290")))
	john := book.Named(t, "Jon Doe")
	john.Name.Full = "John Doe"
	book.Edit(john)
	p := importingtest.Look(t, book, importing.Options{}, importingtest.Table("Name,Phone,Date,Score,Words", "Jon Doe,+44 20 7946 0290,2026-04-03,9,Nice", "Joan Doe,+44 20 7946 0290,2026-04-03,9,Nice"))
	if p.Items[0].Customer != john.ID || !p.Items[1].Customer.IsZero() {
		t.Errorf("%+v", p.Items)
	}
}
