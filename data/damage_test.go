package data_test

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"iter"
	"os"
	"path/filepath"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/importing"
	"ringback.app/data"
)

// misdirect has every element of every page of a book of one page size lead
// past the end of the file: who follows one reads where no memory is.
func misdirect(t *testing.T, path string) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	n := binary.NativeEndian
	size := int(n.Uint32(raw[24:]))
	for at := 2 * size; at+size <= len(raw); at += size {
		flags, count := n.Uint16(raw[at+8:]), int(n.Uint16(raw[at+10:]))
		position := map[uint16]int{1: 0, 2: 4} // in an element of a branch, of a leaf
		in, ok := position[flags]
		for i := range count {
			if where := at + 16 + 16*i + in; ok && where+4 <= at+size {
				n.PutUint32(raw[where:], 1<<29)
			}
		}
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	if _, err := f.WriteAt(raw[2*size:], int64(2*size)); err != nil {
		t.Fatal(err)
	}
}

func TestReadingPastTheEndOfTheFileIsAnErrorOnAnyCoroutine(t *testing.T) {
	s := newShop(t)
	anna := s.customer("Anna Korhonen", "+358401234567")
	s.put(anna, s.purchase(anna, app.DayOf(noon)-9, "Oak table"))
	misdirect(t, s.Path())
	err := s.ReadList(t.Context(), func(read calllist.Snapshot) error {
		next, stop := iter.Pull(func(yield func(app.ID) bool) {
			err := read.Unasked(func(id app.ID, _ app.Day) bool { return yield(id) })
			if err != nil {
				t.Logf("unasked: %v", err)
			}
		})
		defer stop()
		next()
		return nil
	})
	if app.CodeOf(err) != app.CodeDamaged {
		t.Errorf("read: %v", err)
	}
}

func TestWritingToABadPageIsAnErrorAndTheBookStillCloses(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.book")
	s := openShop(t, path)
	anna := s.customer("Anna Korhonen", "+358401234567")
	s.put(anna)
	misdirect(t, path)
	_, err := s.Apply(t.Context(), app.Batch{Act: app.ActEditCustomer, Changes: []app.Change{app.Put(s.customer("Ben Virtanen", "+358401234568"))}})
	if app.CodeOf(err) != app.CodeDamaged {
		t.Errorf("apply: %v", err)
	}
	closed := make(chan error, 1)
	go func() { closed <- s.Close() }()
	select {
	case err := <-closed:
		t.Log(err)
	case <-time.After(10 * time.Second):
		t.Fatal("the book does not close")
	}
}

// It would have the person put back an old copy for nothing.
func TestAFaultOfOursIsNotToldAsADamagedBook(t *testing.T) {
	s := newShop(t)
	var none map[string]int
	faults := map[string]func() error{
		"in a reader": func() error {
			return s.Match(t.Context(), func(importing.Known) error { none["a"]++; return nil })
		},
		"in a reader deep within": func() error {
			return s.Match(t.Context(), func(k importing.Known) error {
				_, err := k.ByPhone([]string{}[len(none)])
				return err
			})
		},
		"of a nil pointer": func() error {
			return s.Match(t.Context(), func(importing.Known) error { t.Log((*app.Customer)(nil).Notes); return nil })
		},
		"in a writer": func() error {
			_, err := s.Apply(t.Context(), app.Batch{
				Changes: []app.Change{app.Put(s.customer("Anna Korhonen", "+358401234567"))}, Progress: func(float64) { none["a"]++ },
			})
			return err
		},
	}
	for name, fault := range faults {
		if err := fault(); app.CodeOf(err) != app.CodeInternal || app.IsBookDamaged(err) {
			t.Errorf("%s: %v", name, err)
		}
	}
	s.put(s.customer("Ben Virtanen", "+358401234568")) // all goes on
}

// Of a book that was closed only the list of free pages is looked at when it is
// opened, so that damage elsewhere is met later.
func TestABookThatProvedToBeDamagedIsRefusedTheNextTime(t *testing.T) {
	whole := closedBook(t)
	const pageSize = 4096
	times := 0
	for at := int64(2 * pageSize); at < int64(len(whole)); at += pageSize {
		path := filepath.Join(t.TempDir(), "shop.book")
		write(t, path, whole)
		if err := data.Spoil(path, at, at+pageSize); err != nil {
			t.Fatal(err)
		}
		book, err := data.Open(t.Context(), path, data.Options{})
		if err != nil {
			continue
		}
		_, met := book.Search(t.Context(), "anna", 5)
		met = cmp.Or(met, book.Customers(t.Context(), func(app.Listed) bool { return true }))
		if err := book.Close(); err != nil {
			t.Fatal(err)
		}
		if met == nil {
			continue
		}
		times++
		if _, err := data.Open(t.Context(), path, data.Options{}); !app.IsBookDamaged(met) || !app.IsBookDamaged(err) {
			t.Errorf("the page at %d: read: %v; opened again: %v", at, met, err)
		}
	}
	if times == 0 {
		t.Error("the damage was never met")
	}
}

