package importing

import (
	"cmp"
	"context"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/people"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
	"ringback.app/app/texts"
)

// bookkeeping makes receipts of the lines of one table.
type bookkeeping struct {
	*reading
	f       *file
	columns columns.Columns
	plan    app.Plan

	receipts  []*receipt // in the order of the file
	byKey     map[receiptKey]*receipt
	last      *receipt // of the line before
	above     above
	buyers    map[string]*people.Person
	gathering map[string]*gathered // what the lines say of a buyer; nil: each says all there is
	noOne     map[string]bool      // receipts that name no customer
	texts     map[string]string    // one copy of every text that comes again and again
	survey    survey
	sorts     map[string]bool            // of rows: whether they give back
	outcomes  map[string]written.Outcome // of the statuses met
	sold      map[string]*int            // the statuses of lines that were taken for sold
	undone    map[string]*int            // orders that were never purchases, and what counts their lines
	voided    map[string]bool            // of them, those that the book has
	cut       columns.Field              // of the row being read: what was too long
	money     string                     // of the row being read: its currency
	assumed   string                     // likewise, where nothing in the file says it of an amount
	stated    string                     // the currency that the columns' names say; "": none
	own       *columns.Own               // of a table that Ringback wrote
	latest    app.Day                    // on which anything may have been bought
}

// farAhead is how many years ahead the day of a purchase may be: what is ordered
// beforehand may say when it will be, and a year of 2126 is a slip.
const farAhead = 2

