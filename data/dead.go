package data

import (
	"cmp"
	"errors"
	"os"
	"sync"
	"sync/atomic"

	bolt "go.etcd.io/bbolt"
)

// bbolt keeps a lock that it holds where it panics on its way into a transaction or
// out of one, as it does when the first pages of the file are overwritten. Whoever
// asks that file anything afterwards, be it to close it, would wait for ever.

// dead knows the file that nobody may ask anything any more. Its map stays until the
// program ends; another file can be put in its place all the same.
type dead struct {
	file   atomic.Pointer[bolt.DB]
	behind sync.Map   // by *bolt.DB, the *os.File it has open, and by it the lock
	asking sync.Mutex // held on the way into a transaction: else who waits there would for ever
}

var errDead = errors.New("the file was found damaged before")

func (d *dead) is(db *bolt.DB) bool { return d.file.Load() == db }

// begin begins a transaction.
func (d *dead) begin(db *bolt.DB, writable bool) (tx *bolt.Tx, err error) {
	d.asking.Lock()
	defer d.asking.Unlock()
	if d.is(db) {
		return nil, damaged(errDead)
	}
	d.unless(db, func() { tx, err = db.Begin(writable) })
	return tx, err
}

// end ends a transaction that was not committed; else it does nothing.
func (d *dead) end(tx *bolt.Tx) {
	if db := tx.DB(); db != nil {
		d.unless(db, func() { _ = tx.Rollback() })
	}
}

// view lets read see one state of the file.
func (d *dead) view(db *bolt.DB, read func(*bolt.Tx) error) error {
	tx, err := d.begin(db, false)
	if err != nil {
		return err
	}
	defer d.end(tx)
	return read(tx)
}

// shut closes a file. Of one that nobody may ask to, it closes what lies behind it
// and lets go of the lock.
func (d *dead) shut(db *bolt.DB) error {
	file, ok := d.behind.LoadAndDelete(db)
	if !d.is(db) {
		return db.Close()
	}
	if !ok {
		return nil // that was done before
	}
	f := file.(*os.File)
	return cmp.Or(unlock(f), f.Close())
}

// unless takes the file for dead where something panics.
func (d *dead) unless(db *bolt.DB, do func()) {
	done := false
	defer func() {
		if !done {
			d.file.Store(db)
		}
	}()
	do()
	done = true
}
