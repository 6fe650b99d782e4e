package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	main "ringback.app/cmd/ringback"
	"ringback.app/data"
	"ringback.app/data/single"
)

// wantSentence holds that a command failed with that code and one sentence in
// which the words are.
func wantSentence(t *testing.T, r result, code int, words ...string) {
	t.Helper()
	if r.code != code {
		t.Errorf("exit code %d, want %d: %s", r.code, code, r.complaint)
	}
	if r.out != "" {
		t.Errorf("it printed %q", r.out)
	}
	if strings.Count(r.complaint, "\n") != 1 || !strings.HasSuffix(r.complaint, "\n") {
		t.Errorf("not one line: %q", r.complaint)
	}
	for _, sign := range []string{"error.", "goroutine", "<no value>", ".go:", "invalid:"} {
		if strings.Contains(r.complaint, sign) {
			t.Errorf("not for people: %s", r.complaint)
		}
	}
	for _, word := range words {
		if !strings.Contains(r.complaint, word) {
			t.Errorf("%q is not in: %s", word, r.complaint)
		}
	}
}

func TestWrongUsageIsTwoAndTouchesNothing(t *testing.T) {
	s := newShell(t)
	s.maija()
	before := s.changes()
	for name, tt := range map[string]struct {
		args  []string
		words []string
	}{
		"an unknown command":             {[]string{"ring"}, []string{"“ring”", "ringback --help"}},
		"an unknown flag":                {[]string{"today", "--skip"}, []string{"--skip", "ringback today --help"}},
		"an unknown short flag":          {[]string{"today", "-x"}, []string{"x"}},
		"a number taken for a flag":      {[]string{"log", "-27", "--outcome", "talked"}, []string{"“-27”", `"#-27"`}},
		"a number that is one flag more": {[]string{"show", "12347", "-3"}, []string{"--3", "ringback show --help"}},
		"a number for nobody":            {[]string{"today", "-3"}, []string{"--3", "ringback today --help"}},
		"a word too many":                {[]string{"undo", "01K9ZQ4W8E4T1R2Y3T4J5K6P7A", "now"}, []string{"“now”"}},
		"a missing argument":             {[]string{"show"}, []string{"needs ID", "`ringback show --help`"}},
		"missing files":                  {[]string{"import"}, []string{"needs FILE", "`ringback import --help`"}},
		"a missing command":              {[]string{"export"}, []string{"`ringback export`: notes, customers", "`ringback export --help`"}},
		"a missing flag":                 {[]string{"log", "12347"}, []string{"--outcome"}},
		"a flag without its value":       {[]string{"undo", "--by"}, []string{"--by"}},
		"a repeated one without":         {[]string{"log", "12347", "--outcome", "talked", "--theme"}, []string{"--theme"}},
		"a score without its value":      {[]string{"log", "12347", "--outcome", "talked", "--score"}, []string{"score"}},
		"a value where none belongs":     {[]string{"today", "--skipped=maybe"}, []string{"--skipped"}},
		"a score in letters":             {[]string{"log", "12347", "--outcome", "talked", "--score", "nine"}, []string{"“nine”", "0 to 10"}},
		"a score too high":               {[]string{"log", "12347", "--outcome", "talked", "--score", "11"}, []string{"11"}},
		"an outcome that is none":        {[]string{"log", "12347", "--outcome", "chatted"}, []string{"“chatted”", "no-answer"}},
		"a next call in the past":        {[]string{"log", "12347", "--outcome", "talked", "--next", "2020-01-01"}, []string{"2020-01-01"}},
		"a day that is none":             {[]string{"export", "notes", "--from", "2026-02-30"}, []string{"2026-02-30"}},
		"words for a day":                {[]string{"add", "purchase", "12347", "--item", "Lamp", "--day", "someday"}, []string{"“someday”"}},
		"a time that is none":            {[]string{"--at", "noonish", "today"}, []string{"“noonish”", "--at"}},
		"neither yes nor no":             {[]string{"log", "12347", "--outcome", "talked", "--fix-worked", "perhaps"}, []string{"“perhaps”"}},
		"a batch that is none":           {[]string{"undo", "7"}, []string{"“7”"}},
		"an amount that is none":         {[]string{"add", "purchase", "12347", "--total", "dear"}, []string{"“dear”"}},
		"a nameless customer":            {[]string{"add", "customer", "--notes", "x"}, []string{"name"}},
		"a name of 10,000 letters":       {[]string{"add", "customer", "--name", strings.Repeat("é", 10_000)}, []string{"letters"}},
		"a format that is none":          {[]string{"export", "notes", "--format", "doc"}, []string{"“doc”"}},
		"an outcome to export":           {[]string{"export", "notes", "--outcome", "chatted"}, []string{"“chatted”"}},
		"a period turned round":          {[]string{"export", "notes", "--from", "today", "--to", "-3d"}, []string{"2026"}},
		"a mapping that is none":         {[]string{"import", "--map", "Kunde", "x.csv"}, []string{"“Kunde”"}},
		"a book without a name":          {[]string{"--book", "", "today"}, []string{"--book"}},
		"a number that is none":          {[]string{"sample", "--customers", "-5"}, []string{"“-5”"}},
		"a level of the log that's none": {[]string{"--log-level", "loud", "today"}, []string{"“loud”"}},
		"someone to be called anyway":    {[]string{"--at", "2026-11-20T03:00:00+02:00", "log", "12347", "--outcome", "talked", "--start", "2026-11-20T03:00:00+02:00"}, []string{"calling hours"}},
	} {
		t.Run(name, func(t *testing.T) {
			wantSentence(t, s.run(tt.args...), 2, tt.words...)
			if diff := cmp.Diff(before, s.changes()); diff != "" {
				t.Error("the book was changed", diff)
			}
		})
	}
}

