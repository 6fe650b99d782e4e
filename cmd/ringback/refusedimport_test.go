package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Whoever refuses in a list that is imported is not rung under another record either.
func TestWhatAnImportSaysWasRefusedHoldsForWhoMayBeThem(t *testing.T) {
	for name, tt := range map[string]struct {
		other string // on record with the same number
		rung  bool
	}{
		"an initial":              {"A. Lee", false},
		"somebody else with them": {"Tom Lee", true},
	} {
		t.Run(name, func(t *testing.T) {
			s := newShell(t)
			file := func(name, text string) string {
				path := filepath.Join(s.home, name)
				if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
				return path
			}
			s.must("import", file("base.csv", "Date,Customer number,Customer,Phone,Item,Amount,Receipt\n"+
				"2026-11-06,1,Ann Lee,+44 20 7946 0011,Oak table,400.00,R1\n"+
				"2026-11-06,2,"+tt.other+",+44 20 7946 0011,Stool,90.00,R2\n"))
			said := s.must("import", file("dnc.csv", "Customer number,Name,Phone,Do not call\n1,Ann Lee,+44 20 7946 0011,yes\n"))
			if told := strings.Contains(said, "Nor is "+tt.other+" called"); told == tt.rung {
				t.Errorf("said %s", said)
			}
			if today := s.must("today"); strings.Contains(today, "Stool") != tt.rung || strings.Contains(today, "Oak table") {
				t.Errorf("the list: %s", today)
			}
		})
	}
}