func TestReadingABookLeavesEveryByteAsItWas(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.book")
	whole := closedBook(t)
	write(t, path, whole)
	s := openShop(t, path)
	if _, err := s.Search(t.Context(), "anna", 5); err != nil {
		t.Fatal(err)
	}
	if problems, err := s.Check(t.Context()); err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(whole, after) {
		t.Errorf("the book was changed: %v", err)
	}
}

func TestBookWhoseListOfFreePagesIsWrongIsRefused(t *testing.T) {
	whole := closedBook(t)
	n := binary.NativeEndian
	size := uint64(n.Uint32(whole[24:]))
	newest := whole[16:]
	if second := whole[size+16:]; n.Uint64(second[48:]) > n.Uint64(newest[48:]) {
		newest = second
	}
	list := n.Uint64(newest[32:]) * size
	root := n.Uint64(newest[16:])
	tests := map[string]func(list []byte){
		"it is on another page":              func(l []byte) { n.PutUint64(l, 3) },
		"it is no list":                      func(l []byte) { n.PutUint16(l[8:], 2) },
		"it is longer than its page":         func(l []byte) { n.PutUint16(l[10:], 60_000) },
		"it names a page outside the file":   func(l []byte) { n.PutUint16(l[10:], 1); n.PutUint64(l[16:], 1<<40) },
		"it names a meta page":               func(l []byte) { n.PutUint16(l[10:], 1); n.PutUint64(l[16:], 1) },
		"it names a page twice":              func(l []byte) { n.PutUint16(l[10:], 2); n.PutUint64(l[16:], root); n.PutUint64(l[24:], root) },
		"it says it is longer than anything": func(l []byte) { n.PutUint16(l[10:], 0xFFFF); n.PutUint64(l[16:], 1<<62) },
	}
	for name, spoil := range tests {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "shop.book")
			bad := bytes.Clone(whole)
			spoil(bad[list:])
			write(t, path, bad)
			if _, err := data.Open(t.Context(), path, data.Options{}); app.CodeOf(err) != app.CodeDamaged {
				t.Errorf("open: %v", err)
			}
			if after, _ := os.ReadFile(path); !bytes.Equal(bad, after) {
				t.Error("the book was changed")
			}
		})
	}
	t.Run("it names a page in use, which check finds", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "shop.book")
		bad := bytes.Clone(whole)
		n.PutUint16(bad[list+10:], 1)
		n.PutUint64(bad[list+16:], root)
		write(t, path, bad)
		s := openShop(t, path)
		if problems, err := s.Check(t.Context()); err != nil || len(problems) == 0 {
			t.Errorf("check: %v, %v", problems, err)
		}
	})
}

func TestBookBehindALinkStaysBehindIt(t *testing.T) {
	dir := t.TempDir()
	path, link := filepath.Join(dir, "shop.book"), filepath.Join(dir, "link")
	if err := os.Symlink("shop.book", link); err != nil {
		t.Skip(err)
	}
	s := openShop(t, link) // makes the book that the link names
	s.put(s.customer("Anna Korhonen", "+358401234567"))
	if err := s.Compact(t.Context()); err != nil {
		t.Fatal(err)
	}
	backup := filepath.Join(dir, "backup")
	if err := s.Backup(t.Context(), backup); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := data.Restore(t.Context(), backup, link); err != nil {
		t.Fatal(err)
	}
	if to, err := os.Readlink(link); err != nil || to != "shop.book" {
		t.Errorf("the link: %q, %v", to, err)
	}
	for _, name := range []string{path, path + ".replaced-1"} {
		if info, err := os.Lstat(name); err != nil || !info.Mode().IsRegular() {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestRestoreKeepsWhatWasThereByteForByte(t *testing.T) {
	backup := filepath.Join(t.TempDir(), "backup")
	write(t, backup, closedBook(t))
	for name, raw := range map[string][]byte{
		"an empty file": {}, "a text": []byte("Dear Jim"), "half a book": closedBook(t)[:20_000],
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "shop.book")
			write(t, path, raw)
			if err := data.Restore(t.Context(), backup, path); err != nil {
				t.Fatal(err)
			}
			if kept, err := os.ReadFile(path + ".replaced-1"); err != nil || !bytes.Equal(kept, raw) {
				t.Errorf("kept %d bytes of %d, %v", len(kept), len(raw), err)
			}
		})
	}
}