func TestWhatCannotBeDoneIsOneAndTouchesNothing(t *testing.T) {
	s := newShell(t)
	s.maija()
	before := s.changes()
	folder := filepath.Join(s.home, "folder")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	binary := s.file("song.bin", "\x00\x01\x02\xff\xfe\x00\x00ID3\x04")
	for name, tt := range map[string]struct {
		args  []string
		words []string
	}{
		"a customer nobody knows":  {[]string{"show", "99"}, []string{"“99”", "ringback customers"}},
		"an ID nobody has":         {[]string{"show", "01K9ZQ4W8E4T1R2Y3T4J5K6P7A"}, []string{"01K9ZQ4W8E4T1R2Y3T4J5K6P7A"}},
		"a batch nobody wrote":     {[]string{"undo", "01K9ZQ4W8E4T1R2Y3T4J5K6P7A"}, []string{"01K9ZQ4W8E4T1R2Y3T4J5K6P7A"}},
		"a file that is not there": {[]string{"import", filepath.Join(s.home, "gone.vcf")}, []string{"gone.vcf"}},
		"an empty file":            {[]string{"import", s.file("empty.csv", "")}, []string{"“empty.csv”", "empty"}},
		"a folder":                 {[]string{"import", folder}, []string{"“folder”", "folder"}},
		"a binary file":            {[]string{"import", binary}, []string{"“song.bin”"}},
		"a table of nobody":        {[]string{"import", s.file("t.csv", "a,b\n1,2\n")}, []string{"“t.csv”"}},
		"an unknown column":        {[]string{"import", "--map", "Kunde=customer", s.file("u.csv", till)}, []string{"“Kunde”", "CustomerID"}},
		"a folder to export into":  {[]string{"export", "notes", "-o", folder}, []string{"folder"}},
		"no folder to export into": {[]string{"export", "notes", "-o", filepath.Join(s.home, "no", "x.csv")}, []string{"folder"}},
		"a backup that is none":    {[]string{"restore", binary}, []string{"song.bin", "Choose another backup"}},
		"a backup that is gone":    {[]string{"restore", filepath.Join(s.home, "gone.book")}, []string{"gone.book"}},
	} {
		t.Run(name, func(t *testing.T) {
			wantSentence(t, s.run(tt.args...), 1, tt.words...)
			if diff := cmp.Diff(before, s.changes()); diff != "" {
				t.Error("the book was changed", diff)
			}
		})
	}
}

func TestWhatIsRefusedBeginsNoBook(t *testing.T) {
	s := newShell(t)
	for name, args := range map[string][]string{
		"a made-up shop without customers": {"sample", "--customers", "0"},
		"a made-up shop that is too large": {"sample", "--customers", "99999999"},
		"a file that is not there":         {"import", "none.csv"},
		"a customer without a name":        {"add", "customer"},
		"a list":                           {"today"},
		"an undo":                          {"undo"},
		"an export":                        {"export", "all"},
		"an upkeep":                        {"check"},
		"a backup":                         {"backup", filepath.Join(s.home, "copy.book")},
	} {
		t.Run(name, func(t *testing.T) {
			if r := s.run(args...); r.code == 0 {
				t.Errorf("it was done: %s", r.out)
			}
			if _, err := os.Stat(s.book); !os.IsNotExist(err) {
				t.Error("it left a book behind")
				_ = os.Remove(s.book)
			}
		})
	}
	s.must("add", "customer", "--name", "Maija")
	if found := s.lines("customers"); len(found) != 1 {
		t.Errorf("a new book has %d customers", len(found))
	}
}

