package receipts

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ringback.app/app"
	"ringback.app/app/amounts"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/values"
	"ringback.app/app/importing/workbooks"
	"ringback.app/app/importing/written"
)

// lessDiscount takes off a line what its row says is off: of the price of all there
// are of the thing.
func (b *Table) lessDiscount(row tables.Row, line *app.Line, places int) *app.Error {
	text := strings.TrimSpace(row.Cell(b.Columns.Discount))
	if text == "" || written.IsNought(text) || line.Amount == 0 {
		return nil
	}
	bad := written.Unread("import.row.number", row, text, b.Columns.Names[b.Columns.Discount])
	if strings.HasSuffix(text, "%") || b.Columns.PerCent {
		left, ok := b.lessPercent(line.Amount, strings.TrimLeft(text, "-− "))
		if !ok {
			return bad
		}
		line.Amount = left
		return nil
	}
	a, err := values.ParseAmount(written.Unquoted(text), b.Columns.Point[fields.Price])
	off, ok := a.In(places)
	if off = max(off, -off); err != nil || !ok || off > max(line.Amount, -line.Amount) {
		return bad
	}
	if line.Amount < 0 {
		off = -off
	}
	line.Amount -= off
	return nil
}

// goods reads what was bought, and the receipt's total if the row has it.
func (b *Table) goods(row tables.Row, number string) ([]app.Line, *int64, *app.Error) {
	line := app.Line{
		Item:     b.text(b.cell(row, fields.Item)),
		Code:     b.text(b.cell(row, fields.Code)),
		Quantity: app.One,
	}
	if line.Item == "" {
		line.Item = line.Code
	}
	if variant := row.Cell(b.Columns.Variant); variant != "" {
		line.Item = b.text(ofSort(line.Item, written.OneLine(variant)))
	}
	places := decimals(b.Money.row)
	if bad := b.price(row, &line, places); bad != nil {
		return nil, nil, bad
	}
	back := b.survey.plain && cancels(number) || b.Columns.Returns || b.givesBack(row)
	if back && line.Quantity > 0 {
		line.Quantity, line.Amount = -line.Quantity, -max(line.Amount, -line.Amount)
	}
	lines := b.several(row, line)
	if b.together = 0; len(lines) > 1 && !slices.ContainsFunc(lines, func(l app.Line) bool { return l.Amount != 0 }) {
		b.together = line.Amount
	}
	if b.Columns.IsWhole(row) { // its lines are further down
		if lines = nil; b.Columns.Raw(row, fields.Total) == "" {
			return nil, &line.Amount, nil
		}
	}
	if b.own != nil && line.Item == "" && line.Amount == 0 && b.Columns.Raw(row, fields.Quantity) == "" {
		lines = nil // a purchase of which the book has the sum alone
	}
	text := b.Columns.Raw(row, fields.Total)
	if text == "" || text == workbooks.NoResult && b.Columns.Has(fields.Amount, fields.Price) {
		return lines, nil, nil
	}
	a, err := b.amount(text, fields.Total)
	total, ok := a.In(places)
	if err != nil || !ok {
		return nil, nil, b.noNumber(row, fields.Total)
	}
	if b.survey.signs.turned() {
		total = -total
	}
	if total, ok = b.settled(row, total, places); !ok {
		return nil, nil, b.noNumber(row, fields.Total)
	}
	whole := !b.Columns.Has(fields.Item, fields.Code) || b.Columns.AmountsAreKnown()
	if !b.Columns.Has(fields.Amount, fields.Price) && whole && len(lines) == 1 && lines[0].Amount == 0 {
		lines[0].Amount = total // the row is a whole receipt
	}
	return lines, &total, nil
}

