//go:build !cgo

package main_test

import (
	"os"
	"path/filepath"
	"testing"

	"ringback.app/data"
)

// A build without a window says so where one would open.
const windowOpens = "built without its window"

func TestWhoStartsFromAnIconIsToldInAWindowThatTheBookIsInUse(t *testing.T) {
	s := newShell(t)
	s.env["WAYLAND_DISPLAY"] = "wayland-0" // there is a screen
	s.env["XDG_DATA_HOME"] = filepath.Join(s.home, "data")
	usual := filepath.Join(s.home, "data", "ringback", "ringback.book")
	if err := os.MkdirAll(filepath.Dir(usual), 0o700); err != nil {
		t.Fatal(err)
	}
	hold := func(path string) {
		book, err := data.Open(t.Context(), path, data.Options{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = book.Close() })
	}
	hold(usual)
	hold(s.book)

	wantSentence(t, s.plain(), 1, windowOpens)
	wantSentence(t, s.run(), 1, s.book, "is open in another Ringback") // where a name was typed, errors are read
	s.env["RINGBACK_BOOK"] = s.book
	wantSentence(t, s.plain(), 1, windowOpens)
	wantSentence(t, s.plain("today"), 1, s.book, "is open in another Ringback")
}
