package importing

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/tables"
)

// placeColumns is which columns of a table of purchases hold one postal address.
type placeColumns map[contactPart]int

// placeNames begin the columns of the addresses that a web shop knows of a
// customer, the surest first: where the bill goes, what has no other name, where
// the goods go, what the card says, and Xero's.
var placeNames = []string{"billing", "payment", "customer", "buyer", "", "shipping", "ship", "delivery", "cardaddress", "po"}

// lineNames are parts of an address as only tables of purchases call them.
var lineNames = map[string]contactPart{
	"line1": partStreet, "line2": partExtra, "addressline1": partStreet, "addressline2": partExtra, "address1": partStreet,
	"address2": partExtra, "provincename": partRegion, "zipcodeprefix": partPostcode, "address12": partStreet,
}

// again marks a further column of a part: a town beside a district, of which one
// is empty in many rows.
const again contactPart = "+"

// findPlaces finds the columns of postal addresses.
func (c *columns) findPlaces(plain []string, taken map[int]bool) {
	found := make(map[string]placeColumns)
	for i, name := range plain {
		free := !taken[i] || c.of(FieldCountry) == i || slices.Contains(c.also[FieldCountry], i)
		if name == "" || !free {
			continue
		}
		prefix, part := placePart(name)
		if isHouse(plain, i) {
			prefix, part = placePart(plain[i-1])
			part = houseOf(part)
		}
		if part == partNone {
			continue
		}
		if found[prefix] == nil {
			found[prefix] = placeColumns{}
		}
		// Shopify has a street whole, and then its two lines.
		other, there := found[prefix][part]
		switch {
		case there && (strings.HasSuffix(name, "address1") || strings.HasSuffix(name, "provincename")):
			c.spare = append(c.spare, other)
			found[prefix][part] = i
		case !there:
			found[prefix][part] = i
		case !has(found[prefix], part+again):
			found[prefix][part+again] = i
		}
	}
	if plain, ship := found[""], found["ship"]; plain != nil && ship != nil && !has(ship, partStreet) && !has(plain, partCity) {
		for part, i := range plain { // Etsy's orders have a street, and the rest of where it ships to
			ship[part] = i
		}
		delete(found, "")
	}
	for _, prefix := range placeNames {
		if p := found[prefix]; has(p, partStreet) || has(p, partCity) || has(p, partPostcode) {
			c.places = append(c.places, p)
			for _, i := range p {
				taken[i] = true
			}
		}
	}
}

// houseNames are columns of a house's number only beside that of the street.
var houseNames = []string{"numero", "number", "nummer", "num", "nr", "no", "n"}

// isHouse tells whether the column is called Number and no more, and stands right
// behind another.
func isHouse(plain []string, i int) bool { return i > 0 && slices.Contains(houseNames, plain[i]) }

// houseOf is the part of an address that a number is, behind one that is that part.
func houseOf(part contactPart) contactPart {
	if part == partStreet {
		return partHouse
	}
	return partNone
}

func has(p placeColumns, part contactPart) bool {
	_, ok := p[part]
	return ok
}

// placePart tells whose address a column is of, and which part of it.
func placePart(plain string) (string, contactPart) {
	for _, prefix := range append([]string{""}, placeNames...) {
		rest, ok := strings.CutPrefix(plain, prefix)
		if !ok {
			rest, ok = strings.CutSuffix(plain, prefix) // City (Billing)
		}
		if !ok {
			continue
		}
		if part := lineNames[rest]; part != partNone {
			return prefix, part
		}
		if part := firstOf(addressNames[rest], placedNames[rest]); part != partNone && (prefix != "" || placedNames[rest] == partNone) {
			return prefix, part
		}
		if column, _ := inWords(rest); prefix == "" && slices.Contains(addressParts, column.part) {
			return prefix, column.part
		}
	}
	return "", partNone
}

// address is the customer's postal address as the row has it: what the person says
// of the columns, else the first of the table's addresses that says where.
func (b *bookkeeping) address(row tables.Row) []app.Address {
	var a app.Address
	fill := func(into *app.Address, part contactPart, text string) {
		if text = cellText(text); text != "" && !isDash(text) {
			*addressPart(into, part) = text
		}
	}
	for _, p := range b.columns.places {
		var one app.Address
		for part, i := range p {
			if slices.Contains(addressParts, part) {
				fill(&one, part, row.Cell(i))
			}
		}
		for _, part := range addressParts {
			if i, ok := p[part+again]; ok && *addressPart(&one, part) == "" {
				fill(&one, part, row.Cell(i))
			}
		}
		if i, ok := p[partHouse]; ok {
			one.Street = strings.TrimSpace(one.Street + " " + cellText(row.Cell(i)))
		}
		if isPlace(one) {
			a = one
			break
		}
	}
	for _, part := range addressParts {
		if i, said := b.columns.at[Field(part)]; said && part != partCountry {
			fill(&a, part, row.Cell(i))
		}
	}
	if !isPlace(a) {
		return nil
	}
	if a.Country == "" {
		a.Country = cellText(b.cell(row, FieldCountry))
	}
	return []app.Address{a}
}

// isPlace tells whether an address names a place, and not a country alone.
func isPlace(a app.Address) bool { return a.Street != "" || a.City != "" || a.PostalCode != "" }

// more fills what the person says that further columns hold of the customer.
func (b *bookkeeping) more(c *app.Customer, row tables.Row) {
	c.Addresses = b.address(row)
	c.Name.Prefix = strings.Clone(b.cell(row, FieldPrefix))
	c.Language = languageOf(b.cell(row, FieldLanguage))
	c.Notes = strings.Clone(b.cell(row, FieldNotes))
	c.Tags = tagsOf(strings.Clone(b.cell(row, FieldTags)))
	c.DoNotCall, _ = b.wishes(row)
	if day, _, err := tables.ParseDay(b.cell(row, FieldBirthday), b.columns.order); err == nil {
		c.Birthday = day.String()
	}
}