func TestWhatAProgramThatWasEndedLeftUnfinishedIsRemoved(t *testing.T) {
	s := openShop(t, filepath.Join(t.TempDir(), "shop.book"))
	for doing, do := range map[string]func(t *testing.T, dir string){
		"by opening a book": func(t *testing.T, dir string) { openShop(t, filepath.Join(dir, "shop.book")) },
		"by a copy beside it": func(t *testing.T, dir string) {
			if err := s.Backup(t.Context(), filepath.Join(dir, "copy.book")); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(doing, func(t *testing.T) { removesTheUnfinished(t, do) })
	}
}

func removesTheUnfinished(t *testing.T, do func(t *testing.T, dir string)) {
	dir := t.TempDir()
	old, young, other := filepath.Join(dir, ".ringback-1.tmp"), filepath.Join(dir, ".ringback-2.tmp"), filepath.Join(dir, "notes.tmp")
	for _, name := range []string{old, young, other} {
		write(t, name, []byte("Anna Korhonen"))
	}
	dayAgo := time.Now().Add(-24 * time.Hour)
	for _, name := range []string{old, other} {
		if err := os.Chtimes(name, dayAgo, dayAgo); err != nil {
			t.Fatal(err)
		}
	}
	do(t, dir)
	for name, want := range map[string]bool{old: false, young: true, other: true} {
		if _, err := os.Stat(name); (err == nil) != want {
			t.Errorf("%s is there: %v", filepath.Base(name), err == nil)
		}
	}
}

// bbolt panics on its way into a transaction then, and keeps its locks.
func TestABookWhoseFirstPagesAreOverwrittenAnswersAndClosesAllTheSame(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.book")
	s := openShop(t, path)
	anna := s.customer("Anna Korhonen", "+358401234567")
	s.put(anna)
	must(t, s.Backup(t.Context(), path+".copy"))
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteAt(make([]byte, 2*os.Getpagesize()), 0); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for range 2 {
			_, err := s.Apply(t.Context(), app.Batch{Act: app.ActEditCustomer, Changes: []app.Change{app.Put(anna)}})
			if app.CodeOf(err) != app.CodeDamaged {
				t.Errorf("apply: %v", err)
			}
			if _, err := s.Customer(t.Context(), anna.ID); app.CodeOf(err) != app.CodeDamaged {
				t.Errorf("read: %v", err)
			}
		}
		if err := s.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
		if err := data.Restore(t.Context(), path+".copy", path); err != nil {
			t.Errorf("the copy does not take its place: %v", err)
		}
	}()
	select {
	case <-ended:
	case <-time.After(10 * time.Second):
		t.Fatal("the book does not answer")
	}
}

func TestABookThatLacksWhatAnIndexNamesIsDamaged(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	anna := s.customer("Anna Korhonen", "+358401234567")
	bought := s.purchase(anna, app.DayOf(noon)-9, "Oak table")
	called := app.Call{ID: s.ids.Next(), Customer: anna.ID, Start: noon, Disposition: app.Talked}
	told := app.Opinion{ID: s.ids.Next(), Customer: anna.ID, Taken: noon, Source: app.FromLetter, Verbatim: "Good"}
	s.put(anna, bought, called, told)
	for _, r := range []app.Record{bought, called, told} {
		kind, id := r.Key()
		must(t, data.Lose(ctx, s.Book, kind, id))
	}
	from, to := noon.AddDate(0, 0, -30), noon.AddDate(0, 0, 1)
	for what, err := range map[string]error{
		"purchases": s.PurchasesBetween(ctx, app.DayOf(from), app.DayOf(to), func(app.Purchase) bool { return true }),
		"calls":     s.CallsBetween(ctx, from, to, func(app.Call) bool { return true }),
		"opinions":  s.OpinionsBetween(ctx, from, to, func(app.Opinion) bool { return true }),
	} {
		if err == nil || app.CodeOf(err) != app.CodeDamaged {
			t.Errorf("%s: %v", what, err)
		}
	}
}
