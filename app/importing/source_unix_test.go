package importing_test

import (
	"path/filepath"
	"syscall"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

// Whoever opens a pipe waits until somebody writes to it.
func TestWhatIsNoFileIsRefusedWithoutWaitingForIt(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "cards.vcf")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{pipe, "/dev/null"} {
		book := importingtest.NewShelf()
		_, err := importing.New(book, book.IDs).Read(t.Context(), []importing.Source{importing.Path(path)}, importing.Options{})
		if app.CodeOf(err) != app.CodeInvalid || importingtest.KeyOf(err) != "error.import.no-file" {
			t.Errorf("%s: %v", path, err)
		}
	}
}
