package main_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWhatAnImportDidNotTakeIsSaidAsJSONToo(t *testing.T) {
	s := newShell(t)
	all := s.lines("import", s.file("till.csv", "Receipt,Date,Customer ID,Name,Item,Price,Shelf,Empty\n1,2026-02-28,7,Mia,Lamp,1,B4,\n"), s.file("contacts.vcf", cards))
	want := []any{map[string]any{"file": "till.csv", "columns": []any{"Shelf"}}}
	if diff := cmp.Diff(want, all[len(all)-1].inner(t, "summary")["not_taken"]); diff != "" {
		t.Error(diff)
	}
}
