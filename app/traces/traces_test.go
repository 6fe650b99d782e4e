package traces_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/traces"
)

var (
	bought = app.ID{9}
	trudi  = app.Customer{
		ID: app.ID{1}, Name: app.Name{Full: "Trudi Wünderlich"},
		Phones:     []app.Phone{{Typed: "040 987 6543", E164: "+358409876543"}},
		Emails:     []app.Email{{Address: "Trudi@Wunderlich.example"}},
		References: []app.Reference{{Kind: app.ReferenceShop, Value: "K-4711"}},
	}
)

func TestWhatGivesACustomerAwayIsSeen(t *testing.T) {
	all := traces.Of(trudi, []app.ID{trudi.ID, bought})
	for text, want := range map[string]bool{
		"":                                false,
		"TRUDI  wunderlich, Jena":         true,
		"Trudi rang":                      false,
		"Gertrudi Wunderlich":             false,
		"rang +358 40 987-6543 today":     true,
		"rang 040 987 654":                false,
		"<trudi@wunderlich.example>.":     true,
		"is it trudi@wunderlich.example?": true,
		"atrudi@wunderlich.example":       false,
		"apart." + bought.String():        true,
		"apart." + app.ID{8}.String():     false,
	} {
		if got := all.AreIn(text); got != want {
			t.Errorf("in %q: %v", text, got)
		}
	}
	if all.Identify("Trudi Wünderlich") || !all.Identify("draft."+trudi.ID.String()+".call") {
		t.Error("a name is no ID, or an ID none")
	}
}

func TestANumberWithTooFewDigitsGivesNobodyAway(t *testing.T) {
	for number, want := range map[string]bool{"12345": false, "123456": true} {
		all := traces.Of(app.Customer{Phones: []app.Phone{{Typed: number}}}, nil)
		if got := all.AreIn("order " + number + " came"); got != want {
			t.Errorf("%s: %v", number, got)
		}
	}
}

func TestANameIsMentionedWordByWord(t *testing.T) {
	for _, c := range []struct {
		text, name string
		want       bool
	}{
		{"Al rang", "Al", true},
		{"Alma rang", "Al", false},
		{"Kalender.vcf", "Al", false},
		{"table for 12", "12", false},
		{"order 12345 came", "12345", false},
		{"customer 471100 rang", "471100", true},
		{"田中太郎様へ", "田中太郎", true},
		{"anything", "", false},
	} {
		if got := traces.Mentions(c.text, c.name); got != c.want {
			t.Errorf("%q in %q: %v", c.name, c.text, got)
		}
	}
}

func TestACardIsSignedByWhatIsTheirs(t *testing.T) {
	for sender, want := range map[string]bool{
		"":                          false,
		"Trudi Wünderlich":          true,
		"Customer #k-4711":          true,
		"My number is K-4711.":      true,
		"K-47111":                   false,
		"trudi@wunderlich.example.": true,
		"(40) 987 6543":             true,
		"00358 40 9876543":          true,
		"987 6543":                  true,
		"876543":                    false, // ends as hers does, and as many others
		"987 654":                   false,
		"Trudi":                     false,
	} {
		if got := traces.Signs(trudi, "trudi wunderlich", sender); got != want {
			t.Errorf("signed %q: %v", sender, got)
		}
	}
	if !traces.Signs(app.Customer{}, "j. smith", "J. Smith, Jena") {
		t.Error("who is called J. Smith is not known by that")
	}
	if traces.Signs(trudi, "", "Trudi Wünderlich") {
		t.Error("a name that others have, too, says who it is")
	}
}
