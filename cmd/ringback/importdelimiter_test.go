package main_test

import (
	"strings"
	"testing"
)

func TestAnImportIsToldWhatKeepsTheColumnsApart(t *testing.T) {
	s := newShell(t)
	file := s.file("people.csv", "Name;Phone,\nSmith,Jane;+44 7700 900123\nBrown,Tom;+44 7700 900124\n")
	all := s.lines("import", "--dry-run", "--delimiter", "semicolon", file)
	if len(all) != 3 || all[0]["name"] != "Smith,Jane" {
		t.Errorf("%v", all)
	}
	if wrong := s.run("import", "--dry-run", "--delimiter", "wide", file); wrong.code != 2 || !strings.Contains(wrong.complaint, "“wide” cannot keep columns apart") {
		t.Errorf("%+v", wrong)
	}
}
