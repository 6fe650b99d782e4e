package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestExportWritesFiles(t *testing.T) {
	s := newShell(t)
	s.maija()
	s.must("log", "12347", "--outcome", "talked", "--said", "Lovely")
	s.must("add", "customer", "--name", "Tom", "--number", "8", "--phone", "040 123 4568")
	s.must("log", "8", "--outcome", "no-answer")
	path := filepath.Join(s.home, "notes.md")
	if text := s.must("export", "notes", "-o", path); !strings.HasPrefix(text, "2 calls written to ") {
		t.Error(text)
	}
	if content, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(content), "# ") {
		t.Errorf("not Markdown by the file's name: %s, %v", content, err)
	}
	wrote := s.one("export", "notes", "--outcome", "talked", "-o", path)
	wantFields(t, wrote, "file notes customers")
	if wrote["notes"] != 1.0 || wrote["file"] != path {
		t.Errorf("%v", wrote)
	}
	if csv := s.must("export", "notes", "--customer", "8", "--from", "today"); strings.Count(csv, "\n") != 2 {
		t.Errorf("one call of Tom's: %s", csv)
	}
	if none := s.must("--json", "export", "notes", "--to", "yesterday"); none != "" {
		t.Errorf("before yesterday: %s", none)
	}
}

func TestEverythingElseGoesOutToo(t *testing.T) {
	s := newShell(t)
	s.maija()
	s.must("log", "12347", "--outcome", "talked", "--said", "It wobbles", "--complaint", "--next", "+3d")
	for file, begins := range map[string]string{
		"customers.vcf": "BEGIN:VCARD", "customers.csv": "\ufeff", "purchases.csv": "\ufeff", "opinions.json": "{",
		"complaints.csv": "\ufeff", "planned.ics": "BEGIN:VCALENDAR", "sheet.pdf": "%PDF-", "all.json": "{",
	} {
		path := filepath.Join(s.home, file)
		subject, _, _ := strings.Cut(file, ".")
		wrote := s.one("export", subject, "-o", path)
		wantFields(t, wrote, "file records")
		if content, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(content), begins) {
			t.Errorf("%s: %.40q, %v", file, content, err)
		}
	}
	for _, subject := range []string{"customers", "purchases", "opinions", "complaints", "all"} {
		if len(s.lines("export", subject)) == 0 {
			t.Errorf("nothing of %s", subject)
		}
	}
	wantSentence(t, s.run("--json", "export", "sheet"), 2, "pdf")
	for _, args := range [][]string{
		{"customers", "-o", "x.xlsx"},
		{"planned", "-o", "x.CSV"},
		{"sheet", "-o", "x.csv"},
		{"cards", "--blank", "4", "-o", "x.docx"},
		{"quotes", "-o", "x.pdf"},
		{"customers", "--format", "csv", "-o", "x.vcf"},
		{"notes", "-o", "x.ics"},
	} {
		wantSentence(t, s.run(append([]string{"export"}, args...)...), 2, "Give it a name that ends in .")
	}
	wantSentence(t, s.run("review", "-o", "x.csv"), 2, ".txt, .json, .pdf")
	s.must("export", "customers", "--format", "vcf3", "-o", filepath.Join(s.home, "old.vcf"))
	for _, name := range []string{"book", "book.bak", "book.2026", "book.txt"} {
		s.must("export", "customers", "-o", filepath.Join(s.home, name))
	}
	wantSentence(t, s.run("export", "customers", "--format", "ics"), 2, "“ics”")
}

func TestWhatIsNoJSONIsNotPrintedForIt(t *testing.T) {
	s := newShell(t)
	s.maija()
	for _, args := range [][]string{
		{"export", "notes", "--format", "csv"},
		{"export", "notes", "--format", "md", "-o", "-"},
		{"export", "customers", "--format", "VCF"},
		{"export", "quotes", "--format", "csv"},
		{"export", "planned", "--format", "ics"},
		{"export", "cards", "--blank", "4"},
		{"review", "--format", "pdf"},
	} {
		r := s.run(append([]string{"--json"}, args...)...)
		wantSentence(t, r, 2, "--json", "-o")
		if r.out != "" {
			t.Errorf("%v printed %.40q", args, r.out)
		}
	}
	for _, args := range [][]string{{"export", "notes", "--format", "json"}, {"review", "--format", "json"}} {
		s.lines(args...)
	}
	s.one("export", "notes", "--format", "csv", "-o", filepath.Join(s.home, "notes.csv"))
}

func TestADashStandsForTheStandardOutput(t *testing.T) {
	s := newShell(t)
	s.must("log", s.maija(), "--outcome", "talked", "--said", "Lovely", "--anyway", "a test")
	if plain, dashed := s.must("export", "notes", "--format", "csv"), s.must("export", "notes", "--format", "csv", "-o", "-"); dashed != plain || plain == "" {
		t.Errorf("with a dash it prints %q, without %q", dashed, plain)
	}
}
