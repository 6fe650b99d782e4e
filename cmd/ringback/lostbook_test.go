package main_test

import (
	"os"
	"path/filepath"
	"testing"

	"ringback.app/app/backups"
)

func TestWhereABookIsLostNoNewOneTakesItsPlaceWhileThereAreBackups(t *testing.T) {
	s := newShell(t)
	id := s.maija()
	copied := s.shelve()
	if err := os.Remove(s.book); err != nil {
		t.Fatal(err)
	}
	contacts := filepath.Join(s.home, "contacts.csv")
	if err := os.WriteFile(contacts, []byte("Name,Phone\nTom,040 123 4568\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, command := range [][]string{
		{"today"},
		{"show", id},
		{"add", "customer", "--name", "Tom", "--phone", "040 123 4568"},
		{"import", contacts},
		{"sample", "--customers", "3", "--purchases", "3"},
	} {
		wantSentence(t, s.run(command...), 1, s.book, `restore "`+copied+`"`, backups.Folder(s.book))
		if _, err := os.Stat(s.book); !os.IsNotExist(err) {
			t.Fatalf("%v made a book", command)
		}
	}
	s.must("restore", copied)
	s.must("show", id)
}

func TestWhereABookIsLostAndNoBackupIsGoodTheOwnerDecides(t *testing.T) {
	s := newShell(t)
	id := s.maija()
	own := filepath.Join(s.home, "own.book")
	s.must("backup", own)
	copied, folder := s.shelve(), backups.Folder(s.book)
	if err := os.WriteFile(copied, []byte("spoilt"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(s.book); err != nil {
		t.Fatal(err)
	}
	for _, command := range [][]string{
		{"today"},
		{"add", "customer", "--name", "Tom", "--phone", "040 123 4568"},
		{"sample", "--customers", "3", "--purchases", "3"},
	} {
		wantSentence(t, s.run(command...), 1, s.book, "none of the backups", "restore COPY", folder)
		if _, err := os.Stat(s.book); !os.IsNotExist(err) {
			t.Fatalf("%v made a book", command)
		}
	}
	s.must("restore", own)
	s.must("show", id)

	if err := os.Remove(s.book); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(folder, folder+".old"); err != nil {
		t.Fatal(err)
	}
	s.must("add", "customer", "--name", "Tom", "--phone", "040 123 4568")
}

func TestAFolderWithoutBackupsKeepsNobodyFromBeginningABook(t *testing.T) {
	s := newShell(t)
	if err := os.Mkdir(backups.Folder(s.book), 0o700); err != nil {
		t.Fatal(err)
	}
	s.maija()
}

func TestALostBookInTheUsualPlaceIsNoNewOneEither(t *testing.T) {
	s := newShell(t)
	usual := filepath.Join(s.home, ".local", "share", "ringback", "ringback.book")
	if r := s.plain("today"); r.code != 0 {
		t.Fatalf("%+v", r)
	}
	if _, err := os.Stat(usual); err != nil {
		t.Skip("the usual place is another here:", err)
	}
	s.book = usual
	s.maija()
	copied := s.shelve()
	if err := os.Remove(usual); err != nil {
		t.Fatal(err)
	}
	wantSentence(t, s.plain("today"), 1, copied)
}
