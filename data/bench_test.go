package data_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/data"
)

// The benchmarks run on a seeded book of BENCH_CUSTOMERS customers and
// BENCH_PURCHASES purchases, 100,000 and 1,000,000 if not set. It is made once;
// RINGBACK_BENCH_BOOK names a file to keep it in.

func benchSize(name string, otherwise int) int {
	if n, err := strconv.Atoi(os.Getenv(name)); err == nil && n > 0 {
		return n
	}
	return otherwise
}

// benchShop is a made-up shop.
type benchShop struct {
	random *rand.Rand
	ids    *app.IDs
	all    []app.ID
	made   int
}

var (
	givenNames  = []string{"Anna", "Mikko", "Eeva", "José", "Zoë", "Kristiina", "Øyvind", "Maria", "Juhani", "Łukasz", "Sofia", "Karl", "Ines", "Tuomas", "Hélène", "Bo"}
	familyParts = []string{"Kor", "Vir", "Mä", "Niemi", "Lind", "Berg", "Sal", "Haka", "Öst", "Rau", "Koski", "Petr", "Wald", "Jär", "Tolo", "Nur"}
	familyEnds  = []string{"honen", "tanen", "kelä", "nen", "qvist", "ström", "minen", "la", "lund", "tio", "vaara", "ov", "mann", "vinen", "sson", "mi"}
	itemKinds   = []string{"table", "chair", "lamp", "shelf", "bicycle", "kettle", "rug", "mirror", "bench", "vase"}
	itemWoods   = []string{"Oak", "Birch", "Steel", "Walnut", "Pine", "Glass", "Linen", "Copper", "Marble", "Ash"}
)

func pick(r *rand.Rand, from []string) string { return from[r.IntN(len(from))] }

func (s *benchShop) customer() app.Customer {
	r := s.random
	c := app.Customer{ID: s.ids.Next()}
	s.made++
	given, family := pick(r, givenNames), pick(r, familyParts)+pick(r, familyEnds)
	c.Name = app.Name{Full: given + " " + family, Given: given, Family: family}
	number := fmt.Sprintf("+3584%08d", r.IntN(100_000_000))
	c.Phones = []app.Phone{{Label: "mobile", Typed: "0" + number[4:6] + " " + number[6:], E164: number}}
	c.Emails = []app.Email{{Address: fmt.Sprintf("%s.%d@example.com", family, s.made)}}
	c.References = []app.Reference{{Kind: app.ReferenceShop, Value: strconv.Itoa(100_000 + s.made)}}
	if r.IntN(10) == 0 {
		c.Notes = "Prefers " + pick(r, itemWoods) + ", asks for delivery in the morning"
	}
	return c
}

func (s *benchShop) purchase(today app.Day) app.Purchase {
	r := s.random
	p := app.Purchase{
		ID: s.ids.Next(), Customer: s.all[r.IntN(len(s.all))], Day: today - app.Day(r.IntN(2000)),
		Receipt: strconv.Itoa(int(r.Int32())), Currency: "EUR", SoldBy: pick(r, givenNames),
	}
	for range 1 + r.IntN(3) {
		l := app.Line{
			Item:     fmt.Sprintf("%s %s %d", pick(r, itemWoods), pick(r, itemKinds), r.IntN(40)),
			Quantity: app.One, Amount: int64(500 + r.IntN(100_000)),
		}
		p.Lines = append(p.Lines, l)
		p.Total += l.Amount
	}
	return p
}

const benchBatch = 20_000

func fillBook(book *data.Book, ids *app.IDs, customers, purchases int) error {
	s := &benchShop{random: rand.New(rand.NewPCG(1, 2)), ids: ids}
	batch := func(n int, one func() app.Record) error {
		for n > 0 {
			b := app.Batch{Act: app.ActSample}
			for range min(n, benchBatch) {
				b.Changes = append(b.Changes, app.Put(one()))
			}
			n -= len(b.Changes)
			if _, err := book.Apply(context.Background(), b); err != nil {
				return err
			}
		}
		return nil
	}
	err := batch(customers, func() app.Record {
		c := s.customer()
		s.all = append(s.all, c.ID)
		return c
	})
	if err != nil {
		return err
	}
	return batch(purchases, func() app.Record { return s.purchase(app.DayOf(noon)) })
}

var benchPath = sync.OnceValues(func() (string, error) {
	path := os.Getenv("RINGBACK_BENCH_BOOK")
	if path == "" {
		dir, err := os.MkdirTemp("", "ringback-bench-")
		if err != nil {
			return "", err
		}
		path = filepath.Join(dir, "bench.book")
	}
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	clock := func() time.Time { return noon }
	ids := app.NewIDs(clock, rand.NewChaCha8([32]byte{7}))
	book, err := data.Open(context.Background(), path, data.Options{Clock: clock, IDs: ids, Plan: plan()})
	if err != nil {
		return "", err
	}
	began := time.Now()
	err = fillBook(book, ids, benchSize("BENCH_CUSTOMERS", 100_000), benchSize("BENCH_PURCHASES", 1_000_000))
	if err != nil {
		return "", err
	}
	if err := book.Close(); err != nil {
		return "", err
	}
	info, err := os.Stat(path)
	if err != nil {
		return "", err
	}
	fmt.Printf("# filled the book in %v, %d MiB\n", time.Since(began).Round(time.Millisecond), info.Size()>>20)
	return path, nil
})

