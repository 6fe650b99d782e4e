package spreadsheet_test

import (
	"strings"
	"testing"

	"ringback.app/app/spreadsheet"
)

func TestGuard(t *testing.T) {
	for cell, want := range map[string]string{
		"":                    "",
		"Oak table":           "Oak table",
		"=1+1":                "'=1+1",
		"+358 40 123 4567":    "'+358 40 123 4567",
		"-":                   "'-",
		"@home":               "'@home",
		"\tindented":          "'\tindented",
		"\rreturned":          "'\rreturned",
		"＝1":                  "'＝1",
		"'quoted'":            "'quoted'",
		"'=guarded by itself": "''=guarded by itself",
		"a=b":                 "a=b",
	} {
		if got := spreadsheet.Guard(cell); got != want {
			t.Errorf("%q: got %q, want %q", cell, got, want)
		}
	}
}

func FuzzGuardIsTakenOffAgain(f *testing.F) {
	for _, cell := range []string{"", "'", "=", "'=", "''+1", "+358", "'a", "\xff", "'\xff", "＠"} {
		f.Add(cell)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		guarded := spreadsheet.Guard(cell)
		if got := spreadsheet.Unguard(guarded); got != cell {
			t.Errorf("%q came back as %q", cell, got)
		}
		if guarded != "" && strings.ContainsAny(guarded[:1], "=+-@\t\r\n") {
			t.Errorf("%q would be run", guarded)
		}
	})
}
