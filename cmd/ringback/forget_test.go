package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestWhoIsForgottenIsGoneFromTheBook(t *testing.T) {
	s := newShell(t)
	id := s.maija()
	forgotten := s.one("forget", id, "--by", "Jim")
	wantFields(t, forgotten, "id")
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
