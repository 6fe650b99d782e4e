package receipts

import (
	"slices"

	"ringback.app/app"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
)

// A column called Price is of one thing, but some tables say in it what all there are of
// the thing on the line cost. What the receipts come to tells the two apart.

// statePrice keeps what a row's line comes to if its price is of all of it, where
// nobody has said what the column is of and the row says nothing better.
func (b *Table) statePrice(row tables.Row, r *Receipt, s sold) {
	c := &b.Columns
	if !c.Has(fields.Price) || !c.Has(fields.Quantity) || !c.Has(fields.Total) || c.Has(fields.Amount) ||
		b.own != nil || c.IsKnown() || c.EachPrice || len(s.lines) != 1 || !b.hasPrice(row) {
		return
	}
	all := s.lines[0]
	if all.Quantity = app.One; s.lines[0].Quantity < 0 {
		all.Quantity = -app.One
	}
	if b.timesPrice(row, &all, decimals(b.Money.row)) == nil {
		r.prices = append(r.prices, all.Amount)
	}
}

// ofPrices is what the prices of a receipt are of, as far as its total tells.
type ofPrices uint8

const (
	pricesUntold ofPrices = iota // it has one of each thing, or no total
	pricesOfOne                  // so many at their prices come to the total
	pricesOfAll                  // the prices alone do
	pricesOfNone                 // neither: something else is in the total
)

func (rec *Receipt) pricesAreOf() ofPrices {
	totals := rec.stated.totals
	differ := len(totals) > 1 && slices.ContainsFunc(totals, func(t int64) bool { return t != totals[0] })
	if len(rec.prices) != len(rec.Purchase.Lines) || !rec.totalled || rec.Purchase.Total == 0 || differ {
		return pricesUntold
	}
	one, all := int64(0), int64(0)
	for i, line := range rec.Purchase.Lines {
		one, all = one+line.Amount, all+rec.prices[i]
	}
	switch {
	case one == all:
		return pricesUntold
	case one == rec.Purchase.Total:
		return pricesOfOne
	case all == rec.Purchase.Total:
		return pricesOfAll
	}
	return pricesOfNone
}

// settlePrices finds out over the whole table what its prices are of, and takes them for
// what the lines come to where most receipts prove that, and none the other.
func (b *Table) settlePrices() {
	count := make(map[ofPrices]int)
	for _, rec := range b.Receipts {
		count[rec.pricesAreOf()]++
	}
	all := count[pricesOfOne] == 0 && count[pricesOfAll] > count[pricesOfNone]
	for _, rec := range b.Receipts {
		if all && len(rec.prices) == len(rec.Purchase.Lines) {
			rec.takePrices()
		}
		rec.prices = nil
	}
	if all {
		b.Described[b.Columns.Of(fields.Price)].Field = fields.Amount
	}
}

// takePrices takes the prices for what the lines come to.
func (rec *Receipt) takePrices() {
	if !rec.totalled {
		rec.Purchase.Total = 0
	}
	for i := range rec.Purchase.Lines {
		line := &rec.Purchase.Lines[i]
		for j := range rec.refund.lines {
			if back := &rec.refund.lines[j]; thing(*back) == thing(*line) && back.Quantity == line.Quantity && back.Amount == line.Amount {
				back.Amount = rec.prices[i]
			}
		}
		if line.Amount = rec.prices[i]; !rec.totalled {
			rec.sum(line.Amount)
		}
	}
}
