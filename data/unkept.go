package data

import (
	"bytes"
	"context"
	"maps"
	"strings"
	"sync"
)

// unkept holds what the file did not take of what was to be kept, nil for what was
// to be dropped. Readers of the book find it there as if it were in the file.
type unkept struct {
	mu     sync.Mutex
	values map[string][]byte
}

func (u *unkept) hold(key string, value []byte) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.values == nil {
		u.values = make(map[string][]byte)
	}
	u.values[key] = bytes.Clone(value)
}

func (u *unkept) forget(key string) {
	u.mu.Lock()
	defer u.mu.Unlock()
	delete(u.values, key)
}

func (u *unkept) forgetAll() {
	u.mu.Lock()
	defer u.mu.Unlock()
	clear(u.values)
}

// value returns a copy of what is held under the key, and whether anything is.
func (u *unkept) value(key string) ([]byte, bool) {
	u.mu.Lock()
	defer u.mu.Unlock()
	value, held := u.values[key]
	return bytes.Clone(value), held
}

// under returns what is held under keys with that beginning.
func (u *unkept) under(prefix string) map[string][]byte {
	u.mu.Lock()
	defer u.mu.Unlock()
	some := maps.Clone(u.values)
	maps.DeleteFunc(some, func(key string, _ []byte) bool { return !strings.HasPrefix(key, prefix) })
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
	for key, value := range b.unkept.under("") {
		if err := b.setKept(ctx, key, value); err != nil {
			return err
		}
	}
	return nil
}
