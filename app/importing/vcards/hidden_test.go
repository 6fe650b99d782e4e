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

func TestASecondNameInPartsIsNamed(t *testing.T) {
	card := one(t, "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Yuri Gagarin\r\nN;ALTID=1;LANGUAGE=en:Gagarin;Yuri;;;\r\nN;ALTID=1;LANGUAGE=ru:Гагарин;Юрий;;;\r\nN:Gagarin;Yuri;;;\r\nEND:VCARD\r\n")
	if n := card.Customer.Name; n.Family != "Gagarin" || n.Given != "Yuri" {
		t.Errorf("the name is %+v", n)
	}
	var said []string
	for _, p := range card.Problems {
		if p.Key == "import.card.second-name" {
			said = append(said, p.Args["Name"].(string))
		}
	}
	if len(said) != 1 || said[0] != "Юрий Гагарин" {
		t.Errorf("said %q", said)
	}
}
