package folding_test

import (
	"slices"
	"testing"

	"ringback.app/app/folding"
)

func TestWordsAreOfferedForWhatIsTyped(t *testing.T) {
	words := []string{"high price", "Price", "quality", "prise en charge", "Päivi"}
	tests := map[string]struct {
		typed string
		want  []string
	}{
		"those that begin with it come first":      {"PRI", []string{"Price", "prise en charge", "high price"}},
		"accents are not needed":                   {"paivi", []string{"Päivi"}},
		"nothing typed offers all, in their order": {" ", words},
		"what nothing has offers nothing":          {"xyz", nil},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if got := folding.Matching(words, test.typed); !slices.Equal(got, test.want) {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}

func TestAWordIsTakenInOnceHoweverItIsWritten(t *testing.T) {
	array := []string{"quality", "price", "kept"}
	got := folding.With(array[:2], "QUALITY", "Délai", "delai", "price")
	if want := []string{"quality", "price", "Délai"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if array[2] != "kept" {
		t.Error("the array that the words came in was written to")
	}
}
