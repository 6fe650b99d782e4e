package data

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"ringback.app/app"
)

// InPlace returns an Error, of which app.IsBookGone is true, if the book's name
// leads to its open file no more: that was deleted, moved or replaced. All of the
// book can still be read then, until it is closed. It returns one of which
// app.IsBookOverwritten is true if another book was copied into the file, and one
// with CodeDamaged if no book is in it any more: of what was there nothing is left.
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
	file := b.file.Load()
	if file == nil {
		return nil
	}
	same, err := file.isAt(b.path)
	// A place that cannot be asked may still have it: writing will tell.
	missing := errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
	if err == nil && !same || missing {
		return &app.Error{Code: app.CodeStorage, Key: app.BookGone, Args: app.Args{"Path": b.path}, Err: err}
	}
	return file.itself(b.path)
}

// PutBack writes the whole book, as it is open, where its name leads to it no
// more, and goes on with that file. A file that took its place is set aside with
// ".replaced" and a number after its name. What was not kept meanwhile is kept.
// Its name there is returned, "" if there was none. Where the book is in its place
// nothing is done. It returns an Error with
// CodeStorage or CodeNotFound if the place refuses, and CodeBusy if the file that
// took it is a book that is open. A file that somebody else wrote into is left
// alone, with the errors of InPlace. Progress is told, on this goroutine, how far it
// has come, from 0 to 1; nil: nobody asks.
func (b *Book) PutBack(ctx context.Context, progress func(part float64)) (aside string, err error) {
	b.write.Lock()
	defer b.write.Unlock()
	if err := b.inPlace(); !app.IsBookGone(err) {
		return "", err
	}
	if err := b.file.Load().itself(b.path); err != nil {
		return "", err
	}
	if progress == nil {
		progress = func(float64) {}
	}
	if aside, err = b.copyBack(ctx, progress); err != nil {
		return aside, err
	}
	file, err := b.openFile(ctx, b.path)
	if err != nil {
		return aside, err
	}
	gone := b.file.Swap(file)
	b.options.Log.Warn().Msg("the book was put back where it was")
	return aside, firstOf(
		func() error { return storage("let go of the file that is gone", b.path, gone.shut()) },
		func() error { return b.keepAgain(ctx) },
	)
}

// How far the book is put back once it was copied, and once the copy was checked;
// opening it checks it once more.
const partCopied, partChecked = 0.7, 0.85

// copyBack gives a checked copy of the open file the book's name, and returns that of
// what had it.
func (b *Book) copyBack(ctx context.Context, progress func(part float64)) (aside string, err error) {
	if err := os.MkdirAll(filepath.Dir(b.path), 0o700); err != nil {
		return "", storage("make the book's folder", b.path, err)
	}
	temp, err := beside(b.path)
	if err != nil {
		return "", err
	}
	defer func() { _ = os.Remove(temp) }()
	err = firstOf(
		func() error { return b.copyTo(ctx, temp, func(part float64) { progress(partCopied * part) }) },
		func() error { return b.verify(ctx, temp) },
		func() error { progress(partChecked); return nil },
		func() (err error) { aside, err = b.takePlace(temp); return err },
	)
	return aside, called(b.path, temp, err)
}
