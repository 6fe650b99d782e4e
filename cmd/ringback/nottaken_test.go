package main_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

func TestWhatAnImportDidNotTakeIsSaidAsJSONToo(t *testing.T) {
	s := newShell(t)
	all := s.lines("import", s.file("till.csv", "Receipt,Date,Customer ID,Name,Item,Price,Shelf,Empty\n1,2026-02-28,7,Mia,Lamp,1,B4,\n"), s.file("contacts.vcf", cards))
	want := []any{map[string]any{"file": "till.csv", "columns": []any{"Shelf"}}}
	if diff := cmp.Diff(want, all[len(all)-1].inner(t, "summary")["not_taken"]); diff != "" {
		t.Error(diff)
	}
}

func TestWhatAnImportCouldNotTellFromATableIsSaidAsJSONToo(t *testing.T) {
	s := newShell(t)
	all := s.lines("import",
		s.file("orders.csv", "Order,Date,Email,Total,Currency\n7,2026-02-28,mia@example.com,9.00,EUR\n"),
		s.file("items.csv", "Order,Item,Xy,Price\n7,Lamp,3,9.00\n"))
	summary := all[len(all)-1].inner(t, "summary")
	want := []any{map[string]any{"file": "items.csv"}}
	for _, field := range []string{"one_each", "customers_by_order"} {
		if diff := cmp.Diff(want, summary[field]); diff != "" {
			t.Errorf("%s: %s", field, diff)
		}
	}
}

func TestTheStatusesThatAnImportTookForSoldAreSaid(t *testing.T) {
	s := newShell(t)
	file := s.file("till.csv", "Receipt,Date,Customer ID,Name,Item,Price,Status\n1,2026-02-28,7,Mia,Lamp,1.00,Completed\n2,2026-02-28,7,Mia,Lamp,1.00,Cancelled\n")
	all := s.lines("import", "--dry-run", file)
	want := []any{map[string]any{"file": "till.csv", "statuses": []any{map[string]any{"text": "Completed", "lines": 1.0}}}}
	if diff := cmp.Diff(want, all[len(all)-1].inner(t, "summary")["taken_as_sold"]); diff != "" {
		t.Error(diff)
	}
	if said := s.must("import", "--dry-run", file); !strings.Contains(said, "by their status taken as sold: Completed 1.") {
		t.Errorf("said\n%s", said)
	}
}

func TestALineThatNamesNobodyIsToldByItsNumber(t *testing.T) {
	s := newShell(t)
	file := s.file("people.csv", "Name,Phone,Notes\nAnn Bell,+44 20 7946 0290,\n,,Just a note\n")
	said := s.must("import", "--dry-run", file)
	if !strings.Contains(said, "Line 3: there is no name, no number and no e-mail address") {
		t.Errorf("said\n%s", said)
	}
}

func TestWhatIsHiddenInAWorkbookIsSaid(t *testing.T) {
	s := newShell(t)
	book := excelize.NewFile()
	for cell, row := range map[string][]any{
		"A1": {"Name", "Phone"}, "A2": {"Ann Bell", "+44 20 7946 0290"}, "A3": {"Bob Cole", "+44 20 7946 0291"},
	} {
		if err := book.SetSheetRow("Sheet1", cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	if err := book.SetRowVisible("Sheet1", 3, false); err != nil {
		t.Fatal(err)
	}
	if err := book.SetColVisible("Sheet1", "B", false); err != nil {
		t.Fatal(err)
	}
	buffer, err := book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	file := s.file("people.xlsx", buffer.String())
	said := s.must("import", "--dry-run", file)
	if !strings.Contains(said, "“people.xlsx”, 1 line is hidden in the workbook") || !strings.Contains(said, "read like the other columns: Phone.") {
		t.Errorf("said\n%s", said)
	}
	all := s.lines("import", "--dry-run", file)
	want := []any{map[string]any{"file": "people.xlsx", "lines": 1.0, "columns": []any{"Phone"}}}
	if diff := cmp.Diff(want, all[len(all)-1].inner(t, "summary")["hidden"]); diff != "" {
		t.Error(diff)
	}
}

func TestWhatLiesBesideContactsInAnArchiveIsNamed(t *testing.T) {
	s := newShell(t)
	var packed bytes.Buffer
	w := zip.NewWriter(&packed)
	for name, text := range map[string]string{"people.csv": "Name,Phone\nAnn Bell,+44 20 7946 0290\n", "read me.txt": "Nothing of interest"} {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	file := s.file("all.zip", packed.String())
	said := s.must("import", "--dry-run", file)
	if !strings.Contains(said, "In “all.zip”, neither contacts nor a table, so left alone: read me.txt.") {
		t.Errorf("said\n%s", said)
	}
	all := s.lines("import", "--dry-run", file)
	want := []any{map[string]any{"file": "all.zip", "files": []any{"read me.txt"}}}
	if diff := cmp.Diff(want, all[len(all)-1].inner(t, "summary")["beside"]); diff != "" {
		t.Error(diff)
	}
}
