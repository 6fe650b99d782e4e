package data_test

import (
	"context"
	"fmt"
	"maps"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/data"
)

// tillTable is a table of several thousand receipts, of columns that only a
// person can tell.
func tillTable() (importing.Source, importing.Options) {
	var t strings.Builder
	t.WriteString("who,when,what,bon\n")
	for i := range 4000 {
		fmt.Fprintf(&t, "%d,2026-03-%02d,Cup %d,%d\n", 1+i%3000, 1+i%28, i%50, i)
	}
	return importing.Bytes("till.csv", []byte(t.String())), importing.Options{Map: []columns.Mapping{
		{Column: "who", Field: fields.Customer},
		{Column: "when", Field: fields.Day},
		{Column: "bon", Field: fields.Receipt},
		{Column: "what", Field: fields.Item},
	}}
}

func TestAnImportThatIsStoppedWhileItWritesLeavesNothingBehind(t *testing.T) {
	s := newShop(t)
	s.put(s.customer("Maija Korhonen", "+358401234567"))
	before := everything(t, s)
	file, options := tillTable()
	im := importing.New(s.Book, s.ids)
	for _, part := range []int64{0, 10, 40, 70, 85} {
		p, err := im.Read(t.Context(), []importing.Source{file}, options)
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		_, err = im.CommitTelling(ctx, p, func(at importing.Progress) {
			if at.Stage != importing.Writing || at.Done > at.Total || at.Total < 7000 {
				t.Errorf("progress %+v", at)
			}
			if at.Done*100 >= part*at.Total {
				cancel()
			}
		})
		cancel()
		if app.CodeOf(err) != app.CodeCancelled {
			t.Fatalf("stopped at %d %%: %v", part, err)
		}
		if after := everything(t, s); !maps.Equal(before, after) {
			t.Errorf("stopped at %d %%: the book is another", part)
		}
		if _, err := im.Commit(t.Context(), p); app.CodeOf(err) != app.CodeConflict {
			t.Errorf("the same preview again: %v", err)
		}
	}
	p, err := im.Read(t.Context(), []importing.Source{file}, options)
	if err != nil {
		t.Fatal(err)
	}
	var told []int64
	if _, err := im.CommitTelling(t.Context(), p, func(at importing.Progress) { told = append(told, at.Done) }); err != nil {
		t.Fatal(err)
	}
	for i := range told {
		if i > 0 && told[i] < told[i-1] {
			t.Fatalf("the writing goes back: %v", told)
		}
	}
	if keys, err := s.KeptKeys(t.Context(), ""); err != nil || len(keys) != 1 || len(told) < 10 {
		t.Errorf("kept %d mappings (%v), told %d times", len(keys), err, len(told))
	}
}

// everything is all that is in the book.
func everything(t *testing.T, s *shop) map[string]string {
	t.Helper()
	all, err := data.Dump(t.Context(), s.Book, true)
	if err != nil {
		t.Fatal(err)
	}
	keys, err := s.KeptKeys(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range keys {
		all["kept "+key] = "there"
	}
	return all
}
