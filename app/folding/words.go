package folding

import (
	"slices"
	"strings"
	"unicode"
)

// Unspaced tells whether the letter is of a script without spaces between the words.
func Unspaced(r rune) bool {
	return r > unicode.MaxLatin1 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}

// Matching returns which of the words to offer for what is typed so far, folded:
// those that begin with it, then those that have it further on. Nothing typed
// matches them all, in their order.
func Matching(words []string, typed string) []string {
	typed = Fold(typed)
	var begin, contain []string
	for _, w := range words {
		switch folded := Fold(w); {
		case strings.HasPrefix(folded, typed):
			begin = append(begin, w)
		case strings.Contains(folded, typed):
			contain = append(contain, w)
		}
	}
	return append(begin, contain...)
}

// With returns the words and those of more that are not among them yet, however
// these are written. It leaves the array of words as it is.
func With(words []string, more ...string) []string {
	words = slices.Clip(words)
	for _, m := range more {
		if !slices.ContainsFunc(words, func(w string) bool { return Fold(w) == Fold(m) }) {
			words = append(words, m)
		}
	}
	return words
}
