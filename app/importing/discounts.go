package importing

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// discountNames are columns of what is taken off the price of a line, as plainName
// has them.
var discountNames = []string{
	"discount", "discounts", "discountamount", "linediscount", "itemdiscount", "discountpercent", "discountpercentage", "discountrate", "percentdiscount", "percentoff",
	"reduction", "rabatt", "rabattbetrag", "nachlass", "remise", "descuento", "dto", "sconto", "desconto", "korting", "alennus", "ale", "rabat", "εκπτωση",
	"sleva", "zlava", "kedvezmeny", "reducere", "indirim", "скидка", "giamgia", "chietkhau", "折扣", "割引", "할인",
}

// guessDiscount finds what is taken off where only prices say what was paid. What
// of it is neither an amount nor in per cent is left alone, as the code of a coupon
// is, or a bare 10.
func (b *bookkeeping) guessDiscount() {
	c := &b.columns
	if c.preset != nil || b.own != nil || !c.has(FieldPrice) || c.has(FieldAmount, FieldTotal) {
		return
	}
	known := c.known()
	for i, name := range c.names {
		cells := b.f.column(i)
		rest, _ := moneyIn(name)
		if known[i] || b.f.isSaid(i) || len(cells) == 0 || !slices.Contains(discountNames, written.Plain(rest)) {
			continue
		}
		perCent := strings.Contains(name, "%") || strings.Contains(written.Plain(name), "percent")
		isDiscount := func(cell string) bool {
			return written.IsPerCent(cell) || written.IsNought(cell) || perCent && written.IsFigure(cell) || written.IsMoney(cell)
		}
		if written.All(cells, isDiscount) {
			c.discount, c.perCent = i, perCent
			return
		}
	}
}

// lessDiscount takes off a line what its row says is off: of the price of all there
// are of the thing.
func (b *bookkeeping) lessDiscount(row tables.Row, line *app.Line, places int) *app.Error {
	text := strings.TrimSpace(row.Cell(b.columns.discount))
	if text == "" || written.IsNought(text) || line.Amount == 0 {
		return nil
	}
	bad := written.Unread("import.row.number", row, text, b.columns.names[b.columns.discount])
	if strings.HasSuffix(text, "%") || b.columns.perCent {
		left, ok := b.lessPercent(line.Amount, strings.TrimLeft(text, "-− "))
		if !ok {
			return bad
		}
		line.Amount = left
		return nil
	}
	a, err := tables.ParseAmount(written.Unquoted(text), b.columns.point[FieldPrice])
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
