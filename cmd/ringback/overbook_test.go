package main_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestNothingThatGoesOutTakesThePlaceOfTheBookOrOfABackup(t *testing.T) {
	s := newShell(t)
	s.maija()
	s.must("log", "12347", "--outcome", "talked", "--said", "Lovely")
	copied := s.shelve()
	t.Chdir(s.home)
	for _, command := range [][]string{
		{"export", "notes"},
		{"export", "notes", "--format", "json"},
		{"export", "customers"},
		{"export", "purchases"},
		{"export", "opinions"},
		{"export", "complaints"},
		{"export", "all"},
		{"export", "sheet"},
		{"export", "cards"},
		{"review"},
		{"backup"},
	} {
		for name, held := range map[string]string{"the book": s.book, "a backup": copied} {
			before, err := os.ReadFile(held)
			if err != nil {
				t.Fatal(err)
			}
			relative, err := filepath.Rel(s.home, held)
			if err != nil {
				t.Fatal(err)
			}
			for how, target := range map[string]string{
				"itself": held, "from here": "./" + relative, "by a link": s.link(held),
			} {
				arguments := append(append([]string(nil), command...), "-o", target)
				if command[0] == "backup" {
					arguments = []string{"backup", target}
				}
				r := s.run(arguments...)
				if r.code == 0 || strings.Count(r.complaint, "\n") != 1 {
					t.Errorf("%v over %s, %s: %+v", command, name, how, r)
				}
				if after, err := os.ReadFile(held); err != nil || !bytes.Equal(after, before) {
					t.Fatalf("%v over %s, %s: it is not what it was, %v", command, name, how, err)
				}
			}
		}
	}
}

// link makes a link to the file, with the ending of a table, and returns it; the
// file itself where there are no links.
func (s *shell) link(to string) string {
	s.t.Helper()
	link := filepath.Join(s.t.TempDir(), "notes.csv")
	if os.Symlink(to, link) != nil {
		return to
	}
	return link
}

func TestABookIsNoPlaceForAnExportWhateverItIsCalled(t *testing.T) {
	s := newShell(t)
	s.book = filepath.Join(s.home, "shop.csv")
	id := s.maija()
	r := s.run("export", "notes", "-o", s.book)
	if r.code != 1 || !strings.Contains(r.complaint, "is a Ringback book") || r.out != "" {
		t.Errorf("%+v", r)
	}
	s.must("show", id)
}
