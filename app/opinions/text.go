package opinions

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ringback.app/app/folding"
)

// The lengths of texts, in letters.
const (
	mostLabel  = 60  // a theme, a name of the staff
	mostSender = 500 // all that a card says of who wrote it
	mostName   = 200
	mostNote   = 2000 // a wish, a promise
	mostQuoted = 40   // of a text, in an error
)

// line makes one line of a text and takes out what cannot be seen.
func line(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToValidUTF8(text, "\uFFFD"), func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r)
	}), " ")
}

// paragraphs takes out what cannot be seen but keeps the lines.
func paragraphs(text string) string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\r\n", "\n")
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case unicode.IsControl(r) && r != '\n' && r != '\t':
			return -1
		}
		return r
	}, text))
}

// labels makes one line of each, leaves out what is empty or comes twice, and
// spells them as those already known.
func labels(texts, known []string) []string {
	var all []string
	for _, t := range texts {
		if t = line(t); t == "" {
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

// quoted shortens a text for a sentence.
func quoted(text string) string {
	if r := []rune(text); len(r) > mostQuoted {
		return string(r[:mostQuoted]) + "…"
	}
	return text
}

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
