package data_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/data"
)

func TestDamageInWhatIsDerivedIsFoundAndRebuilt(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	if err := data.SpoilDerived(ctx, s.Book); err != nil {
		t.Fatal(err)
	}
	problems, err := s.Check(ctx)
	if err != nil || len(problems) != 1 || !problems[0].IsDerived() {
		t.Fatalf("check: %+v, %v", problems, err)
	}
	if err := s.Rebuild(ctx); err != nil {
		t.Fatal(err)
	}
	if problems, err = s.Check(ctx); err != nil || len(problems) != 0 {
		t.Errorf("check: %+v, %v", problems, err)
	}
}

func TestBackupAndRestore(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	anna := s.customer("Anna Korhonen", "+358401234567")
	s.put(anna)
	backup := filepath.Join(t.TempDir(), "copy.book")
	if err := s.Backup(ctx, backup); err != nil {
		t.Fatalf("backup: %v", err)
	}
	if err := s.Backup(ctx, backup); app.CodeOf(err) != app.CodeInvalid {
		t.Errorf("backup over a backup: %v", err)
	}
	bo := s.customer("Bo Ek", "+358401234568")
	s.put(bo)
	if err := data.Restore(ctx, backup, s.Path()); app.CodeOf(err) != app.CodeBusy {
		t.Errorf("restore over an open book: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := data.Restore(ctx, backup, s.Path()); err != nil {
		t.Fatalf("restore: %v", err)
	}
	again := openShop(t, s.Path())
	if _, err := again.Customer(ctx, anna.ID); err != nil {
		t.Errorf("who was in the backup: %v", err)
	}
	if _, err := again.Customer(ctx, bo.ID); app.CodeOf(err) != app.CodeNotFound {
		t.Errorf("who came later: %v", err)
	}
	if _, err := os.Stat(s.Path() + ".replaced-1"); err != nil {
		t.Errorf("the book that was there: %v", err)
	}
}

// newShopClosed makes another book and returns where it lies.
func newShopClosed(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "other.book")
	write(t, path, closedBook(t))
	return path
}

func TestACopyIsHeldUntilTheBookChanges(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	s.put(s.customer("Anna Korhonen", "+358401234567"))
	path := filepath.Join(t.TempDir(), "copy.book")
	if err := s.Backup(ctx, path); err != nil {
		t.Fatal(err)
	}
	if err := data.Whole(ctx, path); err != nil {
		t.Errorf("the copy is not whole: %v", err)
	}
	held := func(what string, want bool) {
		t.Helper()
		if got, err := s.HeldBy(ctx, path); err != nil || got != want {
			t.Errorf("%s: held %v, %v; want %v", what, got, err, want)
		}
	}
	held("fresh from the book", true)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s.Book = openShop(t, s.Path()).Book
	held("after the book was closed and opened", true)
	s.put(s.customer("Bo Ek", "+358401234568"))
	held("after a change", false)
	for what, tt := range map[string]struct {
		path string
		want bool
	}{"its copy": {path, false}, "another book": {newShopClosed(t), true}} {
		if got, err := s.Another(ctx, tt.path); err != nil || got != tt.want {
			t.Errorf("%s: another %v, %v; want %v", what, got, err, tt.want)
		}
	}
	write(t, path, []byte("no book"))
	held("a file of something else", false)
	if err := data.Whole(ctx, path); app.CodeOf(err) != app.CodeDamaged {
		t.Errorf("a file of something else: %v", err)
	}
}

func TestRestoreOfADamagedBackupChangesNothing(t *testing.T) {
	s := newShop(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Dir(s.Path())
	before := folder(t, dir)
	bad := filepath.Join(t.TempDir(), "bad.book")
	write(t, bad, closedBook(t)[:20_000])
	if err := data.Restore(t.Context(), bad, s.Path()); app.CodeOf(err) != app.CodeDamaged {
		t.Errorf("restore: %v", err)
	}
	if after := folder(t, dir); len(after) != 1 || after[s.Path()] != before[s.Path()] {
		t.Error("something was changed")
	}
}

func TestABookIsNoBackupOfItself(t *testing.T) {
	s := newShop(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Dir(s.Path())
	link := filepath.Join(t.TempDir(), "link.book")
	if err := os.Symlink(s.Path(), link); err != nil {
		t.Skip(err)
	}
	before := folder(t, dir)
	for from, to := range map[string]string{s.Path(): s.Path(), link: s.Path()} {
		if err := data.Restore(t.Context(), from, to); app.CodeOf(err) != app.CodeInvalid {
			t.Errorf("from %s: %v", from, err)
		}
	}
	if err := data.Restore(t.Context(), s.Path(), link); app.CodeOf(err) != app.CodeInvalid {
		t.Errorf("to a link that leads there: %v", err)
	}
	if after := folder(t, dir); len(after) != 1 || after[s.Path()] != before[s.Path()] {
		t.Error("something was changed")
	}
}

func TestCompactKeepsEverythingAndGivesRoomBack(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	value := bytes.Repeat([]byte("x"), 1<<20)
	for _, key := range []string{"a", "b", "c", "d"} {
		if err := s.Keep(ctx, key, value); err != nil {
			t.Fatal(err)
		}
		if err := s.Drop(ctx, key); err != nil {
			t.Fatal(err)
		}
	}
	anna := s.customer("Anna Korhonen", "+358401234567")
	s.put(anna)
	before, _ := data.Dump(ctx, s.Book, true)
	old, _ := os.Stat(s.Path())
	if err := s.Compact(ctx); err != nil {
		t.Fatalf("compact: %v", err)
	}
	after, _ := data.Dump(ctx, s.Book, true)
	if len(before) == 0 || len(before) != len(after) {
		t.Errorf("%d things before, %d after", len(before), len(after))
	}
	if now, _ := os.Stat(s.Path()); now.Size() >= old.Size() {
		t.Errorf("%d bytes before, %d after", old.Size(), now.Size())
	}
	s.put(s.customer("Bo Ek", "+358401234568"))
	if _, err := data.Open(ctx, s.Path(), data.Options{Timeout: 50 * time.Millisecond}); app.CodeOf(err) != app.CodeBusy {
		t.Errorf("the lock after compacting: %v", err)
	}
}

func TestKeysHoldNoNamesOrNumbers(t *testing.T) {
	s := knownShop(t) // a hash may happen to have any three letters in it
	anna := s.customer("Anna Korhonen", "+358401234567")
	anna.Emails = []app.Email{{Address: "anna@example.com"}}
	anna.References = []app.Reference{{Kind: app.ReferenceShop, Value: "4711-ref"}}
	s.put(anna, s.purchase(anna, app.DayOf(noon), "Oak table"))
	err := data.Inside(t.Context(), s.Book, func(bucket string, key []byte) {
		for _, secret := range []string{"anna", "korhonen", "40123", "example", "4711", "oak"} {
			if bytes.Contains(bytes.ToLower(key), []byte(secret)) {
				t.Errorf("a key of %s holds %q", bucket, secret)
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestBookDerivedByAnEarlierProgramIsRebuiltWhenOpened(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	anna := s.customer("Anna Korhonen", "+358401234567")
	s.put(anna)
	for _, spoil := range []error{data.SpoilDerived(ctx, s.Book), data.SetDerived(ctx, s.Book, 0), s.Close()} {
		if spoil != nil {
			t.Fatal(spoil)
		}
	}
	again := openShop(t, s.Path())
	if problems, err := again.Check(ctx); err != nil || len(problems) > 0 {
		t.Errorf("check: %+v, %v", problems, err)
	}
}
