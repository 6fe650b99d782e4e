package vcards_test

import (
	"slices"
	"testing"
)

func TestSignsOfANameThatCannotBeSeenAreLeftOutAndSaid(t *testing.T) {
	tests := []struct {
		name, line string
		said       bool
	}{
		{"a NUL", "FN:Ann\x00 Bell", true},
		{"a control character", "FN:Ann\x07 Bell", true},
		{"writing turned around", "FN:\u202eAnn Bell\u202c", true},
		{"in the parts of the name", "N:Bell;\u2066Ann\u2069;;;", true},
		{"none", "FN:Ann Bell", false},
		{"a tab", "FN:Ann\tBell", false},
		{"an encoded line end", "FN;ENCODING=QUOTED-PRINTABLE:Ann Bell=0D=0A", false},
		{"a number that a telephone marked as one", "FN:Ann Bell\r\nTEL:\u202a+44 20 7946 0290\u202c", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := one(t, card("3.0", tt.line))
			if got.Customer.Name.Full != "Ann Bell" || slices.Contains(keys(got.Problems), "import.card.hidden") != tt.said {
				t.Errorf("%q, said %q", got.Customer.Name.Full, keys(got.Problems))
			}
		})
	}
}
