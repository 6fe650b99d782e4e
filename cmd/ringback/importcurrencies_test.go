package main_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAnImportSaysAsWhatAmountsWereTakenThatNameNoCurrency(t *testing.T) {
	s := newShell(t)
	file := s.file("till.csv", "Receipt,Date,Customer ID,Name,Item,UnitPrice\n1,2026-02-28,7,Mia,Lamp,1.00\n")
	all := s.lines("import", "--dry-run", file)
	sum := all[len(all)-1].inner(t, "summary")
	want := []any{map[string]any{"file": "till.csv", "currency": "EUR", "said": false}}
	if diff := cmp.Diff(want, sum["taken_as"]); diff != "" || sum["currency_set"] != "" {
		t.Errorf("%v\n%s", sum["currency_set"], diff)
	}
	said := s.must("import", "--dry-run", file)
	if !strings.Contains(said, "taken as EUR, the currency in the settings. If they are in another: --map UnitPrice=price:gbp") {
		t.Errorf("said\n%s", said)
	}
	said = s.must("import", file, "--map", "UnitPrice=price:gbp")
	if !strings.Contains(said, "taken as GBP, as you said.") || !strings.Contains(said, "the currency in Settings goes with them: GBP.") {
		t.Errorf("said\n%s", said)
	}
	for _, group := range s.lines("loyalty") {
		if group["currency"] != "GBP" {
			t.Fatalf("the sums are in %v", group["currency"])
		}
	}
}
