package data_test

import (
	"context"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/merging"
)

// Finding who may be in the book twice: everybody once, and then only those who
// changed. The bare limit of the first is reading each record once.
func BenchmarkDuplicates(b *testing.B) {
	book := benchBook(b)
	desk := merging.New(book)
	var ids []app.ID
	err := book.Customers(b.Context(), func(c app.Listed) bool {
		ids = append(ids, c.ID)
		return true
	})
	if err != nil || len(ids) == 0 {
		b.Fatal(len(ids), err)
	}
	each := func() error {
		return book.Match(context.Background(), func(known importing.Known) error {
			for _, id := range ids {
				if _, err := known.Customer(id); err != nil {
					return err
				}
			}
			return nil
		})
	}
	b.Run("everybody", func(b *testing.B) {
		against(b, func() error {
			_, err := desk.Find(b.Context())
			return err
		}, each)
	})
	b.Run("one", func(b *testing.B) {
		n := 0
		for b.Loop() {
			n++
			if _, err := desk.FindOf(b.Context(), ids[n*997%len(ids)]); err != nil {
				b.Fatal(err)
			}
		}
	})
}
