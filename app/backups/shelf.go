// Package backups keeps copies of the book without being asked: one of each day
// on which something was changed, fewer of the days long past.
package backups

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"ringback.app/app"
	"ringback.app/app/folders"
)

// Book is what is copied. *data.Book is one.
type Book interface {
	// Backup writes a checked copy of the book to a file that is not there yet.
	Backup(ctx context.Context, to string) error
	// HeldBy tells whether the file is a copy of the book as it is now.
	HeldBy(ctx context.Context, path string) (bool, error)
	// Another tells whether the file is a copy of another book.
	Another(ctx context.Context, path string) (bool, error)
}

// Copy is one backup.
type Copy struct {
	Path  string
	Taken time.Time // UTC, to the second
	Bytes int64
}

// Shelf is the folder in which the copies of one book lie.
type Shelf struct {
	book   Book
	folder string
	clock  app.Clock
}

// New returns the shelf of the book at the path. The clock is the machine's, in
// the zone whose days are counted.
func New(book Book, path string, clock app.Clock) *Shelf {
	return &Shelf{book: book, folder: Folder(path), clock: clock}
}

// Folder returns where the copies of the book at the path lie: beside the file
// itself, where a link leads to it.
func Folder(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	} else if to, err := os.Readlink(path); err == nil { // to a file that is not there any more
		if !filepath.IsAbs(to) {
			to = filepath.Join(filepath.Dir(path), to)
		}
		path = to
	}
	return path + ".backups"
}

// Keep makes today's copy, unless there is one or nothing was changed since the
// last, and throws away those that the rotation does not keep. It returns what
// it made; the zero Copy if nothing was to be done.
func (s *Shelf) Keep(ctx context.Context) (Copy, error) {
	there, err := List(s.folder)
	if err != nil {
		return Copy{}, err
	}
	now := s.clock()
	if due, err := s.due(ctx, there, now); err != nil || !due {
		return Copy{}, err
	}
	made, err := s.write(ctx, now)
	if err != nil {
		return Copy{}, err
	}
	return made, remove(outdated(append([]Copy{made}, there...), now.Location()))
}

// due tells whether the book is to be copied: the newest copy is not of today,
// and not what the book still is. A copy that claims to be of a day to come was
// made while the clock was wrong, and does not count.
func (s *Shelf) due(ctx context.Context, there []Copy, now time.Time) (bool, error) {
	for _, c := range there {
		if c.Taken.After(now) {
			continue
		}
		if app.DayOf(c.Taken.In(now.Location())) == app.DayOf(now) {
			return false, nil
		}
		held, err := s.book.HeldBy(ctx, c.Path)
		return !held, err
	}
	return true, nil
}

// Renew makes a copy of the book as it is and throws all others of it away: after
// somebody was forgotten, whom the others still hold. Those of another book that
// had the name before stay.
func (s *Shelf) Renew(ctx context.Context) error {
	there, err := List(s.folder)
	if err != nil {
		return err
	}
	var old []Copy
	for _, c := range there {
		another, err := s.book.Another(ctx, c.Path)
		if err != nil {
			return err
		}
		if !another {
			old = append(old, c)
		}
	}
	if len(old) == 0 {
		return nil
	}
	if _, err := s.write(ctx, s.clock()); err != nil {
		return err
	}
	return remove(old)
}

func (s *Shelf) write(ctx context.Context, now time.Time) (Copy, error) {
	if _, err := os.Stat(s.folder); err != nil {
		if err := errors.Join(os.MkdirAll(s.folder, 0o700), folders.Sync(filepath.Dir(s.folder))); err != nil {
			return Copy{}, refused(s.folder, fmt.Errorf("make the folder of backups: %w", err))
		}
	}
	made := s.free(now)
	if err := s.book.Backup(ctx, made.Path); err != nil {
		if app.CodeOf(err) == app.CodeStorage { // else it would read as if the book could not be written
			err = refused(s.folder, err)
		}
		return Copy{}, err
	}
	info, err := os.Stat(made.Path)
	if err != nil {
		return Copy{}, refused(made.Path, fmt.Errorf("look at the backup: %w", err))
	}
	made.Bytes = info.Size()
	return made, nil
}

// free returns a copy of now whose name nothing has.
func (s *Shelf) free(now time.Time) Copy {
	for taken := now.UTC().Truncate(time.Second); ; taken = taken.Add(time.Second) {
		path := filepath.Join(s.folder, taken.Format(nameOf))
		if _, err := os.Lstat(path); err != nil {
			return Copy{Path: path, Taken: taken}
		}
	}
}

// nameOf is how a copy is called: by when it was made, in UTC, so that names
// sort as times do and mean the same in every zone.
const nameOf = "2006-01-02T150405Z.book"

// List returns the copies in a folder, newest first; none if there is no such
// folder. Files with other names are left alone.
func List(folder string) ([]Copy, error) {
	files, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, refused(folder, fmt.Errorf("look for backups: %w", err))
	}
	var copies []Copy
	for _, f := range files {
		taken, err := time.Parse(nameOf, f.Name())
		if err != nil || !f.Type().IsRegular() {
			continue
		}
		info, err := f.Info()
		if err != nil {
			continue // it was thrown away meanwhile
		}
		copies = append(copies, Copy{Path: filepath.Join(folder, f.Name()), Taken: taken, Bytes: info.Size()})
	}
	slices.SortFunc(copies, func(a, b Copy) int { return cmp.Or(b.Taken.Compare(a.Taken), cmp.Compare(a.Path, b.Path)) })
	return copies, nil
}

// LastGood returns the newest copy of the book at the path that proves to be
// whole, and false if there is none.
func LastGood(ctx context.Context, path string, whole func(ctx context.Context, path string) error) (Copy, bool) {
	there, err := List(Folder(path))
	if err != nil {
		return Copy{}, false
	}
	for _, c := range there {
		if whole(ctx, c.Path) == nil {
			return c, true
		}
	}
	return Copy{}, false
}

func remove(copies []Copy) error {
	for _, c := range copies {
		if err := os.Remove(c.Path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return refused(c.Path, fmt.Errorf("throw an old backup away: %w", err))
		}
	}
	return nil
}

func refused(path string, err error) error {
	return &app.Error{Code: app.CodeStorage, Key: "error.backups.refused", Args: app.Args{"Path": path}, Err: err}
}
