package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/app/backups"
	"ringback.app/data"
)

func TestWhoIsForgottenIsGoneFromTheBook(t *testing.T) {
	s := newShell(t)
	id := s.maija()
	forgotten := s.one("forget", id, "--by", "Jim")
	wantFields(t, forgotten, "id copies")
	if r := s.run("show", id); r.code != 1 || r.complaint == "" {
		t.Errorf("show: %+v", r)
	}
	if r := s.run("forget", id); r.code != 1 || r.complaint == "" {
		t.Errorf("once more: %+v", r)
	}
	if r := s.run("undo"); r.code != 1 || r.complaint == "" {
		t.Errorf("undo: %+v", r)
	}
	files := 0
	err := filepath.WalkDir(s.home, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files++
		raw, err := os.ReadFile(path)
		if strings.Contains(strings.ToLower(string(raw)), "maija") {
			t.Errorf("%s still names her", filepath.Base(path))
		}
		return err
	})
	if err != nil || files == 0 {
		t.Errorf("%d files, %v", files, err)
	}
}

func TestNothingOlderIsUndoneInPlaceOfForgetting(t *testing.T) {
	s := newShell(t)
	id := s.maija()
	kept := s.one("add", "customer", "--name", "Ana Pérez")
	s.must("forget", id)
	batch, _ := kept["batch"].(string)
	wantSentence(t, s.run("undo"), 1, "cannot be undone", "Customer added", "ringback undo "+batch)
	s.must("show", kept["id"].(string))
	s.must("undo", batch)
	if r := s.run("show", kept["id"].(string)); r.code != 1 {
		t.Errorf("show: %+v", r)
	}
	s.must("add", "customer", "--name", "Bo Ek")
	s.must("undo") // which is the last thing done
}

// forgetOnly forgets as a program does that is ended before it comes to the copies.
func (s *shell) forgetOnly(id string) {
	s.t.Helper()
	book, err := data.Open(s.t.Context(), s.book, data.Options{MustExist: true})
	if err != nil {
		s.t.Fatal(err)
	}
	who, err := app.ParseID(id)
	if err != nil {
		s.t.Fatal(err)
	}
	if err := book.Forget(s.t.Context(), who, ""); err != nil {
		s.t.Fatal(err)
	}
	if err := book.Close(); err != nil {
		s.t.Fatal(err)
	}
}

func TestWhoeverOpensTheBookNextRenewsTheCopiesThatStillHoldWhoWasForgotten(t *testing.T) {
	s := newShell(t)
	id := s.maija()
	old := s.shelve()
	s.forgetOnly(id)
	s.must("today")
	there, err := backups.List(backups.Folder(s.book))
	if err != nil || len(there) != 1 || there[0].Path == old {
		t.Fatalf("%v, %v; want one new copy", there, err)
	}
	raw, err := os.ReadFile(there[0].Path)
	if err != nil || strings.Contains(strings.ToLower(string(raw)), "maija") {
		t.Errorf("the copy still names her, %v", err)
	}

	// A book that is put back from it does not cost the copies that were made since.
	s.must("add", "customer", "--name", "Anna")
	newer := filepath.Join(backups.Folder(s.book), "2026-11-21T101200Z.book")
	s.must("backup", newer)
	s.must("restore", there[0].Path)
	s.must("today")
	if left, err := backups.List(backups.Folder(s.book)); err != nil || len(left) != 2 {
		t.Errorf("left are %v, %v; want both", left, err)
	}
}

func TestForgettingSaysWhereCopiesStillHoldThem(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere")
	}
	s := newShell(t)
	id := s.maija()
	folder := filepath.Dir(s.shelve())
	if err := os.Chmod(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	r := s.run("forget", id)
	if err := os.Chmod(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if r.code != 1 || !strings.Contains(r.complaint, "Maija Korhonen was forgotten in the book, but") || !strings.Contains(r.complaint, folder) {
		t.Errorf("%+v", r)
	}
	s.must("today")
	if there, err := backups.List(folder); err != nil || len(there) != 1 || strings.Contains(there[0].Path, "2026-11-19") {
		t.Errorf("%v, %v; want one new copy", there, err)
	}
}

func TestForgettingNamesTheFilesThatMayStillHoldThem(t *testing.T) {
	s := newShell(t)
	id := s.maija()
	copied := s.shelve()
	s.must("restore", copied)
	s.must("add", "customer", "--name", "Anna", "--number", "7")
	mine := filepath.Join(filepath.Dir(copied), "before the move.book")
	s.must("backup", mine)
	other := filepath.Join(filepath.Dir(copied), "of the other shop.book")
	s.plain("--book", filepath.Join(s.home, "other.book"), "add", "customer", "--name", "Maija")
	s.plain("--book", filepath.Join(s.home, "other.book"), "backup", other)

	said := s.must("forget", id)
	for _, path := range []string{s.book + ".replaced-1", mine} {
		if !strings.Contains(said, path+"\n") {
			t.Errorf("%s is not in\n%s", path, said)
		}
	}
	if strings.Contains(said, other) || strings.Count(said, "\n") != 4 {
		t.Errorf("it names others, too:\n%s", said)
	}
	if named := s.one("forget", "7")["copies"].([]any); len(named) != 2 {
		t.Errorf("a script is told of %v", named)
	}
}