// price reads how many there are of a thing and what they cost.
func (b *Table) price(row tables.Row, line *app.Line, places int) *app.Error {
	if text := b.Columns.Raw(row, fields.Quantity); text != "" {
		a, err := b.amount(text, fields.Quantity)
		n, ok := a.In(3)
		if err != nil || !ok {
			return b.noNumber(row, fields.Quantity)
		}
		line.Quantity = app.Quantity(n)
	}
	if text := b.Columns.Raw(row, fields.Amount); b.hasAmount(row) {
		a, err := b.amount(text, fields.Amount)
		n, ok := a.In(places)
		if err != nil || !ok {
			return b.noNumber(row, fields.Amount)
		}
		if b.survey.signs.turned() {
			n = -n
		}
		if b.own == nil && line.Quantity < 0 && n > 0 && !strings.ContainsAny(b.Columns.Raw(row, fields.Price), "-−(") {
			n = -n // the quantity says that it was given back
		}
		line.Amount = n
		return b.addTax(row, line, places)
	} else if b.hasPrice(row) {
		return b.timesPrice(row, line, places)
	}
	return nil
}

// addTax puts on top of a line what its row says is the tax on it.
func (b *Table) addTax(row tables.Row, line *app.Line, places int) *app.Error {
	text := row.Cell(b.Columns.Tax)
	if text == "" {
		return nil
	}
	a, err := b.amount(text, fields.Amount)
	n, ok := a.In(places)
	if err != nil || !ok {
		return written.Unread("import.row.number", row, text, b.Columns.Names[b.Columns.Tax])
	}
	if line.Amount < 0 && n > 0 {
		n = -n
	}
	line.Amount += n
	return nil
}

// hasAmount tells whether the row itself says what its line comes to.
func (b *Table) hasAmount(row tables.Row) bool {
	text := b.Columns.Raw(row, fields.Amount)
	worked := text != workbooks.NoResult || b.Columns.Raw(row, fields.Price) == ""
	return text != "" && worked && !b.isOfOthers(row, fields.Amount, fields.Price)
}

// hasPrice tells whether the row itself says what one of its things costs.
func (b *Table) hasPrice(row tables.Row) bool {
	return b.Columns.Raw(row, fields.Price) != "" && !b.isOfOthers(row, fields.Price, fields.Quantity)
}

// timesPrice works out what a line comes to by its quantity and price.
func (b *Table) timesPrice(row tables.Row, line *app.Line, places int) *app.Error {
	a, err := b.amount(b.Columns.Raw(row, fields.Price), fields.Price)
	n, ok := a.Times(int64(line.Quantity), places)
	if err != nil || !ok {
		return b.noNumber(row, fields.Price)
	}
	if line.Quantity < 0 { // both say that it was given back
		n = -max(n, -n)
	}
	if line.Amount, ok = b.lessPercent(n, row.Cell(b.Columns.Percent)); !ok {
		return written.Unread("import.row.number", row, row.Cell(b.Columns.Percent), b.Columns.Names[b.Columns.Percent])
	}
	return b.lessDiscount(row, line, places)
}

// lessPercent takes off what a cell says is off a price, rounded to the nearest;
// false if that is no share of it.
func (b *Table) lessPercent(amount int64, cell string) (int64, bool) {
	text := strings.TrimSpace(strings.TrimSuffix(cell, "%"))
	if text == "" {
		return amount, true
	}
	const whole = 100_000 // thousandths of a per cent
	a, err := b.amount(text, fields.Price)
	off, ok := a.In(3)
	if err != nil || !ok || off < 0 || off > whole {
		return 0, false
	}
	left, half := whole-off, int64(whole/2)
	if amount < 0 {
		half = -half
	}
	return amount/whole*left + (amount%whole*left+half)/whole, true
}

// isOfOthers tells whether an amount is that of several rows together, as a cell
// that is merged over them is. It counts on the first of them, if there is no
// column that tells what each of them costs.
func (b *Table) isOfOthers(row tables.Row, f, each fields.Field) bool {
	merged, first := row.MergedAt(b.Columns.Of(f))
	return merged && (!first || b.Columns.Has(each))
}

