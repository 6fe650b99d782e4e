package receipts

import (
	"cmp"
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/people"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/values"
	"ringback.app/app/importing/written"
	"ringback.app/app/texts"
)

// Table is a table of purchases that is read: it makes receipts of its lines.
type Table struct {
	ledger    *Ledger
	table     columns.Table
	Columns   columns.Columns
	Described []columns.Column // what the columns were taken for
	Counts    Counts
	plan      app.Plan

	Receipts   []*Receipt // in the order of the file
	byKey      map[receiptKey]*Receipt
	last       *Receipt // of the line before
	above      above
	buyers     map[string]*people.Person
	gathering  map[string]*gathered // what the lines say of a buyer; nil: each says all there is
	NoOne      map[string]bool      // receipts that name no customer
	texts      map[string]string    // one copy of every text that comes again and again
	survey     survey
	reading    parts                      // the order that is read, in the second reading
	sorts      map[string]bool            // of rows: whether they give back
	outcomes   map[string]written.Outcome // of the statuses met
	sold       tally                      // the statuses of lines that were taken for sold
	papers     papers                     // the kinds of documents that lines are of
	splits     bool                       // a row is written once for each thing it was paid with
	splitOf    string                     // the receipt whose rows were met
	splitRows  map[string]string          // with what these were paid, by what they say else
	orders     map[string]*ordered        // whose the orders are that a table of what was ordered names
	order      *ordered                   // of the row being read
	undone     map[string]*int            // orders that were never purchases, and what counts their lines
	ending     map[endingKey]*ending      // the orders that were cancelled
	endings    []*ending                  // likewise, in the order of the file
	lastEnding *ending                    // that a row was of
	together   int64                      // what the things of the row being read come to, if none says it of itself
	isOver     bool                       // the row is of what the book has of one of them
	Money      moneys
	cut        fields.Field   // of the row being read: what was too long
	own        *columns.Own   // of a table that Ringback wrote
	zone       *time.Location // the shop's
	latest     app.Day        // on which anything may have been bought
}

// Counts are how many lines of a table came to what.
type Counts struct {
	Rows          int // without the header
	NoOne         int // that name no customer, and were left out
	Rejected      int // that could not be read
	Undone        int // of orders that were cancelled, or never paid
	NoSale        int // of payments, fees, quotes and their like
	Below         int // that were taken for further ones of the receipt above them
	NoOneReceipts int // receipts that name no customer
	NumberOnly    int // customers made for a number, telephone or address that the book did not know
}

// moneys is in which currency the amounts of a table are.
type moneys struct {
	row     string // of the row being read
	assumed string // likewise, where nothing in the file says it of an amount
	stated  string // that the columns' names say; "": none
	Taken   string // as what amounts were taken that do not say it; "": there are none
	Said    bool   // a person said so; else it is the plan's
}

// farAhead is how many years ahead the day of a purchase may be: what is ordered
// beforehand may say when it will be, and a year of 2126 is a slip.
const farAhead = 2

// NewTable begins to read a table of purchases. It returns an Error with CodeInvalid where
// it cannot be told what its columns hold.
func (l *Ledger) NewTable(t columns.Table, plan app.Plan, now time.Time) (*Table, error) {
	held, err := columns.ReadPurchases(t)
	if err != nil {
		return nil, err
	}
	b := &Table{
		ledger: l, table: t, Columns: held, plan: plan, own: held.Own,
		byKey:    make(map[receiptKey]*Receipt),
		buyers:   make(map[string]*people.Person),
		NoOne:    make(map[string]bool),
		sorts:    make(map[string]bool),
		outcomes: make(map[string]written.Outcome),
		sold:     make(tally),
		papers:   newPapers(),
		orders:   make(map[string]*ordered),
		undone:   make(map[string]*int),
		ending:   make(map[endingKey]*ending),
		texts:    make(map[string]string),
		zone:     plan.Location(),
		latest:   app.DayOf(now.AddDate(farAhead, 0, 0)),
		survey:   survey{parts: parts{of: make(map[string]part)}, points: make(map[fields.Field]*values.Points), orders: values.Orders{Year: now.Year()}},
	}
	if b.gathers() {
		b.gathering = make(map[string]*gathered)
	}
	for _, f := range fields.Numbers() {
		b.survey.points[f] = &values.Points{}
	}
	return b, nil
}

// End finishes the receipts when all lines were read. It returns an Error with
// CodeInvalid where nothing could be made of them.
func (b *Table) End() error {
	if b.Counts.Rows == 0 {
		return app.Invalid("error.import.no-rows", app.Args{"File": b.table.Title})
	}
	if err := b.nobody(); err != nil {
		return err
	}
	b.settleAmounts()
	b.settlePrices()
	if b.Columns.Has(fields.Amount, fields.Price) {
		b.settleBacks()
		b.settleTenders() // the totals of those lines tell nothing of what the column is of
		b.settleTotals()
	} else {
		b.settleTotals()
		b.settleBacks()
		b.settleTenders()
	}
	b.settleEndings()
	b.tellSigns()
	if err := b.finish(); err != nil {
		return err
	}
	b.Counts.NoOneReceipts = len(b.NoOne)
	b.ledger.tables = append(b.ledger.tables, b)
	return nil
}

