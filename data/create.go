package data

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"

	"ringback.app/app"
	"ringback.app/app/folders"
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

// sweep removes the unfinished files in a folder that nobody will finish: they
// hold what the book holds, or held.
func (b *Book) sweep(folder string) {
	if err := folders.Sweep(folder, unfinished); err != nil {
		b.warn(err, "an unfinished file stays")
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

// syncFolder makes the name of a file last over a power cut.
func syncFolder(path string) error {
	return storage("sync the folder", path, folders.Sync(filepath.Dir(path)))
}
