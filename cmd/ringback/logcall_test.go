package main_test

import (
	"strings"
	"testing"
)

func TestTimesToComeAreSaidAsTheyWereUnderstood(t *testing.T) {
	s := newShell(t)
	s.maija()
	out := s.must("--at", "2026-03-10T12:00:00+02:00", "log", "12347", "--outcome", "talked", "--next", "3/4/2026", "--complaint", "--wrong", "It wobbles",
		"--promise", "A new leg", "--promised-by", "fri 15:00")
	for _, said := range []string{"Next call: Friday 3 April", "Promised by: Fri 13 Mar, 15:00"} {
		if !strings.Contains(out, said) {
			t.Errorf("%q does not say %q", out, said)
		}
	}
	logged := s.one("--at", "2026-03-10T13:00:00+02:00", "log", "12347", "--outcome", "talked", "--next", "3/4/2026", "--anyway", "They rang us")
	if next, _ := logged["next"].(string); !strings.HasPrefix(next, "2026-04-03T") || logged["promised_by"] != nil {
		t.Errorf("%v", logged)
	}
}

func TestAWrongNumberThatIsNotTheirsMarksNone(t *testing.T) {
	s := newShell(t)
	s.maija()
	for _, outcome := range []string{"wrong-number", "out-of-service"} {
		r := s.run("log", "12347", "--outcome", outcome, "--number", "123", "--anyway", "a test")
		if r.code != 0 || !strings.Contains(r.complaint, "still called") || strings.Contains(r.complaint, "add it") {
			t.Errorf("%s: %+v", outcome, r)
		}
	}
}
