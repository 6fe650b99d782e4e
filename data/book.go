package data

import (
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/rs/zerolog"
	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/data/pages"
)

// Options say how a book is opened. The zero value serves.
type Options struct {
	Clock     app.Clock      // nil: time.Now; what is read of customers is as of its day in the shop
	IDs       *app.IDs       // nil: by Clock and crypto/rand
	Log       zerolog.Logger // gets ids, never names
	Timeout   time.Duration  // how long to wait for the lock; 0: one second
	Plan      app.Plan       // the plan that a new book starts with
	MustExist bool           // do not make a new book
}

func (o Options) filled() Options {
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.IDs == nil {
		o.IDs = app.NewIDs(o.Clock, rand.Reader)
	}
	if o.Timeout <= 0 {
		o.Timeout = time.Second
	}
	return o
}

// Book is a shop's open book. It is safe for concurrent use.
type Book struct {
	path    string
	options Options
	coding  coding
	seals   seal
	who     identity
	rules   calllist.LastRules
	zone    lastZone
	plan    lastPlan
	ahead   lastAhead

	write  sync.Mutex // held by whoever changes the file
	unkept unkept     // what it did not take of what was to be kept
	file   atomic.Pointer[bookFile]
	hurt   atomic.Bool // part of the file could not be read

	opening sync.Mutex // held while the file is closed and opened again
	closed  bool       // for good; under opening

	listening sync.Mutex
	listeners map[int]func(app.Changed)
	nextEar   int
}

// Path returns the file the book lies in.
func (b *Book) Path() string { return b.path }

// OnNetwork tells whether the book lies in a folder of another machine (NFS, SMB),
// where it can be damaged: neither locks nor syncs can be relied on there. It is
// known on Linux only.
func (b *Book) OnNetwork() bool { return onNetwork(b.path) }

// Close lets go of the file once running calls have ended. A closed book
// answers every call with an error.
func (b *Book) Close() error {
	b.write.Lock()
	defer b.write.Unlock()
	b.opening.Lock()
	defer b.opening.Unlock()
	b.closed = true
	file := b.file.Load()
	let := func() error { return b.letGo(file) }
	if file.itself(b.path) != nil {
		let = file.shut // what it knows of free pages is not of that book
	}
	return storage("close the book", b.path, let())
}

// warn puts an error in the log that changes nothing for who works with the book.
func (b *Book) warn(err error, what string) {
	b.options.Log.Warn().Str(zerolog.ErrorFieldName, app.Unnamed(err)).Msg(what)
}

// letGo closes the file. Where something was written, it
// writes the list of free pages first, so that opening need not look for them.
// Without the list, on a full disk for one, the book is whole all the same. What
// proved to be damaged is left without one: opening it then goes through all
// pages, and finds out what is wrong before anybody works with it.
func (b *Book) letGo(file *bookFile) error {
	if list := !b.hurt.Load(); !file.dead.Load() && file.listsFree() != list {
		if err := file.listFree(list); err != nil {
			b.options.Log.Warn().Str(zerolog.ErrorFieldName, app.Unnamed(err)).Bool("listed", list).Msg("the list of free pages stays as it is")
		}
	}
	return file.shut()
}

// listsFree tells whether the file says which of its pages are free.
func (f *bookFile) listsFree() bool {
	m, err := pages.ReadMeta(f.file)
	return err == nil && m.ListsFree()
}

// listFree writes the list of free pages, or takes it away.
func (f *bookFile) listFree(list bool) error {
	f.db.NoFreelistSync = !list
	return guarded(func() error {
		tx, err := f.begin(true)
		if err == bolterrors.ErrDatabaseNotOpen {
			return nil
		}
		if err != nil {
			return err
		}
		return f.commit(tx)
	})
}

