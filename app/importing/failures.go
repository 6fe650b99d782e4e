package importing

import (
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/workbooks"
	"ringback.app/app/texts"
)

// oneLine is a cell fit to be kept: without what cannot be seen, and of sensible
// length.
func oneLine(text string) string {
	if isFailure(text) {
		return ""
	}
	return texts.OneLine(unquoted(text))
}

// unquoted takes off the apostrophe by which spreadsheets mark a cell as text, or
// the two that another program put around it. The one of 't Hooft and of
// 's-Hertogenbosch is of the name.
func unquoted(text string) string {
	rest, marked := strings.CutPrefix(text, "'")
	if !marked || len(rest) > 1 && (rest[0] == 't' || rest[0] == 's') && (rest[1] == ' ' || rest[1] == '-') {
		return text
	}
	return strings.TrimSpace(strings.TrimSuffix(rest, "'"))
}

// isFailure tells whether a cell is what Excel writes where a formula failed, or
// what stands where one was not worked out. No text is made of it; where a number
// or a day is wanted, it is said to be none.
func isFailure(text string) bool {
	if !strings.Contains(text, "#") { // most are not
		return false
	}
	switch strings.TrimSpace(text) {
	case "#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!", "#SPILL!", "#CALC!", workbooks.NoResult:
		return true
	}
	return false
}

// failure says of a row which of its formulas came to nothing, of those in
// columns that something is made of.
func (f *file) failure(row tables.Row) *app.Error {
	for i, cell := range row.Cells {
		if isFailure(cell) && i < len(f.about.Columns) && f.about.Columns[i].Field != "" {
			return problem("import.row.failed", row.Line, app.Args{"Column": f.about.Columns[i].Name})
		}
	}
	return nil
}

// unread says that a cell is not what it should be. Of a formula without a
// result it says what to do.
func unread(key string, row tables.Row, text, column string) *app.Error {
	if text == workbooks.NoResult {
		key = "import.row.no-result"
	}
	return problem(key, row.Line, app.Args{"Text": clip(text), "Column": column})
}