func TestABadFileDoesNotCostTheOthers(t *testing.T) {
	s := newShell(t)
	good, open := s.file("c.vcf", cards), s.file("days.csv", "Date,Customer ID,Item\n3/4/2026,7,Cup\n")
	files := []string{s.file("song.bin", "\x00\x01\x02\xff\xfe\x00\x00ID3\x04"), good, open, s.file("empty.csv", "")}
	r := s.run(append([]string{"import"}, files...)...)
	said := strings.Split(strings.TrimSpace(r.complaint), "\n")
	if r.code != 0 || len(said) != 3 || !strings.Contains(said[0], "“song.bin”") || !strings.Contains(said[1], "“empty.csv”") && !strings.Contains(said[2], "“empty.csv”") {
		t.Errorf("exit code %d, said %q", r.code, said)
	}
	if !strings.Contains(s.must("customers"), "Aino Mäkinen") {
		t.Error("the good file was not taken in")
	}
	r = s.run(append([]string{"--json", "import", "--dry-run"}, files...)...)
	for _, want := range []string{`"file":"song.bin"`, `"action":"reject"`, `"kind":"file"`, `"problems":["“empty.csv” is empty."]`, `"read":4`, `"rejected":3`} {
		if !strings.Contains(r.out, want) {
			t.Errorf("%s is not in\n%s", want, r.out)
		}
	}
	if r := s.run("import", files[0], files[3]); r.code != 1 || strings.Count(r.complaint, "\n") != 3 {
		t.Errorf("where nothing can be read: exit code %d, %q", r.code, r.complaint)
	}
}

func TestABookThatCannotBeOpened(t *testing.T) {
	s := newShell(t)
	text := s.file("letter.txt", strings.Repeat("Dear customer, ", 1000))
	for name, tt := range map[string]struct {
		book string
		word string
	}{
		"a folder":           {s.home, "folder"},
		"a book that isn't":  {text, "not a Ringback book"},
		"a book not there":   {filepath.Join(s.home, "gone.book"), "gone.book"},
		"a place not there":  {filepath.Join(s.home, "no", "x.book"), "x.book"},
		"a name of 10,000":   {filepath.Join(s.home, strings.Repeat("x", 10_000)), ""},
		"a file as a folder": {filepath.Join(text, "x.book"), "x.book"},
	} {
		t.Run(name, func(t *testing.T) {
			before := sum(t, text)
			wantSentence(t, s.plain("--book", tt.book, "today"), 1, tt.word)
			if sum(t, text) != before {
				t.Error("the file was changed")
			}
		})
	}
	t.Run("one that may not be written to", func(t *testing.T) {
		if os.Getuid() == 0 {
			t.Skip("root may write everywhere")
		}
		s.maija()
		if err := os.Chmod(s.book, 0o400); err != nil {
			t.Fatal(err)
		}
		wantSentence(t, s.run("add", "customer", "--name", "Tom"), 1, s.book)
	})
}

func TestTheUsualBookLiesInTheUsualPlace(t *testing.T) {
	s := newShell(t)
	s.env["XDG_DATA_HOME"] = filepath.Join(s.home, "data")
	r := s.plain("today")
	if r.code != 0 || !strings.Contains(r.out, "ringback import") {
		t.Errorf("the first start: %+v", r)
	}
	s.env["RINGBACK_BOOK"] = filepath.Join(s.home, "other.book")
	wantSentence(t, s.plain("today"), 1, "other.book")

	delete(s.env, "RINGBACK_BOOK")
	delete(s.env, "XDG_DATA_HOME")
	delete(s.env, "HOME")
	delete(s.env, "LocalAppData")
	wantSentence(t, s.plain("today"), 1, "--book")
}

