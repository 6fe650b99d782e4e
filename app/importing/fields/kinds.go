package fields

import (
	"slices"
	"strings"
	"unicode"

	"ringback.app/app/importing/written"
)

// kindWords are what columns are called in which the kind of a telephone stands that
// is in the column beside them.
var kindWords = []string{"type", "typ", "label", "kind", "art", "tipo", "soort", "etiqueta", "etichetta"}

// OfKind tells of a column whether it may hold the kind of a telephone by its name:
// the name of the telephone's column, where it says that, too, and whether it does.
func OfKind(plain string) (phone string, ok bool) {
	bare := strings.TrimRight(plain, "0123456789")
	if slices.Contains(kindWords, bare) {
		return "", true
	}
	for _, word := range kindWords {
		before, found := strings.CutSuffix(bare, word)
		if !found {
			if before, found = strings.CutPrefix(bare, word); found {
				for _, of := range []string{"de", "di", "do", "du"} {
					before = strings.TrimPrefix(before, of)
				}
			}
		}
		if found && isPhoneWord(before) {
			return before + plain[len(bare):], true
		}
	}
	return "", false
}

// kinds are what people call a telephone by that reachLabel does not know.
var kinds = []string{"cell", "cellular", "landline", "main", "other", "office", "private", "personal", "primary", "secondary"}

// IsKind tells whether a cell is the kind of a telephone and no more, as “Mobile”.
func IsKind(cell string) bool {
	const longest = 20
	plain := written.Plain(cell)
	return plain != "" && len(plain) <= longest && !strings.ContainsFunc(cell, func(r rune) bool { return unicode.IsDigit(r) || r == '@' }) &&
		(slices.Contains(kinds, plain) || reachLabel(plain) != "")
}

// IsTelephonesKind tells whether it is a kind that nothing has but a telephone.
func IsTelephonesKind(cell string) bool {
	plain := written.Plain(cell)
	return IsKind(cell) && ContainsAny(reachLabel(plain)+plain, "mobil", "cell", "fax", "landline", "pager")
}
