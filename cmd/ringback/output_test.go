package main_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	main "ringback.app/cmd/ringback"
)

// brokenPipe is a place that nothing can be written to.
type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, os.ErrClosed }

// unheard runs the program on the shell's book with nowhere to print to.
func (s *shell) unheard(args ...string) result {
	s.t.Helper()
	var complaint strings.Builder
	m := &main.Main{
		Stdout: brokenPipe{}, Stderr: &complaint,
		Getenv: func(name string) string { return s.env[name] }, Clock: func() time.Time { return now },
	}
	code := m.Run(s.t.Context(), append([]string{"--book", s.book}, args...))
	return result{"", complaint.String(), code}
}

func TestOutputThatCannotBeWrittenIsSaid(t *testing.T) {
	s := newShell(t)
	s.maija()
	for _, args := range [][]string{
		{"today"},
		{"--json", "show", "12347"},
		{"--help"},
		{"import", "--dry-run", s.file("contacts.vcf", cards)},
		{"import", s.file("same.csv", "Name,Phone\nMaija Korhonen,040 123 4567\n")}, // nothing new
	} {
		before := s.changes()
		r := s.unheard(args...)
		wantSentence(t, r, 1, "written out", "try again")
		if diff := cmp.Diff(before, s.changes()); diff != "" {
			t.Errorf("%v changed the book: %s", args, diff)
		}
	}
}

func TestWhatIsDoneIsNotToBeDoneTwiceForItsOutput(t *testing.T) {
	s := newShell(t)
	if r := s.unheard("sample", "--customers", "5", "--purchases", "5"); !strings.Contains(r.complaint, "do not do it again") {
		t.Errorf("sample: %s", r.complaint)
	}
	s.must("sample", "--leave")
	s.maija()
	for _, args := range [][]string{
		{"add", "customer", "--name", "Tom", "--number", "7"},
		{"--json", "add", "customer", "--name", "Tim"},
		{"add", "purchase", "7", "--item", "Lamp = 30"},
		{"add", "opinion", "--customer", "7", "--words", "Bright"},
		{"add", "thank-you", "7", "--what", "Flowers"},
		{"log", "12347", "--outcome", "talked"},
		{"import", s.file("contacts.vcf", cards)},
		{"undo"},
		{"forget", "7"},
	} {
		before := len(s.changes())
		r := s.unheard(args...)
		wantSentence(t, r, 1, "do not do it again", "written out")
		if after := len(s.changes()); after != before+1 {
			t.Errorf("%v: %d changes, then %d", args, before, after)
		}
	}
}
