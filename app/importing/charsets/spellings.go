package charsets

import (
	"strings"
	"unicode"
)

// pages are Microsoft's code pages of the Far East, which the lists of charsets name
// otherwise.
var pages = map[string]string{"932": "shift_jis", "936": "gbk", "949": "euc-kr", "950": "big5"}

// spellings are names that the lists have for one that programs spell in a way of
// their own, as WINDOWS1251, ISO8859_2, MacRoman and CP932 are. Those of which the
// bytes of signs are parts of letters are none of them: their names tell how a file
// is read.
func spellings(name string) []string {
	letters := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, name)
	word := strings.TrimRight(letters, "0123456789")
	number := letters[len(word):]
	switch word {
	case "windows", "win", "cp", "ms", "dos", "xcp", "":
		return []string{"windows-" + number, "ibm" + number, pages[number]}
	case "iso":
		return []string{"iso-8859-" + strings.TrimPrefix(number, "8859")}
	case "latin", "isolatin":
		return []string{"latin" + number}
	case "utf":
		if number == "8" {
			return []string{UTF8}
		}
	case "shiftjis", "xshiftjis":
		return []string{"shift_jis"}
	case "eucjp", "euckr", "xeucjp", "xeuckr":
		return []string{"euc-" + letters[len(letters)-2:]}
	case "euccn", "xeuccn", "gb":
		return []string{"gbk"}
	case "koi8r", "koi8u":
		return []string{"koi8-" + letters[len(letters)-1:]}
	case "macroman", "xmacroman":
		return []string{"macintosh"}
	case "uhc":
		return []string{"euc-kr"}
	case "big", "tis":
		return []string{word + number, word + "-" + number}
	}
	return nil
}
