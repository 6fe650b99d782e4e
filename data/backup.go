package data

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"

	"ringback.app/app"
)

// Backup writes a copy of the book as it is now. The copy is opened and checked
// page by page before it gets its name; a file of that name is left alone and
// gives an Error with CodeInvalid.
func (b *Book) Backup(ctx context.Context, to string) error {
	there, err := exists(to)
	if err != nil {
		return err
	}
	if there {
		return taken(to)
	}
	b.sweep(filepath.Dir(to))
	temp, err := beside(to)
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(temp) }()
	if err := firstOf(
		func() error { return b.copyTo(ctx, temp, func(float64) {}) },
		func() error { return b.verify(ctx, temp) },
	); err != nil {
		return called(to, temp, err)
	}
	return giveName(temp, to)
}

func taken(path string) error {
	return &app.Error{Code: app.CodeInvalid, Key: "error.book.taken", Args: app.Args{"Path": path}}
}

func (b *Book) copyTo(ctx context.Context, temp string, progress func(part float64)) error {
	f, err := os.OpenFile(temp, os.O_WRONLY, fileMode)
	if err != nil {
		return storage("write the copy", temp, err)
	}
	w := &writerUntil{ctx: ctx, to: f}
	err = b.view(ctx, func(s *state) error {
		all, written := float64(s.tx.Size()), 0
		w.wrote = func(n int) {
			written += n
			progress(float64(written) / all)
		}
		_, err := s.tx.WriteTo(w)
		return err
	})
	// bbolt tells that writing failed, but not why.
	return storage("write the copy", temp, cmp.Or(w.failed, err, f.Sync(), f.Close()))
}

// writerUntil refuses to write once ctx has ended.
type writerUntil struct {
	ctx    context.Context
	to     io.Writer
	wrote  func(n int) // told of each Write; nil: nobody is
	failed error       // why the last Write did not write
}

func (w *writerUntil) Write(p []byte) (n int, err error) {
	if w.failed = stopped(w.ctx); w.failed == nil {
		n, w.failed = w.to.Write(p)
	}
	if w.wrote != nil {
		w.wrote(n)
	}
	return n, w.failed
}

// giveName gives a finished file a name that nothing has.
func giveName(temp, name string) error {
	err := os.Link(temp, name)
	if errors.Is(err, fs.ErrExist) {
		return taken(name)
	}
	if err != nil {
		// Not every file system has links.
		err = os.Rename(temp, name)
	}
	return storage("name the file", name, cmp.Or(err, syncFolder(name)))
}

// HeldBy tells whether the file at the path is a copy of the book in which the
// last change is the same. What is kept beside the records, drafts for one, may
// be another. A file that cannot be read holds nothing.
func (b *Book) HeldBy(ctx context.Context, path string) (bool, error) {
	var here, there app.ID
	err := b.view(ctx, func(s *state) (err error) {
		here, err = s.lastChange()
		return err
	})
	if err != nil {
		return false, err
	}
	err = b.look(ctx, path, func(s *state) (err error) {
		there, err = s.lastChange()
		return err
	})
	return err == nil && here == there, stopped(ctx)
}

// Another tells whether the file at the path is a book of its own, and no copy of
// this one. What cannot be read may have been either, and is none of its own.
func (b *Book) Another(ctx context.Context, path string) (bool, error) {
	var who identity
	err := b.look(ctx, path, func(s *state) (err error) {
		who, err = s.identity()
		return err
	})
	return err == nil && !bytes.Equal(who.secret, b.who.secret), stopped(ctx)
}

// look reads in a closed book.
func (b *Book) look(ctx context.Context, path string, read func(*state) error) error {
	if err := b.inspect(path); err != nil {
		return err
	}
	return b.readOnly(path, func(db *bolt.DB, _ *os.File) error {
		return db.View(func(tx *bolt.Tx) error { return read(b.state(ctx, tx)) })
	})
}