// several takes a row apart that names several things.
func (b *Table) several(row tables.Row, line app.Line) []app.Line {
	var lines []app.Line
	for _, i := range b.Columns.Items {
		if text := written.OneLine(row.Cell(i)); text != "" {
			if all := inDetails(text, decimals(b.Money.row)); all != nil {
				lines = append(lines, all...)
				continue
			}
			text = written.Clip(text)
			one, parts := inParts(text, decimals(b.Money.row))
			if !parts {
				one = pieceOf(text)
			}
			lines = append(lines, one)
		}
	}
	if lines == nil {
		lines = inManyParts(b.Columns.Raw(row, fields.Item), decimals(b.Money.row))
	}
	if lines == nil {
		lines = b.listed(row, line)
	}
	if lines == nil {
		return []app.Line{line}
	}
	for i := range lines {
		lines[i].Item, lines[i].Code = b.text(lines[i].Item), b.text(lines[i].Code)
	}
	if len(lines) == 1 && lines[0].Amount == 0 && lines[0].Code == "" {
		lines[0].Amount, lines[0].Code = line.Amount, line.Code
	}
	return lines
}

func (b *Table) amount(text string, f fields.Field) (values.Amount, error) {
	return f.Number(written.Unquoted(text), b.Columns.Point[f])
}

func (b *Table) noNumber(row tables.Row, f fields.Field) *app.Error {
	return written.Unread("import.row.number", row, b.Columns.Raw(row, f), b.Columns.Name(f))
}

// decimals is how many decimal places a currency has.
func decimals(code string) int {
	places, _ := amounts.Digits(code)
	return places
}

// cancels tells whether a receipt's number is that of a cancellation: digits
// after a C.
func cancels(number string) bool {
	return len(number) > 1 && (number[0] == 'C' || number[0] == 'c') && written.IsDigits(number[1:])
}

// inManyParts reads a cell of several things that are written so; nil if it is none.
func inManyParts(text string, places int) []app.Line {
	if !strings.Contains(text, "|") {
		return nil
	}
	var lines []app.Line
	for part := range strings.SplitSeq(text, ";") {
		line, ok := inParts(written.OneLine(part), places)
		if !ok {
			return nil
		}
		line.Item, line.Code = written.Clip(line.Item), written.Clip(line.Code)
		lines = append(lines, line)
	}
	return lines
}

// inParts reads what WooCommerce's export plugin puts into a cell:
// "name:Mug|product_id:12|sku:M1|quantity:2|total:20.00". It returns false for
// anything else.
func inParts(text string, places int) (app.Line, bool) {
	line := app.Line{Quantity: app.One}
	for part := range strings.SplitSeq(text, "|") {
		name, value, ok := strings.Cut(part, ":")
		if !ok {
			continue
		}
		value = strings.TrimSpace(value)
		amount, err := values.ParseAmount(value, values.Dot)
		switch strings.TrimSpace(name) {
		case "name", "product_name":
			line.Item = value
		case "product_option_name", "variant", "variation":
			line.Item = ofSort(line.Item, value)
		case "sku":
			line.Code = value
		case "quantity":
			if n, ok := amount.In(3); err == nil && ok {
				line.Quantity = app.Quantity(n)
			}
		case "total":
			if n, ok := amount.In(places); err == nil && ok {
				line.Amount = n
			}
		}
	}
	return line, line.Item != "" && strings.Contains(text, "|")
}

// A column of one thing each may say how many.
var (
	piece = regexp.MustCompile(`^(\d{1,6}) ?× ?`)
	times = regexp.MustCompile(`(?i)^(.+?) ?(?:×|\bx ?)(\d{1,6})$`)
)

// pieceOf reads one of them: "2× Mug", or "Mug x2".
func pieceOf(text string) app.Line {
	count, item := "1", text
	if m := piece.FindStringSubmatch(text); m != nil {
		count, item = m[1], text[len(m[0]):]
	} else if m := times.FindStringSubmatch(text); m != nil {
		count, item = m[2], m[1]
	}
	n, err := strconv.Atoi(count)
	if err != nil || n == 0 {
		n = 1
	}
	return app.Line{Item: strings.TrimSpace(item), Quantity: app.Quantity(n) * app.One}
}

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
			amount, err := values.ParseAmount(value, values.Dot)
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
