package backups_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/backups"
)

// book is a book whose text its copies hold.
type book struct {
	text string
	err  error
}

func (b *book) Backup(_ context.Context, to string) error {
	if b.err != nil {
		return b.err
	}
	return os.WriteFile(to, []byte(b.text), 0o600)
}

func (b *book) HeldBy(_ context.Context, path string) (bool, error) {
	info, err := os.Stat(path)
	if err != nil || info.Size() != int64(len(b.text)) {
		return false, err
	}
	text, err := os.ReadFile(path)
	return string(text) == b.text, err
}

func (b *book) Another(_ context.Context, path string) (bool, error) {
	text, err := os.ReadFile(path)
	return strings.HasPrefix(string(text), "another"), err
}

// shelf is a shelf with a book and a clock that a test sets.
type shelf struct {
	*backups.Shelf
	book book
	now  time.Time
	path string // of the book
}

func newShelf(t *testing.T) *shelf {
	t.Helper()
	s := &shelf{
		book: book{text: "as it is"}, path: filepath.Join(t.TempDir(), "shop.book"),
		now: time.Date(2026, time.November, 20, 10, 12, 0, 0, time.FixedZone("Helsinki", 2*3600)),
	}
	s.Shelf = backups.New(&s.book, s.path, func() time.Time { return s.now })
	return s
}

