package data_test

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/data"
)

// bookWithDrafts returns a book that was closed, and what is kept in it.
func bookWithDrafts(t *testing.T, drafts int) (raw []byte, kept map[string]string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "shop.book")
	s := openShop(t, path)
	s.put(s.customer("Anna Korhonen", "+358401234567"))
	kept = make(map[string]string)
	keep := func(key, value string) {
		if err := s.Keep(t.Context(), key, []byte(value)); err != nil {
			t.Fatal(err)
		}
	}
	for n := range drafts {
		key, value := fmt.Sprintf("draft.call.%02d", n), strings.Repeat(fmt.Sprintf("The drawer sticks. %d ", n), 40+n*10)
		kept[key] = value
		keep(key, value)
	}
	keep("reminders", "not a draft")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return raw, kept
}

func TestWhatIsKeptIsSalvagedFromAWholeBookInWhole(t *testing.T) {
	for _, drafts := range []int{0, 1, 30} {
		raw, want := bookWithDrafts(t, drafts)
		path := filepath.Join(t.TempDir(), "shop.book")
		write(t, path, raw)
		got, err := data.Salvage(t.Context(), path, "draft.")
		if err != nil || !maps.EqualFunc(got, want, func(a []byte, b string) bool { return string(a) == b }) {
			t.Errorf("%d drafts: found %d, %v", len(want), len(got), err)
		}
	}
}

func TestABadPageTakesNothingWithItButWhatLiesOnIt(t *testing.T) {
	whole, want := bookWithDrafts(t, 30)
	const pageSize = 4096
	some := 0
	for at := int64(2 * pageSize); at < int64(len(whole)); at += pageSize {
		path := filepath.Join(t.TempDir(), "shop.book")
		write(t, path, whole)
		if err := data.Spoil(path, at, min(at+pageSize, int64(len(whole)))); err != nil {
			t.Fatal(err)
		}
		got, err := data.Salvage(t.Context(), path, "draft.")
		whole := 0
		for key, value := range want {
			if string(got[key]) == value {
				whole++
			}
		}
		if whole < len(want) && err == nil && !slices.ContainsFunc(slices.Collect(maps.Values(got)), func(v []byte) bool { return bytes.Contains(v, []byte{0xA5}) }) {
			t.Errorf("the page at %d: %d of %d, and nothing is said", at, whole, len(want))
		}
		if err != nil && !app.IsBookDamaged(err) {
			t.Errorf("the page at %d: %v", at, err)
		}
		if whole > 0 && whole < len(want) {
			some++
		}
	}
	if some == 0 {
		t.Error("no page took some of them and left the others")
	}
}

func TestOfWhatIsNoBookNothingIsSalvagedAndThatIsSaid(t *testing.T) {
	whole, _ := bookWithDrafts(t, 3)
	for name, raw := range map[string][]byte{"empty": {}, "a text": []byte("Dear Jim"), "cut off": whole[:3*4096]} {
		path := filepath.Join(t.TempDir(), "shop.book")
		write(t, path, raw)
		if got, err := data.Salvage(t.Context(), path, "draft."); len(got) > 0 || !app.IsBookDamaged(err) {
			t.Errorf("%s: %d, %v", name, len(got), err)
		}
	}
}

func TestWhatTheFileDoesNotTakeIsNotLostBeforeTheBookIs(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.book")
	s := openShop(t, path)
	for _, key := range []string{"draft.a", "draft.b"} {
		if err := s.Keep(t.Context(), key, []byte("begun")); err != nil {
			t.Fatal(err)
		}
	}
	if left := s.Unkept(); len(left) > 0 {
		t.Fatalf("left are %q", left)
	}
	misdirect(t, path)
	if s.Keep(t.Context(), "draft.a", []byte("begun, and gone on with")) == nil || s.Drop(t.Context(), "draft.b") == nil {
		t.Fatal("a bad page was written to")
	}
	_ = s.Close()
	left := s.Unkept()
	if dropped, known := left["draft.b"]; string(left["draft.a"]) != "begun, and gone on with" || !known || dropped != nil {
		t.Errorf("left are %q", left)
	}
}

func TestWhatIsOnRecordIsNotLeftOver(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.book")
	s := openShop(t, path)
	data.Leave(s.Book, "draft.a", []byte("begun"))
	if _, err := s.Apply(t.Context(), app.Batch{Act: app.ActAddCustomer, Draft: "draft.a", Changes: []app.Change{app.Put(s.customer("Anna Korhonen", "+358401234567"))}}); err != nil {
		t.Fatal(err)
	}
	if left := s.Unkept(); len(left) > 0 {
		t.Errorf("left are %q", left)
	}
}
