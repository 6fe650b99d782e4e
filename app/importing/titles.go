package importing

import (
	"context"
	"slices"
	"strings"

	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// A column called Title holds what is said before a name in some tables, and what
// somebody does in a firm in others: what is in it tells.

// titleNames are such columns. In one called Salutation or Anrede there is no
// doubt.
var titleNames = []string{
	"title", "contacttitle", "titel", "titre", "titulo", "titolo", "titteli", "tytul", "τιτλοσ",
}

// decideTitles settles what the columns called Title hold: what is said before a
// name if at least every other cell is known to be, and else what people do.
func (b *addressBook) decideTitles(ctx context.Context, r *reading, f *file) error {
	cells, known := make(map[int]int), make(map[int]int)
	for i, c := range b.columns {
		if c.part == FieldPrefix && !c.said && slices.Contains(titleNames, written.Plain(f.header[i])) {
			cells[i] = 0
		}
	}
	if len(cells) == 0 || b.own != nil {
		return nil
	}
	err := r.table(ctx, f, func(tables.Row) error { return nil }, func(row tables.Row) error {
		for i := range cells {
			text := written.Text(row.Cell(i))
			if text == "" {
				continue
			}
			if cells[i]++; written.IsTitle(text) {
				known[i]++
			}
		}
		return nil
	})
	for i := range cells {
		if 2*known[i] < cells[i] {
			b.columns[i] = contactColumn{part: FieldProperty, group: "TITLE"}
		}
	}
	return err
}

// prefix takes what is said before the name. Where two columns do, as Anrede and
// Titel, it is both, the title behind.
func (r *contactRow) prefix(text string, title bool) {
	before := &r.customer.Name.Prefix
	switch {
	case *before == "":
		*before = text
	case slices.Contains(strings.Fields(*before), text):
	case title:
		*before += " " + text
	default:
		*before = text + " " + *before
	}
}
