package vcards_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/emersion/go-vcard"
)

func TestPropertiesThatNobodyKnowsAreReadAsGoVcardReadsThem(t *testing.T) {
	file := card("4.0",
		"FN:Ann", "X-ONE:plain", "x-two;type=home:b c", "item1.X-THREE;TYPE=a,b;TYPE=C;pref=1:Ä",
		`X-FOUR;LABEL="a: b; c, d";X-EMPTY=:1;2`, "X-ONE;CHARSET-NO=x:second",
	)
	whole, err := vcard.NewDecoder(strings.NewReader(file)).Decode()
	if err != nil {
		t.Fatal(err)
	}
	got := read(t, file)[0].Customer.Unknown
	seen := make(map[string]int)
	for _, p := range got {
		if len(whole[p.Name]) <= seen[p.Name] {
			t.Fatalf("%+v is one too many", p)
		}
		want := whole[p.Name][seen[p.Name]]
		seen[p.Name]++
		if p.Value != want.Value || p.Group != want.Group || len(p.Params) != len(want.Params) {
			t.Errorf("got %+v, want %+v", p, want)
		}
		for name, values := range want.Params {
			if !slices.Equal(p.Params[name], values) {
				t.Errorf("%s of %s is %q, want %q", name, p.Name, p.Params[name], values)
			}
		}
	}
	if len(got) != 5 {
		t.Errorf("got %+v", got)
	}
}

func TestAParameterCannotEndItsCard(t *testing.T) {
	got := read(t, card("2.1", "FN:Ann", "TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,shop=0D=0AEND=3AVCARD=0D=0AX=3A):1234567")+card("2.1", "FN:Bob"))
	if len(got) != 2 || len(got[0].Customer.Phones) != 1 || got[1].Customer.Name.Full != "Bob" {
		t.Errorf("got %+v", got)
	}
}