// lastChange returns the ID of the newest batch, the zero ID if there is none.
func (s *state) lastChange() (last app.ID, err error) {
	err = s.eachBatch(func(one app.BatchInfo) (bool, error) {
		last = one.ID
		return false, nil
	})
	return last, err
}

// Whole returns an Error if the file at the path is not a book that can be
// opened, or not whole: with CodeDamaged, CodeNewer, or that of the place.
func Whole(ctx context.Context, path string) error {
	coding, err := newCoding()
	if err != nil {
		return err
	}
	b := &Book{path: path, options: Options{}.filled(), coding: coding, seals: unsealed{}}
	return b.verify(ctx, path)
}

// Restore puts a copy of the book at from, a backup, in the place of the book at
// to. What was there is kept beside it, with ".replaced" and a number after its
// name. Both must be closed. Nothing is changed unless from is whole, and another
// file than the book: else an Error with CodeInvalid says so.
func Restore(ctx context.Context, from, to string) error {
	coding, err := newCoding()
	if err != nil {
		return err
	}
	if to, err = place(to); err != nil {
		return err
	}
	b := &Book{path: to, options: Options{}.filled(), coding: coding, seals: unsealed{}}
	if there, err := exists(from); err != nil || !there {
		return cmp.Or[error](err, &app.Error{Code: app.CodeNotFound, Key: "error.book.missing", Args: app.Args{"Path": from}})
	}
	if sameFile(from, to) {
		return &app.Error{Code: app.CodeInvalid, Key: "error.book.itself", Args: app.Args{"Path": from}}
	}
	if err := b.verify(ctx, from); err != nil {
		return err
	}
	temp, err := beside(to)
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(temp) }()
	if err := firstOf(
		func() error { return copyFile(ctx, from, temp) },
		func() error { return b.verify(ctx, temp) },
	); err != nil {
		return called(to, temp, err)
	}
	_, err = b.takePlace(temp)
	return err
}

// sameFile tells whether both paths lead to one file.
func sameFile(one, other string) bool {
	a, errA := os.Stat(one)
	b, errB := os.Stat(other)
	return errA == nil && errB == nil && os.SameFile(a, b)
}

// takePlace gives a finished file the book's name, and what had it before another
// one, which it returns.
func (b *Book) takePlace(temp string) (aside string, err error) {
	there, err := exists(b.path)
	if err != nil {
		return "", err
	}
	if !there {
		return "", giveName(temp, b.path)
	}
	if aside, err = b.setAside(); err != nil {
		return "", err
	}
	err = os.Rename(temp, b.path)
	return aside, storage("put the backup in place", b.path, cmp.Or(err, syncFolder(b.path)))
}

func copyFile(ctx context.Context, from, to string) error {
	source, err := os.Open(from)
	if err != nil {
		return storage("read the backup", from, err)
	}
	defer func() { _ = source.Close() }()
	f, err := os.OpenFile(to, os.O_WRONLY, fileMode)
	if err != nil {
		return storage("write the book", to, err)
	}
	_, err = io.Copy(&writerUntil{ctx: ctx, to: f}, source)
	return storage("write the book", to, cmp.Or(err, f.Sync(), f.Close()))
}

// setAside gives the book, whole or not, another name, once nobody has it open.
// Its own name stays with it until the new file takes it, where the system has
// links: at no moment is there no book. It returns the other name.
func (b *Book) setAside() (aside string, err error) {
	err = b.readOnly(b.path, func(*bolt.DB, *os.File) error { return nil })
	if err != nil && app.CodeOf(err) == app.CodeBusy {
		return "", err
	}
	for n := 1; ; n++ {
		aside = fmt.Sprintf("%s.replaced-%d", b.path, n)
		if _, err := os.Lstat(aside); !errors.Is(err, fs.ErrNotExist) {
			continue
		}
		err := os.Link(b.path, aside)
		if err != nil && !errors.Is(err, fs.ErrExist) {
			err = os.Rename(b.path, aside)
		}
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		return aside, storage("set the old book aside", b.path, err)
	}
}