// Line adds a row to the receipt it belongs to.
func (b *Table) Line(row tables.Row) error {
	if b.isSum(row) {
		return nil
	}
	b.Counts.Rows++
	b.cut, b.Money.assumed, b.isOver = "", "", false
	number := b.text(texts.ShopNumber(b.cell(row, fields.Receipt)))
	if b.Columns.IsNoSale(row, b.givesBack(row)) || b.isNoPurchase(row, number) {
		b.leaveNoSale(row, number)
		return nil
	}
	if b.isFurtherPayment(row, number) {
		b.leavePayment(row)
		return nil
	}
	delete(b.papers.numbers, number) // an invoice may have the number of an estimate
	if number == "" && b.isBelow(row) {
		return b.below(row)
	}
	was := b.Counts
	// Web shops fill what is about the whole order on its first line only.
	err := b.take(row, number, b.last != nil && number != "" && number == b.last.Purchase.Receipt)
	b.above = b.aboveNext(row, number, was)
	return err
}

// take adds a row to the receipt of that number, or says why it is left out.
func (b *Table) take(row tables.Row, number string, goesOn bool) error {
	said := b.fate(row)
	if b.Columns.ByOrder {
		return b.takeOrdered(row, number, said, goesOn)
	}
	if left, err := b.leaveOut(row, number, said); left || err != nil {
		return err
	}
	sold, bad := b.soldOn(row, number, goesOn)
	if bad != nil && b.says(row) {
		b.reject(row, bad) // before anybody is made known by a line that is left out
		return nil
	}
	buyer, err := b.buyerOf(row, goesOn)
	switch {
	case err != nil:
		return err
	case buyer == nil && number != "" && b.NoOne[number] && b.Columns.Raw(row, fields.Day) == "":
		b.Counts.NoOne++ // a further line of an order that names nobody
		return nil
	case bad != nil:
		b.reject(row, bad)
		return nil
	case buyer == nil && b.slip(row) != "":
		b.reject(row, app.InvalidLine("import.row.no-number", row.Line, app.Args{"Text": b.slip(row), "Column": b.Columns.Name(fields.Customer)}))
		return nil
	case buyer == nil && b.says(row):
		b.reject(row, app.InvalidLine("import.row.forgotten", row.Line, nil))
		if number != "" {
			b.undone[number] = &b.Counts.Rejected
		}
		return nil
	case buyer == nil:
		b.leaveNoOne(number)
		return nil
	}
	r := b.receiptOf(row, receiptKey{buyer: buyer, receipt: number, day: sold.day, id: b.own.Purchase(row), money: moneyOf(number, b.Money.row)})
	b.fill(r, row, said, sold)
	return nil
}

// fill puts what a row says was sold on its receipt.
func (b *Table) fill(r *Receipt, row tables.Row, said fate, sold sold) {
	if b.Money.assumed != "" {
		b.Money.Taken, b.Money.Said = b.Money.assumed, b.Columns.Money != ""
	}
	r.refund.whole, r.refund.money = r.refund.whole || sold.back.whole, max(r.refund.money, sold.back.money)
	if sold.back.part {
		r.refund.lines = append(r.refund.lines, bought(sold.lines)...)
	}
	if len(r.Purchase.Lines) == 0 {
		r.minute, r.asSaid = sold.minute, sold.asSaid
	}
	if b.isPayment(row) && len(sold.lines) == 1 {
		r.payments = append(r.payments, len(r.Purchase.Lines))
	}
	r.add(sold.lines, sold.together, sold.total)
	b.state(r, sold)
	b.stateAmount(row, r, sold)
	b.stateBack(row, r, sold)
	b.stateCount(row, r, sold)
	b.statePrice(row, r, sold)
	if said.Outcome == written.Sold {
		b.countSold(row)
	}
	if row.Problem != nil {
		r.problem(row.Problem)
	}
	if _, unsure := b.wishes(row); unsure != nil && len(r.Purchase.Lines) == len(sold.lines) { // once
		r.problem(unsure)
	}
	if b.cut != "" {
		r.problem(app.InvalidLine("import.row.shortened", row.Line, app.Args{"Column": b.Columns.Name(b.cut), "Letters": longest(b.cut)}))
	}
}

// sold is what a row says was sold, and when.
type sold struct {
	day      app.Day // where the shop is
	minute   app.Minute
	asSaid   app.Day // as it is written
	lines    []app.Line
	total    *int64 // of the receipt, if the row has it
	together int64  // what the lines come to, where none of them says it
	back     refund
}

