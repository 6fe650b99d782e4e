package files

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestAWholePathTypedBehindAnotherBeginsAnew(t *testing.T) {
	for text, want := range map[string]string{
		"/home/jim//till/receipts": "/till/receipts", "/home/jim//": "/", "//till": "/till", "/home//till//shop/": "/shop/", "a/b": "/home/a/b",
	} {
		if got := expand(text, "/home"); got != want {
			t.Errorf("expand(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestTheHomeFolderTypedBehindTheFolderOnShowIsMeant(t *testing.T) {
	t.Setenv("HOME", "/home/jim")
	t.Setenv("USERPROFILE", "/home/jim")
	for text, want := range map[string]string{"/srv/~/till/": "/home/jim/till/", "/other/~/till": "/other/~/till"} {
		if got := expand(text, "/srv"); got != want {
			t.Errorf("expand(%q) = %q, want %q", text, got, want)
		}
	}
}

func FuzzExpand(f *testing.F) {
	for _, text := range []string{"", "~", "~/", "~x", "a/b", "/", "//", `"/a b/"`, "'", "file:///a%20b", "file://", "..", "a\x00b", "/ä/"} {
		f.Add(text)
	}
	folder := f.TempDir()
	f.Fuzz(func(t *testing.T, text string) {
		path := expand(text, folder)
		if !filepath.IsAbs(path) {
			t.Fatalf("%q became %q, which is no whole path", text, path)
		}
		if again := expand(withEnd(folder, true), path); filepath.Clean(again) != folder {
			t.Fatalf("from %q a whole path became %q", path, again)
		}
		above, letters := split(path)
		if !filepath.IsAbs(above) || strings.ContainsRune(letters, filepath.Separator) {
			t.Fatalf("%q was parted into %q and %q", path, above, letters)
		}
		if joined := filepath.Join(above, letters); joined != filepath.Clean(path) {
			t.Fatalf("%q was parted into %q and %q", path, above, letters)
		}
	})
}
