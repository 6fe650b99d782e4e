package data_test

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/data"
)

func TestForgettingThatIsStoppedOnceItIsCommittedGoesOnToItsEnd(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.book")
	s, trudi, _, _ := bookWithTrudi(t, path)
	ctx, cancel := context.WithCancel(t.Context())
	defer s.Subscribe(func(app.Changed) { cancel() })()
	if err := s.Forget(ctx, trudi.ID, "Jim"); err != nil {
		t.Errorf("%v: it says that she was not forgotten", err)
	}
	if found := readable(t, path); len(found) > 0 {
		t.Errorf("the file still says %q", found)
	}
}

func TestForgettingThatCannotWriteTheFileAnewSaysSoAndIsFinishedLater(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "shop")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "shop.book")
	s, trudi, anna, _ := bookWithTrudi(t, path)
	copied := filepath.Join(t.TempDir(), "copy.book")
	if err := s.Backup(t.Context(), copied); err != nil {
		t.Fatal(err)
	}
	// Once it is committed there is no place for another file.
	defer s.Subscribe(func(app.Changed) {
		if err := os.Rename(folder, folder+"-away"); err != nil {
			t.Error(err)
		}
	})()
	err := s.Forget(t.Context(), trudi.ID, "Jim")
	if said := said(t, err); !strings.Contains(said, "was forgotten, but") || app.CodeOf(err) != app.CodeStorage {
		t.Errorf("%v: %s", err, said)
	}
	if err := os.Rename(folder+"-away", folder); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Customer(t.Context(), trudi.ID); app.CodeOf(err) != app.CodeNotFound {
		t.Errorf("the customer: %v", err)
	}
	if due, err := s.CopiesToRenew(t.Context()); due || err != nil {
		t.Errorf("a file that still names her is to be copied: %v, %v", due, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = openShop(t, path)
	if found := readable(t, path); len(found) > 0 {
		t.Errorf("the file still says %q", found)
	}
	if _, err := s.Customer(t.Context(), anna.ID); err != nil {
		t.Error(err)
	}
	if due, err := s.CopiesToRenew(t.Context()); !due || err != nil {
		t.Errorf("the copies need not be renewed: %v, %v", due, err)
	}
	if holds, err := s.HoldsForgotten(t.Context(), copied); !holds || err != nil {
		t.Errorf("the copy does not hold her: %v, %v", holds, err)
	}
}

func TestABookOpensThoughItCannotBeWrittenAnewWithoutWhoWasForgotten(t *testing.T) {
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Skip("permissions of folders do not hold here")
	}
	folder := t.TempDir()
	path := filepath.Join(folder, "shop.book")
	s, trudi, anna, _ := bookWithTrudi(t, path)
	if err := data.ForgetAndFail(t.Context(), s.Book, trudi.ID); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	s = openShop(t, path)
	if err := os.Chmod(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Customer(t.Context(), anna.ID); err != nil {
		t.Error(err)
	}
}

func TestCopiesAreToBeRenewedUntilSomebodySaysThatTheyWere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.book")
	s, trudi, _, _ := bookWithTrudi(t, path)
	folder := t.TempDir()
	before, after, other := filepath.Join(folder, "before"), filepath.Join(folder, "after"), filepath.Join(folder, "other")
	backUp := func(s *shop, to string) {
		t.Helper()
		if err := s.Backup(t.Context(), to); err != nil {
			t.Fatal(err)
		}
	}
	holds := func(path string, want bool) {
		t.Helper()
		if got, err := s.HoldsForgotten(t.Context(), path); got != want || err != nil {
			t.Errorf("%s holds who was forgotten: %v, %v", filepath.Base(path), got, err)
		}
	}
	due := func(want bool) {
		t.Helper()
		if got, err := s.CopiesToRenew(t.Context()); got != want || err != nil {
			t.Errorf("copies are to be renewed: %v, %v", got, err)
		}
	}
	backUp(s, before)
	backUp(openShop(t, filepath.Join(folder, "shop.book")), other)
	due(false)
	holds(before, false)
	if err := s.Forget(t.Context(), trudi.ID, ""); err != nil {
		t.Fatal(err)
	}
	backUp(s, after)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = openShop(t, path)
	if err := s.Rebuild(t.Context()); err != nil {
		t.Fatal(err)
	}
	due(true)
	holds(before, true)
	holds(after, false)
	holds(other, false)
	holds(filepath.Join(folder, "nowhere"), true)
	if err := s.CopiesRenewed(t.Context()); err != nil {
		t.Fatal(err)
	}
	due(false)
	mustBeWhole(t, s)
}
