package main_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ringback.app/app/backups"
	"ringback.app/data"
)

// shelve makes a copy of the shell's book as the window does.
func (s *shell) shelve() string {
	s.t.Helper()
	folder := backups.Folder(s.book)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		s.t.Fatal(err)
	}
	path := filepath.Join(folder, "2026-11-19T101200Z.book")
	s.must("backup", path)
	return path
}

func TestADamagedBookNamesItsLastGoodBackup(t *testing.T) {
	s := newShell(t)
	id := s.maija()
	copied := s.shelve()
	spoilt := filepath.Join(filepath.Dir(copied), "2026-11-20T060000Z.book")
	for _, path := range []string{s.book, spoilt} {
		if err := os.WriteFile(path, []byte("spoilt"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r := s.run("today")
	if r.code != 1 || !strings.Contains(r.complaint, "(yesterday ") || !strings.Contains(r.complaint, `restore "`+copied+`"`) {
		t.Fatalf("%+v", r)
	}
	s.must("restore", copied)
	s.must("show", id)
}

func TestADamagedFileToRestoreIsNotTheBook(t *testing.T) {
	s := newShell(t)
	s.maija()
	s.shelve()
	bad := filepath.Join(t.TempDir(), "bad.book")
	if err := os.WriteFile(bad, []byte("spoilt"), 0o600); err != nil {
		t.Fatal(err)
	}
	if r := s.run("restore", bad); r.code != 1 || !strings.Contains(r.complaint, bad) || strings.Contains(r.complaint, s.book) {
		t.Errorf("%+v", r)
	}
}

func TestABookThatIsDamagedInsideNamesItsLastGoodBackup(t *testing.T) {
	s := newShell(t)
	id := s.maija()
	copied := s.shelve()
	raw, err := os.ReadFile(s.book)
	if err != nil {
		t.Fatal(err)
	}
	for at := bytes.Index(raw, []byte("Maija")); at >= 0; at = bytes.Index(raw, []byte("Maija")) {
		copy(raw[at-8:], bytes.Repeat([]byte{0xff}, 16))
	}
	if err := os.WriteFile(s.book, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	r := s.run("show", id)
	if r.code != 1 || !strings.Contains(r.complaint, copied) {
		t.Errorf("%+v", r)
	}
}

func TestOwnCopiesHoldNobodyWhoWasForgotten(t *testing.T) {
	s := newShell(t)
	id := s.maija()
	s.shelve()
	s.must("forget", id)
	there, err := backups.List(backups.Folder(s.book))
	if err != nil || len(there) != 1 {
		t.Fatalf("%v, %v; want one copy", there, err)
	}
	if err := data.Whole(t.Context(), there[0].Path); err != nil {
		t.Error(err)
	}
	raw, err := os.ReadFile(there[0].Path)
	if err != nil || strings.Contains(strings.ToLower(string(raw)), "maija") {
		t.Errorf("the copy still names her, %v", err)
	}
}
