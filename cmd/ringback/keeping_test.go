package main_test

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

func TestACheckAdvisesNoRebuildWherePartOfTheFileCannotBeRead(t *testing.T) {
	s := newShell(t)
	s.maija()
	whole, err := os.ReadFile(s.book)
	if err != nil {
		t.Fatal(err)
	}
	const pageSize = 4096
	faulty := make(map[string]bool)
	check := func(spoilt []byte) {
		t.Helper()
		if err := os.WriteFile(s.book, spoilt, 0o600); err != nil {
			t.Fatal(err)
		}
		r := s.run("check")
		if r.code == 0 || r.out == "" { // nothing uses the page, or no book opens without it
			return
		}
		faulty[r.out] = true
		if strings.Contains(r.complaint, "--rebuild") || !strings.Contains(r.complaint, "restore") {
			t.Errorf("of %q is said %q", r.out, r.complaint)
		}
	}
	for at := 2 * pageSize; at+pageSize <= len(whole); at += pageSize {
		spoilt := bytes.Clone(whole)
		copy(spoilt[at:], bytes.Repeat([]byte{0xA5}, pageSize))
		check(spoilt)
	}
	name := []byte("Maija")
	for at := bytes.Index(whole, name); at >= 0; at = bytes.Index(whole, name) {
		copy(whole[at-8:], bytes.Repeat([]byte{0xff}, 16))
	}
	check(whole)
	if len(faulty) < 2 {
		t.Errorf("found was only %v", faulty)
	}
}
