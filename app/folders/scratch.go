package folders

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// scratch is what the folders are called that Scratch makes.
const scratch = "ringback-scratch-"

// Scratch makes a folder for what is needed only for a while, into which nobody else
// can look; done removes it with all that is in it. First it removes those in which
// nobody has written for long, since the program that made them was ended: they may
// hold customers.
func Scratch() (folder string, done func() error, err error) {
	sweepScratch(os.TempDir())
	folder, err = os.MkdirTemp("", scratch)
	if err != nil {
		return "", nil, err
	}
	return folder, func() error { return os.RemoveAll(folder) }, nil
}

// sweepScratch removes what it may; what is somebody else's stays.
func sweepScratch(in string) {
	left, err := filepath.Glob(filepath.Join(in, scratch+"*"))
	if err != nil {
		return
	}
	for _, folder := range left {
		if written, err := lastWritten(folder); err == nil && time.Since(written) >= abandonedAfter {
			_ = os.RemoveAll(folder)
		}
	}
}

// lastWritten returns when something in the folder was last written. It returns an
// error for what is no folder.
func lastWritten(folder string) (time.Time, error) {
	own, err := os.Lstat(folder)
	if err != nil {
		return time.Time{}, err
	}
	if !own.IsDir() {
		return time.Time{}, errors.New("no folder")
	}
	last := own.ModTime()
	err = filepath.WalkDir(folder, func(_ string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := entry.Info()
		if err == nil && info.ModTime().After(last) {
			last = info.ModTime()
		}
		return err
	})
	return last, err
}
