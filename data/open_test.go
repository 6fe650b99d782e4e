package data_test

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"ringback.app/app"
	"ringback.app/app/wording"
	"ringback.app/assets"
	"ringback.app/data"
)

// said is the sentence that a person reads about the error.
func said(t *testing.T, err error) string {
	t.Helper()
	catalogue, loading := wording.Load(assets.Translations())
	if loading != nil {
		t.Fatal(loading)
	}
	return catalogue.In("en").Error(err)
}

// folder lists what is in a folder, with its contents.
func folder(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := make(map[string]string)
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		all[path] = string(raw)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func write(t *testing.T, path string, raw []byte) {
	t.Helper()
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
}

// closedBook makes a book with a customer in it and returns its bytes.
func closedBook(t *testing.T) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "whole.book")
	s := openShop(t, path)
	anna := s.customer("Anna Korhonen", "+358401234567")
	s.put(anna, s.purchase(anna, app.DayOf(noon)-9, "Oak table"))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestOpenRefusesWhatItCannotOpenAndChangesNothing(t *testing.T) {
	whole := closedBook(t)
	tests := map[string]struct {
		prepare func(t *testing.T, path string)
		options data.Options
		code    app.Code
		names   string // what the sentence says
	}{
		"an empty file":      {func(t *testing.T, p string) { write(t, p, nil) }, data.Options{}, app.CodeDamaged, "not a Ringback book"},
		"a text":             {func(t *testing.T, p string) { write(t, p, []byte("Dear Jim,\n")) }, data.Options{}, app.CodeDamaged, "not a Ringback book"},
		"a long binary file": {func(t *testing.T, p string) { write(t, p, bytes.Repeat([]byte{7, 0, 255}, 50_000)) }, data.Options{}, app.CodeDamaged, "not a Ringback book"},
		"a folder": {func(t *testing.T, p string) {
			if err := os.Mkdir(p, 0o700); err != nil {
				t.Fatal(err)
			}
		}, data.Options{}, app.CodeInvalid, "is a folder"},
		"a book that is cut off":        {func(t *testing.T, p string) { write(t, p, whole[:20_000]) }, data.Options{}, app.CodeDamaged, "cut off"},
		"a book cut to its metas":       {func(t *testing.T, p string) { write(t, p, whole[:8192]) }, data.Options{}, app.CodeDamaged, "cut off"},
		"no book where one must be":     {func(*testing.T, string) {}, data.Options{MustExist: true}, app.CodeNotFound, "no book at"},
		"a bbolt file of somebody else": {otherBolt, data.Options{}, app.CodeDamaged, "not a Ringback book"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "shop.book")
			test.prepare(t, path)
			before := folder(t, dir)
			book, err := data.Open(t.Context(), path, test.options)
			if err == nil {
				_ = book.Close()
				t.Fatal("opened")
			}
			if app.CodeOf(err) != test.code {
				t.Errorf("code %s, want %s: %v", app.CodeOf(err), test.code, err)
			}
			if s := said(t, err); !strings.Contains(s, test.names) || strings.Contains(s, "<no value>") {
				t.Errorf("said %q", s)
			}
			after := folder(t, dir)
			if len(after) != len(before) || after[path] != before[path] {
				t.Error("the folder is not as it was")
			}
		})
	}
}

