package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/data"
)

// typing is a book with a copy made of it, and what is typed in it after that.
type typing struct {
	*testing.T
	path, copied string
	book         *data.Book
	ids          *app.IDs
}

func newTyping(t *testing.T) *typing {
	t.Helper()
	folder := t.TempDir()
	y := &typing{T: t, path: filepath.Join(folder, "shop.book"), copied: filepath.Join(folder, "copy.book")}
	y.ids = app.NewIDs(time.Now, bytes.NewReader(bytes.Repeat([]byte{7}, 4096)))
	y.open()
	return y
}

func (y *typing) open() {
	y.Helper()
	book, err := data.Open(y.Context(), y.path, data.Options{})
	if err != nil {
		y.Fatal(err)
	}
	y.book = book
	y.Cleanup(func() { _ = book.Close() })
}

func (y *typing) customer(name string) app.ID {
	y.Helper()
	c := app.Customer{ID: y.ids.Next(), Name: app.Name{Full: name}}
	if _, err := y.book.Apply(y.Context(), app.Batch{Act: app.ActAddCustomer, Changes: []app.Change{app.Put(c)}}); err != nil {
		y.Fatal(err)
	}
	return c.ID
}

func (y *typing) keep(key, value string) {
	y.Helper()
	if err := y.book.Keep(y.Context(), key, []byte(value)); err != nil {
		y.Fatal(err)
	}
}

func (y *typing) backup() {
	y.Helper()
	if err := y.book.Backup(y.Context(), y.copied); err != nil {
		y.Fatal(err)
	}
}

// goBack puts the copy in the place of the book, with what was being typed.
func (y *typing) goBack(unkept map[string][]byte) error {
	y.Helper()
	_ = y.book.Close()
	typed := carryOut(y.Context(), y.path, unkept)
	if err := data.Restore(y.Context(), y.copied, y.path); err != nil {
		y.Fatal(err)
	}
	y.open()
	return typed.into(y.Context(), y.book, y.path)
}

func (y *typing) wants(key, value string) {
	y.Helper()
	if got, err := y.book.Kept(y.Context(), key); err != nil || string(got) != value {
		y.Errorf("under %s it keeps %q, %v; want %q", key, got, err, value)
	}
}

func TestWhatWasBeingTypedComesAlongIntoTheCopy(t *testing.T) {
	y := newTyping(t)
	anna, ben := "draft.call."+y.customer("Anna").String(), "draft.call."+y.customer("Ben").String()
	settled := "draft.answer." + y.customer("Carl").String() + ".promise." + app.ID{}.String()
	y.keep(anna, `{"saved":"2026-11-20T10:00:00Z","notes":"of Friday"}`)
	y.keep("draft.opinion", `{"Words":"old"}`)
	y.keep("reminders", `"as they were"`)
	y.backup()
	y.keep(anna, `{"saved":"2026-11-22T10:00:00Z","notes":"of Sunday"}`)
	y.keep(ben, `{"saved":"2026-11-22T10:01:00Z","notes":"begun"}`)
	y.keep("draft.opinion", `{"Words":"new"}`)
	y.keep(settled, `{"text":"dropped"}`)
	y.keep("reminders", `"told since"`)
	err := y.goBack(map[string][]byte{ben: []byte(`{"notes":"begun, and gone on with"}`), settled: nil})
	if err != nil {
		t.Errorf("something is said to be missing: %v", err)
	}
	y.wants(anna, `{"saved":"2026-11-22T10:00:00Z","notes":"of Sunday"}`)
	y.wants(ben, `{"notes":"begun, and gone on with"}`)
	y.wants("draft.opinion", `{"Words":"new"}`)
	y.wants(settled, "")
	y.wants("reminders", `"as they were"`)
}

func TestWhatIsNewerInTheCopyStays(t *testing.T) {
	y := newTyping(t)
	anna := "draft.call." + y.customer("Anna").String()
	y.keep(anna, `{"saved":"2026-11-22T10:00:00Z","notes":"newer"}`)
	y.backup()
	y.keep(anna, `{"saved":"2026-11-20T10:00:00Z","notes":"older"}`)
	if err := y.goBack(nil); err != nil {
		t.Error(err)
	}
	y.wants(anna, `{"saved":"2026-11-22T10:00:00Z","notes":"newer"}`)
}

func TestWhatCannotComeAlongIsSaid(t *testing.T) {
	tests := map[string]func(y *typing){
		"a draft that was written over": func(y *typing) { y.keep("draft.opinion", "{\"Words\":\"\xa5\xa5\xa5") },
		"one about a customer whom the copy does not have": func(y *typing) {
			y.keep("draft.call."+y.customer("Dora").String(), `{"notes":"begun"}`)
		},
		"what lies on pages that are bad": func(y *typing) {
			_ = y.book.Close()
			raw, err := os.ReadFile(y.path)
			if err != nil {
				y.Fatal(err)
			}
			copy(raw[2*4096:], bytes.Repeat([]byte{0xA5}, len(raw)-2*4096))
			if err := os.WriteFile(y.path, raw, 0o600); err != nil {
				y.Fatal(err)
			}
		},
	}
	for name, happens := range tests {
		t.Run(name, func(t *testing.T) {
			y := newTyping(t)
			anna := "draft.call." + y.customer("Anna").String()
			y.keep(anna, `{"notes":"begun"}`)
			y.backup()
			happens(y)
			err := y.goBack(nil)
			if app.CodeOf(err) != app.CodeDamaged || app.IsBookDamaged(err) {
				t.Errorf("said: %v", err)
			}
			y.wants(anna, `{"notes":"begun"}`)
			if keys, err := y.book.KeptKeys(t.Context(), "draft."); err != nil || len(keys) != 1 {
				t.Errorf("kept are %v, %v", keys, err)
			}
		})
	}
}
