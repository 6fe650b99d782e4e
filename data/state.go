package data

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"hash"
	"runtime/debug"

	bolt "go.etcd.io/bbolt"

	"ringback.app/app"
	"ringback.app/app/calllist"
)

// state is the book as one transaction sees it. What it returns lives as long
// as the transaction unless it was decoded.
type state struct {
	coding
	ctx       context.Context
	tx        *bolt.Tx
	seals     seal
	secret    secret
	rules     *calllist.LastRules
	zone      *lastZone
	lastPlan  *lastPlan
	clock     app.Clock
	lastAhead *lastAhead
	found     *ahead // of days to come, once it was looked for
	looked    bool
	mac       hash.Hash // by secret
	hashed    []byte    // room for what is hashed
	buckets   [bucketCount]*bolt.Bucket
}

// in returns a bucket of the file. What reads it may run on a coroutine of the
// caller's, which guarded does not reach: there, too, a fault has to be a panic.
func (s *state) in(b bucket) (*bolt.Bucket, error) {
	debug.SetPanicOnFault(true)
	b = b.real()
	if s.buckets[b] == nil {
		s.buckets[b] = s.tx.Bucket([]byte(b.String()))
	}
	if s.buckets[b] == nil {
		return nil, damaged(fmt.Errorf("the bucket %s is missing", b))
	}
	return s.buckets[b], nil
}

// get returns the value of the key, nil if there is none.
func (s *state) get(b bucket, key []byte) ([]byte, error) {
	in, err := s.in(b)
	if err != nil {
		return nil, err
	}
	key = b.shelve(key)
	v := in.Get(key)
	if v == nil {
		return nil, nil
	}
	return s.opened(b, key, v)
}

// opened opens a value; bucket and key are those of the file.
func (s *state) opened(b bucket, key, written []byte) ([]byte, error) {
	if len(written) == 0 {
		return written, nil
	}
	v, err := s.seals.open(b.real(), key, written)
	if err != nil {
		return nil, damaged(fmt.Errorf("open a value of %s: %w", b, err))
	}
	return v, nil
}

// has tells whether the key is there.
func (s *state) has(b bucket, key []byte) (bool, error) {
	in, err := s.in(b)
	if err != nil {
		return false, err
	}
	return in.Get(b.shelve(key)) != nil, nil
}

// visit is called with each key and value in turn and returns false to stop. Both
// are gone when it returns.
type visit func(key, value []byte) (bool, error)

// maxShelved is the longest key on a shelf, without its letter.
const maxShelved = idSize + hashSize + idSize

// scan visits the keys from ≤ key < to in order; a nil to has no end. On a
// shelf from and to are as in the file, or beginnings of heads.
func (s *state) scan(b bucket, from, to []byte, see visit) error {
	in, err := s.in(b)
	if err != nil {
		return err
	}
	c := in.Cursor()
	n := 0
	var buffer [maxShelved]byte
	for k, v := c.Seek(from); k != nil && (to == nil || bytes.Compare(k, to) < 0); k, v = c.Next() {
		if n++; n%1024 == 0 {
			if err := stopped(s.ctx); err != nil {
				return err
			}
		}
		if !b.holds(k) {
			continue
		}
		if more, err := s.show(b, k, buffer[:], v, see); err != nil || !more {
			return err
		}
	}
	return nil
}

// scanBack visits the keys with the prefix, the last first.
func (s *state) scanBack(b bucket, prefix []byte, see visit) error {
	in, err := s.in(b)
	if err != nil {
		return err
	}
	prefix = b.shelve(prefix)
	c := in.Cursor()
	var k, v []byte
	if end := after(prefix); end != nil {
		if k, _ = c.Seek(end); k != nil {
			k, v = c.Prev()
		} else {
			k, v = c.Last()
		}
	} else {
		k, v = c.Last()
	}
	n := 0
	var buffer [maxShelved]byte
	for ; k != nil && bytes.HasPrefix(k, prefix); k, v = c.Prev() {
		if n++; n%1024 == 0 {
			if err := stopped(s.ctx); err != nil {
				return err
			}
		}
		if more, err := s.show(b, k, buffer[:], v, see); err != nil || !more {
			return err
		}
	}
	return nil
}

// show opens a value and has it seen; the buffer is for the key.
func (s *state) show(b bucket, key, buffer, written []byte, see visit) (bool, error) {
	v, err := s.opened(b, key, written)
	if err != nil {
		return false, err
	}
	return see(b.unshelve(key, buffer), v)
}

// scanPrefix visits the keys with the prefix in order.
func (s *state) scanPrefix(b bucket, prefix []byte, see visit) error {
	prefix = b.shelve(prefix)
	return s.scan(b, prefix, after(prefix), see)
}

// after returns the first key past all that have the prefix, nil if there is
// none.
func after(prefix []byte) []byte {
	for i := len(prefix) - 1; i >= 0; i-- {
		if prefix[i] != 0xff {
			end := bytes.Clone(prefix[:i+1])
			end[i]++
			return end
		}
	}
	return nil
}

// one reads one record; it returns an Error with CodeNotFound if there is none.
func one[T app.Record](s *state, id app.ID) (T, error) {
	var none T
	kind, _ := none.Key()
	b, _ := bucketOf(kind)
	raw, err := s.get(b, id[:])
	if err != nil {
		return none, err
	}
	if raw == nil {
		return none, notFound(kind, id)
	}
	return decode[T](s.coding, raw)
}

// number reads a value that is one number; 0 if it is not there.
func (s *state) number(b bucket, key []byte) (uint64, error) {
	v, err := s.get(b, key)
	if err != nil || v == nil {
		return 0, err
	}
	if len(v) != 8 {
		return 0, damaged(fmt.Errorf("a number in %s has %d bytes", b, len(v)))
	}
	return binary.BigEndian.Uint64(v), nil
}
