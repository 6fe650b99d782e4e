package data

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"
	"sync/atomic"

	bolt "go.etcd.io/bbolt"

	"ringback.app/app"
	"ringback.app/data/pages"
)

// bookFile is a file that bbolt has open.
//
// bbolt keeps a lock that it holds where it panics on its way into a transaction or
// out of one, as it does when the first pages of the file are overwritten. Whoever
// asks that file anything afterwards, be it to close it, would wait for ever: it is
// dead, and nobody asks it any more. Its map stays until the program ends; another
// file can be put in its place all the same.
type bookFile struct {
	db   *bolt.DB
	file *os.File
	info fs.FileInfo
	last atomic.Pointer[pages.Meta] // as the book last wrote it

	asking sync.Mutex // held on the way into a transaction: else who waits there would for ever
	dead   atomic.Bool
	buried sync.Once // what lies behind it is closed, once it is dead
}

var errDead = errors.New("the file was found damaged before")

// openBolt opens a file with bbolt.
func openBolt(path string, o bolt.Options) (*bookFile, error) {
	f := &bookFile{}
	o.OpenFile = func(name string, flag int, mode os.FileMode) (file *os.File, err error) {
		file, err = os.OpenFile(name, flag&^os.O_CREATE, mode)
		f.file = file
		return file, err
	}
	err := guarded(func() (err error) {
		f.db, err = bolt.Open(path, fileMode, &o)
		return err
	})
	if err != nil {
		if f.file != nil {
			_ = f.file.Close() // a panic left it open; else this does nothing
		}
		return nil, err
	}
	f.db.AllocSize = growStep
	return f, nil
}

// know finds out which file it is, and what it says of itself.
func (f *bookFile) know() (err error) {
	if f.info, err = f.file.Stat(); err != nil {
		return err
	}
	m, err := pages.ReadMeta(f.file)
	f.last.Store(&m)
	return err
}

// wrote notes what the file says of itself after a transaction of the book's own.
func (f *bookFile) wrote(tx int) {
	if m, err := pages.ReadMeta(f.file); err == nil && m.Tx() == tx {
		f.last.Store(&m)
	}
}

// isAt tells whether a name leads to it.
func (f *bookFile) isAt(path string) (bool, error) {
	named, err := os.Stat(path)
	if err != nil {
		return false, err
	}
	return os.SameFile(f.info, named), nil
}

// itself returns an Error if somebody else wrote into the file. To go on writing
// would mix two books: bbolt remembers which pages of the one are free.
func (f *bookFile) itself(path string) error {
	last := f.last.Load()
	switch m, err := pages.ReadMeta(f.file); {
	case errors.Is(err, os.ErrClosed):
		return nil // it is opened anew before anything is written
	case err != nil:
		return damagedAt(path, err)
	case m != *last:
		return overwritten(path, fmt.Errorf("transaction %d where it was %d", m.Tx(), last.Tx()))
	}
	return nil
}

func overwritten(path string, err error) error {
	return &app.Error{Code: app.CodeStorage, Key: app.BookOverwritten, Args: app.Args{"Path": path}, Err: err}
}

// begin begins a transaction.
func (f *bookFile) begin(writable bool) (tx *bolt.Tx, err error) {
	f.asking.Lock()
	defer f.asking.Unlock()
	if f.dead.Load() {
		return nil, damaged(errDead)
	}
	f.unlessItDies(func() { tx, err = f.db.Begin(writable) })
	return tx, err
}

// end ends a transaction that was not committed; else it does nothing.
func (f *bookFile) end(tx *bolt.Tx) {
	if tx.DB() != nil {
		f.unlessItDies(func() { _ = tx.Rollback() })
	}
}

// commit ends a transaction in either way, also where bbolt panics: one that stays
// open would never let the file be closed.
func (f *bookFile) commit(tx *bolt.Tx) error {
	defer f.end(tx)
	return tx.Commit()
}

// view lets read see one state of the file.
func (f *bookFile) view(read func(*bolt.Tx) error) error {
	tx, err := f.begin(false)
	if err != nil {
		return err
	}
	defer f.end(tx)
	return read(tx)
}

// shut closes the file. Of a dead one it closes what lies behind it and lets go of the
// lock.
func (f *bookFile) shut() (err error) {
	if !f.dead.Load() {
		return f.db.Close()
	}
	f.buried.Do(func() { err = cmp.Or(unlock(f.file), f.file.Close()) })
	return err
}

// unlessItDies takes the file for dead where something panics.
func (f *bookFile) unlessItDies(do func()) {
	done := false
	defer func() {
		if !done {
			f.dead.Store(true)
		}
	}()
	do()
	done = true
}
