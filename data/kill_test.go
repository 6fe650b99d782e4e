package data_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/data"
)

// rounds is how often a victim is ended in a test.
const rounds = 6

func skipVictims(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("ends other processes, which takes a while")
	}
}

func mustBeWhole(t *testing.T, s *shop) {
	t.Helper()
	if problems, err := s.Check(t.Context()); err != nil || len(problems) > 0 {
		t.Fatalf("check: %+v, %v", problems, err)
	}
}

func TestWhatWasSavedOutlivesTheProgramAndNothingIsHalfSaved(t *testing.T) {
	skipVictims(t)
	path := filepath.Join(t.TempDir(), "shop.book")
	var said []string
	for range rounds {
		said = append(said, endVictim(t, "write", path, "")...)
		s := openShop(t, path)
		mustBeWhole(t, s)
		all, err := s.Batches(t.Context(), 0)
		if err != nil {
			t.Fatal(err)
		}
		there := make(map[string]app.BatchInfo)
		standing := 0
		for _, b := range all {
			there[b.ID.String()] = b
			if b.Act == app.ActStart {
				continue
			}
			if records := b.Last - b.First + 1; records != 2*perBatch {
				t.Fatalf("batch %v has %d records", b.ID, records)
			}
			if b.Act == app.ActImport && b.Undone.IsZero() {
				standing++
			}
		}
		for _, line := range said {
			what, id, _ := strings.Cut(line, ":")
			if b, ok := there[id]; !ok || what == "undid" && b.Undone.IsZero() {
				t.Fatalf("what was saved is lost: %s", line)
			}
		}
		size, err := s.Size(t.Context())
		if err != nil || size.Customers != standing*perBatch || size.Purchases != standing*perBatch {
			t.Fatalf("%d batches stand, and the book has %+v, %v", standing, size, err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if len(said) == 0 {
		t.Error("no victim came to save anything")
	}
}

func TestThereIsAWholeBookAtEveryMomentOfARestore(t *testing.T) {
	skipVictims(t)
	dir := t.TempDir()
	path, backup := filepath.Join(dir, "shop.book"), filepath.Join(dir, "backup")
	write(t, backup, closedBook(t))
	for range rounds {
		endVictim(t, "restore", path, backup)
		s := openShop(t, path) // would make an empty book if there were none
		mustBeWhole(t, s)
		if size, err := s.Size(t.Context()); err != nil || size.Customers != 1 {
			t.Fatalf("the book has %+v, %v", size, err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestABookThatWasBegunIsWholeOrNotThere(t *testing.T) {
	skipVictims(t)
	for range rounds {
		path := filepath.Join(t.TempDir(), "book")
		made := endVictim(t, "create", path, "")
		there := 0
		for n := 0; ; n++ {
			name := fmt.Sprintf("%s%d", path, n)
			if _, err := os.Stat(name); err != nil {
				break
			}
			there++
			book, err := data.Open(t.Context(), name, data.Options{MustExist: true})
			if err != nil {
				t.Fatal(err)
			}
			if problems, err := book.Check(t.Context()); err != nil || len(problems) > 0 {
				t.Fatalf("check: %+v, %v", problems, err)
			}
			if err := book.Close(); err != nil {
				t.Fatal(err)
			}
		}
		if there < len(made) {
			t.Fatalf("%d books were made, %d are there", len(made), there)
		}
	}
}
