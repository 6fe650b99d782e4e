package data

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	bolt "go.etcd.io/bbolt"

	"ringback.app/app"
)

// fileMode lets only the owner read a book.
const fileMode = 0o600

// create makes a new book and gives it its name once it is whole: a first
// write that is cut off must not leave a file that cannot be opened.
func (b *Book) create(ctx context.Context) error {
	temp, err := beside(b.path)
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(temp) }()
	if err := b.createAt(ctx, temp); err != nil {
		return called(b.path, temp, err)
	}
	// A link fails where somebody else was quicker; their book is as good.
	err = os.Link(temp, b.path)
	switch {
	case errors.Is(err, fs.ErrExist):
		return nil
	case err != nil:
		if err := os.Rename(temp, b.path); err != nil {
			return storage("name the new book", b.path, err)
		}
	}
	return syncFolder(b.path)
}

// unfinished is how files are called that will take another name later.
const unfinished = ".ringback-*.tmp"

// beside makes an empty file in the same folder, for what will take the name
// later.
func beside(path string) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(path), unfinished)
	if err != nil {
		return "", storage("make a file", path, err)
	}
	if err := f.Close(); err != nil {
		return "", storage("make a file", path, err)
	}
	return f.Name(), nil
}

// abandonedAfter is how long nobody writes to an unfinished file before it was
// left by a program that was ended.
const abandonedAfter = time.Hour

// sweep removes the unfinished files in a folder that nobody will finish: they
// hold what the book holds, or held.
func (b *Book) sweep(folder string) {
	files, err := os.ReadDir(folder)
	if err != nil {
		return // who may not look may not remove
	}
	for _, f := range files {
		if ours, err := filepath.Match(unfinished, f.Name()); err != nil || !ours {
			continue
		}
		// The disk's times are the machine's, not those of the book's clock.
		info, err := f.Info()
		if err != nil || !info.Mode().IsRegular() || time.Since(info.ModTime()) < abandonedAfter {
			continue
		}
		if err := os.Remove(filepath.Join(folder, f.Name())); err != nil {
			b.options.Log.Warn().Err(err).Msg("an unfinished file stays")
		}
	}
}

func (b *Book) createAt(ctx context.Context, path string) error {
	who, err := newIdentity(b.options.IDs)
	if err != nil {
		return err
	}
	return b.fill(ctx, path, who, func(w *writing) error {
		plan, err := b.coding.encode(b.options.Plan)
		if err != nil {
			return err
		}
		start := deed{id: b.options.IDs.Next(), act: app.ActStart, at: b.options.Clock()}
		_, _, err = w.carryOut(start, []change{{kind: app.KindPlan, id: app.PlanID(), raw: plan, is: b.options.Plan}})
		return err
	})
}

// fill makes a book file out of an empty file: all buckets, who it is, and what
// the function writes.
func (b *Book) fill(ctx context.Context, path string, who identity, write func(*writing) error) error {
	db, err := bolt.Open(path, fileMode, &bolt.Options{Timeout: b.options.Timeout, FreelistType: bolt.FreelistMapType})
	if err != nil {
		return storage("make the book", path, err)
	}
	db.AllocSize = growStep
	err = db.Update(func(tx *bolt.Tx) error {
		for _, name := range bucketNames {
			if _, err := tx.CreateBucket([]byte(name)); err != nil {
				return err
			}
		}
		s := b.state(ctx, tx)
		s.secret = who.secret
		w := newWriting(s)
		w.desktop = who.desktop
		w.identify(who)
		if err := write(w); err != nil {
			return err
		}
		return w.flush()
	})
	if closing := db.Close(); err == nil {
		err = closing
	}
	return storage("make the book", path, err)
}

// syncFolder makes the name of a file last over a power cut, where the system
// lets a folder be synced.
func syncFolder(path string) error {
	dir, err := os.Open(filepath.Dir(path))
	if err != nil {
		return storage("open the folder", path, err)
	}
	defer func() { _ = dir.Close() }()
	if err := dir.Sync(); err != nil && !errors.Is(err, errors.ErrUnsupported) && !errors.Is(err, fs.ErrInvalid) {
		return storage("sync the folder", path, err)
	}
	return nil
}
