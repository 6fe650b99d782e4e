package data

import (
	"cmp"
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
	db, file, err := b.openFile(context.WithoutCancel(ctx), b.path)
	if err != nil {
		return cmp.Or(err, doing)
	}
	b.hold(db, file)
	return doing
}

// reopen is for who found the file closed: it waits until it is open again, and
// opens it where nobody else did. It returns ErrDatabaseNotOpen once the book was
// closed for good.
func (b *Book) reopen(ctx context.Context, closed *bolt.DB) error {
	b.opening.Lock()
	defer b.opening.Unlock()
	// Compact and Rebuild put another file in its place.
	if b.db.Load() != closed {
		return nil
	}
	if b.closed {
		return bolterrors.ErrDatabaseNotOpen
	}
	db, file, err := b.openFile(ctx, b.path)
	if err != nil {
		return err
	}
	b.options.Log.Info().Msg("the book is open again")
	b.hold(db, file)
	return nil
}

// begin begins a transaction that writes.
func (b *Book) begin(ctx context.Context) (*bolt.Tx, error) {
	for {
		db := b.db.Load()
		tx, err := b.dead.begin(db, true)
		if err != bolterrors.ErrDatabaseNotOpen {
			return tx, err
		}
		if err := b.reopen(ctx, db); err != nil {
			return nil, err
		}
	}
}
