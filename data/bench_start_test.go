package data_test

import (
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"ringback.app/app/calllist"
	"ringback.app/data"
)

// From a closed book to the first list. The bare limit is bbolt opening the same
// file to write.
func BenchmarkStart(b *testing.B) {
	book := benchCopy(b)
	path := book.Path()
	if err := book.Close(); err != nil {
		b.Fatal(err)
	}
	var opened interface{ Close() error }
	against(b, func() error {
		book, err := data.Open(b.Context(), path, benchOptions(benchNow))
		if err != nil {
			return err
		}
		opened = book
		_, err = calllist.New(book, func() time.Time { return benchNow }).Today(b.Context(), 50)
		return err
	}, func() error {
		db, err := bolt.Open(path, 0o600, &bolt.Options{NoFreelistSync: true, FreelistType: bolt.FreelistMapType})
		opened = db
		return err
	}, func() error { return opened.Close() })
}
