package data

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ringback.app/app"
	"ringback.app/app/folding"
)

// traces are what gives a customer away in what is kept: the IDs of what was on
// record about them, and what they are called and reached by.
type traces struct {
	ids    map[string]bool
	name   string
	phones []string // digits
	emails []string // folded
}

// leastDigits is how many digits a number has at the least that says whose it is.
// One with fewer stands in too many texts that are about something else.
const leastDigits = 6

func tracesOf(c app.Customer, gone []edit) traces {
	t := traces{ids: make(map[string]bool, len(gone)), name: c.Called()}
	for _, e := range gone {
		t.ids[e.id.String()] = true
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

// identify tells whether the text holds the ID of something that was theirs.
func (t traces) identify(text string) bool {
	return slices.ContainsFunc(wordsOf(text), func(word string) bool { return t.ids[word] })
}

// areIn tells whether the text names them, or says how they are reached.
func (t traces) areIn(text string) bool {
	if mentions(text, t.name) {
		return true
	}
	folded := folding.Fold(text)
	for _, number := range someNumber.FindAllString(folded, -1) {
		if slices.Contains(t.phones, folding.Digits(number)) {
			return true
		}
	}
	parts := strings.FieldsFunc(folded, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;:()<>\"“”", r) })
	return slices.ContainsFunc(parts, func(part string) bool { return slices.Contains(t.emails, strings.Trim(part, ".!?")) })
}

// mentions tells whether the name stands in the text, word by word as people compare
// them: “Al” is neither in “Alma” nor in “Kalender.vcf”. A name of digits has to
// have some to be one.
func mentions(text, name string) bool {
	text, name = folding.Fold(text), folding.Fold(name)
	if strings.ContainsFunc(name, unspaced) && utf8.RuneCountInString(name) > 1 {
		return strings.Contains(text, name) // other words are written on to it
	}
	if !strings.ContainsFunc(name, unicode.IsLetter) && len(folding.Digits(name)) < leastDigits {
		return false
	}
	return containsWords(wordsOf(text), wordsOf(name))
}

// wordsOf are the words of a text, numbers among them.
func wordsOf(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) })
}
