package exporting

import (
	"io"
	"strconv"
	"strings"

	"ringback.app/app"
	"ringback.app/app/amounts"
)

// item is one line of a purchase, or a purchase that has none.
type item struct {
	sale
	line  app.Line
	alone bool // the purchase has no lines
	first bool // of its purchase
}

// purchaseTable writes purchases as a table, one line for each thing bought.
type purchaseTable struct{ items *table[item] }

func (s sheet) purchaseWriter(w io.Writer, f Format) writer[sale] {
	if f == CSV {
		return purchaseTable{newTable(s, w, "export.purchase.", purchaseColumns)}
	}
	return newJSONLines(w, saleLine)
}

func (t purchaseTable) begin() error { return t.items.begin() }

func (t purchaseTable) end(c Count) error { return t.items.end(c) }

func (t purchaseTable) record(s sale) error {
	if len(s.Lines) == 0 {
		return t.items.record(item{sale: s, alone: true, first: true})
	}
	for i, line := range s.Lines {
		if err := t.items.record(item{sale: s, line: line, first: i == 0}); err != nil {
			return err
		}
	}
	return nil
}

// purchaseColumns are the columns of purchases, in order. The total stands in a
// purchase's first line only, so that a column can be summed up.
var purchaseColumns = []column[item]{
	{name: "receipt", cell: func(_ sheet, i item) string { return i.Receipt }},
	{name: "day", cell: func(_ sheet, i item) string { return i.Day.String() }},
	{name: "reference", cell: func(_ sheet, i item) string { return i.who.Reference(app.ReferenceShop) }},
	{name: "customer", cell: func(_ sheet, i item) string { return i.who.Called() }},
	{name: "item", cell: func(_ sheet, i item) string { return i.line.Item }},
	{name: "code", cell: func(_ sheet, i item) string { return i.line.Code }},
	{name: "quantity", number: true, cell: func(_ sheet, i item) string {
		if i.alone {
			return ""
		}
		return decimal(int64(i.line.Quantity), 3, true)
	}},
	{name: "amount", number: true, cell: func(_ sheet, i item) string {
		if i.alone {
			return ""
		}
		return amount(i.line.Amount, i.Currency)
	}},
	{name: "total", number: true, cell: func(_ sheet, i item) string {
		if !i.first {
			return ""
		}
		return amount(i.Total, i.Currency)
	}},
	{name: "currency", cell: func(_ sheet, i item) string { return i.Currency }},
	{name: "sold-by", cell: func(_ sheet, i item) string { return i.SoldBy }},
	{name: "customer-id", cell: func(_ sheet, i item) string { return i.Customer.String() }},
	{name: "id", cell: func(_ sheet, i item) string { return i.ID.String() }},
}

// amount writes minor units as a number with a point, which every spreadsheet
// can be told to read.
func amount(minor int64, currency string) string {
	digits, _ := amounts.Digits(currency)
	return decimal(minor, digits, false)
}

// decimal writes n with the point so many digits from its end; short leaves out
// zeros behind it.
func decimal(n int64, places int, short bool) string {
	digits, sign := strconv.FormatInt(n, 10), ""
	if n < 0 {
		digits, sign = digits[1:], "-"
	}
	if missing := places + 1 - len(digits); missing > 0 {
		digits = strings.Repeat("0", missing) + digits
	}
	whole, part := digits[:len(digits)-places], digits[len(digits)-places:]
	if short {
		part = strings.TrimRight(part, "0")
	}
	if part == "" {
		return sign + whole
	}
	return sign + whole + "." + part
}
