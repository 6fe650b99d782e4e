package merging_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/customers"
	"ringback.app/app/merging"
)

func propose(t testing.TB, b *book) merging.Proposal {
	t.Helper()
	p, err := merging.New(b).Propose(t.Context(), id(2), id(1))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func fields(p merging.Proposal) map[merging.Part]merging.Take {
	all := map[merging.Part]merging.Take{}
	for _, f := range p.Fields {
		all[f.Part] = f.Take
		if len(f.Options) == 0 {
			all[f.Part] += "!"
		}
	}
	return all
}

func two() (app.Customer, app.Customer) {
	a := living(mailed(person(1, "M. Korhonen", anyPhone), "m@example.com"), "Oak St 4", "00100", "Helsinki")
	a.Firm, a.Notes, a.Tags, a.Birthday = "Care Co", "Has a dog", []string{"oak"}, "1970-02-03"
	a.References = []app.Reference{{Kind: app.ReferenceShop, Value: "7"}, {Kind: app.ReferenceVCard, Value: "u1"}}
	a.DoNotCall = []app.DoNotCall{{Purpose: app.PurposeMarketing, Reason: "asked"}}
	b := mailed(person(2, "Maija Korhonen", anyPhone), "M@example.com")
	b.Name.Given, b.Name.Family = "Maija", "Korhonen"
	b.Notes, b.Tags, b.Birthday, b.Language = "Likes oak", []string{"Oak", "regular"}, "1970-03-02", "fi"
	b.Phones = append(b.Phones, app.Phone{Typed: "09 1234567", E164: "+35891234567"})
	b.Phones[0].Unfit = app.UnfitWrong
	b.References = []app.Reference{{Kind: app.ReferenceShop, Value: "8"}, {Kind: app.ReferenceVCard, Value: "u2"}}
	b.DoNotCall = []app.DoNotCall{{Purpose: app.PurposeFollowUp}}
	b.Archived = true
	both := app.ThankYou{Day: 20_100, What: "A card"}
	a.Thanks = []app.ThankYou{both, {Day: 20_300, What: "Flowers", Cost: app.Money{Minor: 1500, Currency: "EUR"}}}
	b.Thanks = []app.ThankYou{both, {Day: 20_200, What: "Wine"}}
	return a, b
}

func TestWhatIsProposed(t *testing.T) {
	a, b := two()
	p := propose(t, newBook(a, b))
	want := map[merging.Part]merging.Take{
		merging.PartName: merging.TakeOther, merging.PartFirm: "kept!", merging.PartNumber: merging.TakeKept,
		merging.PartPhones: merging.TakeBoth, merging.PartEmails: "kept!", merging.PartAddresses: "kept!",
		merging.PartBirthday: merging.TakeKept, merging.PartLanguage: "other!",
		merging.PartTags: merging.TakeBoth, merging.PartNotes: merging.TakeBoth,
		merging.PartDoNotCall: "both!",
	}
	if diff := cmp.Diff(want, fields(p)); diff != "" {
		t.Error(diff)
	}
	if p.Kept.Customer.ID != id(1) {
		t.Error("the later one stays")
	}
}

func TestOfNamesThatDoNotAgreeTheOneThatStaysIsProposed(t *testing.T) {
	a, b := two()
	a.Name, b.Name = app.Name{Full: "Ann Lee"}, app.Name{Full: "Annelise Leigh"}
	if got := fields(propose(t, newBook(a, b)))[merging.PartName]; got != merging.TakeKept {
		t.Errorf("takes the name of the %s", got)
	}
}

func TestTheOneOfWhomMoreIsOnRecordStays(t *testing.T) {
	a, b := two()
	shop := newBook(a, b)
	shop.purchases = []app.Purchase{{ID: id(10), Customer: id(2), Day: 20_000}, {ID: id(11), Customer: id(2), Day: today + 1}}
	p := propose(t, shop)
	if p.Kept.Customer.ID != id(2) || p.Kept.Purchases != 2 || p.Kept.LastBought != 20_000 {
		t.Errorf("kept %+v", p.Kept)
	}
}

func TestTheMergedRecord(t *testing.T) {
	a, b := two()
	p := propose(t, newBook(a, b))
	want := a
	want.Name = b.Name
	want.Phones = []app.Phone{a.Phones[0], b.Phones[1]}
	want.Phones[0].Unfit = app.UnfitWrong
	want.Tags, want.Notes, want.Language = []string{"oak", "regular"}, "Has a dog\n\nLikes oak", "fi"
	want.References = []app.Reference{a.References[0], a.References[1], b.References[0], b.References[1]}
	want.DoNotCall = []app.DoNotCall{a.DoNotCall[0], b.DoNotCall[0]}
	want.Thanks = []app.ThankYou{a.Thanks[0], b.Thanks[1], a.Thanks[1]}
	if diff := cmp.Diff(want, p.Merged(nil)); diff != "" {
		t.Error(diff)
	}
	if a.Phones[0].Unfit != app.FitToCall {
		t.Error("the record itself was changed")
	}
	chosen := p.Merged(merging.Choices{
		merging.PartName: merging.TakeKept, merging.PartNumber: merging.TakeOther, merging.PartPhones: merging.TakeKept,
		merging.PartBirthday: merging.TakeOther, merging.PartTags: merging.TakeOther, merging.PartNotes: merging.TakeOther,
		merging.PartFirm: merging.TakeOther, // no choice: the other has none
	})
	want.Name, want.Phones, want.Birthday, want.Tags, want.Notes = a.Name, want.Phones[:1], b.Birthday, b.Tags, b.Notes
	want.References = []app.Reference{b.References[0], a.References[0], a.References[1], b.References[1]}
	if diff := cmp.Diff(want, chosen); diff != "" {
		t.Error(diff)
	}
}

func TestOfTwoWishesNotToBeCalledWhatBothSaidStays(t *testing.T) {
	const first, later = app.Day(20_100), app.Day(20_200)
	wish := func(reason string, since app.Day) app.DoNotCall {
		return app.DoNotCall{Purpose: app.PurposeAny, Reason: reason, Since: since}
	}
	for name, c := range map[string]struct{ kept, other, want app.DoNotCall }{
		"both say why":                   {wish("Too busy", later), wish("Moved away", first), wish("Too busy; Moved away", first)},
		"both say the same":              {wish("Too busy", first), wish("too busy", later), wish("Too busy", first)},
		"only the other says why":        {wish("", later), wish("Moved away", 0), wish("Moved away", later)},
		"only the other says since when": {wish("Too busy", 0), wish("", later), wish("Too busy", later)},
	} {
		t.Run(name, func(t *testing.T) {
			a, b := two()
			a.DoNotCall, b.DoNotCall = []app.DoNotCall{c.kept}, []app.DoNotCall{c.other}
			got := propose(t, newBook(a, b)).Merged(nil).DoNotCall
			if diff := cmp.Diff([]app.DoNotCall{c.want}, got); diff != "" {
				t.Error(diff)
			}
			if a.DoNotCall[0] != c.kept {
				t.Error("the record that was read is changed")
			}
		})
	}
}

func TestOneNumberIsPreferred(t *testing.T) {
	a, b := person(1, "Bo Ek", anyPhone), person(2, "Bo Ek", "+46701234567")
	a.Phones[0].Preferred, b.Phones[0].Preferred = true, true
	got := propose(t, newBook(a, b)).Merged(nil).Phones
	if len(got) != 2 || !got[0].Preferred || got[1].Preferred {
		t.Errorf("%+v", got)
	}
}

func TestMergingIsOneBatch(t *testing.T) {
	a, b := two()
	shop := newBook(a, b)
	line := []app.Line{{Item: "Lamp", Quantity: app.One, Amount: 100}}
	shop.purchases = []app.Purchase{
		{ID: id(10), Customer: id(1), Day: 20_000, Receipt: "R1", Lines: line, Total: 100},
		{ID: id(11), Customer: id(1), Day: 20_001, Receipt: "R2"},
		{ID: id(12), Customer: id(2), Day: 20_000, Receipt: "R1", Lines: line, Total: 100}, // the same receipt
		{ID: id(13), Customer: id(2), Day: 20_002, Receipt: "R3", Returns: id(12)},
	}
	shop.calls = []app.Call{{ID: id(20), Customer: id(2), About: []app.ID{id(12), id(13)}}}
	shop.opinions = []app.Opinion{{ID: id(21), Customer: id(2), Call: id(20), About: []app.ID{id(12)}}}
	shop.complaints = []app.Complaint{{ID: id(22), Customer: id(2), Opinion: id(21)}, {ID: id(23), Customer: id(1)}, {ID: id(24), Customer: id(1)}, {ID: id(25), Customer: id(1)}}
	p := propose(t, shop)
	if p.Twins != 1 {
		t.Errorf("%d receipts that both have", p.Twins)
	}
	done, err := merging.New(shop).Merge(t.Context(), p, nil, "Jim")
	if err != nil {
		t.Fatal(err)
	}
	want := []app.Batch{{Act: app.ActMerge, By: "Jim", Changes: []app.Change{
		app.Put(p.Merged(nil)),
		app.Remove(app.KindPurchase, id(12)),
		app.Put(app.Purchase{ID: id(13), Customer: id(1), Day: 20_002, Receipt: "R3", Returns: id(10)}),
		app.Put(app.Call{ID: id(20), Customer: id(1), About: []app.ID{id(10), id(13)}}),
		app.Put(app.Opinion{ID: id(21), Customer: id(1), Call: id(20), About: []app.ID{id(10)}}),
		app.Put(app.Complaint{ID: id(22), Customer: id(1), Opinion: id(21)}),
		app.Remove(app.KindCustomer, id(2)),
	}}}
	if diff := cmp.Diff(want, shop.batches); diff != "" {
		t.Error(diff)
	}
	if done.Batch.IsZero() || done.Customer.ID != id(1) {
		t.Errorf("done %+v", done)
	}
	if shop.calls[0].About[0] != id(12) {
		t.Error("the call that was read was changed")
	}
}

func TestAReceiptThatBothHaveSaysWhatEitherSays(t *testing.T) {
	back := []app.Line{{Item: "Lamp", Quantity: -app.One, Amount: -100}}
	receipt := func(n, whose int, seller string, returns app.ID) app.Purchase {
		return app.Purchase{
			ID: id(n), Customer: id(whose), Day: 20_000, Receipt: "R1", Lines: back, Total: -100, SoldBy: seller, Returns: returns,
		}
	}
	bought := func(n, whose int) app.Purchase {
		return app.Purchase{ID: id(n), Customer: id(whose), Day: 19_999, Receipt: "R0", Total: 100}
	}
	for name, tt := range map[string]struct {
		kept, other app.Purchase
		want        []app.Change
	}{
		"the other's says who sold it":  {receipt(10, 1, "", app.ID{}), receipt(12, 2, "Mia", app.ID{}), []app.Change{app.Put(receipt(10, 1, "Mia", app.ID{}))}},
		"theirs says who sold it":       {receipt(10, 1, "Mia", app.ID{}), receipt(12, 2, "", app.ID{}), nil},
		"each says that it was another": {receipt(10, 1, "Mia", app.ID{}), receipt(12, 2, "Jim", app.ID{}), nil},
		"the other's says what it gives back, which both have": {
			receipt(10, 1, "", app.ID{}), receipt(12, 2, "", id(13)), []app.Change{app.Put(receipt(10, 1, "", id(11)))},
		},
		"theirs says what it gives back": {receipt(10, 1, "", id(11)), receipt(12, 2, "", app.ID{}), nil},
	} {
		t.Run(name, func(t *testing.T) {
			shop := newBook(person(1, "Bo Ek", anyPhone), person(2, "Bo Ek", anyPhone))
			shop.purchases = []app.Purchase{tt.kept, bought(11, 1), tt.other, bought(13, 2)}
			p := propose(t, shop)
			if p.Kept.Customer.ID != id(1) || p.Twins != 2 {
				t.Fatalf("%d receipts that both have, and %v stays", p.Twins, p.Kept.Customer.ID)
			}
			if _, err := merging.New(shop).Merge(t.Context(), p, nil, ""); err != nil {
				t.Fatal(err)
			}
			want := slices.Concat([]app.Change{app.Put(p.Merged(nil))}, tt.want, []app.Change{
				app.Remove(app.KindPurchase, id(12)), app.Remove(app.KindPurchase, id(13)), app.Remove(app.KindCustomer, id(2)),
			})
			if diff := cmp.Diff(want, shop.batches[0].Changes); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWhatIsNotMerged(t *testing.T) {
	for name, tt := range map[string]struct {
		meanwhile func(*book)
		code      app.Code
	}{
		"the one was changed":        {func(b *book) { b.customers[id(1)] = person(1, "Somebody Else", "") }, app.CodeConflict},
		"the other was changed":      {func(b *book) { b.customers[id(2)] = person(2, "Somebody Else", "") }, app.CodeConflict},
		"the other has gone":         {func(b *book) { delete(b.customers, id(2)) }, app.CodeNotFound},
		"a call is being noted":      {func(b *book) { b.kept[calling.DraftKey(id(2))] = []byte("{}") }, app.CodeConflict},
		"the other is being edited":  {func(b *book) { b.kept[customers.DraftKey(id(2))] = []byte("{}") }, app.CodeConflict},
		"a purchase is being put in": {func(b *book) { b.kept[customers.PurchaseDraftKey(id(2), id(7))] = []byte("{}") }, app.CodeConflict},
		"thanks are being given":     {func(b *book) { b.kept[customers.ThanksDraftKey(id(2))] = []byte("{}") }, app.CodeConflict},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBook(person(1, "Bo Ek", anyPhone), person(2, "Bo Ek", anyPhone))
			p := propose(t, b)
			tt.meanwhile(b)
			_, err := merging.New(b).Merge(t.Context(), p, nil, "")
			if err == nil || app.CodeOf(err) != tt.code || len(b.batches) != 0 {
				t.Errorf("%v, wrote %d batches", err, len(b.batches))
			}
		})
	}
	if _, err := merging.New(newBook(person(1, "Bo", ""))).Propose(t.Context(), id(1), id(1)); app.CodeOf(err) != app.CodeInvalid || err == nil {
		t.Errorf("somebody with themselves: %v", err)
	}
}

func TestWhoIsApartFromTheOtherIsApartFromTheOne(t *testing.T) {
	b := newBook(person(1, "Jan Nowak", anyPhone), person(2, "Jan Nowak", anyPhone), person(3, "Jan Nowak", anyPhone))
	desk := merging.New(b)
	if err := desk.KeepApart(t.Context(), id(2), id(3)); err != nil {
		t.Fatal(err)
	}
	if _, err := desk.Merge(t.Context(), propose(t, b), nil, ""); err != nil {
		t.Fatal(err)
	}
	delete(b.customers, id(2))
	if got := find(t, b); len(got) != 0 {
		t.Errorf("offered %v", got)
	}
}

func TestWhatOneOfTwoRefusedHoldsForAThirdWhoMayBeThem(t *testing.T) {
	kept, other, third := person(2, "Ann Lee", anyPhone), person(1, "Ann Lee", "+358402222222"), person(3, "A. Lee", anyPhone)
	other.DoNotCall = []app.DoNotCall{{Purpose: app.PurposeAny, Reason: "never again"}}
	stranger := person(4, "A. Lee", anyPhone)
	b := newBook(kept, other, third, stranger)
	if err := b.Keep(t.Context(), app.StrangersKey(other.ID, stranger.ID), []byte{1}); err != nil {
		t.Fatal(err)
	}
	done, err := merging.New(b).Merge(t.Context(), propose(t, b), nil, "")
	if err != nil {
		t.Fatal(err)
	}
	var put []app.ID
	for _, c := range b.batches[len(b.batches)-1].Changes {
		if c, ok := c.Put.(app.Customer); ok {
			if _, refuses := c.Refuses(app.PurposeFollowUp); refuses {
				put = append(put, c.ID)
			}
		}
	}
	if len(done.Refused) != 1 || done.Refused[0].ID != third.ID || !slices.Equal(put, []app.ID{done.Customer.ID, third.ID}) {
		t.Errorf("also refused: %+v; written %v", done.Refused, put)
	}
}
