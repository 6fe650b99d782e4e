package importing_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/importingtest"
)

func TestAPersonSaysWhatKeepsTheColumnsApart(t *testing.T) {
	// Each line has one of both signs.
	file := importingtest.Table("Name;Phone,", "Smith,Jane;+44 7700 900123", "Brown,Tom;+44 7700 900124")
	told := file
	told.Delimiter = ';'
	for _, tt := range []struct {
		name string
		file importing.Source
		o    importing.Options
		want string
	}{
		{"of all files", file, importing.Options{Delimiter: ';'}, "Smith,Jane"},
		{"of a file", told, importing.Options{}, "Smith,Jane"},
		{"of a file before all", told, importing.Options{Delimiter: ','}, "Smith,Jane"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := importingtest.Look(t, importingtest.NewShelf(), tt.o, tt.file, importingtest.Cards(importingtest.Card("FN:Ann")))
			if f := p.Files[0]; f.Delimiter != ";" || p.Items[0].Name != tt.want || len(p.Items[0].Phones) != 1 {
				t.Errorf("%q, %+v", f.Delimiter, p.Items[0])
			}
		})
	}
	book := importingtest.NewShelf()
	_, err := importing.New(book, book.IDs).Read(t.Context(), []importing.Source{file}, importing.Options{Delimiter: '|'})
	if asked, ok := columns.Asks(err); !ok || asked.Delimiter != "|" || len(asked.Names) != 1 {
		t.Errorf("one that is not there: %v", err)
	}
}

func TestASignThatKeepsColumnsApartHasAName(t *testing.T) {
	for text, want := range map[string]byte{";": ';', "semicolon": ';', "Tab": '\t', `\t`: '\t', "\t": '\t', "~": '~', "^": '^', "space": ' ', " ": ' '} {
		if got, err := importing.ParseDelimiter(text); err != nil || got != want {
			t.Errorf("%q: %q, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "a", "7", ";;", `"`, "\n", "é", "\x00"} {
		if got, err := importing.ParseDelimiter(text); importingtest.KeyOf(err) != "error.import.delimiter" || app.CodeOf(err) != app.CodeInvalid {
			t.Errorf("%q: %q, %v", text, got, err)
		}
	}
}
