package app_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ringback.app/app"
)

func TestTheLogDoesNotNameFiles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "Maija Korhonen.book")
	_, opening := os.Open(path)
	renaming := os.Rename(path, path+" old")
	for name, err := range map[string]error{
		"opening": opening, "renaming": renaming,
		"wrapped": fmt.Errorf("open the book: %w", opening),
		"several": errors.Join(opening, fmt.Errorf("and then: %w", renaming)),
		"ours":    &app.Error{Code: app.CodeStorage, Key: "error.book.storage", Err: renaming},
	} {
		said := app.Unnamed(err)
		if strings.Contains(said, "Maija") || said == "" || !strings.Contains(said, "no such file") && !strings.Contains(said, "cannot find") {
			t.Errorf("%s: %s", name, said)
		}
	}
	if said := app.Unnamed(nil); said != "" {
		t.Errorf("no error says %q", said)
	}
}
