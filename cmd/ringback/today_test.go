package main_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTodayNamesWhomToCallAndWhy(t *testing.T) {
	s := newShell(t)
	id := s.maija()
	due := s.one("today")
	wantFields(t, due, "rank customer kind reason due reasons purchases")
	if diff := cmp.Diff(object{"id": id, "name": "Maija Korhonen", "phone": "+358401234567", "reference": "12347"}, due.inner(t, "customer")); diff != "" {
		t.Error(diff)
	}
	if due["rank"] != 1.0 || due["kind"] != "after-purchase" || due["due"] != "2026-11-13T00:00:00+02:00" {
		t.Errorf("due: %v", due)
	}
	wantFields(t, due.first(t, "reasons"), "kind text due")
	want := object{"day": "2026-11-10", "items": []any{"Oak table", "Oak chair"}, "total": 136000.0, "currency": "EUR"}
	if diff := cmp.Diff(want, due.first(t, "purchases")); diff != "" {
		t.Error(diff)
	}
	text := s.must("today")
	for _, part := range []string{"Friday 20 November, 12:00 · 0 of 1 done", "After a purchase", "Maija Korhonen", "10 days ago"} {
		if !strings.Contains(text, part) {
			t.Errorf("%q is not in\n%s", part, text)
		}
	}
}

func TestOfADayWithNobodyTodayDoesNotSayThatNoneOfNoneAreDone(t *testing.T) {
	s := newShell(t)
	s.must("add", "customer", "--name", "Tom")
	if out := s.must("today"); strings.Contains(out, "0 of 0") || !strings.Contains(out, "Friday 20 November, 12:00\n") {
		t.Error(out)
	}
}

func TestTodayDoesNotTellTheFuture(t *testing.T) {
	s := newShell(t)
	s.maija()
	s.must("add", "purchase", "12347", "--item", "Lamp")
	due := s.one("--at", "2026-11-16", "today")
	if bought := due["purchases"].([]any); len(bought) != 1 {
		t.Errorf("on the 16th they had bought %v", bought)
	}
}

func TestSkippedSaysWhyNot(t *testing.T) {
	s := newShell(t)
	s.must("add", "customer", "--name", "Jan Nowak", "--number", "7")
	s.must("add", "purchase", "7", "--day", "-5d", "--total", "10")
	skipped := s.one("today", "--skipped")
	wantFields(t, skipped, "customer because kind guard until")
	if skipped["kind"] != "after-purchase" || skipped["guard"] != "no-number" || skipped["until"] != nil || skipped["because"] == "" {
		t.Errorf("%v", skipped)
	}
	if text := s.must("today", "--skipped"); !strings.Contains(text, "No number to dial") || !strings.Contains(text, "Jan Nowak") {
		t.Error(text)
	}
	if text := s.must("today"); !strings.Contains(text, "--skipped") {
		t.Errorf("an empty list does not lead on: %s", text)
	}
}

func TestCallsOfLaterTodayAreNamedApart(t *testing.T) {
	s := newShell(t)
	s.maija()
	if text := s.must("today", "--later"); !strings.Contains(text, "No call is for an hour of later today.") {
		t.Error(text)
	}
	s.must("log", "12347", "--outcome", "call-back-later", "--next", "today 15:00")
	if due := s.lines("today"); len(due) != 0 {
		t.Errorf("it is not three yet: %v", due)
	}
	later := s.one("today", "--later")
	wantFields(t, later, "rank customer kind reason due reasons purchases")
	if later["kind"] != "call-back" || later["due"] != "2026-11-20T15:00:00+02:00" {
		t.Errorf("later: %v", later)
	}
	if text := s.must("today", "--later"); !strings.Contains(text, "Later today") || !strings.Contains(text, "15:00  Maija Korhonen") {
		t.Error(text)
	}
	if r := s.run("today", "--later", "--skipped"); r.code != 2 || !strings.Contains(r.complaint, "--later") {
		t.Errorf("both at once: %d %s", r.code, r.complaint)
	}
}

func TestTodaySaysOnADayWithoutCallsWhenTheyBeginAgain(t *testing.T) {
	s := newShell(t)
	s.maija()
	text := s.must("--at", "2026-11-22T11:00:00+02:00", "today")
	if want := "Nobody is called on Sunday; from tomorrow 09:00 on they can be. `ringback today --skipped`"; !strings.Contains(text, want) {
		t.Errorf("%q is not in\n%s", want, text)
	}
}