// receipt is a purchase as it is put together of lines.
type receipt struct {
	purchase app.Purchase
	buyer    *people.Person
	line     int // that it begins on
	index    int
	minute   app.Minute
	file     *file
	totalled bool // the total came from the file
	stated   stated
	problems []*app.Error
	book     *app.Purchase // as the book has it already
	under    string        // the number of the buyer's by which it came in, if they have several
	twin     *receipt      // the same receipt in a file before
	rejected bool          // no receipt, but a line that could not be read
	named    string        // who that line names
	own      app.ID        // the ID it has in the book that wrote it out
	refund   refund        // what was given back of it
	refunded bool          // a return was made of that
	of       *receipt      // what it gives back, where its own row says so
	ended    *app.Error    // says that another file shows the order cancelled
	since    *app.Error    // says that the order was cancelled after it came into the book
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

func newBookkeeping(r *reading, f *file, plan app.Plan) *bookkeeping {
	return &bookkeeping{
		reading: r, f: f, plan: plan,
		byKey:    make(map[receiptKey]*receipt),
		buyers:   make(map[string]*people.Person),
		noOne:    make(map[string]bool),
		sorts:    make(map[string]bool),
		outcomes: make(map[string]written.Outcome),
		sold:     make(map[string]*int),
		undone:   make(map[string]*int),
		voided:   make(map[string]bool),
		texts:    make(map[string]string),
		latest:   app.DayOf(r.now().AddDate(farAhead, 0, 0)),
		survey:   survey{points: make(map[columns.Field]*tables.Points)},
	}
}

// read reads the table twice: to find out how its columns are written, and to
// make receipts of its lines.
func (b *bookkeeping) read(ctx context.Context) error {
	var err error
	if b.columns, err = columns.ReadPurchases(b.f.Table); err != nil {
		return err
	}
	b.own = b.columns.Own
	if b.gathers() {
		b.gathering = make(map[string]*gathered)
	}
	for _, f := range columns.NumberFields() {
		b.survey.points[f] = &tables.Points{}
	}
	if err := b.rowsOf(ctx, b.f, b.look); err != nil {
		return err
	}
	if err := b.decide(); err != nil {
		return err
	}
	b.f.describe(b.columns)
	if err := b.rowsOf(ctx, b.f, b.line); err != nil {
		return err
	}
	if b.f.about.Rows == 0 {
		return app.Invalid("error.import.no-rows", app.Args{"File": b.f.Title})
	}
	if err := b.nobody(); err != nil {
		return err
	}
	b.settleAmounts()
	b.settleTotals()
	b.finish()
	b.f.about.TakenAsSold = b.takenAsSold()
	return nil
}

// line adds a row to the receipt it belongs to.
func (b *bookkeeping) line(row tables.Row) error {
	if b.isSum(row) {
		return nil
	}
	b.f.about.Rows++
	if b.columns.IsNoSale(row, b.givesBack(row)) {
		b.f.about.NoSale++
		b.preview.Summary.NoSaleLines++
		return nil
	}
	b.cut, b.assumed = "", ""
	number := b.text(texts.ShopNumber(b.cell(row, columns.FieldReceipt)))
	if number == "" && b.isBelow(row) {
		return b.below(row)
	}
	was := b.f.about
	// Web shops fill what is about the whole order on its first line only.
	err := b.take(row, number, b.last != nil && number != "" && number == b.last.purchase.Receipt)
	b.above = b.aboveNext(row, number, was)
	return err
}

// take adds a row to the receipt of that number, or says why it is left out.
func (b *bookkeeping) take(row tables.Row, number string, goesOn bool) error {
	said := b.fate(row)
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
	case buyer == nil && number != "" && b.noOne[number] && b.columns.Raw(row, columns.FieldDay) == "":
		b.f.about.NoOne++ // a further line of an order that names nobody
		return nil
	case bad != nil:
		b.reject(row, bad)
		return nil
	case buyer == nil && b.slip(row) != "":
		b.reject(row, app.InvalidLine("import.row.no-number", row.Line, app.Args{"Text": b.slip(row), "Column": b.columns.Name(columns.FieldCustomer)}))
		return nil
	case buyer == nil && b.says(row):
		b.reject(row, app.InvalidLine("import.row.forgotten", row.Line, nil))
		if number != "" {
			b.undone[number] = &b.f.about.Rejected
		}
		return nil
	case buyer == nil:
		b.f.about.NoOne++
		b.noOne[number] = true
		return nil
	}
	r := b.receiptOf(row, receiptKey{buyer: buyer, receipt: number, day: sold.day, id: b.own.Purchase(row), money: moneyOf(number, b.money)})
	if b.assumed != "" {
		b.f.about.Money, b.f.about.MoneySaid = b.assumed, b.columns.Money != ""
	}
	r.refund.whole, r.refund.money = r.refund.whole || sold.back.whole, max(r.refund.money, sold.back.money)
	if len(r.purchase.Lines) == 0 {
		r.minute = sold.minute
	}
	r.add(sold.lines, sold.total)
	b.state(r, sold)
	b.stateAmount(row, r, sold)
	if said.Outcome == written.Sold {
		b.countSold(row)
	}
	if row.Problem != nil {
		r.problem(row.Problem)
	}
	if _, unsure := b.wishes(row); unsure != nil && len(r.purchase.Lines) == len(sold.lines) { // once
		r.problem(unsure)
	}
	if b.cut != "" {
		r.problem(app.InvalidLine("import.row.shortened", row.Line, app.Args{"Column": b.columns.Name(b.cut), "Letters": written.MaxText}))
	}
	return nil
}

// sold is what a row says was sold, and when.
type sold struct {
	day    app.Day
	minute app.Minute
	lines  []app.Line
	total  *int64 // of the receipt, if the row has it
	back   refund
}

// soldOn reads what was sold, or says what of it cannot be read.
func (b *bookkeeping) soldOn(row tables.Row, number string, goesOn bool) (s sold, bad *app.Error) {
	if s.day, s.minute, bad = b.day(row, goesOn); bad != nil {
		return s, bad
	}
	if bad = b.tooShort(row, goesOn); bad != nil {
		return s, bad
	}
	if b.money, bad = b.currency(row, goesOn); bad != nil {
		return s, bad
	}
	if s.lines, s.total, bad = b.goods(row, number); bad != nil {
		return s, bad
	}
	s.back, bad = b.refundOf(row, decimals(b.money))
	return s, bad
}

// says tells whether the row itself says whose it is.
func (b *bookkeeping) says(row tables.Row) bool {
	return b.who(row, columns.FieldCustomer) != "" || b.reached(row) != "" || b.who(row, columns.FieldEmail) != "" ||
		b.columns.ByName() && b.who(row, columns.FieldName) != ""
}

