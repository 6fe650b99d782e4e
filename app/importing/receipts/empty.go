package receipts

import (
	"slices"

	"ringback.app/app"
)

// leaveEmpty leaves out receipts of which nothing says what was bought, nor for how much:
// of a table that says neither, another one was to say it, and did not. It returns the
// others.
func (l *Ledger) leaveEmpty(real []*Receipt) []*Receipt {
	real = slices.DeleteFunc(real, func(rec *Receipt) bool {
		if rec.book != nil || rec.ended != nil || !rec.table.Columns.Unsaid || !isNameless(rec.Purchase) || rec.Purchase.Total != 0 {
			return false
		}
		rec.leaveEmpty()
		return true
	})
	for _, b := range l.tables {
		for _, rec := range b.Receipts {
			if rec.twin != nil && !rec.Rejected && rec.standing().Rejected {
				rec.leaveEmpty()
			}
		}
	}
	return real
}

func (rec *Receipt) leaveEmpty() {
	rec.Rejected = true
	rec.Problems = append(rec.Problems, app.InvalidLine("import.receipt.empty", rec.Line, app.Args{"Receipt": rec.Purchase.Receipt}))
}
