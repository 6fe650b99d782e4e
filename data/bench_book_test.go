package data_test

import (
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"ringback.app/app"
	"ringback.app/app/sample"
	"ringback.app/data"
)

// The benchmarks hold the budgets of speed on a made-up shop of BENCH_CUSTOMERS
// customers and BENCH_PURCHASES purchases, 100,000 and 1,000,000 if not set, who
// were called about as often as there are customers, each
// beside its bare limit: the same bytes read from or written to bbolt with
// nothing around them. The shop is made once a machine and kept in
// RINGBACK_BENCH_BOOK or, without it, in the user's cache.

// benchNow is the moment at which the made-up shop was made: a Friday, 10:00 in
// London.
var benchNow = time.Date(2026, time.November, 20, 10, 0, 0, 0, time.UTC)

// benchBooks counts the ways in which books of the benchmarks were written; one
// of another way is made anew.
const benchBooks = 21

func benchSize(name string, otherwise int) int {
	if n, err := strconv.Atoi(os.Getenv(name)); err == nil && n > 0 {
		return n
	}
	return otherwise
}

func benchPlan() app.Plan {
	p := app.DefaultPlan(app.CallingHours{From: 9 * 60, To: 20 * 60, Days: app.Week &^ app.DaysOf(time.Sunday)})
	p.TimeZone, p.Country, p.Currency = "Europe/London", "GB", "GBP"
	return p
}

var benchPath = sync.OnceValues(func() (string, error) {
	o := sample.Options{
		Customers: benchSize("BENCH_CUSTOMERS", 100_000),
		Purchases: benchSize("BENCH_PURCHASES", 1_000_000),
		Seed:      1, Now: benchNow,
	}
	path := os.Getenv("RINGBACK_BENCH_BOOK")
	if path == "" {
		cache, err := os.UserCacheDir()
		if err != nil {
			return "", err
		}
		path = filepath.Join(cache, "ringback", fmt.Sprintf("bench-%d-%d-%d.book", benchBooks, o.Customers, o.Purchases))
	}
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", err
	}
	began, part := time.Now(), path+".part"
	if err := os.RemoveAll(part); err != nil {
		return "", err
	}
	book, err := data.Open(context.Background(), part, benchOptions(benchNow))
	if err != nil {
		return "", err
	}
	if _, err := sample.Write(context.Background(), book, o); err != nil {
		return "", err
	}
	if err := talkOf(context.Background(), book); err != nil {
		return "", err
	}
	// Years of single calls leave hardly any room in a file; the large batches that
	// made them up do.
	if err := book.Compact(context.Background()); err != nil {
		return "", err
	}
	if err := book.Close(); err != nil {
		return "", err
	}
	fmt.Printf("# made the shop up in %v: %s\n", time.Since(began).Round(time.Second), path)
	return path, os.Rename(part, path)
})

func benchOptions(now time.Time) data.Options {
	return data.Options{Clock: func() time.Time { return now }, Plan: benchPlan()}
}

// benchBook opens the made-up shop, which nobody writes to.
func benchBook(b *testing.B) *data.Book {
	b.Helper()
	path, err := benchPath()
	if err != nil {
		b.Fatal(err)
	}
	return openBench(b, path)
}

// benchCopy opens a copy of the made-up shop, on the same disk.
func benchCopy(b *testing.B) *data.Book {
	b.Helper()
	return benchCopyAt(b, func() time.Time { return benchNow })
}

// benchCopyAt opens a copy that goes by that clock.
func benchCopyAt(b *testing.B, clock app.Clock) *data.Book {
	b.Helper()
	path, err := benchPath()
	if err != nil {
		b.Fatal(err)
	}
	into, err := os.MkdirTemp(filepath.Dir(path), "copy-")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = os.RemoveAll(into) })
	copied := filepath.Join(into, "copy.book")
	if err := copyFile(path, copied); err != nil {
		b.Fatal(err)
	}
	return openBenchAt(b, copied, clock)
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if _, err := io.Copy(out, in); err != nil {
		_ = out.Close()
		return err
	}
	if err := out.Sync(); err != nil {
		_ = out.Close()
		return err
	}
	return out.Close()
}

func openBench(b *testing.B, path string) *data.Book {
	b.Helper()
	return openBenchAt(b, path, func() time.Time { return benchNow })
}

func openBenchAt(b *testing.B, path string, clock app.Clock) *data.Book {
	b.Helper()
	options := benchOptions(benchNow)
	options.Clock = clock
	book, err := data.Open(b.Context(), path, options)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = book.Close() })
	return book
}

func benchIDs() *app.IDs { return app.NewIDs(func() time.Time { return benchNow }, rand.Reader) }

// against runs what is measured and its bare limit by turns, so that both meet
// the same machine, and reports the medians and their ratio. What is to be done
// after each is not timed.
func against(b *testing.B, measured, bare func() error, after ...func() error) {
	b.Helper()
	var ours, limit []time.Duration
	timed := func(f func() error) time.Duration {
		began := time.Now()
		err := f()
		took := time.Since(began)
		for _, tidy := range after {
			if err == nil {
				err = tidy()
			}
		}
		if err != nil {
			b.Fatal(err)
		}
		return took
	}
	for b.Loop() {
		ours = append(ours, timed(measured))
		limit = append(limit, timed(bare))
	}
	middle := func(all []time.Duration) float64 {
		slices.Sort(all)
		return float64(all[len(all)/2].Nanoseconds())
	}
	b.ReportMetric(middle(ours), "ns/op")
	b.ReportMetric(middle(limit), "bare-ns/op")
	b.ReportMetric(middle(ours)/max(1, middle(limit)), "x-bare")
}

// spot is where a value lies in the file.
type spot struct {
	bucket string
	key    []byte
}

// gets returns the bare limit of reading those values: nothing but finding them.
func gets(book *data.Book, spots []spot) func() error {
	return func() error {
		return data.Bare(book, func(tx *bolt.Tx) error {
			for _, s := range spots {
				if tx.Bucket([]byte(s.bucket)).Get(s.key) == nil {
					return fmt.Errorf("%s has no %x", s.bucket, s.key)
				}
			}
			return nil
		})
	}
}

// known returns where a customer and their summary lie.
func known(customer app.ID) []spot {
	return []spot{{"customers", customer[:]}, {"by-customer", append(customer[:], 's')}}
}

// someCustomers returns so many customers from all over the book.
func someCustomers(b *testing.B, book *data.Book, n int) []app.ID {
	b.Helper()
	size, err := book.Size(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	var ids []app.ID
	at, step := 0, max(1, size.Customers/n)
	err = book.Customers(b.Context(), func(l app.Listed) bool {
		if at++; at%step == 0 {
			ids = append(ids, l.ID)
		}
		return len(ids) < n
	})
	if err != nil {
		b.Fatal(err)
	}
	return ids
}
