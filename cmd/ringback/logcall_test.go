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

func TestTheNextCallIsSaidByBothClocksAndWithTheDayItIsMadeOn(t *testing.T) {
	s := newShell(t)
	s.maija()
	id, _ := s.one("add", "customer", "--name", "Grace", "--phone", "+1 212 555 0123", "--time-zone", "America/New_York")["id"].(string)
	friday := "2026-11-20T17:00:00+02:00"
	for _, tt := range []struct {
		who  string
		more []string
		said string
	}{
		{id, []string{"talked", "--next", "mon 17:00"}, "Next call: Mon 23 Nov, 17:00 (10:00 there)."},
		{id, []string{"call-back-later", "--next", "mon 10"}, "Next call: Mon 23 Nov, 10:00 (03:00 there) – nobody is called then, but from Mon 23 Nov, 16:00 (09:00 there) on."},
		{"12347", []string{"talked", "--next", "+2d"}, "Next call: Monday 23 November, as nobody is called on Sunday."},
		{"12347", []string{"call-back-later"}, "Next call: Saturday 21 November."},
	} {
		args := append([]string{"--at", friday, "log", tt.who, "--anyway", "a test", "--outcome"}, tt.more...)
		if out := s.must(args...); !strings.Contains(out, tt.said) {
			t.Errorf("%v: %q does not say %q", tt.more, out, tt.said)
		}
	}
	logged := s.one("--at", "2026-11-21T12:00:00+02:00", "log", "12347", "--outcome", "call-back-later", "--anyway", "a test")
	if next, _ := logged["next"].(string); !strings.HasPrefix(next, "2026-11-23T") {
		t.Errorf("%v", logged)
	}
	for who, want := range map[string]string{id: "Mon 23 Nov, 10:00 (03:00 there)", "12347": "Mon 23 Nov"} {
		if out := s.must("--at", "2026-11-21T12:00:00+02:00", "show", who); !strings.Contains(out, want) {
			t.Errorf("the page does not say %q: %s", want, out)
		}
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

func TestACallIsPutOnRecordAndTakenBack(t *testing.T) {
	s := newShell(t)
	s.maija()
	logged := s.one("log", "12347", "--outcome", "talked", "--score", "9", "--said", "- lovely, \"thank you\"", "--next", "+3d")
	wantFields(t, logged, "id batch opinion complaint else next promised_by refused")
	if logged["id"] == "" || logged["batch"] == "" || logged["opinion"] == "" || logged["complaint"] != "" {
		t.Errorf("%v", logged)
	}
	if due := s.lines("today"); len(due) != 0 {
		t.Errorf("still to be called: %v", due)
	}
	note := s.one("export", "notes")
	if note.inner(t, "opinion")["verbatim"] != "- lovely, \"thank you\"" {
		t.Errorf("%v", note)
	}
	undone := s.one("undo", logged["batch"].(string))
	wantFields(t, undone, "batch undone act changed")
	if undone["undone"] != logged["batch"] || undone["act"] != "log-call" {
		t.Errorf("%v", undone)
	}
	if due := s.lines("today"); len(due) != 1 {
		t.Errorf("the call was undone, and to be called are %v", due)
	}
}

func TestACheckOfAFixIsPutOnRecord(t *testing.T) {
	s := newShell(t)
	s.maija()
	s.must("--at", "2026-11-18", "log", "12347", "--outcome", "talked", "--said", "The table wobbles", "--complaint")
	told := s.one("show", "12347").first(t, "complaints")
	if told["wrong"] != "The table wobbles" || told["open"] != true {
		t.Errorf("%v", told)
	}
	due := s.one("today")
	if due["kind"] != "complaint" {
		t.Errorf("%v", due)
	}
}

func TestWhoeverMayNotBeCalledNamesTheFlagThatSaysWhyAllTheSame(t *testing.T) {
	s := newShell(t)
	s.maija()
	s.must("log", "12347", "--outcome", "do-not-call")
	wantSentence(t, s.run("log", "12347", "--outcome", "talked"), 2, "--anyway")
	s.must("log", "12347", "--outcome", "talked", "--anyway", "They rang us")
}

func TestACallOnANumberThatIsNotTheirsIsKeptAndSaid(t *testing.T) {
	s := newShell(t)
	s.maija()
	for number, strange := range map[string]bool{"040 1234567": false, "0401234567": false, "123": true} {
		r := s.run("log", "12347", "--outcome", "no-answer", "--number", number)
		if r.code != 0 || strings.Contains(r.complaint, "is not one of the numbers") != strange {
			t.Errorf("%s: %+v", number, r)
		}
	}
}

func TestWhoMayBeTheSamePersonIsNotCalledEither(t *testing.T) {
	s := newShell(t)
	s.maija()
	s.one("add", "customer", "--name", "M. Korhonen", "--email", "maija@example.com")
	s.one("add", "customer", "--name", "Tom Korhonen", "--email", "maija@example.com")
	logged := s.one("log", "12347", "--outcome", "do-not-call", "--anyway", "a test")
	if refused, is := logged["refused"].([]any); !is || len(refused) != 1 {
		t.Errorf("%v", logged)
	}
	if r := s.run("undo"); r.code != 0 {
		t.Errorf("%+v", r)
	}
	if r := s.run("log", "12347", "--outcome", "do-not-call", "--anyway", "a test"); !strings.Contains(r.out, "M. Korhonen") {
		t.Errorf("%+v", r)
	}
}

func TestACallMadeAnywaySaysWhyOnThePage(t *testing.T) {
	s := newShell(t)
	s.maija()
	s.one("log", "12347", "--outcome", "do-not-call", "--anyway", "a test")
	s.one("log", "12347", "--outcome", "talked", "--anyway", "they rang us")
	if r := s.run("show", "12347"); !strings.Contains(r.out, "they rang us") {
		t.Errorf("%+v", r)
	}
}
