package alike

import (
	"slices"
	"strings"
	"unicode"

	"ringback.app/app"
)

// Perhaps tells whether two who are reached by one number or address may be one though
// Names says that they are Other: they were born on one day, in one year, or their names
// are one but for a slip. Twins are so, too, and a mother and a daughter who are called
// nearly alike: it is for a person to decide.
func Perhaps(a, b app.Customer) bool {
	return !parted(a, b) && (BornTogether(a, b) || slipped(a, b))
}

// Misspelt tells whether two names that are Other are one but for a slip: one letter
// of one word that is left out, too many, another one, or in its neighbour's place.
func Misspelt(a, b app.Customer) bool { return !parted(a, b) && slipped(a, b) }

// BornTogether tells whether two were born on the same day, both known in full.
func BornTogether(a, b app.Customer) bool {
	return a.Birthday != "" && a.Birthday == b.Birthday && !strings.HasPrefix(a.Birthday, "--")
}

// parted tells whether what stands around two names says that they are two: a father
// and a son, or a couple.
func parted(a, b app.Customer) bool {
	elder, other := generation(a), generation(b)
	x, y := sexOf(a), sexOf(b)
	return elder != "" && other != "" && elder != other || x != "" && y != "" && x != y
}

// slipped tells whether all words of two names are the same but for one, which has a
// slip.
func slipped(a, b app.Customer) bool {
	x, y := Words(a), Words(b)
	if len(x) != len(y) {
		return false
	}
	odd := ""
	for _, word := range x {
		i := slices.Index(y, word)
		switch {
		case i >= 0:
			y = slices.Delete(y, i, i+1)
		case odd != "":
			return false
		default:
			odd = word
		}
	}
	return odd != "" && isSlip([]rune(odd), []rune(y[0]))
}

// shortestSlip is how many letters a word has at the least for one of them to be a slip:
// in a shorter one it is most of the name.
const shortestSlip = 3

// isSlip tells whether one word is the other but for one letter. A digit is no letter:
// it tells one of many apart. Nor is one of Chinese writing, which is a word itself.
func isSlip(a, b []rune) bool {
	if min(len(a), len(b)) < shortestSlip {
		return false
	}
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	switch {
	case len(a)+len(b) == 1, len(a) == 1 && len(b) == 1:
	case len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0]:
	default:
		return false
	}
	return !slices.ContainsFunc(slices.Concat(a, b), func(r rune) bool { return !unicode.IsLetter(r) || unicode.Is(unicode.Han, r) })
}
