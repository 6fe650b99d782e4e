package charsets

import (
	"bytes"
	"strings"
	"unicode"
)

// narrow guesses the charset of text with bytes above 127 that is not UTF-8.
// The text is read in each charset that is common in address books and tills;
// the one in which it looks most like words wins, Western if none does better.
func narrow(sample []byte) string {
	sample = marked(sample)
	best, most := Western, score(sample, Western)
	for _, charset := range []string{
		"shift_jis", "gb18030", "big5", "euc-kr", "euc-jp",
		"windows-1251", "windows-1253", "windows-1255", "windows-1256", "windows-1250",
	} {
		if s := score(sample, charset); s > most {
			best, most = charset, s
		}
	}
	return best
}

// marked keeps only the lines that have bytes above 127, up to 64 KiB of them:
// the rest says nothing.
func marked(sample []byte) []byte {
	var kept []byte
	for line := range bytes.Lines(sample) {
		if len(kept) > 64<<10 {
			break
		}
		if bytes.IndexFunc(line, func(r rune) bool { return r > unicode.MaxASCII }) >= 0 {
			kept = append(kept, line...)
		}
	}
	return kept
}

// score says how much like words the bytes look in the charset, per byte above
// 127. Higher is likelier; the margin for Western keeps the others from winning
// by a hair.
func score(sample []byte, charset string) float64 {
	text, err := Decode(sample, charset)
	if err != nil {
		return -1
	}
	high := 0
	for _, b := range sample {
		if b > unicode.MaxASCII {
			high++
		}
	}
	points := 0.0
	var before rune
	for _, r := range text {
		points += likely(before, r)
		before = r
	}
	points /= float64(max(high, 1))
	if charset == Western {
		points += 0.05
	}
	return points
}

func likely(before, r rune) float64 {
	switch {
	case r <= unicode.MaxASCII:
		return 0
	case r == unicode.ReplacementChar, unicode.IsControl(r):
		return -5
	case unicode.In(r, unicode.Hiragana, unicode.Katakana) && r < 0xFF00:
		return 2
	case unicode.In(r, unicode.Han):
		return 1.2
	case r >= 0xFF61 && r <= 0xFF9F: // half-width Katakana: what other text turns into
		return -0.5
	case unicode.In(r, unicode.Hangul):
		return 1.4
	case strings.ContainsRune("äöüßÄÖÜéèàâêîôûçåæøÅÆØñíóúáÁÉãõ’‘“”–—€°£", r):
		return 1
	case unicode.In(r, unicode.Cyrillic, unicode.Greek, unicode.Hebrew, unicode.Arabic):
		// Such letters stand beside others of their own.
		if before > unicode.MaxASCII && unicode.IsLetter(before) && sameScript(before, r) {
			return upperInside(before, r)
		}
		if unicode.IsLower(r) {
			return -0.2 // a name begins with a capital where there are any
		}
		return 0.2
	case unicode.IsLetter(r):
		if before > unicode.MaxASCII {
			return -0.3 // Latin words seldom have two accents in a row
		}
		return 0.6
	}
	return -0.2
}

// upperInside holds a capital after a small letter to be a sign of the wrong
// charset.
func upperInside(before, r rune) float64 {
	if unicode.IsLower(before) && unicode.IsUpper(r) {
		return -0.5
	}
	return 1.1
}

func sameScript(a, b rune) bool {
	for _, table := range []*unicode.RangeTable{unicode.Cyrillic, unicode.Greek, unicode.Hebrew, unicode.Arabic} {
		if unicode.Is(table, a) {
			return unicode.Is(table, b)
		}
	}
	return false
}