// soldOn reads what was sold, or says what of it cannot be read.
func (b *Table) soldOn(row tables.Row, number string, goesOn bool) (s sold, bad *app.Error) {
	if bad = b.when(row, goesOn, &s); bad != nil {
		return s, bad
	}
	if bad = b.tooShort(row, goesOn); bad != nil {
		return s, bad
	}
	if b.Money.row, bad = b.currency(row, goesOn); bad != nil {
		return s, bad
	}
	if s.lines, s.total, bad = b.goods(row, number); bad != nil {
		return s, bad
	}
	s.together = b.together
	s.back, bad = b.refundOf(row, number, decimals(b.Money.row))
	return s, bad
}

// says tells whether the row itself says whose it is.
func (b *Table) says(row tables.Row) bool {
	return b.who(row, fields.Customer) != "" || b.reached(row) != "" || b.who(row, fields.Email) != "" ||
		b.Columns.ByName() && b.who(row, fields.Name) != ""
}

// buyerOf finds whose row it is, nil if it names nobody.
func (b *Table) buyerOf(row tables.Row, goesOn bool) (*people.Person, error) {
	if b.own != nil {
		return b.ownBuyer(row)
	}
	if goesOn && b.Columns.IsKnown() && b.Columns.Raw(row, fields.Name) == "" {
		return b.last.Buyer, nil // some of what names the customer may be there again
	}
	buyer, named, err := b.buyer(row)
	if buyer == nil && goesOn && !named {
		buyer = b.last.Buyer
	}
	return buyer, err
}

// when reads the row's day where the shop is, and its minute where there is one.
func (b *Table) when(row tables.Row, goesOn bool, s *sold) *app.Error {
	text := b.Columns.Raw(row, fields.Day)
	if text == "" && b.order != nil {
		return nil // it is that of the order
	}
	if text == "" && goesOn {
		s.day, s.minute, s.asSaid = b.last.Purchase.Day, b.last.minute, b.last.asSaid
		return nil
	}
	if text == "" {
		return app.InvalidLine("import.row.no-day", row.Line, app.Args{"Column": b.Columns.Name(fields.Day)})
	}
	m, asSaid, err := b.Columns.Moment(row, fields.Day, b.zone)
	if err != nil {
		return written.Unread("import.row.day", row, text, b.Columns.Name(fields.Day))
	}
	if m.Day > b.latest && b.own == nil {
		return app.InvalidLine("import.row.future", row.Line, app.Args{"Text": written.Clip(text), "Column": b.Columns.Name(fields.Day)})
	}
	s.day, s.minute, s.asSaid = m.Day, m.Minute, asSaid
	return nil
}

// reject leaves a row out that cannot be read, and says why.
func (b *Table) reject(row tables.Row, why *app.Error) {
	b.Counts.Rejected++
	b.pass(row, why)
}

// pass leaves a row out, and says why.
func (b *Table) pass(row tables.Row, why *app.Error) {
	b.tellLeft(b.leftOut(row), why)
}

// leftOut stands for a row that is left out.
func (b *Table) leftOut(row tables.Row) *Receipt {
	return &Receipt{
		Purchase: app.Purchase{Receipt: b.text(b.cell(row, fields.Receipt))},
		Line:     row.Line, table: b, Rejected: true,
		Named: b.text(cmp.Or(b.name(row).Full, b.cell(row, fields.Firm), b.number(row))),
	}
}

// tellLeft says of a row that was left out why.
func (b *Table) tellLeft(left *Receipt, why *app.Error) {
	if b.Counts.Rejected+b.Counts.Undone > b.ledger.mostRejected {
		return
	}
	left.Index, left.Problems = len(b.Receipts), []*app.Error{why}
	b.Receipts = append(b.Receipts, left)
}

// cell is the field's cell on one line.
func (b *Table) cell(row tables.Row, f fields.Field) string {
	text := b.Columns.Raw(row, f)
	if b.own != nil {
		text = written.OwnCell(text)
	} else {
		text = written.OneLine(text)
	}
	short, cut := texts.Shorten(text, longest(f))
	if cut {
		b.cut = f
	}
	return short
}

// text returns the one copy of a text that is kept.
func (b *Table) text(s string) string {
	if kept, ok := b.texts[s]; ok {
		return kept
	}
	s = strings.Clone(s) // the row's text is longer
	b.texts[s] = s
	return s
}

// more fills what the person says that further columns hold of the customer.
func (b *Table) more(c *app.Customer, row tables.Row) {
	c.Addresses = b.Columns.Address(row)
	c.Name.Prefix = strings.Clone(b.cell(row, fields.Prefix))
	c.Language = written.Language(b.cell(row, fields.Language))
	c.Notes = strings.Clone(b.cell(row, fields.Notes))
	c.Tags = written.Tags(strings.Clone(b.cell(row, fields.Tags)))
	c.DoNotCall, _ = b.wishes(row)
	if day, _, err := values.ParseDay(b.cell(row, fields.Birthday), b.Columns.Order); err == nil {
		c.Birthday = day.String()
	}
}
