package importing_test

import (
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"ringback.app/app"
	"ringback.app/app/folding"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
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
	book := importingtest.NewShelf()
	im := importing.New(book, book.IDs)
	preview, err := im.Read(context.Background(), []importing.Source{purchases, contacts}, importing.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%+v", preview.Summary)
	s := preview.Summary
	if s.Contacts.Read != 948 || s.Contacts.Created != 948 {
		t.Errorf("contacts: %+v, want 948 created", s.Contacts)
	}
	// Counted in the file by other means.
	if s.Lines != 42_481 || s.NoOneLines != 15_631 || s.Receipts.Created != 1708 || s.Receipts.Read != 1708 || s.Returns != 308 || s.NumberOnly != 0 {
		t.Errorf("got %+v", s)
	}
	if _, err := im.Commit(context.Background(), preview); err != nil {
		t.Fatal(err)
	}
	sum := int64(0)
	for _, p := range book.Bought {
		sum += p.Total
	}
	if sum != 55_460_402 {
		t.Errorf("the purchases come to %d pence", sum)
	}
	for _, c := range book.Customers {
		for _, p := range c.Phones {
			if p.Unfit != app.FitToCall || p.E164 == "" {
				t.Errorf("a number of the shop cannot be called: %+v", p)
			}
		}
	}
	customers, bought := maps.Clone(book.Customers), maps.Clone(book.Bought)
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
	if !result.Batch.IsZero() || len(book.Log) != 1 {
		t.Errorf("the second import wrote a batch: %+v", result)
	}
	if !reflect.DeepEqual(customers, book.Customers) || !reflect.DeepEqual(bought, book.Bought) {
		t.Error("the second import changed the book")
	}
}

// TestThePreviewShowsCardsAsTheyWereTyped holds what a person sees
// of a card to what most readers read; vcards has the same test with names and
// the reasons for exceptions.
func TestThePreviewShowsCardsAsTheyWereTyped(t *testing.T) {
	folder := os.Getenv("RINGBACK_CORPUS")
	if folder == "" {
		t.Skip("RINGBACK_CORPUS names no folder of vCards to try")
	}
	list, err := os.ReadFile(filepath.Join(folder, "expected-vcards.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	right, all := 0, 0
	for line := range bytes.Lines(list) {
		var want struct {
			File         string
			FN           *string
			Index        int
			Tels, Emails []string
			FNSure       bool `json:"fn_sure"`
			TelsSure     bool `json:"tels_sure"`
			EmailsSure   bool `json:"emails_sure"`
		}
		if err := json.Unmarshal(line, &want); err != nil {
			t.Fatal(err)
		}
		book := importingtest.NewShelf()
		p, err := importing.New(book, book.IDs).Read(context.Background(),
			[]importing.Source{importing.Path(filepath.Join(folder, want.File))}, importing.Options{})
		if err != nil || want.Index >= len(p.Items) {
			if len(want.Tels)+len(want.Emails) > 0 || want.FN != nil {
				t.Errorf("%s: %v", want.File, err)
			}
			continue
		}
		var tels, emails []string
		for _, phone := range p.Items[want.Index].Phones {
			tels = append(tels, phone.Typed)
		}
		for _, e := range p.Items[want.Index].Emails {
			emails = append(emails, e.Address)
		}
		all++
		slices.Sort(tels)
		slices.Sort(want.Tels)
		slices.Sort(emails)
		slices.Sort(want.Emails)
		name := p.Items[want.Index].Name
		switch {
		case want.FNSure && want.FN != nil && folding.Fold(name) != folding.Fold(*want.FN):
			t.Logf("%s card %d: %q, most %q", want.File, want.Index, name, *want.FN)
		case want.TelsSure && !slices.Equal(tels, want.Tels):
			t.Logf("%s card %d: %q, most %q", want.File, want.Index, tels, want.Tels)
		case want.EmailsSure && !slices.Equal(emails, want.Emails):
			t.Logf("%s card %d: %q, most %q", want.File, want.Index, emails, want.Emails)
		default:
			right++
		}
	}
	// The rest are agents' numbers, which are not the card's own.
	if right < all-7 {
		t.Errorf("%d of %d cards are as most readers read them", right, all)
	}
	t.Logf("%d of %d", right, all)
}

func TestTheWholeCorpusGoesInAndASecondTimeChangesNothing(t *testing.T) {
	folder := os.Getenv("RINGBACK_CORPUS")
	if folder == "" {
		t.Skip("RINGBACK_CORPUS names no folder of vCards to try")
	}
	paths, err := filepath.Glob(filepath.Join(folder, "vcards", "*"))
	if err != nil || len(paths) < 100 {
		t.Fatalf("%d files: %v", len(paths), err)
	}
	book := importingtest.NewShelf()
	im := importing.New(book, book.IDs)
	var files []importing.Source
	for _, path := range paths {
		file := importing.Path(path)
		if _, err := im.Read(context.Background(), []importing.Source{file}, importing.Options{}); err == nil {
			files = append(files, file)
		} else {
			t.Logf("left out: %s: %v", filepath.Base(path), err)
		}
	}
	first := importingtest.Take(t, book, files...)
	again := importingtest.Take(t, book, files...)
	if again.Summary.Same+again.Summary.Rejected != again.Summary.Read || again.Summary.Rejected != first.Summary.Rejected {
		t.Errorf("the first time %+v, the second %+v", first.Summary.Counts, again.Summary.Counts)
		for i, item := range again.Items {
			if item.Action != importing.Same && item.Action != importing.Reject {
				t.Logf("%s card %d: %s, before %s", item.File, item.Index, item.Action, first.Items[i].Action)
			}
		}
	}
}
