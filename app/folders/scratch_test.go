package folders_test

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app/folders"
)

func TestAFolderForAWhileIsRemovedAlsoByTheNextRun(t *testing.T) {
	temporary := t.TempDir()
	t.Setenv("TMPDIR", temporary)
	t.Setenv("TMP", temporary)
	long := time.Now().Add(-2 * time.Hour)
	left := func(folder string, at, inside time.Time) {
		path := filepath.Join(temporary, folder)
		file := filepath.Join(path, "book")
		if err := os.Mkdir(path, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte("Maija"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(file, inside, inside); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	left("ringback-scratch-1", long, long)
	left("ringback-scratch-2", long, time.Now())
	left("ringback-scratch-3", time.Now(), time.Now())
	left("somebody-scratch-4", long, long)
	if err := os.WriteFile(filepath.Join(temporary, "ringback-scratch-5"), nil, 0o600); err != nil {
		t.Fatal(err)
	}

	folder, done, err := folders.Scratch()
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(folder)
	if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o700 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	if err := os.WriteFile(filepath.Join(folder, "sheet"), []byte("Maija"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := done(); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(temporary)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	want := []string{"ringback-scratch-2", "ringback-scratch-3", "ringback-scratch-5", "somebody-scratch-4"}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Error(diff)
	}
}
