package receipts

import (
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/people"
	"ringback.app/app/importing/tables"
)

// Receipt is a purchase as it is put together of lines.
type Receipt struct {
	Purchase app.Purchase
	Buyer    *people.Person
	Line     int // that it begins on
	Index    int
	minute   app.Minute
	asSaid   app.Day // its day as it is written, in another zone perhaps
	table    *Table
	totalled bool  // the total came from the file
	together int64 // what things of one cell come to, of which none says what it costs
	overrun  bool  // its lines come to more than app.MostMoney
	stated   stated
	backs    []lineBack  // what its rows say was given back
	counts   []countBack // how many of its lines' things were given back
	prices   []int64     // what its lines come to if their prices are of all there are of a thing
	Problems []*app.Error
	book     *app.Purchase // as the book has it already
	Under    string        // the number of the buyer's by which it came in, if they have several
	twin     *Receipt      // the same receipt in a file before
	Rejected bool          // no receipt, but a line that could not be read
	Named    string        // who that line names
	own      app.ID        // the ID it has in the book that wrote it out
	refund   refund        // what was given back of it
	payments []int         // lines that their sort calls payments
	belowSum int           // how many lines stand above the last sum that was taken off
	dropped  []int         // lines to be taken off
	refunded bool          // a return was made of that
	back     *Receipt      // that return
	of       *Receipt      // what it gives back, where its own row says so
	ended    *app.Error    // says that another file shows the order cancelled
	since    *app.Error    // says that the order was cancelled after it came into the book

	Alike            []app.ID // whom its buyer may be who is new, on the first of theirs
	IsNew, IsChanged bool     // the book does not have it, or gets something of it
	IsCancelled      bool     // it gives back an order that was cancelled after it came into the book
}

type receiptKey struct {
	buyer   *people.Person
	receipt string
	day     app.Day
	back    bool   // it is what was given back of that receipt
	id      app.ID // of a table that Ringback wrote
	money   string // the currency, where the receipt has no number: what a day brought is several then
}

// moneyOf is the currency that tells a receipt of that number apart.
func moneyOf(receipt, currency string) string {
	if receipt != "" {
		return ""
	}
	return currency
}

// add puts lines on the receipt, which may come to something of which nobody knows how much
// is of each.
func (rec *Receipt) add(lines []app.Line, together int64, total *int64) {
	rec.Purchase.Lines = append(rec.Purchase.Lines, lines...)
	switch {
	case total != nil && !rec.totalled:
		rec.Purchase.Total, rec.totalled = *total, true
	case !rec.totalled:
		rec.together += together
		rec.sum(together)
		for _, line := range lines {
			rec.sum(line.Amount)
		}
	}
}

// sum adds to the total, which stays at what an amount is at the most.
func (rec *Receipt) sum(amount int64) {
	total := rec.Purchase.Total + amount
	rec.Purchase.Total = max(-app.MostMoney, min(total, app.MostMoney))
	if total != rec.Purchase.Total && !rec.overrun {
		rec.overrun = true
		rec.problem(app.InvalidLine("import.receipt.total-large", rec.Line, app.Args{"Receipt": rec.Purchase.Receipt}))
	}
}

func (rec *Receipt) problem(e *app.Error) {
	if len(rec.Problems) < maxReceiptProblems {
		rec.Problems = append(rec.Problems, e)
	}
}

const maxReceiptProblems = 20

// receiptOf returns the receipt of that key, a new one if there is none yet.
func (b *Table) receiptOf(row tables.Row, key receiptKey) *Receipt {
	if b.last != nil && b.last.Buyer == key.buyer && b.last.Purchase.Receipt == key.receipt && b.last.Purchase.Day == key.day && b.last.own == key.id &&
		(key.money == "" || b.last.Purchase.Currency == key.money) {
		return b.last
	}
	r := b.byKey[key]
	if r == nil {
		r = &Receipt{Buyer: key.buyer, Line: row.Line, Index: len(b.Receipts), table: b, own: key.id}
		r.Purchase = app.Purchase{
			ID: key.id, Receipt: key.receipt, Day: key.day, Customer: key.buyer.ID(),
			Currency: b.Money.row,
			SoldBy:   b.text(b.cell(row, fields.SoldBy)),
		}
		if key.buyer.HasSeveralNumbers() {
			r.Under = strings.Clone(b.number(row))
		}
		b.byKey[key] = r
		b.Receipts = append(b.Receipts, r)
	}
	b.last = r
	return r
}
