package importing_test

import (
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
	"ringback.app/app/wording"
	"ringback.app/assets"
)

func TestACancelledImportLeavesNothing(t *testing.T) {
	book := importingtest.NewShelf()
	ctx, cancel := context.WithCancel(context.Background())
	var lines []string
	for range 5000 {
		lines = append(lines, importingtest.Card("FN:Ann"))
	}
	seen := 0
	_, err := importing.New(book, book.IDs).Read(ctx, []importing.Source{importingtest.Cards(lines...)}, importing.Options{
		Progress: func(p importing.Progress) {
			if seen++; p.Items > 1000 {
				cancel()
			}
			if p.Done > p.Total || p.Files != 1 || p.Number != 1 {
				t.Errorf("progress %+v", p)
			}
		},
	})
	if app.CodeOf(err) != app.CodeCancelled || len(book.Customers) != 0 || seen < 4 {
		t.Errorf("got %v after %d steps", err, seen)
	}
	p := importingtest.Look(t, book, importing.Options{}, importingtest.Cards(importingtest.Card("FN:Ann")))
	if _, err := importing.New(book, book.IDs).Commit(ctx, p); app.CodeOf(err) != app.CodeCancelled || len(book.Log) != 0 {
		t.Errorf("committed after the end: %v", err)
	}
}

func TestAPreviewOfAnOlderBookIsNotWritten(t *testing.T) {
	book := importingtest.NewShelf()
	p := importingtest.Look(t, book, importing.Options{}, importingtest.Cards(importingtest.Card("FN:Ann")))
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:Bob")))
	_, err := importing.New(book, book.IDs).Commit(context.Background(), p)
	if app.CodeOf(err) != app.CodeConflict || len(book.Customers) != 1 {
		t.Errorf("got %v, %d customers", err, len(book.Customers))
	}
}

func TestAnImportIsOneBatchNamedAfterItsFiles(t *testing.T) {
	book := importingtest.NewShelf()
	p := importingtest.Look(t, book, importing.Options{}, importingtest.Cards(importingtest.Card("FN:Ann", "X-CUSTOMER-ID:7")), importingtest.Table("date,customer id", "2026-03-01,7"))
	if len(book.Customers) != 0 {
		t.Fatal("looking wrote something")
	}
	result, err := importing.New(book, book.IDs).Commit(context.Background(), p)
	if err != nil || len(book.Log) != 1 {
		t.Fatalf("%v, %d batches", err, len(book.Log))
	}
	if b := book.Log[0]; b.ID != result.Batch || b.Act != app.ActImport || b.Note != "people.vcf, till.csv" || result.Changed != 2 {
		t.Errorf("batch %+v, result %+v", b, result)
	}
}

func TestEverySentenceIsThere(t *testing.T) {
	sentences, err := wording.Load(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	voice := sentences.In("en")
	key := regexp.MustCompile(`"((?:error\.)?import\.[a-z.-]+)"`)
	found := 0
	err = filepath.WalkDir(".", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		code, err := os.ReadFile(path)
		for _, m := range key.FindAllStringSubmatch(string(code), -1) {
			found++
			if voice.Say(m[1], app.Args{}) == m[1] {
				t.Errorf("%s asks for %s, which no sentence has", path, m[1])
			}
		}
		return err
	})
	if err != nil || found < 30 {
		t.Errorf("%d keys found: %v", found, err)
	}
}

// endless is a file whose one line never ends.
type endless struct{ stop func() }

func (e endless) Read(into []byte) (int, error) {
	e.stop()
	for i := range into {
		into[i] = 'x'
	}
	return len(into), nil
}

func (endless) Close() error { return nil }

func TestAnImportIsStoppedInTheMidstOfALine(t *testing.T) {
	for name, begin := range map[string]string{
		"contacts":   "BEGIN:VCARD\r\nFN:Ann\r\nNOTE:",
		"a table":    "date,customer id,item\n2026-03-01,7,",
		"an archive": "PK\x03\x04",
		"a workbook": "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
		"a cell":     "date,customer id,item\n2026-03-01,7,\"",
		"a photo":    "BEGIN:VCARD\r\nFN:Ann\r\nPHOTO;ENCODING=b:",
	} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			read := 0
			file := importing.Source{Name: "a", Open: func() (io.ReadCloser, error) {
				e := endless{func() {
					if read++; read > 200 || read > 20 && begin[0] != 'B' && begin[0] != 'd' { // archives are read in large pieces
						cancel()
					}
				}}
				return struct {
					io.Reader
					io.Closer
				}{io.MultiReader(strings.NewReader(begin), e), e}, nil
			}}
			book := importingtest.NewShelf()
			if _, err := importing.New(book, book.IDs).Read(ctx, []importing.Source{file}, importing.Options{}); app.CodeOf(err) != app.CodeCancelled {
				t.Errorf("%v", err)
			}
		})
	}
}
