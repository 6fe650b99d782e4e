package columns

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// Raw is the field's cell as it stands in the file, or the first one that stands
// in for it.
func (c *Columns) Raw(row tables.Row, f fields.Field) string {
	if (f == fields.Email || f == fields.Phone) && c.contacts >= 0 && !c.said[c.Of(f)] {
		return contactIn(row.Cell(c.contacts), f)
	}
	if f == fields.Email && c.sent >= 0 && c.isBelowNothing(row) {
		return row.Cell(c.sent)
	}
	if f == fields.Email && c.program != nil && c.program.SentByUs && c.isBelowNothing(row) {
		return ""
	}
	text := row.Cell(c.Of(f))
	for _, i := range c.also[f] {
		if text != "" {
			break
		}
		text = row.Cell(i)
	}
	if c.Own == nil {
		text = written.Unquoted(text)
	}
	return text
}

// IsWhole tells whether the row is of the whole receipt, whose lines have rows of
// their own.
func (c *Columns) IsWhole(row tables.Row) bool {
	p := c.program
	if p != nil && p.Heads && c.Has(fields.Item) {
		return c.Raw(row, fields.Item) == "" && c.Raw(row, fields.Code) == ""
	}
	return p != nil && p.Whole != "" && written.Plain(row.Cell(c.Sort)) == p.Whole
}

// isBelowNothing tells whether the row takes money off.
func (c *Columns) isBelowNothing(row tables.Row) bool {
	text := row.Cell(c.Of(fields.Amount))
	return strings.HasPrefix(text, "-") || strings.HasPrefix(text, "−")
}

// contactIn is the address, or the telephone, in a cell that has both.
func contactIn(cell string, f fields.Field) string {
	for part := range strings.FieldsFuncSeq(cell, func(r rune) bool { return r == ',' || r == ';' || r == '\n' }) {
		part = strings.TrimSpace(part)
		if written.IsAddress(part) == (f == fields.Email) {
			return part
		}
	}
	return ""
}

// IsNoSale tells of a row whether it is of a payment, a fee, or what the shop itself
// paid; givesBack: the row says that it gives back.
func (c *Columns) IsNoSale(row tables.Row, givesBack bool) bool {
	p := c.program
	if p == nil || p.NoSale == nil {
		return c.isCredit(row)
	}
	sort := row.Cell(c.Sort)
	back := givesBack || strings.Contains(written.AsWords(sort), " reversal ")
	if (c.sent >= 0 || p.SentByUs) && c.isBelowNothing(row) != back {
		return true // what the shop paid, or what came back of a refund
	}
	return slices.ContainsFunc(p.NoSale, func(word string) bool { return strings.Contains(written.AsWords(sort), " "+word) })
}

// Address is the customer's postal address as the row has it: what the person says
// of the columns, else the first of the table's addresses that says where.
func (c *Columns) Address(row tables.Row) []app.Address {
	var a app.Address
	fill := func(into *app.Address, part fields.Field, text string) {
		if text = written.Text(text); text != "" && !written.IsDash(text) {
			*AddressPart(into, part) = text
		}
	}
	for _, p := range c.places {
		var one app.Address
		for part, i := range p {
			if slices.Contains(fields.AddressParts(), part) {
				fill(&one, part, row.Cell(i))
			}
		}
		for _, part := range fields.AddressParts() {
			if i, ok := p[part+again]; ok && *AddressPart(&one, part) == "" {
				fill(&one, part, row.Cell(i))
			}
		}
		if i, ok := p[fields.House]; ok {
			one.Street = strings.TrimSpace(one.Street + " " + written.Text(row.Cell(i)))
		}
		if isPlace(one) {
			a = one
			break
		}
	}
	for _, part := range fields.AddressParts() {
		if i := c.Of(part); i >= 0 && part != fields.Country {
			fill(&a, part, row.Cell(i))
		}
	}
	if !isPlace(a) {
		return nil
	}
	if a.Country == "" {
		a.Country = written.Text(c.Raw(row, fields.Country))
	}
	return []app.Address{a}
}

// AddressPart is where a part of an address is kept; the street of any other field.
func AddressPart(a *app.Address, part fields.Field) *string {
	switch part {
	case fields.Extra:
		return &a.Extra
	case fields.City:
		return &a.City
	case fields.Region:
		return &a.Region
	case fields.Postcode:
		return &a.PostalCode
	case fields.Country:
		return &a.Country
	case fields.POBox:
		return &a.POBox
	}
	return &a.Street
}
