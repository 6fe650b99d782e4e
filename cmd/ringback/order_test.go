package main_test

import (
	"slices"
	"testing"
)

func TestCallsOfOneMomentStayInTheOrderInWhichTheyWereMade(t *testing.T) {
	s := newShell(t)
	numbers := []string{"71", "72", "73", "74", "75", "76"}
	for _, n := range numbers {
		s.must("add", "customer", "--name", "Customer "+n, "--number", n, "--phone", "040 123 45"+n)
	}
	for _, n := range numbers { // each a run of the program, while the clock stands still
		s.must("log", n, "--outcome", "no-answer", "--anyway", "they asked to be rung")
	}
	var got []string
	for _, note := range s.lines("export", "notes", "--format", "json") {
		got = append(got, note.inner(t, "customer")["reference"].(string))
	}
	if !slices.Equal(got, numbers) {
		t.Errorf("they come as %v", got)
	}
}
