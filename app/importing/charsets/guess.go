package charsets

import (
	"bytes"
	"unicode"
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

// marked keeps only the lines that have bytes above 127: the rest says nothing.
func marked(sample []byte) []byte {
	var kept []byte
	for line := range bytes.Lines(sample) {
		if len(kept) > enough {
			break
		}
		if bytes.IndexFunc(line, func(r rune) bool { return r > unicode.MaxASCII }) >= 0 {
			kept = append(kept, line[:min(len(line), enough)]...)
		}
	}
	return kept
}
