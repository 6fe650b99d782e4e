package main_test

import (
	"strings"
	"testing"
)

func TestComplaintsListsWhatWaitsWithItsClocks(t *testing.T) {
	s := newShell(t)
	id := s.maija()
	if text := s.must("complaints"); !strings.Contains(text, "Nothing waits to be put right") {
		t.Error(text)
	}
	s.must("log", "12347", "--outcome", "talked", "--said", "One chair wobbles", "--theme", "quality", "--complaint",
		"--wish", "A new chair", "--promise", "Swap it", "--promised-by", "mon 12:00")
	c := s.one("complaints")
	wantFields(t, c, "id wrong wish promises received answered answered_again put_right confirmed open stage themes remedy reopened earlier closed closed_why "+
		"customer sender clock due target late left waited owner awaits again")
	if c["wrong"] != "One chair wobbles" || c["stage"] != "promised" || c["clock"] != "promise" || c["late"] != false ||
		c["due"] != "2026-11-23T12:00:00+02:00" || c["left"] != 480.0 || c["waited"] != 0.0 || c.inner(t, "customer")["id"] != id {
		t.Errorf("%v", c)
	}
	late := s.one("--at", "2026-11-23T13:00:00+02:00", "complaints", "--late")
	if late["late"] != true || late["left"] != -60.0 {
		t.Errorf("%v", late)
	}
	text := s.must("--at", "2026-11-23T13:00:00+02:00", "complaints")
	for _, part := range []string{"1 open, 1 late", "Late", "Maija Korhonen", "1 h late", "One chair wobbles", "Promised"} {
		if !strings.Contains(text, part) {
			t.Errorf("%q is not in\n%s", part, text)
		}
	}
	if text := s.must("complaints", "--late"); !strings.Contains(text, "Nothing is late") {
		t.Error(text)
	}
	if text := s.must("show", "12347"); !strings.Contains(text, "We promised: Swap it") || !strings.Contains(text, "Promised") {
		t.Error(text)
	}
}

func TestALongNameLeavesTheColumnsWhereTheyAre(t *testing.T) {
	s := newShell(t)
	s.must("add", "customer", "--name", "Nguyễn Phước Công Tằng Tôn Nữ Minh Thư of the Long House by the River", "--number", "1", "--phone", "040 1")
	s.must("add", "customer", "--name", "Ann", "--number", "2", "--phone", "040 2")
	for _, number := range []string{"1", "2"} {
		s.must("add", "opinion", "--customer", number, "--words", "One chair wobbles", "--complaint")
	}
	line := func(out, holds string) []rune {
		for l := range strings.Lines(out) {
			if strings.Contains(l, holds) {
				return []rune(strings.TrimSuffix(l, "\n"))
			}
		}
		t.Fatalf("%q is not in\n%s", holds, out)
		return nil
	}
	out := s.must("complaints")
	if ann := string(line(out, "Ann")); strings.Index(ann, "One chair") > 64 || !strings.Contains(out, "by the River") {
		t.Errorf("without a terminal:\n%s", out)
	}
	s.columns = 80
	out = s.must("complaints")
	ann, long := string(line(out, "Ann")), line(out, "Nguyễn")
	if at := strings.Index(ann, "One"); at < 0 || at > 80-24 || string(long[at:at+3]) != "One" {
		t.Errorf("on a terminal:\n%s", out)
	}
	for l := range strings.Lines(out) {
		if len([]rune(l)) > 81 {
			t.Errorf("too wide: %s", l)
		}
	}
}

func TestWhatWasOpenedAgainSaysSoInTheirWords(t *testing.T) {
	s := newShell(t)
	s.maija()
	lamp := s.one("add", "opinion", "--customer", "12347", "--words", "Lamp flickers", "--complaint")["complaint"].(string)
	s.putRight(lamp)
	later := []string{"--at", "2026-11-20T13:00:00+02:00"}
	s.must(append(later, "log", "12347", "--outcome", "talked", "--said", "It flickers again", "--fix-worked", lamp+"=no")...)
	for _, command := range []string{"complaints", "show 12347"} {
		if text := s.must(strings.Fields(command)...); !strings.Contains(text, "Not put right after all") || !strings.Contains(text, "“It flickers again”") {
			t.Errorf("%s:\n%s", command, text)
		}
	}
	if text := s.must(append(later, "today")...); !strings.Contains(text, "It was not put right after all.") {
		t.Error(text)
	}
	if again := s.one("complaints").first(t, "reopened"); again["why"] != "It flickers again" || again["at"] == nil {
		t.Errorf("%v", again)
	}
}
