// Package drafts keeps what is typed and not on record yet, so that it is there
// again after a crash.
package drafts

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"

	"ringback.app/app"
)

// Book is where drafts are kept: small values without a history.
type Book interface {
	Keep(ctx context.Context, key string, value []byte) error
	Kept(ctx context.Context, key string) ([]byte, error) // nil if there is none
	Drop(ctx context.Context, key string) error
}

// Shelf holds the drafts of one sort, each under a key that begins with
// app.KeptDrafts.
type Shelf[T any] struct {
	Book Book
	// Unreadable is the key of the sentence that one of them cannot be read any more.
	Unreadable string
	// Sound tells whether it is one that may be kept under that key; nil: all are.
	Sound func(key string, draft T) bool
}

// Put keeps what was typed so far, in place of what was kept before.
func (s Shelf[T]) Put(ctx context.Context, key string, draft T) error {
	value, err := json.Marshal(draft)
	if err != nil {
		return fmt.Errorf("write a draft: %w", err)
	}
	return s.Book.Keep(ctx, key, value)
}

// Get returns what was typed and is not on record yet; false if there is nothing.
// What is kept and cannot be read is an Error for which IsUnreadable holds.
func (s Shelf[T]) Get(ctx context.Context, key string) (draft T, kept bool, err error) {
	var none T
	value, err := s.Book.Kept(ctx, key)
	if err != nil || value == nil {
		return none, false, err
	}
	err = json.Unmarshal(value, &draft)
	if err == nil && s.Sound != nil && !s.Sound(key, draft) {
		err = fmt.Errorf("it is not of %s", key)
	}
	if err != nil {
		return none, false, &app.Error{Code: app.CodeDamaged, Key: s.Unreadable, Err: fmt.Errorf("read a draft: %w", err)}
	}
	return draft, true, nil
}

// All returns those under the keys, in their order. One that cannot be read is left
// alone: it is told where it is asked for. With an error there may be more.
func (s Shelf[T]) All(ctx context.Context, keys []string) (all []T, err error) {
	for _, key := range keys {
		draft, kept, failed := s.Get(ctx, key)
		if kept {
			all = append(all, draft)
		}
		if !IsUnreadable(failed) {
			err = cmp.Or(err, failed)
		}
	}
	return all, err
}

// IsUnreadable tells whether the error is that what is kept of a draft cannot be
// read, and never could be: the book itself is whole.
func IsUnreadable(err error) bool {
	return app.CodeOf(err) == app.CodeDamaged && !app.IsBookDamaged(err)
}
