package importing_test

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"ringback.app/app/importing"
)

// theShop returns the files of the shop to try things on.
func theShop(t *testing.T) (contacts, purchases importing.Source) {
	t.Helper()
	folder := os.Getenv("RINGBACK_CORPUS")
	if folder == "" {
		t.Skip("RINGBACK_CORPUS names no folder with a shop beside it")
	}
	shop := filepath.Join(folder, "..", "shop")
	return importing.Path(filepath.Join(shop, "contacts.vcf")), importing.Path(filepath.Join(shop, "purchases.csv"))
}

func TestARealShopGoesInAtOnceAndASecondTimeChangesNothing(t *testing.T) {
	contacts, purchases := theShop(t)
	book := newShelf()
	im := importing.New(book, book.ids)
	preview, err := im.Read(context.Background(), []importing.Source{purchases, contacts}, importing.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%+v", preview.Summary)
	s := preview.Summary
	if s.Contacts.Read != 948 || s.Contacts.Created != 948 {
		t.Errorf("contacts: %+v, want 948 created", s.Contacts)
	}
	// 1,708 receipts name a customer; counted in the file itself.
	if s.Lines != 42481 || s.Receipts.Created != s.Receipts.Read || s.NumberOnly != 0 {
		t.Errorf("receipts: %+v of %d lines, %d customers known by number only", s.Receipts, s.Lines, s.NumberOnly)
	}
	if _, err := im.Commit(context.Background(), preview); err != nil {
		t.Fatal(err)
	}
	customers, bought := maps.Clone(book.customers), maps.Clone(book.purchases)
	again, err := im.Read(context.Background(), []importing.Source{contacts, purchases}, importing.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if again.Summary.Same != again.Summary.Read || again.Summary.Read != s.Read {
		t.Errorf("the second time: %+v", again.Summary)
	}
	result, err := im.Commit(context.Background(), again)
	if err != nil {
		t.Fatal(err)
	}
	if !result.Batch.IsZero() || len(book.batches) != 1 {
		t.Errorf("the second import wrote a batch: %+v", result)
	}
	if !reflect.DeepEqual(customers, book.customers) || !reflect.DeepEqual(bought, book.purchases) {
		t.Error("the second import changed the book")
	}
}
