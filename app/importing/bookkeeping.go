package importing

import (
	"context"
	"strings"

	"golang.org/x/text/currency"

	"ringback.app/app"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/texts"
)

// bookkeeping makes receipts of the lines of one table.
type bookkeeping struct {
	*reading
	f       *file
	columns columns
	plan    app.Plan

	receipts []*receipt // in the order of the file
	byKey    map[receiptKey]*receipt
	last     *receipt // of the line before
	buyers   map[string]*person
	noOne    map[string]bool   // receipts that name no customer
	texts    map[string]string // one copy of every text that comes again and again
	survey   survey
	cut      Field // of the row being read: what was too long
}

// receipt is a purchase as it is put together of lines.
type receipt struct {
	purchase app.Purchase
	buyer    *person
	line     int // that it begins on
	index    int
	minute   app.Minute
	file     *file
	totalled bool // the total came from the file
	problems []*app.Error
	book     *app.Purchase // as the book has it already
	twin     *receipt      // the same receipt in a file before
	rejected bool          // no receipt, but a line that could not be read
}

type receiptKey struct {
	buyer   *person
	receipt string
	day     app.Day
}

func newBookkeeping(r *reading, f *file, plan app.Plan) *bookkeeping {
	return &bookkeeping{
		reading: r, f: f, plan: plan,
		byKey:  make(map[receiptKey]*receipt),
		buyers: make(map[string]*person),
		noOne:  make(map[string]bool),
		texts:  make(map[string]string),
		survey: survey{points: make(map[Field]*tables.Points)},
	}
}

// read reads the table twice: to find out how its columns are written, and to
// make receipts of its lines.
func (b *bookkeeping) read(ctx context.Context) error {
	err := b.table(ctx, b.f, b.header, b.look)
	if err != nil {
		return err
	}
	if b.columns.at == nil {
		return invalid("error.import.empty", app.Args{"File": b.f.title()})
	}
	if err := b.decide(); err != nil {
		return err
	}
	return b.table(ctx, b.f, func(tables.Row) error { return nil }, b.line)
}

func (b *bookkeeping) header(row tables.Row) error {
	var err error
	b.columns, err = readHeader(b.f.title(), row.Cells, b.options.Map)
	for _, f := range numbers {
		b.survey.points[f] = &tables.Points{}
	}
	return err
}

// line adds a row to the receipt it belongs to.
func (b *bookkeeping) line(row tables.Row) error {
	b.f.about.Rows++
	b.cut = ""
	number := b.text(texts.ShopNumber(b.cell(row, FieldReceipt)))
	// Web shops fill what is about the whole order on its first line only.
	goesOn := b.last != nil && number != "" && number == b.last.purchase.Receipt
	buyer, named, err := b.buyer(row)
	if err != nil {
		return err
	}
	if buyer == nil && goesOn && !named {
		buyer = b.last.buyer
	}
	day, minute, bad := b.day(row, goesOn)
	if bad != nil {
		b.reject(row, bad)
		return nil
	}
	if buyer == nil {
		b.f.about.NoOne++
		b.noOne[number] = true
		return nil
	}
	line, total, bad := b.goods(row, number)
	if bad != nil {
		b.reject(row, bad)
		return nil
	}
	r := b.receiptOf(row, receiptKey{buyer, number, day})
	if len(r.purchase.Lines) == 0 {
		r.minute = minute
	}
	r.purchase.Lines = append(r.purchase.Lines, line)
	if total != nil && !r.totalled {
		r.purchase.Total, r.totalled = *total, true
	} else if !r.totalled {
		r.purchase.Total += line.Amount
	}
	if row.Problem != nil {
		r.problem(row.Problem)
	}
	if b.cut != "" {
		r.problem(problem("import.row.shortened", row.Line, app.Args{"Column": b.columns.name(b.cut), "Letters": maxText}))
	}
	return nil
}

func (r *receipt) problem(e *app.Error) {
	if len(r.problems) < maxReceiptProblems {
		r.problems = append(r.problems, e)
	}
}

const maxReceiptProblems = 20

// receiptOf returns the receipt of that key, a new one if there is none yet.
func (b *bookkeeping) receiptOf(row tables.Row, key receiptKey) *receipt {
	if b.last != nil && b.last.buyer == key.buyer && b.last.purchase.Receipt == key.receipt && b.last.purchase.Day == key.day {
		return b.last
	}
	r := b.byKey[key]
	if r == nil {
		r = &receipt{buyer: key.buyer, line: row.Line, index: len(b.receipts), file: b.f}
		r.purchase = app.Purchase{
			Receipt: key.receipt, Day: key.day, Customer: key.buyer.id(),
			Currency: b.currency(row),
			SoldBy:   b.text(b.cell(row, FieldSoldBy)),
		}
		b.byKey[key] = r
		b.receipts = append(b.receipts, r)
	}
	b.last = r
	return r
}

