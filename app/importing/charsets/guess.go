package charsets

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// narrow guesses the charset of text with bytes above 127 that is not UTF-8.
//
// The bytes are read in each charset that is common in address books and tills,
// as each of the languages written in it, and what reads most like words of that
// language wins: letters that it uses and uses often, capitals where words
// begin, and no sign in their midst. Where two read alike, the first of the list
// wins, which is the commoner one. It is a guess: a person sees what comes of
// it, and can say otherwise.
func narrow(sample []byte) string {
	sample = marked(sample)
	best, most := Western, readAs(sample, alphabets[0])
	for _, a := range alphabets[1:] {
		if s := readAs(sample, a); s > most {
			best, most = a.charset, s
		}
	}
	for _, c := range ideographs {
		if s := c.read(sample); s > most {
			best, most = c.charset, s
		}
	}
	return best
}

// enough is how much of a file is looked at: more does not make the guess better.
const enough = 8 << 10

// marked returns the words that have bytes above 127, each once and on a line of
// its own: the rest says nothing, and a name that comes a hundred times says no
// more than once. What is UTF-8 in a file that otherwise is not says nothing
// either: files are put together of several.
//
// Words end at signs that are no second byte of a letter in any charset.
func marked(sample []byte) []byte {
	var kept []byte
	seen := map[string]bool{}
	for line := range bytes.FieldsFuncSeq(sample, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if len(kept) > enough {
			break
		}
		if isPlain(line) || utf8.Valid(line) {
			continue
		}
		for word := range bytes.FieldsFuncSeq(line[:min(len(line), enough)], endsWord) {
			if !isPlain(word) && !seen[string(word)] {
				seen[string(word)] = true
				kept = append(append(kept, word...), '\n')
			}
		}
	}
	return kept
}

func isPlain(text []byte) bool {
	for _, b := range text {
		if b > unicode.MaxASCII {
			return false
		}
	}
	return true
}

func endsWord(r rune) bool { return r <= ' ' || r < '0' && r != '\'' || r > '9' && r < '@' }
