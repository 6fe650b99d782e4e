package main_test

import (
	"strings"
	"testing"
)

func TestAnImportSaysWhatItAdds(t *testing.T) {
	s := newShell(t)
	s.lines("import", s.file("people.csv", "Name;Phone;Email\nJane Smith;+44 7700 900123;jane@example.com\n"))
	all := s.lines("import", s.file("more.csv", "Name;Phone;Email\nJane Smith;+44 7700 900124;jane@example.com\n"))
	added, _ := all[0]["added"].([]any)
	if len(added) != 1 {
		t.Fatalf("%v", all[0])
	}
	if got, _ := added[0].(map[string]any); got["property"] != "TEL" || got["text"] != "+44 7700 900124" {
		t.Errorf("%v", got)
	}
}

func TestAnImportSaysOfPurchasesWhoMayBeKnown(t *testing.T) {
	s := newShell(t)
	s.lines("import", s.file("people.csv", "Customer No;Name;Phone\n12;Jane Smith;+44 7700 900123\n"))
	file := s.file("till.csv", "Receipt;Date;Customer No;Name;Phone;Item;Price\n1;2026-02-27;77;Jane Smith;+44 7700 900123;Lamp;1.00\n")
	all := s.lines("import", "--dry-run", file)
	alike, _ := all[0]["alike"].([]any)
	if all[0]["action"] != "possible-duplicate" || len(alike) != 1 {
		t.Errorf("%v", all[0])
	}
	if sum := all[len(all)-1].inner(t, "summary"); sum["duplicates"] != 1.0 {
		t.Errorf("%v", sum)
	}
	if said := s.must("import", "--dry-run", file); !strings.Contains(said, "May be Jane Smith, who has +44 7700 900123 too") {
		t.Errorf("said\n%s", said)
	}
}
