package columns

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// Raw is the field's cell as it stands in the file, or the first one that stands
// in for it.
func (c *Columns) Raw(row tables.Row, f Field) string {
	if (f == FieldEmail || f == FieldPhone) && c.contacts >= 0 && !c.said[c.Of(f)] {
		return contactIn(row.Cell(c.contacts), f)
	}
	if f == FieldEmail && c.sent >= 0 && c.isBelowNothing(row) {
		return row.Cell(c.sent)
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
	p := c.preset
	return p != nil && p.whole != "" && written.Plain(row.Cell(c.Sort)) == p.whole
}

// isBelowNothing tells whether the row takes money off.
func (c *Columns) isBelowNothing(row tables.Row) bool {
	text := row.Cell(c.Of(FieldAmount))
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

// IsNoSale tells of a row whether it is of a payment, a fee, or what the shop itself
// paid. GivesBack tells whether it says that it gives back.
func (c *Columns) IsNoSale(row tables.Row, givesBack bool) bool {
	p := c.preset
	if p == nil || p.noSale == nil {
		return false
	}
	sort := row.Cell(c.Sort)
	back := givesBack || strings.Contains(written.AsWords(sort), " reversal ")
	if c.sent >= 0 && c.isBelowNothing(row) != back {
		return true // what the shop paid, or what came back of a refund
	}
	return slices.ContainsFunc(p.noSale, func(word string) bool { return strings.Contains(written.AsWords(sort), " "+word) })
}

// Address is the customer's postal address as the row has it: what the person says
// of the columns, else the first of the table's addresses that says where.
func (c *Columns) Address(row tables.Row) []app.Address {
	var a app.Address
	fill := func(into *app.Address, part Field, text string) {
		if text = written.Text(text); text != "" && !written.IsDash(text) {
			*AddressPart(into, part) = text
		}
	}
	for _, p := range c.places {
		var one app.Address
		for part, i := range p {
			if slices.Contains(addressParts(), part) {
				fill(&one, part, row.Cell(i))
			}
		}
		for _, part := range addressParts() {
			if i, ok := p[part+again]; ok && *AddressPart(&one, part) == "" {
				fill(&one, part, row.Cell(i))
			}
		}
		if i, ok := p[FieldHouse]; ok {
			one.Street = strings.TrimSpace(one.Street + " " + written.Text(row.Cell(i)))
		}
		if isPlace(one) {
			a = one
			break
		}
	}
	for _, part := range addressParts() {
		if i := c.Of(part); i >= 0 && part != FieldCountry {
			fill(&a, part, row.Cell(i))
		}
	}
	if !isPlace(a) {
		return nil
	}
	if a.Country == "" {
		a.Country = written.Text(c.Raw(row, FieldCountry))
	}
	return []app.Address{a}
}

// AddressPart is where a part of an address is kept; the street of any other field.
func AddressPart(a *app.Address, part Field) *string {
	switch part {
	case FieldExtra:
		return &a.Extra
	case FieldCity:
		return &a.City
	case FieldRegion:
		return &a.Region
	case FieldPostcode:
		return &a.PostalCode
	case FieldCountry:
		return &a.Country
	case FieldPOBox:
		return &a.POBox
	}
	return &a.Street
}
