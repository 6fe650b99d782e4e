// Package texts makes what people type, and what stands in files, fit to be kept.
package texts

import (
	"strings"
	"unicode"
)

// OneLine makes a text fit to stand on one line: what cannot be seen is taken
// out, and white space made one space.
func OneLine(text string) string {
	if isTidy(text) {
		return text
	}
	return strings.Join(strings.Fields(Safe(text)), " ")
}

// ManyLines is OneLine for a text that may have lines.
func ManyLines(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.TrimSpace(Safe(strings.ReplaceAll(text, "\r", "\n")))
}

// isTidy tells whether OneLine has nothing to do.
func isTidy(text string) bool {
	for i := range len(text) {
		c := text[i]
		if c < ' ' || c >= 0x7F || c == ' ' && (i == 0 || i == len(text)-1 || text[i-1] == ' ') {
			return false
		}
	}
	return true
}

// Safe takes out control characters, and what cannot be seen: signs that turn the
// direction of writing around, which make a text look like what it is not, and
// those that come along where a text is copied, which make two of one. Those that
// join letters or keep them apart stay: Persian and the scripts of India are not
// right without, nor are many emoji. Of those that part words a space is left.
func Safe(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case !isUnsafe(r):
			return r
		case unicode.IsSpace(r):
			return ' '
		}
		return -1
	}, text)
}

// IsSafe tells whether Safe has nothing to take out.
func IsSafe(text string) bool { return strings.IndexFunc(text, isUnsafe) < 0 }

// softHyphen and wordJoiner say where a line may end, and where not; mark begins a
// file.
const (
	softHyphen = '\u00AD'
	wordJoiner = '\u2060'
	mark       = '\uFEFF'
)

func isUnsafe(r rune) bool {
	switch {
	case r >= ' ' && r < 0x7F || r == '\n' || r == '\t':
		return false
	case r < softHyphen: // all of the second half
		return unicode.IsControl(r)
	case r == softHyphen, r == wordJoiner, r == mark:
		return true
	}
	return isTurning(r) || r == 0x200B // a space without width
}

// isTurning tells whether a sign says in which direction to write (Unicode's
// Bidi_Control).
func isTurning(r rune) bool {
	return r == 0x061C || r == 0x200E || r == 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}

// Shorten cuts a text after so many letters.
func Shorten(text string, letters int) (string, bool) {
	if len(text) <= letters {
		return text, false
	}
	n := 0
	for i := range text {
		if n == letters {
			return strings.TrimSpace(text[:i]), true
		}
		n++
	}
	return text, false
}

// mostQuoted is how many letters of a text are quoted in a sentence about it.
const mostQuoted = 40

// Quoted shortens a text for a sentence that quotes it.
func Quoted(text string) string {
	if short, cut := Shorten(text, mostQuoted); cut {
		return short + "…"
	}
	return text
}

// ShopNumber returns the shop's customer number as it is compared: programs that
// take it for a decimal write 17850 as 17850.0.
func ShopNumber(text string) string {
	text = strings.TrimSpace(text)
	whole, fraction, ok := strings.Cut(text, ".")
	if ok && whole != "" && isDigits(whole) && strings.Trim(fraction, "0") == "" {
		return whole
	}
	return text
}

func isDigits(text string) bool {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return text != ""
}
