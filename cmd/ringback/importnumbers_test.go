package main_test

import "testing"

func TestANumberIsFoundWithAndWithoutItsCountry(t *testing.T) {
	const (
		card    = "BEGIN:VCARD\nVERSION:3.0\nFN:Ann Bell\nTEL:07700 900294\n"
		british = card + "ADR:;;1 High St;London;;E1;United Kingdom\nEND:VCARD\n"
		bare    = card + "END:VCARD\n"
	)
	for name, files := range map[string][]string{
		"the country first": {british, bare},
		"the country later": {bare, british},
		"in one file":       {british + bare},
		"the other way":     {bare + british},
	} {
		t.Run(name, func(t *testing.T) {
			s := newShell(t)
			for _, text := range files {
				s.must("import", s.file("people.vcf", text))
			}
			all := s.lines("customers")
			if len(all) != 1 {
				t.Errorf("%d people: %v", len(all), all)
			}
		})
	}
}
