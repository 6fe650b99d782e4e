package importing

import (
	"regexp"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// Some programs write a list of all that moved, of which sales are a part, and
// some put several things into one cell.

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
