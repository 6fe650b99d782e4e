package main_test

import "testing"

func TestATimeBefore1970IsRefused(t *testing.T) {
	s := newShell(t)
	for _, at := range []string{
		"1960-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "1969-12-31T23:59:59.999Z", "1970-01-01T01:00:00+02:00",
		"1960-01-01", "0001-01-01", "1970-01-01",
	} {
		wantSentence(t, s.run("--at", at, "add", "customer", "--name", "Tom"), 2, at)
	}
	for _, at := range []string{"1970-01-01T00:00:00Z", "1970-01-02"} {
		s.must("--at", at, "add", "customer", "--name", "Tom "+at)
	}
}
