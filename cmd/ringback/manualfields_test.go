package main_test

import (
	"regexp"
	"strings"
	"testing"
)

// fieldNames returns the names of all fields of a value, those inside too.
func fieldNames(value any, found map[string]bool) {
	switch v := value.(type) {
	case map[string]any:
		for name, inner := range v {
			found[name] = true
			if name != "params" && name != "by" { // which are the file's own, and the outcomes
				fieldNames(inner, found)
			}
		}
	case []any:
		for _, inner := range v {
			fieldNames(inner, found)
		}
	}
}

func TestTheManualNamesEveryFieldThatIsPrinted(t *testing.T) {
	s := newShell(t)
	s.must("sample", "--customers", "80", "--purchases", "400", "--seed", "3")
	word := regexp.MustCompile(`[a-z0-9_]+`)
	for _, command := range []string{"today", "today --skipped", "customers", "export notes", "export customers", "export purchases", "export opinions", "export complaints", "complaints", "opinions", "loyalty", "review"} {
		t.Run(command, func(t *testing.T) {
			lines := s.lines(strings.Fields(command)...)
			if len(lines) == 0 {
				t.Fatal("nothing is printed")
			}
			printed := map[string]bool{}
			for _, line := range lines {
				fieldNames(map[string]any(line), printed)
			}
			_, told, _ := strings.Cut(s.plain(append(strings.Fields(strings.TrimSuffix(command, " --skipped")), "--help")...).out, "\nWITH --json\n")
			told, _, _ = strings.Cut(told, "\nEXAMPLES\n")
			named := map[string]bool{}
			for _, w := range word.FindAllString(told, -1) {
				named[w] = true
			}
			for name := range printed {
				if !named[name] {
					t.Errorf("%s is not in\n%s", name, told)
				}
			}
		})
	}
}
