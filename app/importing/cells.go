package importing

import (
	"strings"

	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// raw is the field's cell as it stands in the file, or the first one that stands
// in for it.
func (b *bookkeeping) raw(row tables.Row, f Field) string {
	if (f == FieldEmail || f == FieldPhone) && b.columns.contacts >= 0 && !b.columns.said[b.columns.of(f)] {
		return contactIn(row.Cell(b.columns.contacts), f)
	}
	if f == FieldEmail && b.columns.sent >= 0 && b.isBelowNothing(row) {
		return row.Cell(b.columns.sent)
	}
	text := row.Cell(b.columns.of(f))
	for _, i := range b.columns.also[f] {
		if text != "" {
			break
		}
		text = row.Cell(i)
	}
	if b.own == nil {
		text = written.Unquoted(text)
	}
	return text
}

// cell is the field's cell on one line.
func (b *bookkeeping) cell(row tables.Row, f Field) string {
	text := b.raw(row, f)
	if b.own != nil {
		text = ownCell(text)
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
