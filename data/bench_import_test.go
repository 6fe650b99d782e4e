package data_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/emersion/go-vcard"
	bolt "go.etcd.io/bbolt"

	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
	"ringback.app/data"
)

const manyCards = 100_000

// yearOfTrade is a table of 541,909 lines: 22,190 receipts of 4,372 customers.
func yearOfTrade() []byte {
	var t bytes.Buffer
	t.WriteString("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n")
	for i := range 541_909 {
		receipt := i * 22_190 / 541_909
		fmt.Fprintf(&t, "%d,%d,ITEM NUMBER %d WITH A NAME,%d,2011-%02d-%02d 08:26:00,%d.%02d,%d.0,United Kingdom\n",
			536365+receipt, 20000+i%4000, i%4000, 1+i%12, 1+receipt%12, 1+receipt%28, i%20, i%100, 12346+receipt%4372)
	}
	return t.Bytes()
}

// BenchmarkImportCards reads, matches and commits 100,000 cards. The bare limit
// is go-vcard decoding the same file and one sorted put of all that the book
// wrote of it; it may take three times as long.
func BenchmarkImportCards(b *testing.B) {
	file := importingtest.ManyCards(manyCards)
	importAgainst(b, importing.Bytes("cards.vcf", file), func() error {
		d := vcard.NewDecoder(bytes.NewReader(file))
		for {
			if _, err := d.Decode(); errors.Is(err, io.EOF) {
				return nil
			} else if err != nil {
				return err
			}
		}
	})
}

// BenchmarkImportYear reads, matches and commits a year's trade, which may take
// ten seconds on two cores. The bare limit is splitting its lines at the commas
// and one sorted put of all that the book wrote of it.
func BenchmarkImportYear(b *testing.B) {
	file := yearOfTrade()
	importAgainst(b, importing.Bytes("year.csv", file), func() error {
		for line := range strings.Lines(string(file)) {
			if len(strings.Split(line, ",")) != 8 {
				return errors.New("a line of another length")
			}
		}
		return nil
	})
}

// importAgainst measures an import into an empty book against reading the file
// in the barest way and putting what the book wrote of it.
func importAgainst(b *testing.B, file importing.Source, read func() error) {
	b.Helper()
	folder := b.TempDir()
	var path string
	books := 0
	imported := func() error {
		books++
		path = filepath.Join(folder, fmt.Sprintf("%d.book", books))
		book, err := data.Open(b.Context(), path, benchOptions(benchNow))
		if err != nil {
			return err
		}
		importer := importing.New(book, benchIDs())
		preview, err := importer.Read(b.Context(), []importing.Source{file}, importing.Options{})
		if err != nil {
			return err
		}
		if preview.Summary.Rejected > 0 || preview.Summary.Created < 20_000 {
			return fmt.Errorf("another file was read: %+v", preview.Summary)
		}
		if _, err := importer.Commit(b.Context(), preview); err != nil {
			return err
		}
		return book.Close()
	}
	if err := imported(); err != nil {
		b.Fatal(err)
	}
	written, err := allOf(path)
	if err != nil {
		b.Fatal(err)
	}
	against(b, imported, func() error {
		if err := read(); err != nil {
			return err
		}
		return putBare(filepath.Join(folder, "bare"), written)
	}, func() error { return errors.Join(os.RemoveAll(path), os.RemoveAll(filepath.Join(folder, "bare"))) })
}

// shelf is a bucket's keys and values in their order.
type shelf struct {
	name  []byte
	pairs [][2][]byte
}

// allOf reads everything that is in a file of bbolt's.
func allOf(path string) (shelves []shelf, err error) {
	db, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	err = db.View(func(tx *bolt.Tx) error {
		return tx.ForEach(func(name []byte, in *bolt.Bucket) error {
			one := shelf{name: bytes.Clone(name)}
			err := in.ForEach(func(k, v []byte) error {
				one.pairs = append(one.pairs, [2][]byte{bytes.Clone(k), bytes.Clone(v)})
				return nil
			})
			shelves = append(shelves, one)
			return err
		})
	})
	return shelves, err
}

// putBare puts them into a new file, in their order and durably.
func putBare(path string, shelves []shelf) error {
	db, err := bolt.Open(path, 0o600, &bolt.Options{
		NoFreelistSync: true, FreelistType: bolt.FreelistMapType, InitialMmapSize: 512 << 20,
	})
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bolt.Tx) error {
		for _, s := range shelves {
			in, err := tx.CreateBucket(s.name)
			if err != nil {
				return err
			}
			for _, pair := range s.pairs {
				if err := in.Put(pair[0], pair[1]); err != nil {
					return err
				}
			}
		}
		return nil
	})
	return errors.Join(err, db.Close())
}
