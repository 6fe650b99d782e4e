package main_test

import "testing"

func TestAnImportSaysWhatItAdds(t *testing.T) {
	s := newShell(t)
	s.lines("import", s.file("people.csv", "Name;Phone;Email\nJane Smith;+44 7700 900123;jane@example.com\n"))
	all := s.lines("import", s.file("more.csv", "Name;Phone;Email\nJane Smith;+44 7700 900124;jane@example.com\n"))
	added, _ := all[0]["added"].([]any)
	if len(added) != 1 {
		t.Fatalf("%v", all[0])
	}
	if got, _ := added[0].(map[string]any); got["property"] != "TEL" || got["text"] != "+44 7700 900124" {
		t.Errorf("%v", got)
	}
}
