package alike

import (
	"strings"
	"unicode/utf8"

	"ringback.app/app"
)

// NameKey is a number that names have in common of which the Words are the same; that
// others have it, too, is possible. It is 0 where there is no name. It costs nothing
// to be kept, and for most names nothing to be made.
func NameKey(c app.Customer) uint64 {
	name := nameOf(c)
	key, ok := plainKey(name)
	if ok {
		return key
	}
	for _, word := range Words(c) {
		sum := uint64(wordSeed)
		for i := range len(word) {
			sum = mixed(sum, word[i])
		}
		key += spread(sum)
	}
	return key
}

// What FNV-1a begins with, and multiplies by.
const (
	wordSeed  = 14695981039346656037
	wordPrime = 1099511628211
)

func mixed(sum uint64, b byte) uint64 { return (sum ^ uint64(b)) * wordPrime }

// spread has each bit of a word's sum change all of them, as MurmurHash3 ends: else
// words that differ in a digit or two would add up to the same.
func spread(sum uint64) uint64 {
	sum = (sum ^ sum>>33) * 0xff51afd7ed558ccd
	sum = (sum ^ sum>>33) * 0xc4ceb9fe1a85ec53
	return sum ^ sum>>33
}

// plainKey is the key of a name that folding changes nothing of but its capitals.
func plainKey(name string) (key uint64, ok bool) {
	var lower [longestTitle]byte
	sum, n := uint64(wordSeed), 0
	end := func() {
		if n > 0 && (n > len(lower) || !isTitle(string(lower[:n]))) {
			key += spread(sum)
		}
		sum, n = wordSeed, 0
	}
	for i := range len(name) {
		b := name[i]
		switch {
		case b >= utf8.RuneSelf || b < ' ' || strings.IndexByte("'`", b) >= 0:
			return 0, false
		case parts(rune(b)):
			end()
			continue
		case 'A' <= b && b <= 'Z':
			b += 'a' - 'A'
		}
		if n < len(lower) {
			lower[n] = b
		}
		sum, n = mixed(sum, b), n+1
	}
	end()
	return key, true
}

// longestTitle is no less than the letters of any title.
const longestTitle = 16
