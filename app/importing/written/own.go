package written

import (
	"strings"

	"ringback.app/app/spreadsheet"
	"ringback.app/app/texts"
)

// OwnText is a cell as it was before it went out.
func OwnText(cell string) string {
	short, _ := texts.Shorten(texts.ManyLines(spreadsheet.Unguard(cell)), maxNotes)
	return strings.Clone(short)
}

// maxNotes is how many letters of a cell of our own are kept: as many as of the
// notes on a card.
const maxNotes = 64 << 10

// OwnCell is a cell on one line, as it was before it went out.
func OwnCell(text string) string { return texts.OneLine(spreadsheet.Unguard(text)) }
