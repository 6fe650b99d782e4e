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

// Fold returns the text in lower case, without accents, in Unicode's
// compatibility form, runs of white space made one space and the ends trimmed.
func Fold(text string) string {
	if simple(text) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	space := false
	for _, r := range norm.NFKD.String(strings.ToValidUTF8(text, "")) {
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
	return plain.Replace(b.String())
}

// simple tells whether the text is its own folded form: the common case when
// folded text is compared again.
func simple(text string) bool {
	for i := range len(text) {
		c := text[i]
		if c >= utf8.RuneSelf || c < ' ' || 'A' <= c && c <= 'Z' {
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
	var b strings.Builder
	for _, r := range norm.NFKD.String(text) {
		if unicode.IsDigit(r) {
			b.WriteByte(byte('0' + digit(r)))
		}
	}
	return b.String()
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
