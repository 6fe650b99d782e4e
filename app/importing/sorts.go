package importing

import (
	"strings"

	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// givesBack tells whether the row says that it gives back, whatever its figures
// say.
func (b *bookkeeping) givesBack(row tables.Row) bool {
	text := row.Cell(b.columns.Sort)
	if text == "" {
		return false
	}
	back, met := b.sorts[text]
	if !met {
		means := written.OutcomeOf(text)
		back = means == written.Returned || means != written.Failed && written.SaysCredit(text)
		if len(b.sorts) < mostStatuses {
			b.sorts[strings.Clone(text)] = back
		}
	}
	return back
}
