package charsets

import (
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
)

// misnamed are the charsets of one byte a letter that text in UTF-8 may wrongly be
// said to be in, and how many letters of UTF-8 it takes to tell: in a Western one
// even a single one reads as no word. In those that are not here, words may happen
// to look like UTF-8.
var misnamed = map[string]int{
	Western: 1, "iso-8859-15": 1, "windows-1254": 1, "iso-8859-2": 2, "iso-8859-5": 2, "iso-8859-7": 2, "iso-8859-13": 2, "windows-1250": 2, "windows-1251": 2,
	"windows-1253": 2, "windows-1257": 2, "koi8-r": 2, "koi8-u": 2,
}

// IsMisnamed tells whether a text that is said to be in a charset is in UTF-8
// instead.
func IsMisnamed(text []byte, charset string) bool {
	e, err := Find(charset)
	if err != nil || !utf8.Valid(text) {
		return false
	}
	name, err := htmlindex.Name(e)
	fewest, may := misnamed[name]
	found := 0
	for _, r := range string(text) {
		if r >= utf8.RuneSelf {
			found++
		}
	}
	return err == nil && may && found >= fewest
}
