package written

import (
	"strings"

	"ringback.app/app"
	"ringback.app/app/spreadsheet"
	"ringback.app/app/texts"
)

// OwnText is a cell as it was before it went out, as much of it as is kept.
func OwnText(cell string) string {
	short, _ := OwnTextCut(cell)
	return short
}

// OwnTextCut is OwnText, and tells whether the cell has more: than the notes on a card
// may have.
func OwnTextCut(cell string) (text string, cut bool) {
	text, cut = texts.Shorten(texts.ManyLines(spreadsheet.Unguard(cell)), app.NotesLetters)
	return strings.Clone(text), cut
}

// OwnCell is a cell on one line, as it was before it went out.
func OwnCell(text string) string { return texts.OneLine(spreadsheet.Unguard(text)) }
