package importing

import (
	"strings"
	"unicode"

	"ringback.app/app"
	"ringback.app/app/importing/tables"
)

// Delimiters are the signs that usually keep the columns of tables of text apart,
// the commonest first. Any number of tables.Spaces is one.
func Delimiters() []byte { return []byte{',', ';', '\t', '|', ':', tables.Spaces} }

// delimiterWords are the ways to name signs that are hard to write in a command.
var delimiterWords = map[string]byte{
	"comma": ',', "semicolon": ';', "tab": '\t', `\t`: '\t', "bar": '|', "pipe": '|', "colon": ':', "space": tables.Spaces, "spaces": tables.Spaces,
}

// ParseDelimiter reads the sign that keeps the columns of a table apart: the sign
// itself, or comma, semicolon, tab, bar, colon or space. It returns an Error with
// CodeInvalid for anything else.
func ParseDelimiter(text string) (byte, error) {
	if sign, ok := delimiterWords[strings.ToLower(strings.TrimSpace(text))]; ok {
		return sign, nil
	}
	isSign := len(text) == 1 && text[0] < unicode.MaxASCII && text[0] != '"' &&
		(text[0] == '\t' || text[0] == ' ' || unicode.IsPunct(rune(text[0])) || unicode.IsSymbol(rune(text[0])))
	if !isSign {
		return 0, app.Invalid("error.import.delimiter", app.Args{"Sign": text})
	}
	return text[0], nil
}