func TestTheUsualBookIsItsOwnersOnly(t *testing.T) {
	s := newShell(t)
	s.env["XDG_DATA_HOME"] = filepath.Join(s.home, "data")
	if r := s.plain("add", "customer", "--name", "Maija"); r.code != 0 {
		t.Fatalf("%+v", r)
	}
	for path, want := range map[string]os.FileMode{
		filepath.Join(s.home, "data", "ringback"):                  0o700,
		filepath.Join(s.home, "data", "ringback", "ringback.book"): 0o600,
	} {
		info, err := os.Stat(path)
		if err != nil {
			t.Skip("it lies elsewhere on this system: ", err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s is %v", path, got)
		}
	}
}

func TestWithoutADisplayTheListIsNamed(t *testing.T) {
	s := newShell(t)
	wantSentence(t, s.run(), 1, "ringback today")
	s.env["DISPLAY"] = ":4711"
	wantSentence(t, s.run(), 1, ":4711")
	if _, err := os.Stat(s.book); err == nil {
		t.Error("a book was made for no window")
	}
}

func TestTheBookIsOpenElsewhere(t *testing.T) {
	s := newShell(t)
	book, err := data.Open(t.Context(), s.book, data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	wantSentence(t, s.run("today"), 1, s.book)

	s.env["DISPLAY"] = "elsewhere:0"
	wantSentence(t, s.run(), 1, s.book, "Close that one")

	raised := make(chan struct{}, 1)
	ear, err := single.Listen(filepath.Join(s.env["XDG_RUNTIME_DIR"], "ringback"), s.book, func() bool { raised <- struct{}{}; return true })
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = ear.Close() }()
	wantSentence(t, s.run(), 1, s.book, "brought to the front")
	select {
	case <-raised:
	default:
		t.Error("the first window was not raised")
	}
}

// trap is a fault of ours, with a name in it.
type trap struct{}

func (trap) Write([]byte) (int, error) { panic("Maija Korhonen") }

func TestAFaultOfOursIsASentenceAndALine(t *testing.T) {
	s := newShell(t)
	s.env["XDG_STATE_HOME"] = filepath.Join(s.home, "state")
	s.maija()
	var complaint strings.Builder
	m := &main.Main{
		Stdout: trap{}, Stderr: &complaint,
		Getenv: func(name string) string { return s.env[name] }, Clock: func() time.Time { return now },
	}
	code := m.Run(t.Context(), []string{"--book", s.book, "today"})
	wantSentence(t, result{"", complaint.String(), code}, 1, "inside Ringback")
	log, err := os.ReadFile(filepath.Join(s.home, "state", "ringback", "ringback.log"))
	if err != nil {
		t.Skip("the log lies elsewhere on this system: ", err)
	}
	if !strings.Contains(string(log), "panic") || !strings.Contains(string(log), "shell_test.go") && !strings.Contains(string(log), "badinput_test.go") {
		t.Errorf("the log does not say where: %s", log)
	}
	if strings.Contains(string(log), "Maija") {
		t.Errorf("the log names a customer: %s", log)
	}
	s.must("today") // the book was let go of
}

func TestTheLogHoldsNoNames(t *testing.T) {
	s := newShell(t)
	s.env["XDG_STATE_HOME"], s.env["RINGBACK_LOG"] = filepath.Join(s.home, "state"), "debug"
	s.maija()
	s.must("log", "12347", "--outcome", "talked", "--said", "Lovely table")
	s.run("show", "Korhonen")
	s.run("import", filepath.Join(s.home, "Korhonen.vcf"))
	s.run("add", "customer", "--birthday", "Korhonen")
	log, err := os.ReadFile(filepath.Join(s.home, "state", "ringback", "ringback.log"))
	if err != nil {
		t.Skip("the log lies elsewhere on this system: ", err)
	}
	for _, word := range []string{"Maija", "Korhonen", "401234567", "Lovely", "maija@"} {
		if strings.Contains(string(log), word) {
			t.Errorf("%q is in the log: %s", word, log)
		}
	}
	if !strings.Contains(string(log), "not-found") {
		t.Errorf("the log says nothing of what failed: %s", log)
	}
}

func TestWhoDoesSomethingIsWrittenInOneDirection(t *testing.T) {
	s := newShell(t)
	id := s.maija()
	s.must("add", "thank-you", id, "--what", "Flowers", "--by", "An\u202ena\n")
	s.must("log", id, "--outcome", "talked", "--by", "An\u202ena")
	if all := s.must("--json", "show", id); strings.Contains(all, "\u202e") || strings.Count(all, `"Anna"`) != 2 {
		t.Errorf("%s", all)
	}
}
