// Package folders looks after what a folder says of its files: that their names
// last, and that no file stays which nobody will finish.
package folders

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"
)

// Sync makes the names in a folder last over a power cut, where the system lets a
// folder be synced.
func Sync(folder string) error {
	dir, err := os.Open(folder)
	if err != nil {
		return err
	}
	// FlushFileBuffers refuses a folder; NTFS keeps a journal of names.
	if runtime.GOOS != "windows" {
		err = dir.Sync()
	}
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, fs.ErrInvalid) {
		err = nil
	}
	return errors.Join(err, dir.Close())
}

// abandonedAfter is how long nobody writes to an unfinished file before it was
// left by a program that was ended.
const abandonedAfter = time.Hour

// Sweep removes the unfinished files of that pattern, as in filepath.Match, that a
// program which was ended left in a folder. It returns why some of them stay;
// whoever may not look into the folder removes nothing.
func Sweep(folder, pattern string) error {
	files, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	var staying []error
	for _, f := range files {
		if ours, err := filepath.Match(pattern, f.Name()); err != nil || !ours {
			continue
		}
		// The disk's times are the machine's.
		info, err := f.Info()
		if err != nil || !info.Mode().IsRegular() || time.Since(info.ModTime()) < abandonedAfter {
			continue
		}
		if err := os.Remove(filepath.Join(folder, f.Name())); err != nil {
			staying = append(staying, err)
		}
	}
	return errors.Join(staying...)
}
