package importing

import (
	"regexp"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// Some programs write a list of all that moved, of which sales are a part, and
// some put several things into one cell.

// isNoSale tells of a row whether it is of a payment, a fee, or what the shop itself
// paid.
func (b *bookkeeping) isNoSale(row tables.Row) bool {
	p := b.columns.preset
	if p == nil || p.noSale == nil {
		return false
	}
	sort := row.Cell(b.columns.sort)
	back := b.givesBack(row) || strings.Contains(asWords(sort), " reversal ")
	if b.columns.sent >= 0 && b.isBelowNothing(row) != back {
		return true // what the shop paid, or what came back of a refund
	}
	return slices.ContainsFunc(p.noSale, func(word string) bool { return strings.Contains(asWords(sort), " "+word) })
}

// isWhole tells whether the row is of the whole receipt, whose lines have rows of
// their own.
func (b *bookkeeping) isWhole(row tables.Row) bool {
	p := b.columns.preset
	return p != nil && p.whole != "" && written.Plain(row.Cell(b.columns.sort)) == p.whole
}

// isBelowNothing tells whether the row takes money off.
func (b *bookkeeping) isBelowNothing(row tables.Row) bool {
	text := row.Cell(b.columns.of(FieldAmount))
	return strings.HasPrefix(text, "-") || strings.HasPrefix(text, "−")
}

// contactIn is the address, or the telephone, in a cell that has both.
func contactIn(cell string, f Field) string {
	for part := range strings.FieldsFuncSeq(cell, func(r rune) bool { return r == ',' || r == ';' || r == '\n' }) {
		part = strings.TrimSpace(part)
		if written.IsAddress(part) == (f == FieldEmail) {
			return part
		}
	}
	return ""
}

// detail is one thing that BigCommerce's export says of a product in a cell:
// "Product ID: 1, Product Qty: 2, Product SKU: M1, Product Name: Mug, …".
var detail = regexp.MustCompile(`Product (Qty|SKU|Name|Total Price): (.*?)(?:, Product [A-Z]|$)`)

// inDetails reads a cell of all the products of an order; nil if it is none.
func inDetails(text string, places int) []app.Line {
	if !strings.HasPrefix(text, "Product ID:") {
		return nil
	}
	var lines []app.Line
	for product := range strings.SplitSeq(text, "|") {
		line := app.Line{Quantity: app.One}
		for at := 0; at < len(product); {
			m := detail.FindStringSubmatchIndex(product[at:])
			if m == nil {
				break
			}
			name, value := product[at+m[2]:at+m[3]], strings.TrimSpace(product[at+m[4]:at+m[5]])
			amount, err := tables.ParseAmount(value, tables.Dot)
			switch name {
			case "Name":
				line.Item = written.Clip(value)
			case "SKU":
				line.Code = written.Clip(value)
			case "Qty":
				if n, ok := amount.In(3); err == nil && ok {
					line.Quantity = app.Quantity(n)
				}
			case "Total Price":
				if n, ok := amount.In(places); err == nil && ok {
					line.Amount = n
				}
			}
			at += m[5]
		}
		if line.Item != "" {
			lines = append(lines, line)
		}
	}
	return lines
}
