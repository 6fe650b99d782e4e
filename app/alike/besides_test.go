package alike_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/alike"
)

func TestWhatSpeaksForTwoOfOneName(t *testing.T) {
	living := func(name, street, city, born, firm string) app.Customer {
		return app.Customer{
			Name: app.Name{Full: name}, Birthday: born, Firm: firm,
			Addresses: []app.Address{{Street: street, City: city}},
		}
	}
	for name, tt := range map[string]struct {
		a, b app.Customer
		want alike.Trait
	}{
		"a street":                {living("Ann Lee", "1 High St", "Leeds", "", ""), living("Lee, Ann", "1, HIGH ST.", "Leeds", "", ""), alike.Street},
		"a street in two towns":   {living("Ann Lee", "1 High St", "Leeds", "", ""), living("Ann Lee", "1 High St", "York", "", ""), ""},
		"another name":            {living("Ann Lee", "1 High St", "Leeds", "", ""), living("Bob Lee", "1 High St", "Leeds", "", ""), ""},
		"part of a name":          {living("Ann Lee", "1 High St", "Leeds", "", ""), living("A. Lee", "1 High St", "Leeds", "", ""), ""},
		"a birthday":              {living("Ann Lee", "", "", "1980-03-19", ""), living("Ann Lee", "", "", "1980-03-19", ""), alike.Birthday},
		"a day without its year":  {living("Ann Lee", "", "", "--03-19", ""), living("Ann Lee", "", "", "--03-19", ""), ""},
		"a firm":                  {living("Ann Lee", "", "", "", "Care Co"), living("Ann Lee", "", "", "", "CARE CO"), alike.Firm},
		"firms, and no name":      {living("", "", "", "", "Care Co"), living("", "", "", "", "Care Co"), ""},
		"nobody's name, one door": {living("", "1 High St", "Leeds", "", ""), living("", "1 High St", "Leeds", "", ""), ""},
	} {
		t.Run(name, func(t *testing.T) {
			got := alike.NamedTraits(tt.a, tt.b)
			if len(got) > 1 || (len(got) == 1) != (tt.want != "") || len(got) == 1 && got[0].Trait != tt.want {
				t.Errorf("%+v", got)
			}
		})
	}
}

func TestTheKeyOfANameIsThatOfItsWords(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		same bool
	}{
		{"Ann Lee", "LEE, Ann", true},
		{"Mrs Ann Lee", "ann lee", true},
		{"Anne-Marie Roy", "Anne Marie Roy", true},
		{"Jos\u00e9 Mu\u00f1oz", "Jose Munoz", true},
		{"O'Connor Eve", "Eve OConnor", true},
		{"Ann Lee", "Ann Leigh", false},
		{"Ann Lee", "Ann", false},
		{"Given12 Family34", "Given13 Family33", false},
		{"Fraulein Mademoiselle Constantinopoulos", "constantinopoulos", true},
	} {
		if got := alike.NameKey(named(tt.a)) == alike.NameKey(named(tt.b)); got != tt.same {
			t.Errorf("%q and %q: %v", tt.a, tt.b, got)
		}
	}
	if alike.NameKey(named("")) != 0 || alike.NameKey(named("Dr.")) != 0 {
		t.Error("no name has a key")
	}
	if n := testing.AllocsPerRun(10, func() { alike.NameKey(app.Customer{Name: app.Name{Full: "Mrs Anne-Marie Constantinopoulos"}}) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