// buyerOf finds whose row it is, nil if it names nobody.
func (b *bookkeeping) buyerOf(row tables.Row, goesOn bool) (*people.Person, error) {
	if b.own != nil {
		return b.ownBuyer(row)
	}
	if goesOn && b.columns.IsKnown() && b.columns.Raw(row, columns.FieldName) == "" {
		return b.last.buyer, nil // some of what names the customer may be there again
	}
	buyer, named, err := b.buyer(row)
	if buyer == nil && goesOn && !named {
		buyer = b.last.buyer
	}
	return buyer, err
}

// add puts lines on the receipt.
func (r *receipt) add(lines []app.Line, total *int64) {
	r.purchase.Lines = append(r.purchase.Lines, lines...)
	switch {
	case total != nil && !r.totalled:
		r.purchase.Total, r.totalled = *total, true
	case !r.totalled:
		for _, line := range lines {
			r.purchase.Total += line.Amount
		}
	}
}

func (r *receipt) problem(e *app.Error) {
	if len(r.problems) < maxReceiptProblems {
		r.problems = append(r.problems, e)
	}
}

const maxReceiptProblems = 20

// receiptOf returns the receipt of that key, a new one if there is none yet.
func (b *bookkeeping) receiptOf(row tables.Row, key receiptKey) *receipt {
	if b.last != nil && b.last.buyer == key.buyer && b.last.purchase.Receipt == key.receipt && b.last.purchase.Day == key.day && b.last.own == key.id &&
		(key.money == "" || b.last.purchase.Currency == key.money) {
		return b.last
	}
	r := b.byKey[key]
	if r == nil {
		r = &receipt{buyer: key.buyer, line: row.Line, index: len(b.receipts), file: b.f, own: key.id}
		r.purchase = app.Purchase{
			ID: key.id, Receipt: key.receipt, Day: key.day, Customer: key.buyer.ID(),
			Currency: b.money,
			SoldBy:   b.text(b.cell(row, columns.FieldSoldBy)),
		}
		if key.buyer.HasSeveralNumbers() {
			r.under = strings.Clone(b.number(row))
		}
		b.byKey[key] = r
		b.receipts = append(b.receipts, r)
	}
	b.last = r
	return r
}

// day reads the row's day, and its minute where there is one.
func (b *bookkeeping) day(row tables.Row, goesOn bool) (app.Day, app.Minute, *app.Error) {
	text := b.columns.Raw(row, columns.FieldDay)
	if text == "" && goesOn {
		return b.last.purchase.Day, b.last.minute, nil
	}
	if text == "" {
		return 0, 0, app.InvalidLine("import.row.no-day", row.Line, app.Args{"Column": b.columns.Name(columns.FieldDay)})
	}
	day, minute, err := tables.ParseDay(text, b.columns.Order)
	if err != nil {
		return 0, 0, written.Unread("import.row.day", row, text, b.columns.Name(columns.FieldDay))
	}
	if day > b.latest && b.own == nil {
		return 0, 0, app.InvalidLine("import.row.future", row.Line, app.Args{"Text": written.Clip(text), "Column": b.columns.Name(columns.FieldDay)})
	}
	if minute == 0 {
		minute = tables.ParseMinute(row.Cell(b.columns.Of(columns.FieldTime)))
	}
	return day, minute, nil
}

// reject leaves a row out that cannot be read, and says why.
func (b *bookkeeping) reject(row tables.Row, why *app.Error) {
	b.f.about.Rejected++
	b.pass(row, why)
}

// pass leaves a row out, and says why.
func (b *bookkeeping) pass(row tables.Row, why *app.Error) {
	if b.f.about.Rejected+b.f.about.Undone > MaxRejected {
		return
	}
	b.receipts = append(b.receipts, &receipt{
		purchase: app.Purchase{Receipt: b.text(b.cell(row, columns.FieldReceipt))},
		line:     row.Line, index: len(b.receipts), file: b.f, rejected: true, problems: []*app.Error{why},
		named: b.text(cmp.Or(b.name(row).Full, b.cell(row, columns.FieldFirm), b.number(row))),
	})
}
