package folders_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app/folders"
)

func TestOnlyWhatNobodyWillFinishIsSwept(t *testing.T) {
	dir := t.TempDir()
	long := time.Now().Add(-2 * time.Hour)
	for name, at := range map[string]time.Time{
		".ringback-1.part": long, ".ringback-2.part": time.Now(), "ringback-3.part": long, ".ringback-4.tmp": long,
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	if err := folders.Sweep(dir, ".ringback-*.part"); err != nil {
		t.Fatal(err)
	}
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var left []string
	for _, f := range files {
		left = append(left, f.Name())
	}
	if diff := cmp.Diff([]string{".ringback-2.part", ".ringback-4.tmp", "ringback-3.part"}, left); diff != "" {
		t.Error(diff)
	}
	if err := folders.Sweep(filepath.Join(dir, "none"), "*"); err != nil {
		t.Errorf("a folder that is not there: %v", err)
	}
}

func TestAFolderThatIsNotThereIsNotSynced(t *testing.T) {
	dir := t.TempDir()
	if err := folders.Sync(dir); err != nil {
		t.Error(err)
	}
	if err := folders.Sync(filepath.Join(dir, "none")); err == nil {
		t.Error("no error")
	}
}
