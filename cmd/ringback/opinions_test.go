package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestACardIsTakenDownFoundAndQuoted(t *testing.T) {
	s := newShell(t)
	id := s.maija()
	taken := s.one("add", "opinion", "--customer", "12347", "--said", "2026-11-09", "--score", "9", "--words", "Anna was so patient",
		"--theme", "service", "--praise", "Anna", "--quote", "--quote-where", "website")
	wantFields(t, taken, "id batch customer complaint")
	if taken["customer"] != id || taken["complaint"] != "" {
		t.Errorf("%v", taken)
	}
	found := s.one("opinions", "PATIENT", "--theme", "service", "--from", "2026-11-20", "--to", "2026-11-20")
	wantFields(t, found, "id said taken lag source customer sender score stars words themes staff praise quotable")
	if found["id"] != taken["id"] || found["said"] != "2026-11-09" || found["lag"] != 11.0 || found["score"] != 9.0 || found["stars"] != nil ||
		found["source"] != "card" || found["quotable"] != true || found.inner(t, "customer")["reference"] != "12347" {
		t.Errorf("%v", found)
	}
	if text := s.must("opinions"); !strings.Contains(text, "Maija Korhonen · 9 Nov, on a card · 9 · service · praised Anna · may be quoted") || !strings.Contains(text, "“Anna was so patient”") {
		t.Error(text)
	}
	if text := s.must("opinions", "--unhappy"); !strings.Contains(text, "Nobody said that.") {
		t.Error(text)
	}
	quote := s.one("export", "quotes")
	wantFields(t, quote, "id words name where since source said call customer sender")
	if quote["words"] != "Anna was so patient" || quote["name"] != "Maija Korhonen" || quote["where"] != "website" {
		t.Errorf("%v", quote)
	}
	s.must("undo")
	if left := s.lines("opinions"); len(left) != 0 {
		t.Errorf("undo left %v", left)
	}
}

func TestAComplaintOnACardIsPutRight(t *testing.T) {
	s := newShell(t)
	s.maija()
	taken := s.one("add", "opinion", "--customer", "12347", "--score", "2/5", "--words", "One chair wobbles", "--wish", "A new chair",
		"--promise", "Swap it", "--promised-by", "tue")
	complaint := s.one("export", "complaints")
	if complaint["id"] != taken["complaint"] || complaint["wrong"] != "One chair wobbles" || complaint["wish"] != "A new chair" {
		t.Errorf("%v", complaint)
	}
}

func TestWhatBeginsAComplaintIsSaidToBeOnPutRight(t *testing.T) {
	s := newShell(t)
	s.maija()
	opinion := []string{"add", "opinion", "--customer", "12347", "--words", "One chair wobbles"}
	if out := s.must(opinion...); !strings.HasPrefix(out, "On record: Maija") {
		t.Errorf("%q", out)
	}
	for _, more := range [][]string{{"--complaint"}, {"--promise", "Swap it"}, {"--wish", "A new one"}, {"--wrong", "It wobbles"}, {"--for-owner"}} {
		if out := s.must(append(opinion, more...)...); !strings.HasPrefix(out, "On record, and on Put right: Maija") {
			t.Errorf("%q: %q", more, out)
		}
	}
	if out := s.must("log", "12347", "--outcome", "talked", "--said", "One chair wobbles", "--wrong", "It wobbles", "--promise", "Swap it"); !strings.HasPrefix(out, "On record, and on Put right: Maija") {
		t.Errorf("of a call: %q", out)
	}
}

func TestWhatIsNoOpinionIsRefused(t *testing.T) {
	s := newShell(t)
	s.maija()
	for sentence, args := range map[string][]string{
		"“11” is not on the scale":        {"--score", "11"},
		"2026-12-24 has not come yet":     {"--words", "x", "--said", "2026-12-24"},
		"Nothing was said yet":            {"--theme", " "},
		"is nothing an opinion comes":     {"--words", "x", "--source", "rumour"},
		"These are not their words":       {"--words", "x", "--quote-words", "y"},
		"Their words are 100,001 letters": {"--words", strings.Repeat("x", 100_001)},
		"There is no customer “99999”":    {"--customer", "99999", "--words", "x"},
	} {
		r := s.run(append([]string{"add", "opinion"}, args...)...)
		if r.code == 0 || !strings.Contains(r.complaint, strings.ReplaceAll(sentence, "100,001", "100001")) && !strings.Contains(r.complaint, sentence) {
			t.Errorf("%s: %d, %s", sentence, r.code, r.complaint)
		}
	}
	if left := s.lines("opinions"); len(left) != 0 {
		t.Errorf("on record all the same: %v", left)
	}
}

