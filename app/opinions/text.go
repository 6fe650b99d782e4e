package opinions

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ringback.app/app/folding"
	"ringback.app/app/texts"
)

// The lengths of texts, in letters.
const (
	mostLabel  = 60  // a theme, a name of the staff
	mostSender = 500 // all that a card says of who wrote it
	mostName   = 200
	mostNote   = 2000 // a wish, a promise
)

// labels makes one line of each, leaves out what is empty or comes twice, and
// spells them as those already known.
func labels(names, known []string) []string {
	var all []string
	for _, t := range names {
		if t = texts.OneLine(t); t == "" {
			continue
		}
		for _, k := range known {
			if folding.Fold(k) == folding.Fold(t) {
				t = k
				break
			}
		}
		if !slices.Contains(all, t) {
			all = append(all, t)
		}
	}
	return all
}

func letters(text string) int { return utf8.RuneCountInString(text) }

// within tells whether the words are a part of the whole ones, or several parts
// in their order with an ellipsis between them. Line breaks and runs of spaces
// do not matter.
func within(words, whole string) bool {
	words, whole = strings.Join(strings.Fields(words), " "), strings.Join(strings.Fields(whole), " ")
	if words == "" || strings.Contains(whole, words) {
		return true
	}
	found := false
	for part := range strings.SplitSeq(strings.NewReplacer("[…]", "…", "[...]", "…", "...", "…").Replace(words), "…") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		i := strings.Index(whole, part)
		if i < 0 {
			return false
		}
		whole, found = whole[i+len(part):], true
	}
	return found
}
