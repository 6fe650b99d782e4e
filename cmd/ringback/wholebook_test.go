package main_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/app/merging"
	"ringback.app/data"
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

// With a book goes what the owner decided of customers: the copy offers no two again
// who are two people, and knows who somebody was.
func TestAWholeBookTakesAlongWhatWasDecidedOfCustomers(t *testing.T) {
	s := newShell(t)
	till := s.file("till.csv", "Receipt;Date;Name;Phone;Item;Price\n1;2026-02-26;B. Ray;+44 7700 900123;Lamp;1.00\n")
	s.must("import", s.file("people.csv", "Name;Phone\nBob Ray;+44 7700 900123\nAnn Lee;+44 7700 900124\nA. Lee;+44 7700 900124\n"))
	s.must("import", till)
	s.decide(func(book *data.Book) {
		desk := merging.New(book)
		pairs, err := desk.Find(t.Context())
		if err != nil || len(pairs) != 2 {
			t.Fatalf("%+v, %v", pairs, err)
		}
		for _, pair := range pairs {
			p, err := desk.Propose(t.Context(), pair.A, pair.B)
			if err == nil && strings.HasSuffix(p.Kept.Customer.Name.Full, "Lee") {
				err = desk.KeepApart(t.Context(), pair.B, pair.A)
			} else if err == nil {
				_, err = desk.Merge(t.Context(), p, nil, "")
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	})
	path, want := s.everything("all.jsonl")
	fresh := newShell(t)
	fresh.must("import", path)
	if _, got := fresh.everything("again.jsonl"); got != want || !strings.Contains(want, `"two_people":1,"settled":2}`) {
		t.Errorf("the book that was read back is another one:\n%s\nwant:\n%s", got, want)
	}
	fresh.decide(func(book *data.Book) {
		if pairs, err := merging.New(book).Find(t.Context()); err != nil || len(pairs) > 0 {
			t.Errorf("offers %+v, %v", pairs, err)
		}
	})
	all := fresh.lines("import", "--dry-run", till)
	if all[0]["action"] != "same" {
		t.Errorf("the same till again: %v", all[0])
	}
	s.must("import", path) // what it has already is not written anew
	if _, got := s.everything("own.jsonl"); got != want {
		t.Error("a book that was read into itself is another one")
	}
	old := strings.ReplaceAll(want, `,"two_people":1,"settled":2}`, "}")
	old = regexp.MustCompile(`(?m)^\{"kind":"(two_people|settled)".*\n`).ReplaceAllString(old, "")
	older := newShell(t)
	older.must("import", older.file("old.jsonl", `{"kind":"book","format":1,"made":"2026-11-22T09:00:00Z"}`+"\n"+old))
	if _, got := older.everything("again.jsonl"); got != old {
		t.Errorf("of an older file came\n%s\nwant\n%s", got, old)
	}
}

// A whole book of before somebody was forgotten says nothing of them to this one: not
// who they are, nor what was changed of them by hand.
func TestAWholeBookDoesNotBringBackWhoWasForgotten(t *testing.T) {
	s := newShell(t)
	s.must("import", s.file("people.csv", "Name;Phone\nZebulon Quark;+44 7700 900123\nAnn Lee;+44 7700 900124\n"))
	zeb := s.people()["Zebulon Quark"]
	s.decide(func(book *data.Book) {
		zeb.Name = app.Name{Full: "Zeb Quark"}
		if _, err := book.Apply(t.Context(), app.Batch{Act: app.ActEditCustomer, Changes: []app.Change{app.Put(zeb)}}); err != nil {
			t.Fatal(err)
		}
	})
	path, _ := s.everything("all.jsonl")
	s.must("forget", zeb.ID.String())
	all := s.lines("import", path)
	if got := all[1]; got["action"] != "reject" {
		t.Errorf("of the customer: %v", got)
	}
	if contacts := all[len(all)-1]["summary"].(map[string]any)["contacts"].(map[string]any); contacts["created"] != 0.0 || contacts["rejected"] != 1.0 {
		t.Errorf("counted %v", contacts)
	}
	s.decide(func(book *data.Book) {
		if kept, err := book.KeptKeys(t.Context(), app.KeptSettled); err != nil || len(kept) > 0 {
			t.Errorf("keeps %q, %v", kept, err)
		}
	})
	if raw, err := os.ReadFile(s.book); err != nil || strings.Contains(strings.ToLower(string(raw)), "quark") {
		t.Errorf("the file names them again, %v", err)
	}
}

// decide does something with the shell's book that no command does.
func (s *shell) decide(what func(*data.Book)) {
	s.t.Helper()
	book, err := data.Open(s.t.Context(), s.book, data.Options{MustExist: true})
	if err != nil {
		s.t.Fatal(err)
	}
	what(book)
	if err := book.Close(); err != nil {
		s.t.Fatal(err)
	}
}