// view lets read see one state of the book.
func (b *Book) view(ctx context.Context, read func(*state) error) error {
	if err := stopped(ctx); err != nil {
		return err
	}
	for {
		file := b.file.Load()
		err := guarded(func() error {
			return file.view(func(tx *bolt.Tx) error { return read(b.state(ctx, tx)) })
		})
		if err == bolterrors.ErrDatabaseNotOpen {
			if err = b.reopen(ctx, file); err == nil {
				continue
			}
		}
		return b.noted(storage("read the book", b.path, err))
	}
}

// noted remembers that the book is damaged, if that is what is wrong.
func (b *Book) noted(err error) error {
	if err != nil && app.CodeOf(err) == app.CodeDamaged {
		b.hurt.Store(true)
	}
	return err
}

func (b *Book) state(ctx context.Context, tx *bolt.Tx) *state {
	return &state{
		coding: b.coding, ctx: ctx, tx: tx, seals: b.seals, secret: b.who.secret, clock: b.options.Clock,
		rules: &b.rules, zone: &b.zone, lastPlan: &b.plan, lastAhead: &b.ahead,
	}
}

// change runs one write transaction. The batch is one that only this
// transaction writes: it tells after a failed commit whether it is in the file
// nevertheless; zero if there is none.
func (b *Book) change(ctx context.Context, batch app.ID, write func(*writing) error) error {
	if err := stopped(ctx); err != nil {
		return err
	}
	// What is written into a file without a name is lost when it is closed.
	if err := b.inPlace(); err != nil {
		return b.noted(err)
	}
	err := guarded(func() error { return b.transact(ctx, write) })
	if uncertain, ok := err.(*uncertainError); ok {
		return b.settleDoubt(ctx, batch, uncertain.err)
	}
	return b.noted(storage("write to the book", b.path, err))
}

// uncertainError is a commit that failed, perhaps after it was done.
type uncertainError struct{ err error }

func (e *uncertainError) Error() string { return "commit: " + e.err.Error() }

func (b *Book) transact(ctx context.Context, write func(*writing) error) error {
	file, tx, err := b.begin(ctx)
	if err != nil {
		return err
	}
	defer file.end(tx) // does nothing once it is committed
	w := newWriting(b.state(ctx, tx))
	if err := write(w); err != nil {
		return err
	}
	if err := w.flush(); err != nil {
		return err
	}
	if err := stopped(ctx); err != nil {
		return err
	}
	if err := b.inPlace(); err != nil { // a large import takes its time
		return err
	}
	id := tx.ID()
	if err := file.commit(tx); err != nil {
		return &uncertainError{err}
	}
	file.wrote(id)
	return nil
}

// settleDoubt opens the file again after a failed commit and looks whether the
// batch is in it: an error at the last sync leaves it visible.
func (b *Book) settleDoubt(ctx context.Context, batch app.ID, failed error) error {
	b.options.Log.Error().Str(zerolog.ErrorFieldName, app.Unnamed(failed)).Stringer("batch", batch).Msg("commit failed; opening the book again")
	err := b.whileClosed(ctx, func() error { return b.file.Load().shut() })
	if err != nil {
		return b.noted(storage("open the book after a failed commit", b.path, err))
	}
	if batch.IsZero() {
		return storage("commit", b.path, failed)
	}
	written := false
	err = b.view(context.WithoutCancel(ctx), func(s *state) (err error) {
		written, err = s.has(inBatches, batch[:])
		return err
	})
	if err != nil {
		return err
	}
	if !written {
		return storage("commit", b.path, failed)
	}
	return nil
}

// exists tells whether there is a file of that name, and refuses what is none.
func exists(path string) (bool, error) {
	info, err := os.Stat(path)
	if os.IsNotExist(err) {
		return false, nil
	}
	if err != nil {
		return false, storage("look for the book", path, err)
	}
	if info.IsDir() {
		return false, &app.Error{Code: app.CodeInvalid, Key: "error.book.folder", Args: app.Args{"Path": path}}
	}
	if !info.Mode().IsRegular() {
		return false, notABook(path, fmt.Errorf("mode %v", info.Mode()))
	}
	return true, nil
}
