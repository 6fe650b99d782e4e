package main

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"ringback.app/app"
	"ringback.app/data"
)

// draftBook is the book that drafts are carried into.
type draftBook interface {
	Customer(ctx context.Context, id app.ID) (app.Customer, error)
	Keep(ctx context.Context, key string, value []byte) error
	Kept(ctx context.Context, key string) ([]byte, error)
}

// carried is what was being typed when a book proved to be damaged, to be gone on
// with in the copy that takes its place.
type carried struct {
	drafts map[string][]byte
	missed error // why there may have been more
}

// carryOut takes out of the closed book at the path what was being typed: what can
// be read there and, over that, what the book did not take any more.
func carryOut(ctx context.Context, path string, unkept map[string][]byte) carried {
	var c carried
	c.drafts, c.missed = data.Salvage(ctx, path, app.KeptDrafts)
	if app.CodeOf(c.missed) == app.CodeNotFound {
		c.missed = nil // a book that is not there has nothing that could be missing
	}
	maps.Copy(c.drafts, unkept)
	maps.DeleteFunc(c.drafts, func(key string, value []byte) bool {
		if !strings.HasPrefix(key, app.KeptDrafts) || value == nil {
			return true
		}
		whole := utf8.ValidString(key) && utf8.Valid(value) && json.Valid(value)
		if !whole {
			c.miss(errors.New("a draft was written over"))
		}
		return !whole
	})
	return c
}

func (c *carried) miss(err error) { c.missed = errors.Join(c.missed, err) }

// into keeps it in the copy. What is newer there stays, and nothing is kept about
// customers whom the copy does not have. It returns an Error if something is, or
// may be, missing.
func (c *carried) into(ctx context.Context, book draftBook, path string) error {
	for _, key := range slices.Sorted(maps.Keys(c.drafts)) {
		if err := keepDraft(ctx, book, key, c.drafts[key]); err != nil {
			c.miss(err)
		}
	}
	if c.missed == nil {
		return nil
	}
	return &app.Error{Code: app.CodeDamaged, Key: "error.window.not-carried", Args: app.Args{"Path": path}, Err: c.missed}
}

func keepDraft(ctx context.Context, book draftBook, key string, value []byte) error {
	if whose := draftOf(key); !whose.IsZero() {
		if _, err := book.Customer(ctx, whose); err != nil {
			return err
		}
	}
	there, err := book.Kept(ctx, key)
	if err != nil || savedAt(there).After(savedAt(value)) {
		return err
	}
	return book.Keep(ctx, key, value)
}

// draftOf returns the customer whom a draft is about, the zero ID if that is none
// of the book's: it is the first that its word names.
func draftOf(key string) app.ID {
	for part := range strings.SplitSeq(key, ".") {
		if id, err := app.ParseID(part); err == nil {
			return id
		}
	}
	return app.ID{}
}

// savedAt is when a draft was kept; those that do not say are as old as their book.
func savedAt(draft []byte) time.Time {
	var d struct {
		Saved time.Time `json:"saved"`
	}
	if json.Unmarshal(draft, &d) != nil {
		return time.Time{}
	}
	return d.Saved
}
