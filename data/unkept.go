package data

import (
	"bytes"
	"context"
	"maps"
	"strings"
	"sync"
)

// unkept holds what the file has not taken of what is to be kept, nil for what is to be
// dropped: not yet, while others write, or not at all. Readers of the book find it there
// as if it were in the file.
type unkept struct {
	mu     sync.Mutex
	values map[string]held
	turns  uint64
}

// held is a value, and which of all that were ever held it was.
type held struct {
	value []byte
	turn  uint64
}

// hold holds a value and returns its turn.
func (u *unkept) hold(key string, value []byte) uint64 {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.values == nil {
		u.values = make(map[string]held)
	}
	u.turns++
	u.values[key] = held{bytes.Clone(value), u.turns}
	return u.turns
}

// holds tells whether the value of that turn is still held: it was neither written since
// nor is there a later one.
func (u *unkept) holds(key string, turn uint64) bool {
	u.mu.Lock()
	defer u.mu.Unlock()
	return u.values[key].turn == turn
}

// written forgets the value of that turn, if no later one has taken its place.
func (u *unkept) written(key string, turn uint64) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.values[key].turn == turn {
		delete(u.values, key)
	}
}

func (u *unkept) forget(key string) {
	u.mu.Lock()
	defer u.mu.Unlock()
	delete(u.values, key)
}

// forgetUpTo forgets whatever was held by that turn.
func (u *unkept) forgetUpTo(turn uint64) {
	u.mu.Lock()
	defer u.mu.Unlock()
	maps.DeleteFunc(u.values, func(_ string, h held) bool { return h.turn <= turn })
}

// now returns the last turn so far, and all that is held.
func (u *unkept) now() (turn uint64, all map[string]held) {
	u.mu.Lock()
	defer u.mu.Unlock()
	return u.turns, maps.Clone(u.values)
}

// value returns a copy of what is held under the key, and whether anything is.
func (u *unkept) value(key string) ([]byte, bool) {
	u.mu.Lock()
	defer u.mu.Unlock()
	h, is := u.values[key]
	return bytes.Clone(h.value), is
}

// under returns what is held under keys with that beginning.
func (u *unkept) under(prefix string) map[string][]byte {
	u.mu.Lock()
	defer u.mu.Unlock()
	some := make(map[string][]byte)
	for key, h := range u.values {
		if strings.HasPrefix(key, prefix) {
			some[key] = h.value
		}
	}
	return some
}

// Unkept returns what the file did not take of what was last to be kept, nil for
// what was to be dropped. It can be read after Close, too: this is what is lost
// with the book.
func (b *Book) Unkept() map[string][]byte { return b.unkept.under("") }

// KeepAgain writes what the file did not take of what was to be kept, on a full
// disk for one. It returns nil if there is nothing of that, or nothing any more,
// and else the errors of Keep.
func (b *Book) KeepAgain(ctx context.Context) error {
	if len(b.Unkept()) == 0 {
		return nil // without waiting for an import
	}
	b.write.Lock()
	defer b.write.Unlock()
	return b.keepAgain(ctx)
}

// keepAgain is KeepAgain for whoever writes.
func (b *Book) keepAgain(ctx context.Context) error {
	_, all := b.unkept.now()
	for key, h := range all {
		if !b.unkept.holds(key, h.turn) {
			continue // there is a later one
		}
		if err := b.setKept(ctx, key, h); err != nil {
			return err
		}
	}
	return nil
}
