package importing_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/importing"
)

// merge makes one of two customers.
func (s *shelf) merge(kept app.Customer, other app.ID) {
	s.edits = append(s.edits,
		app.Entry{Act: app.ActMerge, Kind: app.KindCustomer, ID: other, Customer: kept.ID, Before: s.customers[other], After: kept},
		app.Entry{Act: app.ActMerge, Kind: app.KindCustomer, ID: kept.ID, Customer: kept.ID, Before: s.customers[kept.ID], After: kept})
	s.customers[kept.ID] = kept
	delete(s.customers, other)
}

func TestAFormerNameIsNoSecondCustomer(t *testing.T) {
	for name, c := range map[string]struct {
		file importing.Source
		edit func(*app.Customer)
	}{
		"a card":       {cards(card("FN:Jon Doe", "TEL:+44 20 7946 0290")), func(*app.Customer) {}},
		"an address":   {cards(card("FN:Jon Doe", "EMAIL:jon@example.com")), func(*app.Customer) {}},
		"purchases":    {table("Receipt,Date,Name,Phone,Item,Price", "1,2026-04-03,Jon Doe,+44 20 7946 0290,Cup,5.00"), func(*app.Customer) {}},
		"a new number": {cards(card("FN:Jon Doe", "TEL:+44 20 7946 0290")), func(c *app.Customer) { c.Phones = []app.Phone{{Typed: "+44 20 7946 0299", E164: "+442079460299"}} }},
		"a card by which nothing is shared any more": {
			cards(card("UID:1", "FN:Jon Doe", "TEL:+44 20 7946 0290")),
			func(c *app.Customer) { c.Phones = []app.Phone{{Typed: "+44 20 7946 0299", E164: "+442079460299"}} },
		},
		"a customer number": {
			table("Receipt,Date,Customer ID,Name,Phone,Item,Price", "1,2026-04-03,7,Jon Doe,+44 20 7946 0290,Cup,5.00"),
			func(c *app.Customer) { c.References[0].Value = "8" },
		},
	} {
		t.Run(name, func(t *testing.T) {
			book := newShelf()
			take(t, book, c.file)
			john := book.named(t, "Jon Doe")
			john.Name = app.Name{Full: "John Doe"}
			john.References = slices.Clone(john.References)
			c.edit(&john)
			book.edit(john)
			p := take(t, book, c.file)
			if diff := cmp.Diff(map[app.ID]app.Customer{john.ID: john}, book.customers); diff != "" || p.Items[0].Action != importing.Same {
				t.Errorf("%s:\n%s", p.Items[0].Action, diff)
			}
			if !slices.Contains(problems(p), "import.card.formerly") {
				t.Errorf("said %q", problems(p))
			}
		})
	}
}

func TestWhoHasAFormerNameOfSomebodyElseNowIsNotTakenForThem(t *testing.T) {
	book := newShelf()
	file := cards(card("FN:Jon Doe", "TEL:+44 20 7946 0290"))
	take(t, book, file)
	john := book.named(t, "Jon Doe")
	john.Name.Full = "John Doe"
	book.edit(john)
	jon := app.Customer{ID: book.ids.Next(), Name: app.Name{Full: "Jon Doe"}, Phones: john.Phones}
	book.customers[jon.ID] = jon
	if p := take(t, book, file); p.Items[0].Customer != jon.ID || len(problems(p)) > 0 {
		t.Errorf("%s, said %q", p.Items[0].Name, problems(p))
	}
	if p := take(t, book, cards(card("FN:Joan Doe", "TEL:+44 20 7946 0290"))); p.Items[0].Action != importing.Create || len(problems(p)) > 0 {
		t.Errorf("%s, said %q", p.Items[0].Action, problems(p))
	}
}

func TestACorrectedBirthdayOrSpellingIsNoSecondCustomer(t *testing.T) {
	for name, c := range map[string]struct {
		card string
		edit func(*app.Customer)
		told []string
	}{
		"birthday": {card("FN:Ann Smith", "TEL:+44 20 7946 0290", "BDAY:19710101"), func(c *app.Customer) { c.Birthday = "1970-01-01" }, []string{"import.card.settled"}},
		"spelling": {card("FN:Trần Dung", "TEL:+44 20 7946 0290"), func(c *app.Customer) { c.Name = app.Name{Full: "Trần Dũng"} }, nil},
		"letters":  {card("FN:Joerg Ek", "TEL:+44 20 7946 0290"), func(c *app.Customer) { c.Name = app.Name{Full: "Jörg Ek"} }, []string{"import.card.formerly"}},
	} {
		t.Run(name, func(t *testing.T) {
			book := newShelf()
			take(t, book, cards(c.card))
			for _, ann := range book.customers {
				c.edit(&ann)
				book.edit(ann)
				ann.Notes = "Called"
				book.edit(ann)
			}
			if p := take(t, book, cards(c.card)); p.Items[0].Action != importing.Same || len(book.customers) != 1 || !slices.Equal(problems(p), c.told) {
				t.Errorf("%s: %+v, said %q", p.Items[0].Action, book.customers, problems(p))
			}
		})
	}
}

