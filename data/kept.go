package data

import (
	"bytes"
	"context"

	"ringback.app/app"
)

// Keep keeps a value under a word of the caller's, without a history, until it
// is dropped. It is on the disk when Keep returns. The word must not hold a name
// or a number: put an ID.
func (b *Book) Keep(ctx context.Context, key string, value []byte) error {
	if key == "" {
		return invalid("error.book.no-id", nil)
	}
	return b.unjournaled(ctx, func(w *writing) error {
		w.put(inKept, []byte(key), value)
		return nil
	})
}

// Drop forgets what is kept under the word, if anything is.
func (b *Book) Drop(ctx context.Context, key string) error {
	return b.unjournaled(ctx, func(w *writing) error {
		w.remove(inKept, []byte(key))
		return nil
	})
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
