package data

import (
	"bytes"
	"context"
	"slices"

	"ringback.app/app"
)

// Keep keeps a value under a word of the caller's, without a history, until it
// is dropped. It is on the disk when Keep returns, unless a later one has taken its
// place. The word must not hold a name or a number: put an ID.
func (b *Book) Keep(ctx context.Context, key string, value []byte) error {
	if key == "" {
		return invalid("error.book.no-id", nil)
	}
	return b.keep(ctx, key, append([]byte{}, value...))
}

// Drop forgets what is kept under the word, if anything is.
func (b *Book) Drop(ctx context.Context, key string) error { return b.keep(ctx, key, nil) }

// keep has the value kept, nil for none. Whoever asks for it finds it from now on,
// though others may be writing for a while.
func (b *Book) keep(ctx context.Context, key string, value []byte) error {
	turn := b.unkept.hold(key, value)
	b.write.Lock()
	defer b.write.Unlock()
	if !b.unkept.holds(key, turn) {
		return nil // it was written meanwhile, or dropped, or there is a later one
	}
	return b.setKept(ctx, key, held{value, turn})
}

// setKept writes what is held to be kept. What the file does not take stays held, where
// it is found all the same and can be written later.
func (b *Book) setKept(ctx context.Context, key string, h held) error {
	err := b.change(ctx, app.ID{}, func(w *writing) error {
		if h.value == nil {
			w.remove(inKept, []byte(key))
		} else {
			w.put(inKept, []byte(key), h.value)
		}
		return nil
	})
	if err == nil {
		b.unkept.written(key, h.turn)
	}
	return err
}

func (b *Book) unjournaled(ctx context.Context, write func(*writing) error) error {
	b.write.Lock()
	defer b.write.Unlock()
	return b.change(ctx, app.ID{}, write)
}

// Kept returns what is kept under the word, nil if nothing is.
func (b *Book) Kept(ctx context.Context, key string) (value []byte, err error) {
	if value, held := b.unkept.value(key); held {
		return value, nil
	}
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
	unkept := b.unkept.under(prefix)
	err = b.view(ctx, func(s *state) error {
		return s.scanPrefix(inKept, []byte(prefix), func(k, _ []byte) (bool, error) {
			if _, held := unkept[string(k)]; !held {
				keys = append(keys, string(k))
			}
			return true, nil
		})
	})
	for key, value := range unkept {
		if value != nil {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys, err
}
