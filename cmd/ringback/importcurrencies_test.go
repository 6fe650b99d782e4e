package main_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
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

func TestOfTheSheetsOfAWorkbookOneSentenceIsSaidWhereItIsTheSame(t *testing.T) {
	s := newShell(t)
	for name, c := range map[string]struct {
		prices []string // names of the columns, by sheet
		want   []string
	}{
		"all the same":   {[]string{"UnitPrice", "UnitPrice", "UnitPrice"}, []string{"“months.xlsx”, amounts"}},
		"one of another": {[]string{"UnitPrice", "Price", "UnitPrice"}, []string{"“months.xlsx (M0, M2)”, amounts", "“months.xlsx (M1)”, amounts"}},
	} {
		book := excelize.NewFile()
		for i, price := range c.prices {
			sheet := fmt.Sprintf("M%d", i)
			if _, err := book.NewSheet(sheet); err != nil {
				t.Fatal(err)
			}
			for cell, row := range map[string][]any{
				"A1": {"Receipt", "Date", "Customer ID", "Name", "Item", price},
				"A2": {i + 1, "2026-02-28", 7, "Mia", "Lamp", 1.5},
			} {
				if err := book.SetSheetRow(sheet, cell, &row); err != nil {
					t.Fatal(err)
				}
			}
		}
		buffer, err := book.WriteToBuffer()
		if err != nil {
			t.Fatal(err)
		}
		said := s.must("import", "--dry-run", s.file("months.xlsx", buffer.String()))
		if strings.Count(said, "name no currency") != len(c.want) {
			t.Errorf("%s: said\n%s", name, said)
		}
		for _, want := range c.want {
			if !strings.Contains(said, want) {
				t.Errorf("%s: %q is not in\n%s", name, want, said)
			}
		}
	}
}