func TestWhoWasMadeOneWithSomebodyDoesNotComeBack(t *testing.T) {
	plain := cards(card("FN:Bill Smith", "TEL:+1 202 555 0144"), card("FN:William Smith", "TEL:+1 202 555 0144"))
	marked := cards(
		card("UID:1", "FN:Ann Smith", "TEL:+1 202 555 0144", "EMAIL:ann@example.com", "ADR:;;1 High Street;Bath;;;"),
		card("UID:2", "FN:Anne Smyth", "TEL:+1 202 555 0155", "EMAIL:smyth@example.org", "ADR:;;2 Low Street;Bath;;;", "NOTE:Tea"),
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
			table("Receipt,Date,Name,Phone,Item,Price", "1,2026-04-03,Bill Smith,+1 202 555 0144,Cup,5.00"),
		},
		"with one": {
			marked, "Ann Smith", "Anne Smyth",
			[]string{"import.card.taken-out", "import.card.taken-out", "import.card.settled", "import.card.formerly", "import.card.settled"},
			table("Receipt,Date,Name,Phone,Item,Price", "1,2026-04-03,Anne Smyth,+1 202 555 0155,Cup,5.00"),
		},
	} {
		t.Run(name, func(t *testing.T) {
			book := newShelf()
			take(t, book, c.file)
			kept, other := book.named(t, c.kept), book.named(t, c.other)
			kept.References = slices.Concat(kept.References, other.References)
			book.merge(kept, other.ID)
			want := map[app.ID]app.Customer{kept.ID: kept}
			p := take(t, book, c.file)
			if diff := cmp.Diff(want, book.customers); diff != "" || p.Items[0].Action != importing.Same || p.Items[1].Action != importing.Same {
				t.Errorf("%s, %s:\n%s", p.Items[0].Action, p.Items[1].Action, diff)
			}
			if got := problems(p); !slices.Equal(got, c.left) {
				t.Errorf("said %q", got)
			}
			take(t, book, c.further)
			if diff := cmp.Diff(want, book.customers); diff != "" {
				t.Error(diff)
			}
			for _, bought := range book.purchases {
				if bought.Customer != kept.ID {
					t.Error("the purchase is of somebody else")
				}
			}
			third := kept
			third.ID = book.ids.Next()
			third.Name.Full = "Will Smith"
			book.customers[third.ID] = third
			book.merge(third, kept.ID)
			if take(t, book, c.file); len(book.customers) != 1 {
				t.Errorf("merged again: %+v", book.customers)
			}
		})
	}
}

func TestWhatWasCorrectedByHandIsNotFilledInAgain(t *testing.T) {
	file := cards(card("UID:1", "FN:Ann Bell", "TEL:+44 20 7946 0290", "ORG:Bell & Co", "ADR;TYPE=HOME:;;1 High Street;Bath;;BA1 1AA;",
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
			book := newShelf()
			take(t, book, file)
			ann := book.named(t, "Ann Bell")
			c.edit(&ann)
			book.edit(ann)
			p := take(t, book, file)
			if diff := cmp.Diff(ann, book.customers[ann.ID]); diff != "" || p.Items[0].Action != importing.Same {
				t.Errorf("%s:\n%s", p.Items[0].Action, diff)
			}
			if got := problems(p); !slices.Equal(got, c.want) {
				t.Errorf("said %q", got)
			}
		})
	}
}

func TestWhatIsNewBesideWhatWasCorrectedIsAdded(t *testing.T) {
	book := newShelf()
	take(t, book, cards(card("UID:1", "FN:Ann Bell", "TEL:+44 20 7946 0290", "ADR:;;;Bath;;;", "CATEGORIES:tea")))
	ann := book.named(t, "Ann Bell")
	ann.Addresses, ann.Tags, ann.DoNotCall = nil, nil, nil
	book.edit(ann)
	p := take(t, book, cards(card("UID:1", "FN:Ann Bell", "TEL:+44 20 7946 0290", "ADR:;;2 Low Street;Bath;;;", "CATEGORIES:oak")))
	if got := book.customers[ann.ID]; len(got.Addresses) != 1 || len(got.Tags) != 1 || len(problems(p)) > 0 {
		t.Errorf("%+v, said %q", got, problems(p))
	}
}

func TestAWishNotToBeCalledThatWasTakenBackIsTakenFromAFileAnew(t *testing.T) {
	book := newShelf()
	file := cards(card("UID:1", "FN:Ann Bell", "TEL:+44 20 7946 0290", "X-RINGBACK-DO-NOT-CALL:any;2026-01-02;asked"))
	take(t, book, file)
	ann := book.named(t, "Ann Bell")
	if len(ann.DoNotCall) != 1 {
		t.Fatalf("%+v", ann)
	}
	ann.DoNotCall, ann.Notes = nil, "Called"
	book.edit(ann)
	if p := take(t, book, file); len(book.customers[ann.ID].DoNotCall) != 1 || p.Items[0].Action != importing.Update {
		t.Errorf("%s: %+v", p.Items[0].Action, book.customers[ann.ID])
	}
}

func TestAnOpinionUnderAFormerNameIsTheirs(t *testing.T) {
	book := newShelf()
	take(t, book, cards(card("FN:Jon Doe", "TEL:+44 20 7946 0290")))
	john := book.named(t, "Jon Doe")
	john.Name.Full = "John Doe"
	book.edit(john)
	p := look(t, book, importing.Options{}, table("Name,Phone,Date,Score,Words", "Jon Doe,+44 20 7946 0290,2026-04-03,9,Nice", "Joan Doe,+44 20 7946 0290,2026-04-03,9,Nice"))
	if p.Items[0].Customer != john.ID || !p.Items[1].Customer.IsZero() {
		t.Errorf("%+v", p.Items)
	}
}
