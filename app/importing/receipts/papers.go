package receipts

import (
	"strings"

	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// Accounting programs write all their documents into one table. An estimate is no
// purchase, nor is an order, a delivery note or a payment that stands beside the
// invoices it goes with; in a table without any it is all there is of the purchase,
// as in a cash book.

// papers is what a table's column of sorts says of its rows.
type papers struct {
	means   map[string]written.Paper
	met     map[written.Paper]bool
	others  bool            // it says what is no kind of document
	credits bool            // it says of a row that it gives back
	left    tally           // what rows say that were left out
	numbers map[string]bool // of receipts that were left out
}

func newPapers() papers {
	return papers{means: make(map[string]written.Paper), met: make(map[written.Paper]bool), left: make(tally), numbers: make(map[string]bool)}
}

// lookPaper takes into account what a row says of its sort.
func (b *Table) lookPaper(row tables.Row) {
	text, p := row.Cell(b.Columns.Sort), &b.papers
	if _, met := p.means[text]; met || text == "" || !b.Columns.SortsPapers() {
		return
	}
	if b.givesBack(row) {
		p.credits = true
		return
	}
	if len(p.means) == mostStatuses {
		p.others = true
		return
	}
	paper := written.PaperOf(text)
	p.means[strings.Clone(text)], p.met[paper] = paper, true
	p.others = p.others || paper == written.OtherPaper
}

// decidePapers gives up a column that may sort the goods where nothing in it is of a
// document, so that it is said not to be taken.
func (b *Table) decidePapers() {
	p := b.papers
	if b.Columns.SortsPapers() && !b.Columns.SortsReceipts() && !p.credits && !p.tells() {
		b.Columns.Sort = -1
	}
}

// tells tells whether a column that may be of the sort of the goods is of documents.
func (p papers) tells() bool {
	known := p.met[written.Offer] || p.met[written.Order] || p.met[written.Payment] || p.met[written.Sale]
	return p.met[written.Invoice] || p.met[written.Sale] && (p.met[written.Payment] || p.met[written.Offer]) || known && !p.others
}

// isNoPurchase tells whether the row is of a document by which nothing was bought, or
// a further row of one.
func (b *Table) isNoPurchase(row tables.Row, number string) bool {
	p := b.papers
	if !b.Columns.SortsPapers() || !b.Columns.SortsReceipts() && !p.tells() {
		return false
	}
	text := row.Cell(b.Columns.Sort)
	if text == "" {
		return number != "" && p.numbers[number]
	}
	switch p.means[text] {
	case written.Offer: // beside what is no document it is goods on offer
		return !p.others || p.met[written.Invoice] || p.met[written.Sale] || p.met[written.Order]
	case written.Order:
		return p.met[written.Invoice]
	case written.Payment:
		return p.met[written.Invoice] || p.met[written.Sale]
	}
	return false
}

// leaveNoSale leaves a row out that is no sale, and those below it.
func (b *Table) leaveNoSale(row tables.Row, number string) {
	b.Counts.NoSale++
	text := row.Cell(b.Columns.Sort)
	b.papers.left.add(text)
	if number != "" && b.Columns.SortsPapers() {
		b.papers.numbers[number] = true
	}
	b.above = above{line: row.Line, number: number, noSale: true}
}

// LeftAsNoSale lists what the rows say that were left out as no sales, the most first.
func (b *Table) LeftAsNoSale() []Status { return b.papers.left.all() }
