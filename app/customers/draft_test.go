package customers_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/customers"
)

func TestWhatIsTypedIsKeptUntilItIsOnRecord(t *testing.T) {
	_, desk := shop(t)
	ctx := context.Background()
	typed := customers.Form{
		Name: "Trần Thị Hương", Phones: []customers.PhoneField{{Typed: "07700 900", Label: "mobile", Unfit: app.UnfitWrong}},
		Emails: []app.Email{{Address: "huong@"}}, Addresses: []app.Address{{City: "Huế"}},
		NotOn:     app.DaysOf(time.Sunday),
		DoNotCall: []app.DoNotCall{{Purpose: app.PurposeMarketing, Since: app.NewDay(2026, 11, 2)}, {Purpose: app.PurposeAny}},
	}
	key := customers.DraftKey(app.ID{})
	if err := desk.KeepDraft(ctx, key, customers.Draft{Form: &typed}); err != nil {
		t.Fatal(err)
	}
	draft, ok, err := desk.Draft(ctx, key)
	if err != nil || !ok {
		t.Fatal(ok, err)
	}
	if diff := cmp.Diff(customers.Draft{Saved: now, Form: &typed}, draft); diff != "" {
		t.Error(diff)
	}
	if err := desk.DropDraft(ctx, key); err != nil {
		t.Fatal(err)
	}
	if _, ok, err := desk.Draft(ctx, key); ok || err != nil {
		t.Error("a draft that was dropped is there:", ok, err)
	}
}

func TestDraftsOfDifferentFormsDoNotMeet(t *testing.T) {
	a, b := app.ID{0: 1}, app.ID{0: 2}
	keys := map[string]bool{}
	for _, key := range []string{
		customers.DraftKey(app.ID{}), customers.DraftKey(a), customers.DraftKey(b),
		customers.PurchaseDraftKey(a, app.ID{}), customers.PurchaseDraftKey(b, app.ID{}), customers.PurchaseDraftKey(a, b),
	} {
		if keys[key] {
			t.Error("twice", key)
		}
		keys[key] = true
	}
}

func TestDraftsAreFoundPastThoseThatCannotBeRead(t *testing.T) {
	book, desk := shop(t)
	ctx := context.Background()
	if all, err := desk.Drafts(ctx); len(all) > 0 || err != nil {
		t.Fatal("a book without drafts has one:", all, err)
	}
	book.kept[customers.DraftKey(app.ID{0: 1})] = []byte("{")
	book.kept[customers.DraftKey(app.ID{0: 2})] = []byte("{}")
	purchase := customers.PurchaseForm{Customer: app.ID{0: 3}, Day: "fri", Lines: []customers.LineField{{Item: "Oak table"}}}
	if err := desk.KeepDraft(ctx, customers.PurchaseDraftKey(purchase.Customer, app.ID{}), customers.Draft{Purchase: &purchase}); err != nil {
		t.Fatal(err)
	}
	all, err := desk.Drafts(ctx)
	if err != nil || len(all) != 1 || all[0].Purchase == nil {
		t.Fatal(all, err)
	}
	if diff := cmp.Diff(purchase, *all[0].Purchase); diff != "" {
		t.Error(diff)
	}
	for _, n := range []byte{1, 2} {
		if _, _, err := desk.Draft(ctx, customers.DraftKey(app.ID{0: n})); app.CodeOf(err) != app.CodeDamaged {
			t.Errorf("draft %d gives %v", n, err)
		} else {
			said(t, err)
		}
	}
}

func TestSavingMakesTheDraftNeedless(t *testing.T) {
	book, desk := shop(t)
	key := customers.DraftKey(app.ID{})
	if _, err := desk.Save(context.Background(), customers.Form{Name: "Maija", Draft: key}, ""); err != nil {
		t.Fatal(err)
	}
	if got := book.batches[0].Draft; got != key {
		t.Errorf("the batch drops %q", got)
	}
}
