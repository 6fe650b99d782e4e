package data

import (
	"bytes"
	"context"
	"maps"

	"ringback.app/app"
)

// Keep keeps a value under a word of the caller's, without a history, until it
// is dropped. It is on the disk when Keep returns. The word must not hold a name
// or a number: put an ID.
func (b *Book) Keep(ctx context.Context, key string, value []byte) error {
	if key == "" {
		return invalid("error.book.no-id", nil)
	}
	return b.setKept(ctx, key, value, func(w *writing) { w.put(inKept, []byte(key), value) })
}

// Drop forgets what is kept under the word, if anything is.
func (b *Book) Drop(ctx context.Context, key string) error {
	return b.setKept(ctx, key, nil, func(w *writing) { w.remove(inKept, []byte(key)) })
}

// setKept has the value kept, nil for none. One that the file does not take stays
// in memory.
func (b *Book) setKept(ctx context.Context, key string, value []byte, write func(*writing)) error {
	b.write.Lock()
	defer b.write.Unlock()
	err := b.change(ctx, app.ID{}, func(w *writing) error {
		write(w)
		return nil
	})
	if err != nil {
		b.unkept[key] = bytes.Clone(value)
	} else {
		delete(b.unkept, key)
	}
	return err
}

// Unkept returns what the file did not take of what was last to be kept, nil for
// what was to be dropped. It can be read after Close, too: this is what is lost
// with the book.
func (b *Book) Unkept() map[string][]byte {
	b.write.Lock()
	defer b.write.Unlock()
	return maps.Clone(b.unkept)
}

func (b *Book) unjournaled(ctx context.Context, write func(*writing) error) error {
	b.write.Lock()
	defer b.write.Unlock()
	return b.change(ctx, app.ID{}, write)
}

// Kept returns what is kept under the word, nil if nothing is.
func (b *Book) Kept(ctx context.Context, key string) (value []byte, err error) {
	err = b.view(ctx, func(s *state) error {
		v, err := s.get(inKept, []byte(key))
		value = bytes.Clone(v)
		return err
	})
	return value, err
}

// KeptKeys returns the words with that beginning under which something is
// kept, in order.
func (b *Book) KeptKeys(ctx context.Context, prefix string) (keys []string, err error) {
	err = b.view(ctx, func(s *state) error {
		return s.scanPrefix(inKept, []byte(prefix), func(k, _ []byte) (bool, error) {
			keys = append(keys, string(k))
			return true, nil
		})
	})
	return keys, err
}
