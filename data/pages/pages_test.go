package pages_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"

	"ringback.app/data/pages"
)

// file returns a file of bbolt's with two buckets: one of many pages, one of which
// overflows, and one that lies within its value.
func file(t testing.TB, listed bool) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "file")
	db, err := bolt.Open(path, 0o600, &bolt.Options{PageSize: 1024, NoFreelistSync: !listed})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // what the first commit wrote is free after the second
		err = db.Update(func(tx *bolt.Tx) error {
			many, err := tx.CreateBucketIfNotExists([]byte("many"))
			if err != nil {
				return err
			}
			for n := range 60 {
				if err := many.Put(fmt.Appendf(nil, "key %02d", n), bytes.Repeat([]byte{byte(n)}, 40)); err != nil {
					return err
				}
			}
			if err := many.Put([]byte("long"), bytes.Repeat([]byte("x"), 5000)); err != nil {
				return err
			}
			few, err := tx.CreateBucketIfNotExists([]byte("few"))
			if err != nil {
				return err
			}
			return few.Put([]byte("key"), []byte("value"))
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func salvaged(ctx context.Context, raw []byte, bucket string) (int, error) {
	r := bytes.NewReader(raw)
	m, err := pages.ReadMeta(r)
	if err != nil {
		return 0, err
	}
	n := 0
	err = pages.Salvage(ctx, r, m, bucket, func([]byte, []byte) { n++ })
	return n, err
}

func TestAWholeFileIsFoundWhole(t *testing.T) {
	for _, listed := range []bool{true, false} {
		raw := file(t, listed)
		r := bytes.NewReader(raw)
		m, err := pages.ReadMeta(r)
		if err != nil || m.ListsFree() != listed || m.Size() > int64(len(raw)) {
			t.Fatalf("%+v, %v", m, err)
		}
		if of, ok := pages.ReadMetaOf(r, m.Tx(), 1024); !ok || of != m {
			t.Errorf("of its last commit: %+v, %v", of, ok)
		}
		if _, ok := pages.ReadMetaOf(r, m.Tx()-2, 1024); ok {
			t.Error("what was written over is there")
		}
		if err := errors.Join(pages.Check(t.Context(), r, m), pages.CheckFree(r, m)); err != nil {
			t.Error(err)
		}
		for bucket, want := range map[string]int{"many": 61, "few": 1} {
			if n, err := salvaged(t.Context(), raw, bucket); err != nil || n != want {
				t.Errorf("in %s were found %d, %v", bucket, n, err)
			}
		}
		if _, err := salvaged(t.Context(), raw, "none"); err == nil {
			t.Error("a bucket was found that is not there")
		}
	}
}

func TestACheckStopsWhenNobodyWaitsForIt(t *testing.T) {
	r := bytes.NewReader(file(t, true))
	m, err := pages.ReadMeta(r)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if err := pages.Check(ctx, r, m); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// FuzzNothingInAFileMakesReadingFall overwrites some of a file: it is read to its end
// or refused.
func FuzzNothingInAFileMakesReadingFall(f *testing.F) {
	whole := file(f, true)
	for at := 0; at < len(whole); at += 500 {
		f.Add(uint(at), []byte{0xff})
		f.Add(uint(at), bytes.Repeat([]byte{1}, 40))
	}
	f.Fuzz(func(t *testing.T, at uint, over []byte) {
		raw := bytes.Clone(whole)
		copy(raw[at%uint(len(raw)):], over)
		r := bytes.NewReader(raw)
		m, err := pages.ReadMeta(r)
		if err != nil {
			return
		}
		if pages.Check(t.Context(), r, m) == nil && pages.CheckFree(r, m) != nil {
			t.Error("the list of free pages was not looked at")
		}
		_, _ = salvaged(t.Context(), raw, "many")
	})
}
