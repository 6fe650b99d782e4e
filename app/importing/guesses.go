package importing

import (
	"slices"
	"strings"

	"ringback.app/app/importing/written"
)

// People who keep their tables by hand call what was bought Bought, and the number
// of a receipt No. Such names may be of many other things, so that they count where
// nothing else says it, and what is in the columns goes with it.
var (
	goodsNames = []string{"what", "bought", "thing", "things", "was", "gekauft", "achat", "compra", "acquisto", "gekocht", "quoi"}

	// receiptNames are plainly of papers that have a number.
	receiptNames = []string{
		"beleg", "rechnung", "bestellung", "auftrag", "bill", "sale", "docket", "purchaseid", "docno", "vorgang", "vorgangsnr", "vorgangsnummer",
	}
	// bareNumbers may be of the line, of a customer or of anything else.
	bareNumbers = []string{"nr", "no", "#", "id", "number", "nummer", "reference", "ref"}
)

// guessGoods finds the column of what was bought by a name that may be of other
// things: it has to hold words.
func (b *bookkeeping) guessGoods() {
	c := &b.columns
	if c.preset != nil || len(c.items) > 0 || c.has(FieldItem, FieldCode) {
		return
	}
	known := c.known()
	for i, name := range c.names {
		cells := b.f.column(i)
		if known[i] || b.f.isSaid(i) || len(cells) == 0 || !slices.Contains(goodsNames, written.Plain(name)) {
			continue
		}
		if written.All(cells, written.IsWords) {
			c.at[FieldItem] = i
			return
		}
	}
}

// guessReceipt finds the column of the receipts' numbers by a name that may be of
// other things.
func (b *bookkeeping) guessReceipt() {
	c := &b.columns
	if c.has(FieldReceipt) {
		b.otherReceipt()
	}
	if c.preset != nil || c.has(FieldReceipt) {
		return
	}
	known := c.known()
	for i, name := range c.names {
		plain := written.Plain(name)
		if plain == "" {
			plain = strings.TrimSpace(name) // the sign alone
		}
		cells, sort := b.f.column(i), i == c.sort
		if known[i] && !sort || b.f.isSaid(i) || !written.All(cells, written.IsPaperNumber) {
			continue
		}
		if slices.Contains(receiptNames, plain) || slices.Contains(bareNumbers, plain) && b.numbersReceipts(i) {
			if c.at[FieldReceipt] = i; sort {
				c.sort = -1
			}
			return
		}
	}
}

// otherReceipt takes another column of receipts' numbers where there is nothing in
// the surest: the number of an invoice that was not written.
func (b *bookkeeping) otherReceipt() {
	c := &b.columns
	at := c.of(FieldReceipt)
	isNone := func(cell string) bool { return strings.Trim(cell, "0") == "" }
	if c.preset != nil || c.said[at] || slices.ContainsFunc(b.f.column(at), written.Not(isNone)) {
		return
	}
	known := c.known()
	for _, name := range columnNames()[FieldReceipt] {
		i := slices.IndexFunc(c.names, func(n string) bool { return written.Plain(n) == name })
		if i >= 0 && !known[i] && !b.f.isSaid(i) && slices.ContainsFunc(b.f.column(i), written.Not(isNone)) {
			c.at[FieldReceipt] = i
			return
		}
	}
}

// numbersReceipts tells whether the numbers of a column can be those of receipts:
// one that comes again does so on the same day, and without any that does they are
// longer than those of lines, or of how many.
func (b *bookkeeping) numbersReceipts(column int) bool {
	const short = 2
	days, again, longer := make(map[string]string), false, true
	at := b.columns.of(FieldDay)
	for _, row := range b.f.first {
		if max(column, at) >= len(row) || strings.TrimSpace(row[column]) == "" {
			continue
		}
		number, day := strings.TrimSpace(row[column]), strings.TrimSpace(row[at])
		before, seen := days[number]
		if seen && day != "" && day != before {
			return false
		}
		if !seen {
			days[number] = day
		}
		again, longer = again || seen, longer && len(number) > short
	}
	return again || longer
}