// day reads the row's day, and its minute where there is one.
func (b *bookkeeping) day(row tables.Row, goesOn bool) (app.Day, app.Minute, *app.Error) {
	text := row.Cell(b.columns.of(FieldDay))
	if text == "" && goesOn {
		return b.last.purchase.Day, b.last.minute, nil
	}
	day, minute, err := tables.ParseDay(strings.TrimPrefix(text, "'"), b.columns.order)
	if err != nil {
		return 0, 0, problem("import.row.day", row.Line, app.Args{"Text": clip(text), "Column": b.columns.name(FieldDay)})
	}
	if minute == 0 {
		minute = tables.ParseMinute(row.Cell(b.columns.of(FieldTime)))
	}
	return day, minute, nil
}

// goods reads what was bought, and the receipt's total if the row has it.
func (b *bookkeeping) goods(row tables.Row, number string) (app.Line, *int64, *app.Error) {
	line := app.Line{
		Item:     b.text(b.cell(row, FieldItem)),
		Code:     b.text(b.cell(row, FieldCode)),
		Quantity: app.One,
	}
	if line.Item == "" {
		line.Item = line.Code
	}
	places := decimals(b.currency(row))
	if text := row.Cell(b.columns.of(FieldQuantity)); text != "" {
		a, err := b.amount(text, FieldQuantity)
		n, ok := a.In(3)
		if err != nil || !ok {
			return line, nil, b.noNumber(row, FieldQuantity)
		}
		line.Quantity = app.Quantity(n)
	}
	if text := row.Cell(b.columns.of(FieldAmount)); text != "" {
		a, err := b.amount(text, FieldAmount)
		n, ok := a.In(places)
		if err != nil || !ok {
			return line, nil, b.noNumber(row, FieldAmount)
		}
		line.Amount = n
	} else if text := row.Cell(b.columns.of(FieldPrice)); text != "" {
		a, err := b.amount(text, FieldPrice)
		n, ok := a.Times(int64(line.Quantity), places)
		if err != nil || !ok {
			return line, nil, b.noNumber(row, FieldPrice)
		}
		line.Amount = n
	}
	if b.survey.plain && cancels(number) && line.Quantity > 0 {
		line.Quantity, line.Amount = -line.Quantity, -max(line.Amount, -line.Amount)
	}
	text := row.Cell(b.columns.of(FieldTotal))
	if text == "" {
		return line, nil, nil
	}
	a, err := b.amount(text, FieldTotal)
	total, ok := a.In(places)
	if err != nil || !ok {
		return line, nil, b.noNumber(row, FieldTotal)
	}
	if !b.columns.has(FieldAmount, FieldPrice) && !b.columns.has(FieldItem, FieldCode) {
		line.Amount = total // the row is a whole receipt
	}
	return line, &total, nil
}

func (b *bookkeeping) amount(text string, f Field) (tables.Amount, error) {
	return tables.ParseAmount(strings.TrimPrefix(text, "'"), b.columns.point[f])
}

func (b *bookkeeping) noNumber(row tables.Row, f Field) *app.Error {
	return problem("import.row.number", row.Line, app.Args{"Text": clip(row.Cell(b.columns.of(f))), "Column": b.columns.name(f)})
}

// reject leaves a row out, and says why.
func (b *bookkeeping) reject(row tables.Row, why *app.Error) {
	b.f.about.Rejected++
	if b.f.about.Rejected > MaxRejected {
		return
	}
	b.receipts = append(b.receipts, &receipt{
		purchase: app.Purchase{Receipt: b.text(b.cell(row, FieldReceipt))},
		line:     row.Line, index: len(b.receipts), file: b.f, rejected: true, problems: []*app.Error{why},
	})
}

// cell is the field's cell on one line.
func (b *bookkeeping) cell(row tables.Row, f Field) string {
	text := oneLine(row.Cell(b.columns.of(f)))
	short := clip(text)
	if len(short) < len(text) {
		b.cut = f
	}
	return short
}

// text returns the one copy of a text that is kept.
func (b *bookkeeping) text(s string) string {
	if kept, ok := b.texts[s]; ok {
		return kept
	}
	s = strings.Clone(s) // the row's text is longer
	b.texts[s] = s
	return s
}

// maxText is how many letters of a cell are kept.
const maxText = 500

func clip(text string) string {
	short, _ := texts.Shorten(text, maxText)
	return short
}

// currency is the row's currency, or the plan's.
func (b *bookkeeping) currency(row tables.Row) string {
	if unit, err := currency.ParseISO(row.Cell(b.columns.of(FieldCurrency))); err == nil {
		return unit.String()
	}
	return b.plan.Currency
}

// decimals is how many decimal places a currency has (ISO 4217).
func decimals(code string) int {
	unit, err := currency.ParseISO(code)
	if err != nil {
		return 2
	}
	places, _ := currency.Standard.Rounding(unit)
	return places
}

// cancels tells whether a receipt's number is that of a cancellation: digits
// after a C.
func cancels(number string) bool {
	return len(number) > 1 && (number[0] == 'C' || number[0] == 'c') && isNumber(number[1:])
}

func isNumber(text string) bool {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return text != ""
}
