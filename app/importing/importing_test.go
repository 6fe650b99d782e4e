package importing_test

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/wording"
	"ringback.app/assets"
)

func cards(lines ...string) importing.Source {
	return importing.Bytes("people.vcf", []byte(strings.Join(lines, "\r\n")+"\r\n"))
}

func card(lines ...string) string {
	return "BEGIN:VCARD\r\nVERSION:3.0\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VCARD"
}

func table(lines ...string) importing.Source {
	return importing.Bytes("till.csv", []byte(strings.Join(lines, "\n")+"\n"))
}

// look reads the files without writing.
func look(t *testing.T, book *shelf, o importing.Options, files ...importing.Source) *importing.Preview {
	t.Helper()
	p, err := importing.New(book, book.ids).Read(context.Background(), files, o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// take reads the files and writes what comes of them.
func take(t *testing.T, book *shelf, files ...importing.Source) *importing.Preview {
	t.Helper()
	p := look(t, book, importing.Options{}, files...)
	if _, err := importing.New(book, book.ids).Commit(context.Background(), p); err != nil {
		t.Fatal(err)
	}
	return p
}

func actions(p *importing.Preview) []importing.Action {
	var all []importing.Action
	for _, i := range p.Items {
		all = append(all, i.Action)
	}
	return all
}

func problems(p *importing.Preview) []string {
	var all []string
	for _, i := range p.Items {
		for _, e := range i.Problems {
			all = append(all, e.Key)
		}
	}
	return all
}

// named returns the customer of that name.
func (s *shelf) named(t *testing.T, name string) app.Customer {
	t.Helper()
	for _, c := range s.customers {
		if c.Called() == name {
			return c
		}
	}
	t.Fatalf("nobody is called %q", name)
	return app.Customer{}
}

// bought returns the purchases of that customer, by receipt.
func (s *shelf) bought(id app.ID) map[string]app.Purchase {
	found := map[string]app.Purchase{}
	for _, p := range s.purchases {
		if p.Customer == id {
			found[p.Receipt] = p
		}
	}
	return found
}

func keyOf(err error) string {
	var e *app.Error
	if errors.As(err, &e) {
		return e.Key
	}
	return ""
}

func TestACancelledImportLeavesNothing(t *testing.T) {
	book := newShelf()
	ctx, cancel := context.WithCancel(context.Background())
	var lines []string
	for range 5000 {
		lines = append(lines, card("FN:Ann"))
	}
	seen := 0
	_, err := importing.New(book, book.ids).Read(ctx, []importing.Source{cards(lines...)}, importing.Options{
		Progress: func(p importing.Progress) {
			if seen++; p.Items > 1000 {
				cancel()
			}
			if p.Done > p.Total || p.Files != 1 || p.Number != 1 {
				t.Errorf("progress %+v", p)
			}
		},
	})
	if app.CodeOf(err) != app.CodeCancelled || len(book.customers) != 0 || seen < 4 {
		t.Errorf("got %v after %d steps", err, seen)
	}
	p := look(t, book, importing.Options{}, cards(card("FN:Ann")))
	if _, err := importing.New(book, book.ids).Commit(ctx, p); app.CodeOf(err) != app.CodeCancelled || len(book.batches) != 0 {
		t.Errorf("committed after the end: %v", err)
	}
}

func TestAPreviewOfAnOlderBookIsNotWritten(t *testing.T) {
	book := newShelf()
	p := look(t, book, importing.Options{}, cards(card("FN:Ann")))
	take(t, book, cards(card("FN:Bob")))
	_, err := importing.New(book, book.ids).Commit(context.Background(), p)
	if app.CodeOf(err) != app.CodeConflict || len(book.customers) != 1 {
		t.Errorf("got %v, %d customers", err, len(book.customers))
	}
}

func TestAnImportIsOneBatchNamedAfterItsFiles(t *testing.T) {
	book := newShelf()
	p := look(t, book, importing.Options{}, cards(card("FN:Ann", "X-CUSTOMER-ID:7")), table("date,customer id", "2026-03-01,7"))
	if len(book.customers) != 0 {
		t.Fatal("looking wrote something")
	}
	result, err := importing.New(book, book.ids).Commit(context.Background(), p)
	if err != nil || len(book.batches) != 1 {
		t.Fatalf("%v, %d batches", err, len(book.batches))
	}
	if b := book.batches[0]; b.ID != result.Batch || b.Act != app.ActImport || b.Note != "people.vcf, till.csv" || result.Changed != 2 {
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
			book := newShelf()
			if _, err := importing.New(book, book.ids).Read(ctx, []importing.Source{file}, importing.Options{}); app.CodeOf(err) != app.CodeCancelled {
				t.Errorf("%v", err)
			}
		})
	}
}