func (s *shelf) keep(t *testing.T) bool {
	t.Helper()
	made, err := s.Keep(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return made != backups.Copy{}
}

func (s *shelf) names(t *testing.T) string {
	t.Helper()
	copies, err := backups.List(backups.Folder(s.path))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, c := range copies {
		names = append(names, c.Taken.Format("2006-01-02T15:04:05"))
	}
	return strings.Join(names, " ")
}

func TestACopyIsMadeOnceADayAndOnlyOfWhatChanged(t *testing.T) {
	s := newShelf(t)
	if !s.keep(t) {
		t.Fatal("no copy was made of a book without one")
	}
	s.book.text = "changed on the same day"
	s.now = s.now.Add(6 * time.Hour)
	if s.keep(t) {
		t.Error("a second copy was made on one day")
	}
	s.now = time.Date(2026, time.November, 21, 0, 30, 0, 0, s.now.Location()) // still the 20th in UTC
	if !s.keep(t) {
		t.Error("no copy was made on the next day of the shop")
	}
	s.now = s.now.AddDate(0, 0, 1)
	if s.keep(t) {
		t.Error("a copy was made of a book that did not change")
	}
	if got, want := s.names(t), "2026-11-20T22:30:00 2026-11-20T08:12:00"; got != want {
		t.Errorf("the copies are %s, want %s", got, want)
	}
}

func TestACopyOfADayToComeDoesNotKeepTodaysFromBeingMade(t *testing.T) {
	s := newShelf(t)
	real := s.now
	s.now = real.AddDate(1, 0, 0) // the clock is wrong
	s.keep(t)
	s.now = real
	if !s.keep(t) {
		t.Error("no copy was made once the clock was right again")
	}
}

func TestOfTheDaysLongPastFewerCopiesStay(t *testing.T) {
	s := newShelf(t)
	s.now = time.Date(2025, time.June, 1, 9, 0, 0, 0, time.UTC)
	last := time.Date(2026, time.November, 20, 9, 0, 0, 0, time.UTC)
	for ; !s.now.After(last); s.now = s.now.AddDate(0, 0, 1) {
		s.book.text = s.now.String()
		s.keep(t)
	}
	want := "2026-11-20T09:00:00 2026-11-19T09:00:00 2026-11-18T09:00:00 2026-11-17T09:00:00 " +
		"2026-11-16T09:00:00 2026-11-15T09:00:00 2026-11-14T09:00:00 " + // days
		"2026-11-08T09:00:00 2026-11-01T09:00:00 " + // Sundays that end weeks
		"2026-10-31T09:00:00 2026-09-30T09:00:00 2026-08-31T09:00:00 2026-07-31T09:00:00 " +
		"2026-06-30T09:00:00 2026-05-31T09:00:00 2026-04-30T09:00:00 2026-03-31T09:00:00 " +
		"2026-02-28T09:00:00 2026-01-31T09:00:00 2025-12-31T09:00:00" // months
	if got := s.names(t); got != want {
		t.Errorf("the copies are\n%s\nwant\n%s", got, want)
	}
}

func TestCopiesTakeNoMoreThanTheirRoomButTheTwoNewestStay(t *testing.T) {
	s := newShelf(t)
	for range 5 {
		s.now = s.now.AddDate(0, 0, 1)
		s.book.text = s.now.String()
		s.keep(t)
		copies, err := backups.List(backups.Folder(s.path))
		if err != nil {
			t.Fatal(err)
		}
		// A file with a hole takes no room on the disk.
		if err := os.Truncate(copies[0].Path, 3<<30); err != nil {
			t.Fatal(err)
		}
	}
	if got, want := s.names(t), "2026-11-25T08:12:00 2026-11-24T08:12:00"; got != want {
		t.Errorf("the copies are %s, want %s", got, want)
	}
}

func TestFilesOfOthersInTheFolderStay(t *testing.T) {
	s := newShelf(t)
	s.keep(t)
	mine := filepath.Join(backups.Folder(s.path), "before the move.book")
	if err := os.WriteFile(mine, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s.now = s.now.AddDate(2, 0, 0)
	if err := s.Renew(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(mine); err != nil {
		t.Error(err)
	}
	if got, want := s.names(t), "2028-11-20T08:12:00"; got != want {
		t.Errorf("the copies are %s, want %s", got, want)
	}
}

func TestBooksInOneFolderDoNotShareTheirCopies(t *testing.T) {
	s := newShelf(t)
	s.keep(t)
	for _, name := range []string{"shop", "shop.test", "shop.book.book"} {
		other := &book{text: name}
		path := filepath.Join(filepath.Dir(s.path), name)
		made, err := backups.New(other, path, func() time.Time { return s.now }).Keep(t.Context())
		if err != nil || made.Path == "" {
			t.Errorf("%s was not copied: %v", name, err)
		}
		if last, _ := backups.LastGood(t.Context(), path, func(context.Context, string) error { return nil }); last != made {
			t.Errorf("the last good copy of %s is %v", name, last)
		}
	}
}

func TestRenewingLeavesTheCopiesOfAnotherBookThatHadTheName(t *testing.T) {
	s := newShelf(t)
	s.book.text = "another one"
	s.keep(t)
	s.book.text = "this one"
	s.now = s.now.AddDate(0, 0, 1)
	s.keep(t)
	s.now = s.now.AddDate(0, 0, 1)
	if err := s.Renew(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got, want := s.names(t), "2026-11-22T08:12:00 2026-11-20T08:12:00"; got != want {
		t.Errorf("the copies are %s, want %s", got, want)
	}
}

func TestALinkLeadsToTheCopiesOfItsBook(t *testing.T) {
	s := newShelf(t)
	if err := os.WriteFile(s.path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "link.book")
	if err := os.Symlink(s.path, link); err != nil {
		t.Skip("no links here:", err)
	}
	real, err := filepath.EvalSymlinks(s.path)
	if err != nil || backups.Folder(link) != real+".backups" {
		t.Errorf("the folder is %s, %v", backups.Folder(link), err)
	}
	if err := os.Remove(s.path); err != nil || backups.Folder(link) != s.path+".backups" {
		t.Errorf("without the book the folder is %s, %v", backups.Folder(link), err)
	}
}

func TestRenewingWithinTheSameSecondLeavesOneCopyOfTheBookAsItIs(t *testing.T) {
	s := newShelf(t)
	s.keep(t)
	s.book.text = "without one of them"
	if err := s.Renew(t.Context()); err != nil {
		t.Fatal(err)
	}
	copies, err := backups.List(backups.Folder(s.path))
	if err != nil || len(copies) != 1 {
		t.Fatalf("%v, %v; want one copy", copies, err)
	}
	if text, err := os.ReadFile(copies[0].Path); err != nil || string(text) != s.book.text {
		t.Errorf("the copy holds %q, %v", text, err)
	}
}

func TestWhereNoCopyWasMadeRenewingMakesNone(t *testing.T) {
	s := newShelf(t)
	if err := s.Renew(t.Context()); err != nil || s.names(t) != "" {
		t.Errorf("%v, copies %q", err, s.names(t))
	}
}

func TestACopyThatFailsCostsNoOther(t *testing.T) {
	s := newShelf(t)
	s.keep(t)
	s.book = book{text: "changed", err: errors.New("full")}
	s.now = s.now.AddDate(0, 0, 400)
	if _, err := s.Keep(t.Context()); !errors.Is(err, s.book.err) {
		t.Errorf("the error is %v", err)
	}
	if err := s.Renew(t.Context()); !errors.Is(err, s.book.err) {
		t.Errorf("the error is %v", err)
	}
	if got, want := s.names(t), "2026-11-20T08:12:00"; got != want {
		t.Errorf("the copies are %s, want %s", got, want)
	}
}

func TestTheLastGoodCopyIsTheNewestThatIsWhole(t *testing.T) {
	s := newShelf(t)
	for _, text := range []string{"good, old", "good", "spoilt"} {
		s.book.text = text
		s.now = s.now.AddDate(0, 0, 1)
		s.keep(t)
	}
	whole := func(_ context.Context, path string) error {
		if text, err := os.ReadFile(path); err != nil || string(text) == "spoilt" {
			return &app.Error{Code: app.CodeDamaged, Err: err}
		}
		return nil
	}
	found, ok := backups.LastGood(t.Context(), s.path, whole)
	if !ok || found.Taken.Day() != 22 || found.Bytes != 4 {
		t.Errorf("found %+v, %v; want the copy of the 22nd", found, ok)
	}
	if found, ok := backups.LastGood(t.Context(), filepath.Join(t.TempDir(), "other.book"), whole); ok {
		t.Errorf("found %+v for a book without copies", found)
	}
}

func TestThatNoCopyCanBeMadeIsNotToldAsIfTheBookWereNotWritten(t *testing.T) {
	for name, test := range map[string]struct {
		err  error
		want string
	}{
		"a full disk":  {&app.Error{Code: app.CodeStorage, Key: "error.book.disk-full"}, "error.backups.refused"},
		"damage":       {&app.Error{Code: app.CodeDamaged, Key: "error.book.damaged"}, "error.book.damaged"},
		"being closed": {&app.Error{Code: app.CodeCancelled, Key: "error.book.cancelled"}, "error.book.cancelled"},
	} {
		s := newShelf(t)
		s.book.err = test.err
		_, err := s.Keep(t.Context())
		var told *app.Error
		if !errors.As(err, &told) || told.Key != test.want || !errors.Is(err, test.err) {
			t.Errorf("%s: told %v", name, err)
		}
	}
}
