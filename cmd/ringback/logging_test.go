package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/rs/zerolog"

	"ringback.app/app"
)

func TestTheLogDoesNotNameTheFilesThatSomethingIsWrongWith(t *testing.T) {
	refused := errors.New("refused")
	for name, test := range map[string]struct {
		err  error
		want string
	}{
		"a file": {
			&app.Error{Code: app.CodeStorage, Key: "k", Err: &fs.PathError{Op: "read", Path: "/home/jim/Jane Doe.csv", Err: refused}},
			"storage: k: read: refused",
		},
		"a file that is named twice": {
			fmt.Errorf("%w, %w", &os.LinkError{Op: "link", Old: "Jane Doe", New: "Jane Doe 2", Err: refused}, &fs.PathError{Op: "open", Path: "Jane", Err: refused}),
			"link: refused, open: refused",
		},
		"a file within a file": {
			fmt.Errorf("import: %w", &fs.PathError{Op: "copy", Path: "Jane", Err: &fs.PathError{Op: "read", Path: "Doe", Err: refused}}),
			"import: copy: read: refused",
		},
		"no file": {&app.Error{Code: app.CodeInternal, Key: "k", Err: refused}, "internal: k: refused"},
	} {
		t.Run(name, func(t *testing.T) {
			var written bytes.Buffer
			s := &session{log: zerolog.New(&written)}
			s.note(test.err)
			if got := written.String(); !strings.Contains(got, `"error":"`+test.want+`"`) || strings.Contains(got, "J") || strings.Contains(got, "Doe") {
				t.Errorf("the log has %s, want %s", got, test.want)
			}
		})
	}
}

func TestWhatFyneSaysIsLoggedWithoutTheFilesThatItNames(t *testing.T) {
	for line, want := range map[string]string{
		"Fyne error:  Failed to load the settings\n":               "Fyne error:  Failed to load the settings",
		"  Cause: open /home/jane doe/x.json: permission denied\n": "Cause: permission denied",
		"  Cause: /home/jane doe is no folder\n":                   "Cause: left out, since it names a file",
		"  Cause: C:\\Users\\Jane\n":                               "Cause: left out, since it names a file",
		"  Cause: unknown format\n":                                "Cause: unknown format",
		"  At: fyne/app/settings.go:120\n":                         "At: fyne/app/settings.go:120",
	} {
		var written bytes.Buffer
		if n, err := (fyneLog{zerolog.New(&written)}).Write([]byte(line)); n != len(line) || err != nil {
			t.Fatal(n, err)
		}
		if got := written.String(); !strings.Contains(got, `"message":"`+want+`"`) {
			t.Errorf("%q is logged as %s", line, got)
		}
	}
}

func TestAFileThatCannotBeReadIsNotNamedInTheLog(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("no file that opens and cannot be read")
	}
	home := t.TempDir()
	file := filepath.Join(home, "Jane Doe.csv")
	if err := os.Symlink("/proc/self/mem", file); err != nil { // the page at zero is nobody's
		t.Fatal(err)
	}
	m := &Main{
		Stdout: new(bytes.Buffer), Stderr: new(bytes.Buffer), Clock: time.Now,
		Getenv: func(name string) string { return map[string]string{"HOME": home}[name] },
	}
	if code := m.Run(t.Context(), []string{"--book", filepath.Join(home, "shop.book"), "import", file}); code != exitFail {
		t.Fatalf("exit code %d: %s", code, m.Stderr)
	}
	path, err := newPlaces(m.Getenv).log()
	if err != nil {
		t.Fatal(err)
	}
	log, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(log), "error.import.unreadable") || strings.Contains(string(log), "Jane") {
		t.Errorf("the log has %s, %v", log, err)
	}
}

func TestALogIsPutAsideWhileTheWindowIsOpen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log", "ringback.log")
	log, file, err := openLog(path, zerolog.InfoLevel, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	line := strings.Repeat("x", mostLog/3)
	for n := range 8 {
		log.Info().Int("n", n).Msg(line)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{path: `"n":7`, path + ".1": `"n":5`} {
		if written, err := os.ReadFile(name); err != nil || !strings.Contains(string(written), want) || len(written) > mostLog+len(line) {
			t.Errorf("%s has %d bytes, not %s, %v", filepath.Base(name), len(written), want, err)
		}
	}
}
