package importing

import (
	"strings"

	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// cell is the field's cell on one line.
func (b *bookkeeping) cell(row tables.Row, f columns.Field) string {
	text := b.columns.Raw(row, f)
	if b.own != nil {
		text = written.OwnCell(text)
	} else {
		text = written.OneLine(text)
	}
	short := written.Clip(text)
	if len(short) < len(text) {
		b.cut = f
	}
	return short
}

// text returns the one copy of a text that is kept.
func (b *bookkeeping) text(s string) string {
	if kept, ok := b.texts[s]; ok {
		return kept
	}
	s = strings.Clone(s) // the row's text is longer
	b.texts[s] = s
	return s
}
