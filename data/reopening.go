package data

import (
	"context"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// whileClosed does something that closes the file, and opens it again, also where
// that failed. Whoever comes to read meanwhile waits. Where the file cannot be
// opened, the next call that needs it tries again.
func (b *Book) whileClosed(ctx context.Context, do func() error) error {
	b.opening.Lock()
	defer b.opening.Unlock()
	doing := do()
	file, err := b.openFile(context.WithoutCancel(ctx), b.path)
	if err != nil {
		return err
	}
	b.file.Store(file)
	return doing
}

// reopen is for who found the file closed: it waits until it is open again, and
// opens it where nobody else did. It returns ErrDatabaseNotOpen once the book was
// closed for good.
func (b *Book) reopen(ctx context.Context, closed *bookFile) error {
	b.opening.Lock()
	defer b.opening.Unlock()
	// Compact and Rebuild put another file in its place.
	if b.file.Load() != closed {
		return nil
	}
	if b.closed {
		return bolterrors.ErrDatabaseNotOpen
	}
	file, err := b.openFile(ctx, b.path)
	if err != nil {
		return err
	}
	b.options.Log.Info().Msg("the book is open again")
	b.file.Store(file)
	return nil
}

// begin begins a transaction that writes, in the file that it returns.
func (b *Book) begin(ctx context.Context) (*bookFile, *bolt.Tx, error) {
	for {
		file := b.file.Load()
		tx, err := file.begin(true)
		if err != bolterrors.ErrDatabaseNotOpen {
			return file, tx, err
		}
		if err := b.reopen(ctx, file); err != nil {
			return nil, nil, err
		}
	}
}
