package data

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	bolt "go.etcd.io/bbolt"

	"ringback.app/app"
)

// hold takes the open file for the book's.
func (b *Book) hold(db *bolt.DB, held fs.FileInfo) {
	b.held.Store(&held)
	b.db.Store(db)
}

// InPlace returns an Error, of which app.IsBookGone is true, if the book's name
// leads to its open file no more: that was deleted, moved or replaced. All of the
// book can still be read then, until it is closed.
func (b *Book) InPlace() error {
	if b.inPlace() == nil {
		return nil
	}
	// Whoever writes may just be putting another file there.
	b.write.Lock()
	defer b.write.Unlock()
	return b.inPlace()
}

// inPlace is InPlace for whoever writes.
func (b *Book) inPlace() error {
	held := b.held.Load()
	if held == nil {
		return nil
	}
	same, err := sameFile(*held, b.path)
	// A place that cannot be asked may still have it: writing will tell.
	missing := errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
	if err == nil && !same || missing {
		return &app.Error{Code: app.CodeStorage, Key: app.BookGone, Args: app.Args{"Path": b.path}, Err: err}
	}
	return nil
}

// PutBack writes the whole book, as it is open, where its name leads to it no
// more, and goes on with that file. A file that took its place is set aside with
// ".replaced" and a number after its name. What was not kept meanwhile is kept.
// Where the book is in its place nothing is done. It returns an Error with
// CodeStorage or CodeNotFound if the place refuses, and CodeBusy if the file that
// took it is a book that is open.
func (b *Book) PutBack(ctx context.Context) error {
	b.write.Lock()
	defer b.write.Unlock()
	if b.inPlace() == nil {
		return nil
	}
	if err := b.copyBack(ctx); err != nil {
		return err
	}
	db, held, err := b.openFile(ctx, b.path)
	if err != nil {
		return err
	}
	gone := b.db.Load()
	b.hold(db, held)
	b.options.Log.Warn().Msg("the book was put back where it was")
	return firstOf(
		func() error { return storage("let go of the file that is gone", b.path, b.dead.shut(gone)) },
		func() error { return b.keepAgain(ctx) },
	)
}

// copyBack gives a checked copy of the open file the book's name.
func (b *Book) copyBack(ctx context.Context) error {
	if err := os.MkdirAll(filepath.Dir(b.path), 0o700); err != nil {
		return storage("make the book's folder", b.path, err)
	}
	temp, err := beside(b.path)
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(temp) }()
	return called(b.path, temp, firstOf(
		func() error { return b.copyTo(ctx, temp) },
		func() error { return b.verify(ctx, temp) },
		func() error { return b.takePlace(temp) },
	))
}
