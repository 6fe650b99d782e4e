package alike

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"ringback.app/app"
)

// marked is a word of a name as its letters, folded, and the marks on these, in
// the order of their codes: Hoà and Hòa are one word in two ways of writing it.
type marked struct {
	letters, marks string
}

// marksDiffer tells whether two names, the same but for the marks on their
// letters, are written as two: people leave marks out, and rarely write others.
// Where a bare letter says as much as a marked one, as in a name in Vietnamese,
// Trần Dung is not Trần Dũng; but Tran Dung, without any, may be either.
func marksDiffer(a, b app.Customer) bool {
	if isBare(nameOf(a)) || isBare(nameOf(b)) {
		return false
	}
	x, y := markedWords(nameOf(a)), markedWords(nameOf(b))
	if len(x) != len(y) {
		return false
	}
	toned := isToned(nameOf(a), x) && isToned(nameOf(b), y)
	for i := range x {
		one, other := x[i].marks, y[i].marks
		switch {
		case one == other || x[i].letters != y[i].letters:
		case toned, makesLetters(one), makesLetters(other), !includes(one, other) && !includes(other, one):
			return true
		}
	}
	return false
}

// isBare tells whether a name has no marks, nor letters that could be anything but
// themselves.
func isBare(name string) bool {
	return strings.IndexFunc(name, func(r rune) bool { return r > unicode.MaxASCII }) < 0
}

func markedWords(name string) []marked {
	var words []marked
	for _, word := range strings.FieldsFunc(norm.NFC.String(name), func(r rune) bool { return parts(r) || unicode.IsSpace(r) }) {
		folded := wordsOf(word)
		if len(folded) != 1 || isTitle(folded[0]) {
			continue
		}
		var marks []rune
		for _, r := range norm.NFD.String(strings.ToLower(word)) {
			if unicode.Is(unicode.Mn, r) {
				marks = append(marks, r)
			}
		}
		slices.Sort(marks)
		words = append(words, marked{folded[0], string(marks)})
	}
	slices.SortFunc(words, func(x, y marked) int { return cmp.Or(cmp.Compare(x.letters, y.letters), cmp.Compare(x.marks, y.marks)) })
	return words
}

// includes tells whether all of the marks, in order, are among those.
func includes(marks, those string) bool {
	rest := []rune(marks)
	for _, r := range those {
		at := slices.Index(rest, r)
		if at < 0 {
			return false
		}
		rest = rest[at+1:]
	}
	return true
}

// makesLetters tells whether marks are of a script that nobody writes without
// them, as those of Thai, Devanagari and kana are: not the accents of Latin, Greek
// and Cyrillic, and not the vowels of Arabic and Hebrew.
func makesLetters(marks string) bool {
	return strings.ContainsFunc(marks, func(r rune) bool {
		return r > 0x036F && !unicode.Is(unicode.Arabic, r) && !unicode.Is(unicode.Hebrew, r) && !unicode.Is(unicode.Inherited, r) ||
			r == 0x3099 || r == 0x309A // of kana
	})
}

// isToned tells whether a name is written in Vietnamese with its marks: by those
// that few others have (the horn, the hook above, the dot below, and two on one
// letter), by its đ, or by a family's name that has a mark.
func isToned(name string, words []marked) bool {
	for _, w := range words {
		if strings.ContainsAny(w.marks, "\u031B\u0309\u0323") {
			return true
		}
		if w.marks != "" && slices.Contains(families, w.letters) {
			return true
		}
	}
	if strings.ContainsAny(name, "đĐ") {
		return true
	}
	stacked := 0
	for _, r := range norm.NFD.String(name) {
		if !unicode.Is(unicode.Mn, r) {
			stacked = 0
		} else if stacked++; stacked == 2 {
			return true
		}
	}
	return false
}

// families are Vietnamese families' names, folded, whose marks others have, too.
var families = []string{"le", "vu", "vo", "bui", "ngo", "ly", "hoang", "huynh", "ho", "phung", "to", "thai", "lam", "quach", "trinh", "dinh"}

// unspaced is a name in Chinese, Japanese or Korean letters without what stands
// between its parts, which is written or left out at will; "" for any other.
func unspaced(name string) string {
	if isBare(name) {
		return ""
	}
	var letters strings.Builder
	for _, r := range norm.NFKC.String(name) {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul), r == 'ー':
			letters.WriteRune(r)
		case !unicode.IsSpace(r) && !parts(r) && r != '・':
			return ""
		}
	}
	return letters.String()
}