func otherBolt(t *testing.T, path string) {
	db, err := bolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Update(func(tx *bolt.Tx) error {
		_, err := tx.CreateBucket([]byte("theirs"))
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestOpenInAMissingFolderMakesNone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "missing")
	_, err := data.Open(t.Context(), filepath.Join(dir, "shop.book"), data.Options{})
	if app.CodeOf(err) != app.CodeNotFound {
		t.Errorf("open: %v", err)
	}
	if _, err := os.Stat(dir); !os.IsNotExist(err) {
		t.Errorf("the folder: %v", err)
	}
}

func TestOpenInAReadOnlyPlaceSaysSo(t *testing.T) {
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Skip("this user may write anywhere")
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	_, err := data.Open(t.Context(), filepath.Join(dir, "shop.book"), data.Options{})
	if app.CodeOf(err) != app.CodeStorage || !strings.Contains(said(t, err), "may not write") {
		t.Errorf("open: %v", err)
	}
}

func TestBookIsForItsOwnerAlone(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such modes")
	}
	s := newShop(t)
	info, err := os.Stat(s.Path())
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

func TestSecondCopyIsToldThatTheBookIsOpen(t *testing.T) {
	s := newShop(t)
	_, err := data.Open(t.Context(), s.Path(), data.Options{Timeout: 50 * time.Millisecond})
	if app.CodeOf(err) != app.CodeBusy {
		t.Errorf("open: %v", err)
	}
	anna := s.customer("Anna Korhonen", "+358401234567")
	s.put(anna)
}

func TestBookOfANewerVersionIsLeftAlone(t *testing.T) {
	s := newShop(t)
	if err := data.SetFormat(t.Context(), s.Book, data.Version+1); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	before, _ := os.ReadFile(s.Path())
	_, err := data.Open(t.Context(), s.Path(), data.Options{})
	if app.CodeOf(err) != app.CodeNewer {
		t.Errorf("open: %v", err)
	}
	if after, _ := os.ReadFile(s.Path()); !bytes.Equal(before, after) {
		t.Error("the book was changed")
	}
}

func TestBookThatWasNotClosedOpensAsItWas(t *testing.T) {
	s := newShop(t)
	anna := s.customer("Anna Korhonen", "+358401234567")
	s.put(anna)
	if err := data.Abandon(s.Book); err != nil {
		t.Fatal(err)
	}
	again := openShop(t, s.Path())
	if _, err := again.Customer(t.Context(), anna.ID); err != nil {
		t.Errorf("customer: %v", err)
	}
}

// A page that is overwritten may be one that nothing uses. Whatever it is, the
// program lives, and what it says is that the book is damaged.
func TestAnyPageSpoiltNeverTakesTheProgramDown(t *testing.T) {
	whole := closedBook(t)
	const pageSize = 4096
	found := 0
	for at := int64(2 * pageSize); at < min(int64(len(whole)), 80*pageSize); at += pageSize {
		path := filepath.Join(t.TempDir(), "shop.book")
		write(t, path, whole)
		if err := data.Spoil(path, at, at+pageSize); err != nil {
			t.Fatal(err)
		}
		if damagedBook(t, path) {
			found++
		}
	}
	if found == 0 {
		t.Error("nothing was ever found")
	}
}

// damagedBook uses a book in every way and tells whether something complained.
func damagedBook(t *testing.T, path string) bool {
	t.Helper()
	book, err := data.Open(context.Background(), path, data.Options{Timeout: 50 * time.Millisecond})
	if err != nil {
		if code := app.CodeOf(err); code != app.CodeDamaged {
			t.Errorf("open: %v", err)
		}
		return true
	}
	defer func() { _ = data.Abandon(book) }()
	ctx := t.Context()
	complained := false
	for what, use := range map[string]func() error{
		"search": func() error { _, err := book.Search(ctx, "anna", 5); return err },
		"list":   func() error { return book.Customers(ctx, func(app.Listed) bool { return true }) },
		"write":  func() error { return book.Keep(ctx, "a", []byte("b")) },
	} {
		if err := use(); err != nil {
			complained = true
			if code := app.CodeOf(err); code != app.CodeDamaged {
				t.Errorf("%s: %v", what, err)
			}
		}
	}
	problems, err := book.Check(ctx)
	if err != nil {
		t.Errorf("check: %v", err)
	}
	return complained || len(problems) > 0
}

func TestMigrationsRunInOrderAndOnce(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	steps := []data.Step{{From: data.Version, Keep: "first"}, {From: data.Version + 1, Keep: "second"}}
	for range 2 {
		if err := data.Migrate(ctx, s.Book, data.Version+2, steps...); err != nil {
			t.Fatalf("migrate: %v", err)
		}
		keys, err := s.KeptKeys(ctx, "")
		if err != nil || len(keys) != 2 {
			t.Errorf("kept %v, %v", keys, err)
		}
	}
}

func TestMigrationThatIsMissingIsFoundOut(t *testing.T) {
	s := newShop(t)
	if err := data.Migrate(t.Context(), s.Book, data.Version+2, data.Step{From: data.Version, Keep: "first"}); app.CodeOf(err) != app.CodeDamaged {
		t.Errorf("migrate: %v", err)
	}
}

func TestEveryFormatHasAWayOn(t *testing.T) {
	from := data.MigrationsFrom()
	if len(from) != data.Version-1 {
		t.Fatalf("%d migrations to version %d", len(from), data.Version)
	}
	for i, f := range from {
		if f != uint64(i+1) {
			t.Errorf("migration %d is from format %d", i, f)
		}
	}
}

func TestCommitThatFailsLeavesTheBookUsable(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	anna := s.customer("Anna Korhonen", "+358401234567")
	s.put(anna)
	data.LimitSize(s.Book)
	long := s.customer("Bo Ek", "+358401234568")
	long.Notes = strings.Repeat("Likes oak. ", 1<<18)
	if _, err := s.Apply(ctx, app.Batch{Changes: []app.Change{app.Put(long)}}); app.CodeOf(err) != app.CodeStorage {
		t.Errorf("apply: %v", err)
	}
	if _, err := s.Customer(ctx, long.ID); app.CodeOf(err) != app.CodeNotFound {
		t.Errorf("who was not saved: %v", err)
	}
	long.Notes = ""
	s.put(long)
	if _, err := s.Customer(ctx, anna.ID); err != nil {
		t.Errorf("who was there: %v", err)
	}
}

func TestCommitThatFailedAfterItWasDoneIsDone(t *testing.T) {
	s := newShop(t)
	batch := s.put(s.customer("Anna Korhonen", "+358401234567"))
	if err := data.Doubt(t.Context(), s.Book, batch); err != nil {
		t.Errorf("a batch that is in the file: %v", err)
	}
	if err := data.Doubt(t.Context(), s.Book, s.ids.Next()); app.CodeOf(err) != app.CodeStorage {
		t.Errorf("a batch that is not: %v", err)
	}
}

func TestClosedBookSaysSo(t *testing.T) {
	s := newShop(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Plan(t.Context()); err == nil || !strings.Contains(said(t, err), "closed") {
		t.Errorf("plan: %v", err)
	}
	if err := s.Keep(t.Context(), "a", nil); err == nil || !strings.Contains(said(t, err), "closed") {
		t.Errorf("keep: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Errorf("closing twice: %v", err)
	}
}

// impatient is a context that ends once it was asked so often whether it has.
type impatient struct {
	context.Context
	asked, patience int
}

func (c *impatient) Err() error {
	if c.asked++; c.asked > c.patience {
		return context.Canceled
	}
	return nil
}

func TestOpeningABookThatWasNotClosedCanBeStopped(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.book")
	s, _, anna, _ := bookWithTrudi(t, path)
	if err := data.Abandon(s.Book); err != nil {
		t.Fatal(err)
	}
	open := func(patience int) (*data.Book, int, error) {
		ctx := &impatient{Context: t.Context(), patience: patience}
		book, err := data.Open(ctx, path, data.Options{Plan: plan()})
		return book, ctx.asked, err
	}
	// Opening asks once, and then at each of its pages.
	if _, asked, err := open(2); asked != 3 || app.CodeOf(err) != app.CodeCancelled {
		t.Errorf("asked %d times, %v", asked, err)
	}
	book, asked, err := open(1 << 20)
	if err != nil || asked < 10 {
		t.Fatalf("asked %d times, %v", asked, err)
	}
	defer func() { _ = book.Close() }()
	if _, err := book.Customer(t.Context(), anna.ID); err != nil {
		t.Error(err)
	}
}
