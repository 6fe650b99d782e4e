package main_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// everything writes the whole book out and returns it without its first line,
// which tells when that was.
func (s *shell) everything(name string) (path, records string) {
	s.t.Helper()
	path = filepath.Join(s.home, name)
	s.must("export", "all", "-o", path)
	content, err := os.ReadFile(path)
	if err != nil {
		s.t.Fatal(err)
	}
	_, records, _ = strings.Cut(string(content), "\n")
	return path, records
}

func TestAWholeBookComesBackEqual(t *testing.T) {
	s := newShell(t)
	s.must("sample", "--customers", "60", "--purchases", "200", "--seed", "7")
	// A card of which nobody knows whose it is, and what is to be put right for them.
	s.must("add", "opinion", "--sender", "A. Nonymous", "--source", "card", "--score", "2/5", "--words", "It squeaks",
		"--complaint", "--wrong", "It squeaks", "--praise", "Mia")
	path, want := s.everything("all.jsonl")
	if !strings.Contains(want, "A. Nonymous") || !strings.Contains(want, `"stars":2`) {
		t.Error("what is nobody's stays behind")
	}
	fresh := newShell(t)
	dry := fresh.must("--json", "import", "--dry-run", path)
	if last := lastLine(dry); !strings.Contains(last, `"created":60`) {
		t.Errorf("a dry run: %s", last)
	}
	fresh.must("import", path)
	if _, got := fresh.everything("again.jsonl"); got != want {
		t.Error("the book that was read back is another one")
	}
	var sum struct {
		Summary struct{ Read, Same int }
	}
	if err := json.Unmarshal([]byte(lastLine(fresh.must("--json", "import", path))), &sum); err != nil {
		t.Fatal(err)
	}
	if sum.Summary.Same != sum.Summary.Read || sum.Summary.Read < 260 {
		t.Errorf("a second time: %+v", sum)
	}
}

func TestAWholeBookReadBackIsTakenOutByOneUndo(t *testing.T) {
	s := newShell(t)
	s.must("sample", "--customers", "20", "--purchases", "40", "--seed", "7")
	path, _ := s.everything("all.jsonl")
	fresh := newShell(t)
	fresh.must("add", "customer", "--name", "Ann Bell", "--phone", "+358401234567")
	fresh.must("undo")
	_, before := fresh.everything("before.jsonl")
	fresh.must("import", path)
	fresh.must("undo")
	if _, after := fresh.everything("after.jsonl"); after != before {
		t.Errorf("after the undo:\n%.400s\nbefore:\n%.400s", after, before)
	}
}

func lastLine(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return lines[len(lines)-1]
}
