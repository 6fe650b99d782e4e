package tables

import (
	"bytes"
	"strings"
)

// fromFormula is what is in a cell that a program wrote as a formula, so that a
// spreadsheet leaves its zeros and its plus alone: ="00512". Any other is as it is.
func fromFormula(cell string) string {
	if !strings.HasPrefix(cell, `="`) {
		return cell
	}
	inside, ended := strings.CutSuffix(strings.TrimSpace(cell[2:]), `"`)
	if !ended || strings.Count(inside, `"`) != 2*strings.Count(inside, `""`) {
		return cell // it is a longer one
	}
	return strings.ReplaceAll(inside, `""`, `"`)
}

// formulaEnd is where the text of a cell ends that begins as such a formula does:
// a delimiter in its quotes is none. 0 of any other.
func formulaEnd(text []byte) int {
	if !bytes.HasPrefix(text, []byte(`="`)) {
		return 0
	}
	for at := 2; ; {
		quote := bytes.IndexByte(text[at:], '"')
		if quote < 0 {
			return 0
		}
		if at += quote + 1; at == len(text) || text[at] != '"' {
			return at
		}
		at++ // it was doubled
	}
}
