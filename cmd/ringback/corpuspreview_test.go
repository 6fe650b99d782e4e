package main_test

import (
	"context"
	"crypto/rand"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/wording"
	"ringback.app/assets"
	"ringback.app/data"
	importpage "ringback.app/ui/importing"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
)

// TestEveryFileOfTheCorpusIsShownAsWhatItIs drops each file on the Import page
// over a real book: it gives a preview, a question or a sentence, and never a
// fault of ours.
func TestEveryFileOfTheCorpusIsShownAsWhatItIs(t *testing.T) {
	folder := os.Getenv("RINGBACK_CORPUS")
	if folder == "" {
		t.Skip("RINGBACK_CORPUS names no folder of files to try")
	}
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	catalogue, err := wording.Load(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	say := catalogue.In("en")
	book, err := data.Open(t.Context(), filepath.Join(t.TempDir(), "book"), data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	page := importpage.New(importpage.Services{
		Importer: importing.New(book, app.NewIDs(time.Now, rand.Reader)), Book: book, Run: pagetest.AtOnce{},
		By: func() string { return "" },
	}, say)
	test.NewTempWindow(t, page.Content())
	fault := say.Error(&app.Error{Code: app.CodeDamaged, Key: "error.book.damaged"})
	files, previews := 0, 0
	err = filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		ending := strings.ToLower(filepath.Ext(path))
		if err != nil || entry.IsDir() || !strings.Contains(".vcf.csv.xlsx.zip.txt", ending) || ending == "" {
			return err
		}
		files++
		page.Dropped([]string{path})
		shown := pagetest.Texts(page.Content())
		switch {
		case strings.Contains(shown, fault):
			t.Errorf("%s: the book is said to be damaged", entry.Name())
		case strings.Contains(shown, say.Say("bring.preview", nil)):
			previews++
			if !strings.Contains(shown, entry.Name()) {
				t.Errorf("%s: its preview does not name it", entry.Name())
			}
		case strings.Contains(shown, say.Say("bring.other", nil)): // a question, or why not
		default:
			t.Errorf("%s: shows\n%s", entry.Name(), shown)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files == 0 || previews < files*9/10 {
		t.Errorf("%d of %d files have a preview", previews, files)
	}
	// All cards at once: a file that cannot be read does not cost the others.
	cards, err := filepath.Glob(filepath.Join(folder, "vcards", "*"))
	if err != nil || len(cards) == 0 {
		t.Fatalf("%d files of cards, %v", len(cards), err)
	}
	empty := filepath.Join(t.TempDir(), "empty.vcf")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	page.Dropped(append(cards, empty))
	shown := pagetest.Texts(page.Content())
	for _, want := range []string{say.Say("bring.preview", nil), "files were left out"} {
		if !strings.Contains(shown, want) {
			t.Errorf("all at once: %q is not in\n%.500s", want, shown)
		}
	}
	if size, err := book.Size(context.Background()); err != nil || !size.Empty() {
		t.Errorf("looking has written %+v, %v", size, err)
	}
}
