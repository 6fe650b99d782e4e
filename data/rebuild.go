package data

import (
	"context"

	"ringback.app/app"
)

// Problem is something wrong with a book, as a sentence's key and what fills
// its gaps.
type Problem struct {
	Key  string
	Args app.Args
}

// Rebuild derives everything anew.
func (b *Book) Rebuild(context.Context) error { return nil }
