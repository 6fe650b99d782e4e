// Package folding makes text comparable the way people compare it: without
// accents, without case, and numbers by their digits.
package folding

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// letters that Unicode does not take apart, and what people type for them.
var plain = strings.NewReplacer("ß", "ss", "ς", "σ", "ł", "l", "đ", "d", "ø", "o", "ı", "i", "æ", "ae", "œ", "oe", "þ", "th", "ð", "d", "ħ", "h")

// apostrophe is what keyboards have for an apostrophe, which people, their
// telephones and other programs write in many ways.
const apostrophe = '\''

var apostrophes = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "ʻ", "'", "´", "'", "`", "'", "′", "'")

// Fold returns the text in lower case, without accents, in Unicode's
// compatibility form, runs of white space made one space and the ends trimmed.
// All apostrophes are one; within a word it is left out, so that O’Connor is
// found however the name is written, but not in an address for mail, where
// another one would be another person's.
func Fold(text string) string {
	if simple(text) {
		return text
	}
	if ascii(text) {
		return joined(foldASCII(text))
	}
	var b strings.Builder
	b.Grow(len(text))
	space := false
	for _, r := range norm.NFKD.String(apostrophes.Replace(strings.ToValidUTF8(text, ""))) {
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0
			continue
		case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r):
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return joined(plain.Replace(b.String()))
}

// ascii tells whether the text has none but the letters of ASCII, which have no
// accents and no other forms.
func ascii(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func foldASCII(text string) string {
	var folded strings.Builder
	folded.Grow(len(text))
	space := false
	for i := range len(text) {
		c := text[i]
		switch {
		case c == ' ' || '\t' <= c && c <= '\r':
			space = folded.Len() > 0
			continue
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case c == '`':
			c = apostrophe
		}
		if space {
			folded.WriteByte(' ')
			space = false
		}
		folded.WriteByte(c)
	}
	return folded.String()
}

// joined leaves out the apostrophes within words.
func joined(folded string) string {
	if strings.IndexByte(folded, apostrophe) < 0 {
		return folded
	}
	words := strings.Split(folded, " ")
	for i, word := range words {
		if strings.IndexByte(word, apostrophe) < 0 || strings.IndexByte(word, '@') >= 0 {
			continue
		}
		runes := []rune(word)
		kept := make([]rune, 0, len(runes))
		for at, r := range runes {
			within := at > 0 && at+1 < len(runes) && unicode.IsLetter(runes[at-1]) && unicode.IsLetter(runes[at+1])
			if r != apostrophe || !within {
				kept = append(kept, r)
			}
		}
		words[i] = string(kept)
	}
	return strings.Join(words, " ")
}

// simple tells whether the text is its own folded form: the common case when
// folded text is compared again.
func simple(text string) bool {
	for i := range len(text) {
		c := text[i]
		if c >= utf8.RuneSelf || c < ' ' || 'A' <= c && c <= 'Z' || c == apostrophe || c == '`' {
			return false
		}
		if c == ' ' && (i == 0 || i == len(text)-1 || text[i-1] == ' ') {
			return false
		}
	}
	return true
}

// Digits returns the digits of the text, as 0 to 9, in their order; other
// scripts' digits count too.
func Digits(text string) string {
	if digits, ok := digitsASCII(text); ok {
		return digits
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(text) {
		if unicode.IsDigit(r) {
			b.WriteByte(byte('0' + digit(r)))
		}
	}
	return b.String()
}

// digitsASCII is Digits for a text that has none but the letters of ASCII, and
// tells whether it is one.
func digitsASCII(text string) (string, bool) {
	if !ascii(text) {
		return "", false
	}
	first, last, digits := len(text), 0, 0
	for i := range len(text) {
		if c := text[i]; '0' <= c && c <= '9' {
			first, last = min(first, i), i+1
			digits++
		}
	}
	if digits == 0 || digits == last-first { // in a row
		return text[min(first, last):last], true
	}
	found := make([]byte, 0, digits)
	for i := first; i < last; i++ {
		if c := text[i]; '0' <= c && c <= '9' {
			found = append(found, c)
		}
	}
	return string(found), true
}

// digit gives the value of a decimal digit: Unicode keeps each script's ten in
// a row, the zero first.
func digit(r rune) rune {
	n := rune(0)
	for n < 9 && unicode.IsDigit(r-n-1) {
		n++
	}
	return n
}
