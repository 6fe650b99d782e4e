// Package traces tells whether a text is about a customer: by their name, by what
// they are reached by, or by the ID of what is on record about them. Whoever is
// forgotten must not be found in what stays.
package traces

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ringback.app/app"
	"ringback.app/app/folding"
)

// Traces are what gives a customer away in a text.
type Traces struct {
	ids    map[string]bool
	name   string
	phones []string // digits
	emails []string // folded
}

// leastDigits is how many digits a number has at the least that says whose it is.
// One with fewer stands in too many texts that are about something else.
const leastDigits = 6

// Of returns the traces of a customer about whom the records with those IDs are.
func Of(c app.Customer, records []app.ID) Traces {
	t := Traces{ids: make(map[string]bool, len(records)), name: c.Called()}
	for _, id := range records {
		t.ids[id.String()] = true
	}
	for _, p := range c.Phones {
		for _, number := range []string{p.Typed, p.E164} {
			if digits := folding.Digits(number); len(digits) >= leastDigits {
				t.phones = append(t.phones, digits)
			}
		}
	}
	for _, e := range c.Emails {
		if folded := folding.Fold(e.Address); folded != "" {
			t.emails = append(t.emails, folded)
		}
	}
	return t
}

// Identify tells whether the text holds the ID of something that was theirs.
func (t Traces) Identify(text string) bool {
	return slices.ContainsFunc(wordsOf(text), func(word string) bool { return t.ids[word] })
}

// AreIn tells whether the text names them, says how they are reached, or holds the ID
// of something that was theirs.
func (t Traces) AreIn(text string) bool {
	if t.Identify(text) || Mentions(text, t.name) {
		return true
	}
	folded := folding.Fold(text)
	for _, number := range someNumber.FindAllString(folded, -1) {
		if slices.Contains(t.phones, folding.Digits(number)) {
			return true
		}
	}
	return slices.ContainsFunc(partsOf(folded), func(part string) bool { return slices.Contains(t.emails, part) })
}

// Mentions tells whether the name stands in the text, word by word as people compare
// them: “Al” is neither in “Alma” nor in “Kalender.vcf”. A name of digits has to
// have some to be one.
func Mentions(text, name string) bool {
	text, name = folding.Fold(text), folding.Fold(name)
	if strings.ContainsFunc(name, folding.Unspaced) && utf8.RuneCountInString(name) > 1 {
		return strings.Contains(text, name) // other words are written on to it
	}
	if !strings.ContainsFunc(name, unicode.IsLetter) && len(folding.Digits(name)) < leastDigits {
		return false
	}
	return containsWords(wordsOf(text), wordsOf(name))
}

// someNumber is what may be a telephone number in a text.
var someNumber = regexp.MustCompile(`[+＋]?[0-9(][0-9 ()/.\-\x{00a0}]{3,}[0-9]`)

// wordsOf are the words of a text, numbers among them.
func wordsOf(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) })
}

// partsOf are what stands between spaces in a text, e-mail addresses and customer
// numbers among it, without what encloses it or ends a sentence.
func partsOf(text string) []string {
	parts := strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;:()#<>\"“”", r) })
	for i, part := range parts {
		parts[i] = bare(part)
	}
	return slices.DeleteFunc(parts, func(part string) bool { return part == "" })
}

// bare leaves out what ends a sentence.
func bare(part string) string { return strings.Trim(part, ".!?") }

// containsWords tells whether the words stand in the text one after the other.
func containsWords(text, words []string) bool {
	for i := range text {
		if len(words) > 0 && len(text)-i >= len(words) && slices.Equal(text[i:i+len(words)], words) {
			return true
		}
	}
	return false
}
