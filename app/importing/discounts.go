package importing

import (
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// lessDiscount takes off a line what its row says is off: of the price of all there
// are of the thing.
func (b *bookkeeping) lessDiscount(row tables.Row, line *app.Line, places int) *app.Error {
	text := strings.TrimSpace(row.Cell(b.columns.Discount))
	if text == "" || written.IsNought(text) || line.Amount == 0 {
		return nil
	}
	bad := written.Unread("import.row.number", row, text, b.columns.Names[b.columns.Discount])
	if strings.HasSuffix(text, "%") || b.columns.PerCent {
		left, ok := b.lessPercent(line.Amount, strings.TrimLeft(text, "-− "))
		if !ok {
			return bad
		}
		line.Amount = left
		return nil
	}
	a, err := tables.ParseAmount(written.Unquoted(text), b.columns.Point[columns.FieldPrice])
	off, ok := a.In(places)
	if off = max(off, -off); err != nil || !ok || off > max(line.Amount, -line.Amount) {
		return bad
	}
	if line.Amount < 0 {
		off = -off
	}
	line.Amount -= off
	return nil
}
