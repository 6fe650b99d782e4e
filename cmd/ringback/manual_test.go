package main_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"ringback.app/app/importing/fields"
)

func commands() []string {
	return []string{
		"", "today", "customers", "complaints", "loyalty", "show", "opinions", "log", "add", "add customer", "add purchase", "add opinion", "add thank-you", "import", "export", "export notes",
		"export customers", "export purchases", "export opinions", "export quotes", "export complaints", "export planned",
		"export sheet", "export cards", "export all",
		"review", "undo", "sample", "check", "compact", "backup", "restore", "forget",
	}
}

func TestEveryCommandHasAPageOfTheManual(t *testing.T) {
	s := newShell(t)
	untold := regexp.MustCompile(`\b(command|error)\.[a-z]+\.[a-z.-]+|<no value>`)
	for _, name := range commands() {
		t.Run("ringback "+name, func(t *testing.T) {
			r := s.plain(append(strings.Fields(name), "--help")...)
			if r.code != 0 || r.complaint != "" {
				t.Fatalf("%+v", r)
			}
			if missing := untold.FindString(r.out); missing != "" {
				t.Errorf("there are no words for %s", missing)
			}
			for _, part := range []string{"NAME\n    " + strings.TrimSpace("ringback "+name) + " – ", "\nUSAGE\n    ringback", "\nDESCRIPTION\n", "\nFLAGS", "\nEXAMPLES\n    ringback", "\nEXIT CODES\n"} {
				if !strings.Contains(r.out, part) {
					t.Errorf("%q is not in\n%s", part, r.out)
				}
			}
			for line := range strings.Lines(r.out) {
				if wide := len([]rune(line)); wide > 81 && !strings.HasPrefix(line, "    ringback ") {
					t.Errorf("%d letters: %s", wide, line)
				}
				if strings.TrimRight(line, " \n") != strings.TrimRight(line, "\n") {
					t.Errorf("spaces at the end of %q", line)
				}
			}
		})
	}
}

func TestTheManualListsEveryCommand(t *testing.T) {
	out := newShell(t).plain("--help").out
	_, list, _ := strings.Cut(out, "\nCOMMANDS\n")
	list, _, _ = strings.Cut(list, "\n\n")
	var names []string
	for line := range strings.Lines(list) {
		if strings.HasPrefix(line, "     ") {
			continue // the rest of the line above
		}
		name, _, _ := strings.Cut(strings.TrimSpace(line), "  ")
		names = append(names, name)
	}
	known := strings.Join(commands(), "\n") + "\n"
	for _, name := range names {
		if !strings.Contains(known, "\n"+name+"\n") {
			t.Errorf("%s is not tested", name)
		}
	}
	if len(names) != len(commands())-3 { // without ringback, add and export alone
		t.Errorf("listed: %v", names)
	}
}

func TestTheManualNamesEveryFieldThatAColumnCanHold(t *testing.T) {
	told := newShell(t).plain("import", "--help").out
	for _, f := range fields.All() {
		if !regexp.MustCompile(`[ \n]` + string(f) + `[ ,;\n.]`).MatchString(told) {
			t.Errorf("%s is not in the manual", f)
		}
	}
	if told = newShell(t).plain("export", "cards", "--help").out; !strings.Contains(strings.Join(strings.Fields(told), " "), "de, el, en, es, fi, fr, it, nl, pl, pt, sv or vi") {
		t.Error("the languages of cards are not in the manual")
	}
}

func TestHelpComesBeforeComplaints(t *testing.T) {
	s := newShell(t)
	for _, args := range [][]string{{"log", "--help"}, {"--help", "log"}, {"-h"}, {"show", "-h"}} {
		if r := s.plain(args...); r.code != 0 || !strings.HasPrefix(r.out, "NAME\n") {
			t.Errorf("%v: %+v", args, r)
		}
	}
}

func TestTheVersionIsTheOneOfTheApp(t *testing.T) {
	toml, err := os.ReadFile("../../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	said := strings.TrimPrefix(strings.TrimSpace(newShell(t).plain("--version").out), "ringback ")
	if !strings.Contains(string(toml), `Version = "`+said+`"`) {
		t.Errorf("the program says %q, FyneApp.toml\n%s", said, toml)
	}
}

func TestTheTextFitsTheTerminal(t *testing.T) {
	s := newShell(t)
	s.must("add", "customer", "--name", "Wilhelmina \x1b[31mvan\r\nder\u202e "+strings.Repeat("long ", 20), "--number", "1", "--phone", "040 123 4567")
	s.must("add", "purchase", "1", "--day", "-5d", "--item", strings.Repeat("very ", 20)+"long table")
	s.columns = 80
	for _, args := range [][]string{{"today"}, {"show", "1"}, {"customers"}} {
		out := s.must(args...)
		for line := range strings.Lines(out) {
			if wide := len([]rune(strings.TrimRight(line, "\n"))); wide > 80 && args[0] != "customers" {
				t.Errorf("%v: %d columns: %s", args, wide, line)
			}
		}
		if strings.ContainsAny(out, "\x1b\r\u202e") {
			t.Errorf("%v: a name speaks to the terminal: %q", args, out)
		}
	}
}

func TestTheManualSaysWhichCopyKnowsWhoWasForgotten(t *testing.T) {
	for _, command := range [][]string{{"import"}, {"export", "all"}} {
		told := strings.Join(strings.Fields(newShell(t).plain(append(command, "--help")...).out), " ")
		for _, part := range []string{"who was forgotten", "`ringback backup`"} {
			if !strings.Contains(strings.ToLower(told), part) {
				t.Errorf("%q is not in the manual of %v", part, command)
			}
		}
	}
}