func TestCardsArePrinted(t *testing.T) {
	s := newShell(t)
	s.maija()
	file := filepath.Join(s.home, "cards.pdf")
	printed := s.one("export", "cards", "--customer", "12347", "--blank", "4", "--language", "fi", "-o", file)
	wantFields(t, printed, "file cards pages boxed")
	if printed["cards"] != 5.0 || printed["pages"] != 2.0 {
		t.Errorf("%v", printed)
	}
	if pdf, err := os.ReadFile(file); err != nil || !strings.HasPrefix(string(pdf), "%PDF") {
		t.Error(err)
	}
	if r := s.run("export", "cards", "--blank", "4", "--language", "xx", "-o", filepath.Join(s.home, "none.pdf")); r.code != 2 || !strings.Contains(r.complaint, "de, el, en, es, fi, fr, it, nl, pl, pt, sv, vi") {
		t.Errorf("exit %d, %q", r.code, r.complaint)
	}
	if r := s.run("export", "cards", "-o", filepath.Join(s.home, "none.pdf")); r.code != 2 || !strings.Contains(r.complaint, "There are no cards to print") {
		t.Errorf("%+v", r)
	}
	if _, err := os.Stat(filepath.Join(s.home, "none.pdf")); err == nil {
		t.Error("an empty file was left")
	}
}

func TestACardFromSomebodyUnknownIsKept(t *testing.T) {
	s := newShell(t)
	s.maija()
	taken := s.one("add", "opinion", "--sender", "M. Korhonen, Espoo", "--score", "3", "--words", "One chair wobbles", "--complaint")
	if taken["customer"] != "" || taken["complaint"] == "" {
		t.Errorf("%v", taken)
	}
	found := s.one("opinions", "--unmatched")
	if found["id"] != taken["id"] || found["sender"] != "M. Korhonen, Espoo" || found.inner(t, "customer")["id"] != "" {
		t.Errorf("%v", found)
	}
	if text := s.must("opinions", "wobbles"); !strings.Contains(text, "M. Korhonen, Espoo · today, on a card · 3") {
		t.Error(text)
	}
	if exported := s.lines("export", "opinions"); len(exported) != 1 {
		t.Errorf("an export leaves out whom nobody knows: %v", exported)
	}
	if !strings.Contains(s.must("check"), "whole") {
		t.Error("the book is not whole")
	}
}

func TestATableOfOpinionsIsTakenInOnceAndTakenBack(t *testing.T) {
	s := newShell(t)
	s.maija()
	file := filepath.Join(s.home, "told.csv")
	table := "Review date,Customer no,Stars,Review\n2026-11-01,12347,5,Anna was so patient\n2026-11-02,99,2,\"Late,\nvery late\"\n2026-12-24,,5,From the future\n"
	if err := os.WriteFile(file, []byte(table), 0o600); err != nil {
		t.Fatal(err)
	}
	counts := func(args ...string) object {
		t.Helper()
		all := s.lines(append([]string{"import", file}, args...)...)
		return all[len(all)-1].inner(t, "summary").inner(t, "opinions")
	}
	if c := counts(); c["created"] != 2.0 || c["rejected"] != 1.0 {
		t.Errorf("first: %v", c)
	}
	if c := counts(); c["created"] != 0.0 || c["same"] != 2.0 {
		t.Errorf("again: %v", c)
	}
	found := s.lines("opinions")
	if len(found) != 2 || found[0]["words"] != "Late,\nvery late" || found[0]["sender"] != "99" || found[0]["stars"] != 2.0 ||
		found[1].inner(t, "customer")["reference"] != "12347" {
		t.Errorf("%v", found)
	}
	s.must("undo")
	if left := s.lines("opinions"); len(left) != 0 {
		t.Errorf("undo left %v", left)
	}
}