func benchBook(b *testing.B) *data.Book {
	b.Helper()
	path, err := benchPath()
	if err != nil {
		b.Fatal(err)
	}
	book, err := data.Open(b.Context(), path, data.Options{Clock: func() time.Time { return noon }, Plan: plan()})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = book.Close() })
	return book
}

func BenchmarkSearch(b *testing.B) {
	book := benchBook(b)
	for _, query := range []string{
		"a", "k", "ko", "kor", "korh", "korhonen", "anna korhonen", "zoe", "son", "0", "04", "040", "358401",
		"4412", "tab", "oak table", "oak table 12", "e", "example", "an ko", "anna oak", "qqq",
	} {
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				if _, err := book.Search(b.Context(), query, 50); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func someCustomers(b *testing.B, book *data.Book, n int) []app.ID {
	b.Helper()
	var ids []app.ID
	err := book.Customers(b.Context(), func(l app.Listed) bool {
		ids = append(ids, l.ID)
		return len(ids) < n
	})
	if err != nil {
		b.Fatal(err)
	}
	return ids
}

func BenchmarkSaveCall(b *testing.B) {
	b.Run("book", func(b *testing.B) {
		book := benchBook(b)
		customers := someCustomers(b, book, 1000)
		ids := app.NewIDs(time.Now, rand.NewChaCha8([32]byte{byte(time.Now().UnixNano())}))
		n := 0
		for b.Loop() {
			of := customers[n%len(customers)]
			n++
			score := 9
			call := app.Call{ID: ids.Next(), Customer: of, Start: noon, End: noon, Disposition: app.Talked, Notes: "Happy with the table"}
			said := app.Opinion{ID: ids.Next(), Customer: of, Taken: noon, Said: app.DayOf(noon), Source: app.FromCall, Score: &score, Verbatim: "It is the best table we ever had.", Call: call.ID}
			_, err := book.Apply(b.Context(), app.Batch{
				ID: ids.Next(), Act: app.ActLogCall, Changes: []app.Change{app.Put(call), app.Put(said)}, Draft: "draft/" + of.String(),
			})
			if err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("bare put", func(b *testing.B) {
		db, err := bolt.Open(filepath.Join(b.TempDir(), "bare"), 0o600, &bolt.Options{NoFreelistSync: true, FreelistType: bolt.FreelistMapType})
		if err != nil {
			b.Fatal(err)
		}
		defer func() { _ = db.Close() }()
		value := make([]byte, 600)
		for n := uint64(0); b.Loop(); n++ {
			err := db.Update(func(tx *bolt.Tx) error {
				in, err := tx.CreateBucketIfNotExists([]byte("b"))
				if err != nil {
					return err
				}
				return in.Put(fmt.Appendf(nil, "%08d", n), value)
			})
			if err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkCard(b *testing.B) {
	b.Run("book", func(b *testing.B) {
		book := benchBook(b)
		customers := someCustomers(b, book, 1000)
		ctx, n := b.Context(), 0
		for b.Loop() {
			id := customers[n%len(customers)]
			n++
			for _, read := range []func() error{
				func() error { _, err := book.Customer(ctx, id); return err },
				func() error { _, err := book.Summary(ctx, id); return err },
				func() error { _, err := book.Purchases(ctx, id, 8); return err },
				func() error { _, err := book.Calls(ctx, id, 5); return err },
				func() error { _, err := book.Opinions(ctx, id, 5); return err },
				func() error { _, err := book.Complaints(ctx, id); return err },
			} {
				if err := read(); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
	b.Run("bare get", func(b *testing.B) {
		book := benchBook(b)
		customers := someCustomers(b, book, 1000)
		if err := book.Close(); err != nil {
			b.Fatal(err)
		}
		db, err := bolt.Open(book.Path(), 0o600, &bolt.Options{ReadOnly: true})
		if err != nil {
			b.Fatal(err)
		}
		defer func() { _ = db.Close() }()
		n := 0
		for b.Loop() {
			id := customers[n%len(customers)]
			n++
			_ = db.View(func(tx *bolt.Tx) error {
				_ = tx.Bucket([]byte("customers")).Get(id[:])
				return nil
			})
		}
	})
}

func BenchmarkReadList(b *testing.B) {
	book := benchBook(b)
	b.Run("unasked", func(b *testing.B) {
		n := 0
		for b.Loop() {
			n = 0
			_ = book.ReadList(b.Context(), func(s calllist.Snapshot) error {
				return s.Unasked(func(app.ID, app.Day) bool { n++; return true })
			})
		}
		b.ReportMetric(float64(n), "customers")
	})
	b.Run("12 days of openings", func(b *testing.B) {
		n := 0
		for b.Loop() {
			n = 0
			_ = book.ReadList(b.Context(), func(s calllist.Snapshot) error {
				return s.Openings(calllist.Range{Stream: calllist.StreamBought, From: noon.AddDate(0, 0, -12), To: noon},
					func(calllist.Opening) bool { n++; return true })
			})
		}
		b.ReportMetric(float64(n), "openings")
	})
	b.Run("today", func(b *testing.B) {
		list := calllist.New(book, func() time.Time { return noon })
		for b.Loop() {
			if _, err := list.Today(b.Context(), 50); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkOpen(b *testing.B) {
	path, err := benchPath()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		book, err := data.Open(b.Context(), path, data.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if err := book.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
