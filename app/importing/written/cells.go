package written

import (
	"slices"
	"strings"
	"unicode"

	"ringback.app/app"
	"ringback.app/app/folding"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/workbooks"
	"ringback.app/app/texts"
)

// ShownLetters is how many letters of a cell a person is shown.
const ShownLetters = 60

// MaxText is how many letters of a cell are kept.
const MaxText = 500

// Clip is as much of a text as is kept.
func Clip(text string) string {
	short, _ := texts.Shorten(text, MaxText)
	return short
}

// Plain is a column's name as it is compared.
func Plain(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, folding.Fold(name))
}

// Text is a cell as it is kept: on one line, a copy of its own, and without
// the apostrophe that keeps spreadsheets from running it.
func Text(text string) string { return strings.Clone(Clip(OneLine(text))) }

// OneLine is a cell fit to be kept: without what cannot be seen, and of sensible
// length.
func OneLine(text string) string {
	if IsFailure(text) {
		return ""
	}
	return texts.OneLine(Unquoted(text))
}

// Unquoted takes off the apostrophe by which spreadsheets mark a cell as text, or
// the two that another program put around it. The one of 't Hooft and of
// 's-Hertogenbosch is of the name.
func Unquoted(text string) string {
	rest, marked := strings.CutPrefix(text, "'")
	if !marked || len(rest) > 1 && (rest[0] == 't' || rest[0] == 's') && (rest[1] == ' ' || rest[1] == '-') {
		return text
	}
	return strings.TrimSpace(strings.TrimSuffix(rest, "'"))
}

// IsFailure tells whether a cell is what Excel writes where a formula failed, or
// what stands where one was not worked out. No text is made of it; where a number
// or a day is wanted, it is said to be none.
func IsFailure(text string) bool {
	if !strings.Contains(text, "#") { // most are not
		return false
	}
	switch strings.TrimSpace(text) {
	case "#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!", "#SPILL!", "#CALC!", workbooks.NoResult:
		return true
	}
	return false
}

// Unread says that a cell is not what it should be. Of a formula without a
// result it says what to do.
func Unread(key string, row tables.Row, text, column string) *app.Error {
	if text == workbooks.NoResult {
		key = "import.row.no-result"
	}
	return app.InvalidLine(key, row.Line, app.Args{"Text": Clip(text), "Column": column})
}

// All tells whether there are cells and each of them is such.
func All(cells []string, is func(string) bool) bool {
	return len(cells) > 0 && !slices.ContainsFunc(cells, Not(is))
}

// Not tells of what is no such cell.
func Not(is func(string) bool) func(string) bool {
	return func(cell string) bool { return !is(cell) }
}

// Beginning is as much of a text as a line of a preview shows.
func Beginning(words string) string {
	short, cut := texts.Shorten(texts.OneLine(words), ShownLetters)
	if cut {
		short += "…"
	}
	return strings.Clone(short)
}
