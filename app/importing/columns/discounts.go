package columns

import (
	"slices"
	"strings"

	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/written"
)

// discountNames are columns of what is taken off the price of a line, as written.Plain
// has them.
var discountNames = []string{
	"discount", "discounts", "discountamount", "linediscount", "itemdiscount", "discountpercent", "discountpercentage", "discountrate", "percentdiscount", "percentoff",
	"reduction", "rabatt", "rabattbetrag", "nachlass", "remise", "descuento", "dto", "sconto", "desconto", "korting", "alennus", "ale", "rabat", "εκπτωση",
	"sleva", "zlava", "kedvezmeny", "reducere", "indirim", "скидка", "giamgia", "chietkhau", "折扣", "割引", "할인",
}

// guessDiscount finds what is taken off where only prices say what was paid. What
// of it is neither an amount nor in per cent is left alone, as the code of a coupon
// is, or a bare 10.
func (c *Columns) guessDiscount(t Table) {
	if c.program != nil || !c.Has(fields.Price) || c.Has(fields.Amount, fields.Total) {
		return
	}
	claimed := c.claimed()
	for i, name := range c.Names {
		cells := t.column(i)
		rest, _ := fields.MoneyIn(name)
		if claimed[i] || t.isSaid(i) || len(cells) == 0 || !slices.Contains(discountNames, written.Plain(rest)) {
			continue
		}
		perCent := strings.Contains(name, "%") || strings.Contains(written.Plain(name), "percent")
		isDiscount := func(cell string) bool {
			return written.IsPerCent(cell) || written.IsNought(cell) || perCent && written.IsFigure(cell) || written.IsMoney(cell)
		}
		if written.All(cells, isDiscount) {
			c.Discount, c.PerCent = i, perCent
			return
		}
	}
}
