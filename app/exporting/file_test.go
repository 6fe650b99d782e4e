package exporting_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"ringback.app/app"
	"ringback.app/app/exporting"
)

func words(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}

func TestFileIsWrittenAllOrNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notes.csv")
	if err := exporting.ToFile(path, words("first")); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("others may read it: %v", info.Mode())
	}
	stopped := &app.Error{Code: app.CodeCancelled, Key: "error.export.cancelled"}
	err = exporting.ToFile(path, func(w io.Writer) error { return errors.Join(words("half")(w), stopped) })
	if app.CodeOf(err) != app.CodeCancelled {
		t.Errorf("got %v", err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "first" {
		t.Errorf("the file is %q, %v", got, err)
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}

func TestWhatAnEndedExportLeftIsRemovedByTheNext(t *testing.T) {
	dir := t.TempDir()
	left := filepath.Join(dir, ".ringback-123.part")
	long := time.Now().Add(-2 * time.Hour)
	if err := errors.Join(os.WriteFile(left, []byte("half"), 0o600), os.Chtimes(left, long, long)); err != nil {
		t.Fatal(err)
	}
	if err := exporting.ToFile(filepath.Join(dir, "notes.csv"), words("whole")); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(left); !os.IsNotExist(err) {
		t.Errorf("it is still there: %v", err)
	}
}

func TestLinkGoesOnPointing(t *testing.T) {
	dir := t.TempDir()
	target, link := filepath.Join(dir, "real.csv"), filepath.Join(dir, "link.csv")
	if err := os.WriteFile(target, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, link); err != nil {
		t.Skip("no links here:", err)
	}
	if err := exporting.ToFile(link, words("new")); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(target); err != nil || string(got) != "new" {
		t.Errorf("the target is %q, %v", got, err)
	}
}

func TestWhyAFileCannotBeWritten(t *testing.T) {
	dir := t.TempDir()
	readOnly := filepath.Join(dir, "read-only.csv")
	if err := os.WriteFile(readOnly, []byte("old"), 0o400); err != nil {
		t.Fatal(err)
	}
	tests := map[string]struct {
		path string
		key  string
	}{
		"a folder":         {dir, "error.export.is-folder"},
		"no such folder":   {filepath.Join(dir, "no", "notes.csv"), "error.export.no-folder"},
		"a file kept safe": {readOnly, "error.export.permission"},
		"a name of 300":    {filepath.Join(dir, strings.Repeat("x", 300)), "error.export.long-name"},
	}
	for name, tt := range tests {
		err := exporting.ToFile(tt.path, words("new"))
		var e *app.Error
		if !errors.As(err, &e) || e.Key != tt.key {
			t.Errorf("%s: got %v, want %s", name, err, tt.key)
		}
	}
	if got, _ := os.ReadFile(readOnly); string(got) != "old" {
		t.Errorf("overwritten with %q", got)
	}
}

func TestFileName(t *testing.T) {
	tests := map[string]struct{ text, want string }{
		"a name":             {"Maija Korhonen", "Maija Korhonen.csv"},
		"accents stay":       {"Trần Thị Hương", "Trần Thị Hương.csv"},
		"a way up":           {"../../x", "x.csv"},
		"a device":           {"CON", "CON_.csv"},
		"a device with dots": {"nul.tar", "nul.tar_.csv"},
		"a port":             {"COM1", "COM1_.csv"},
		"no port":            {"COM12", "COM12.csv"},
		"a colon":            {"a:b", "a b.csv"},
		"a trailing dot":     {"Care Co.", "Care Co.csv"},
		"a line break":       {"a\nb\x00c", "a b c.csv"},
		"a hidden direction": {"vsc\u202eexe", "vscexe.csv"},
		"nothing left":       {"///...", "notes.csv"},
		"nothing":            {"", "notes.csv"},
		"not UTF-8":          {"a\xffb", "a b.csv"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := exporting.FileName(tt.text, "notes", "csv"); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func FuzzFileName(f *testing.F) {
	f.Add("../../x")
	f.Add(strings.Repeat("ộ", 300))
	f.Add("CON .x")
	f.Fuzz(func(t *testing.T, text string) {
		name := exporting.FileName(text, "notes", "csv")
		if !utf8.ValidString(name) || len(name) > 160 || name != filepath.Base(name) || strings.ContainsAny(name, `<>:"/\|?*`+"\n\x00") ||
			strings.HasPrefix(name, ".") || !strings.HasSuffix(name, ".csv") {
			t.Errorf("%q became %q", text, name)
		}
	})
}

func TestSuggestedName(t *testing.T) {
	e := exporter(t, shop())
	f := exporting.Filter{From: app.NewDay(2026, 11, 1), To: app.NewDay(2026, 11, 30)}
	if got := e.Suggest(f, app.Customer{Name: app.Name{Full: "a/b"}}, exporting.Markdown); got != "Call notes a b 2026-11-01 to 2026-11-30.md" {
		t.Errorf("got %q", got)
	}
}

func TestABookIsKnownByEitherOfItsFirstPages(t *testing.T) {
	meta := append(make([]byte, 16), binary.NativeEndian.AppendUint32(binary.NativeEndian.AppendUint32(nil, 0xED0CDAED), 2)...)
	page := append(slices.Clone(meta), make([]byte, 4096-len(meta))...)
	tests := map[string]struct {
		holds []byte
		book  bool
	}{
		"both pages":         {slices.Concat(page, page), true},
		"the second is lost": {page, true},
		"the first is lost":  {slices.Concat(make([]byte, 4096), page), true},
		"larger pages":       {slices.Concat(make([]byte, 16384), page), true},
		"nothing":            {nil, false},
		"a table":            {bytes.Repeat([]byte("name,phone\n"), 10_000), false},
	}
	for name, tt := range tests {
		path := filepath.Join(t.TempDir(), "notes.csv")
		if err := os.WriteFile(path, tt.holds, 0o600); err != nil {
			t.Fatal(err)
		}
		err := exporting.ToFile(path, words("new"))
		var e *app.Error
		if refused := errors.As(err, &e) && e.Key == "error.export.is-book"; refused != tt.book || !refused && err != nil {
			t.Errorf("%s: got %v", name, err)
		}
		if got, _ := os.ReadFile(path); tt.book && !bytes.Equal(got, tt.holds) {
			t.Errorf("%s: it was written over", name)
		}
	}
}
