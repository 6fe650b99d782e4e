package main_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ringback.app/app"
	main "ringback.app/cmd/ringback"
	"ringback.app/data"
)

// now is the Friday noon on which the tests take place, in Helsinki.
var now = time.Date(2026, time.November, 20, 10, 0, 0, 0, time.UTC)

// shell runs the program as a shell would, in a home of its own.
type shell struct {
	t       *testing.T
	home    string
	book    string
	env     map[string]string
	columns int
}

func newShell(t *testing.T) *shell {
	t.Helper()
	home := t.TempDir()
	return &shell{t: t, home: home, book: filepath.Join(home, "shop.book"), env: map[string]string{
		"HOME": home, "XDG_RUNTIME_DIR": filepath.Join(home, "run"), "LocalAppData": home,
		"LANG": "fi_FI.UTF-8", "TZ": "Europe/Helsinki",
	}}
}

// result is what a command left behind.
type result struct {
	out, complaint string
	code           int
}

// plain runs the program with those arguments and nothing else.
func (s *shell) plain(args ...string) result {
	s.t.Helper()
	var out, complaint bytes.Buffer
	m := &main.Main{
		Stdout: &out, Stderr: &complaint, Columns: s.columns,
		Getenv: func(name string) string { return s.env[name] },
		Clock:  func() time.Time { return now },
	}
	code := m.Run(s.t.Context(), args)
	return result{out.String(), complaint.String(), code}
}

// run runs the program on the shell's book.
func (s *shell) run(args ...string) result {
	s.t.Helper()
	return s.plain(append([]string{"--book", s.book}, args...)...)
}

// must runs the program on the shell's book, which must work without a word of
// complaint, and returns what it printed.
func (s *shell) must(args ...string) string {
	s.t.Helper()
	r := s.run(args...)
	if r.code != 0 || r.complaint != "" {
		s.t.Fatalf("ringback %s: exit code %d, %s", strings.Join(args, " "), r.code, r.complaint)
	}
	return r.out
}

// object is one line of JSON.
type object map[string]any

// lines runs the program with --json and returns the objects that it printed.
func (s *shell) lines(args ...string) []object {
	s.t.Helper()
	var all []object
	for line := range strings.Lines(s.must(append([]string{"--json"}, args...)...)) {
		var o object
		if err := json.Unmarshal([]byte(line), &o); err != nil {
			s.t.Fatalf("ringback %s printed %q: %v", strings.Join(args, " "), line, err)
		}
		all = append(all, o)
	}
	return all
}

// one is for commands that print one object.
func (s *shell) one(args ...string) object {
	s.t.Helper()
	all := s.lines(args...)
	if len(all) != 1 {
		s.t.Fatalf("ringback %s printed %d lines", strings.Join(args, " "), len(all))
	}
	return all[0]
}

// wantFields holds that the object has these fields and no others.
func wantFields(t *testing.T, o object, fields string) {
	t.Helper()
	var got []string
	for name := range o {
		got = append(got, name)
	}
	slices.Sort(got)
	want := strings.Fields(fields)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("the fields are %v, want %v", got, want)
	}
}

// inner is an object inside of another.
func (o object) inner(t *testing.T, field string) object {
	t.Helper()
	m, ok := o[field].(map[string]any)
	if !ok {
		t.Fatalf("%s is %v, not an object", field, o[field])
	}
	return m
}

// first is the first object of a list inside of another.
func (o object) first(t *testing.T, field string) object {
	t.Helper()
	list, ok := o[field].([]any)
	if !ok || len(list) == 0 {
		t.Fatalf("%s is %v, not a list of something", field, o[field])
	}
	m, ok := list[0].(map[string]any)
	if !ok {
		t.Fatalf("%s holds %v, not an object", field, list[0])
	}
	return m
}

// file writes a file into the shell's home and returns its path.
func (s *shell) file(name, content string) string {
	s.t.Helper()
	path := filepath.Join(s.home, name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		s.t.Fatal(err)
	}
	return path
}

// sum tells one state of a file from another.
func sum(t *testing.T, path string) [sha256.Size]byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return sha256.Sum256(content)
}

// changes is what was ever done to the shell's book: every change is a batch.
func (s *shell) changes() []app.BatchInfo {
	s.t.Helper()
	book, err := data.Open(s.t.Context(), s.book, data.Options{MustExist: true})
	if err != nil {
		s.t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	all, err := book.Batches(s.t.Context(), 0)
	if err != nil {
		s.t.Fatal(err)
	}
	return all
}

// maija adds a customer who bought something ten days ago and is due a call. She
// has the number 12347.
func (s *shell) maija() (id string) {
	s.t.Helper()
	added := s.one("add", "customer", "--name", "Maija Korhonen", "--number", "12347", "--phone", "mobile:040 123 4567", "--email", "maija@example.com")
	s.must("add", "purchase", "12347", "--day", "-10d", "--item", "Oak table = 840.00", "--item", "4 x Oak chair = 520.00", "--receipt", "A-1")
	return added["id"].(string)
}
