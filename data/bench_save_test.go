package data_test

import (
	"crypto/rand"
	"os"
	"path/filepath"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/data"
)

// savedBytes is about what saving a call with a note writes: the call, what they
// said, the summary, three lines of the journal, and the keys that lead to them.
const savedBytes = 3000

// A call with what was said, on the disk when it returns. Budget: 1 ms. The bare
// limit is one bbolt commit of as many bytes.
func BenchmarkSaveCall(b *testing.B) {
	// Later than the last calls of the made-up shop, and so never in a cooldown.
	now := benchNow.AddDate(0, 0, 90)
	clock := func() time.Time { return now }
	book := benchCopyAt(b, clock)
	people := someCustomers(b, book, 5000)
	desk := calling.New(book, clock, app.NewIDs(clock, rand.Reader))
	bare, close := bareFile(b, filepath.Dir(book.Path()))
	defer close()
	score, n := 9, 0
	against(b, func() error {
		n++
		now = now.Add(10 * time.Minute)
		_, err := desk.Log(b.Context(), calling.Report{
			Customer: people[n%len(people)], Disposition: app.Talked, Notes: "Happy with the table.", Anyway: "They asked.",
			Opinion: &calling.Said{Score: &score, Verbatim: "It is the best table we ever had.", Themes: []string{"quality"}},
		})
		return err
	}, bare)
}

// The same without the desk: what the book takes to write a call.
func BenchmarkApplyCall(b *testing.B) {
	book := benchCopy(b)
	people := someCustomers(b, book, 5000)
	bare, close := bareFile(b, filepath.Dir(book.Path()))
	defer close()
	ids, n := benchIDs(), 0
	against(b, func() error {
		n++
		return applyCall(b, book, ids, people[n%len(people)])
	}, bare)
}

func applyCall(b *testing.B, book *data.Book, ids *app.IDs, customer app.ID) error {
	score := 9
	call := app.Call{ID: ids.Next(), Customer: customer, Start: benchNow, End: benchNow, Disposition: app.Talked, Notes: "Happy with the table."}
	said := app.Opinion{
		ID: ids.Next(), Customer: customer, Taken: benchNow, Said: app.DayOf(benchNow), Source: app.FromCall,
		Score: &score, Verbatim: "It is the best table we ever had.", Call: call.ID,
	}
	_, err := book.Apply(b.Context(), app.Batch{Act: app.ActLogCall, Changes: []app.Change{app.Put(call), app.Put(said)}})
	return err
}

// bareFile returns a durable put into a file of bbolt's in that folder.
func bareFile(b *testing.B, folder string) (put func() error, done func()) {
	b.Helper()
	db, err := bolt.Open(filepath.Join(folder, "bare"), 0o600, &bolt.Options{NoFreelistSync: true, FreelistType: bolt.FreelistMapType})
	if err != nil {
		b.Fatal(err)
	}
	ids, value := benchIDs(), make([]byte, savedBytes)
	put = func() error {
		return db.Update(func(tx *bolt.Tx) error {
			in, err := tx.CreateBucketIfNotExists([]byte("bare"))
			if err != nil {
				return err
			}
			key := ids.Next()
			return in.Put(key[:], value)
		})
	}
	return put, func() {
		_ = db.Close()
		_ = os.Remove(db.Path())
	}
}
