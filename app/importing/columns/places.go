package columns

import (
	"cmp"
	"slices"
	"strings"

	"ringback.app/app"
)

// placeColumns is which columns of a table of purchases hold one postal address.
type placeColumns map[Field]int

// placeNames begin the columns of the addresses that a web shop knows of a
// customer, the surest first: where the bill goes, what has no other name, where
// the goods go, what the card says, and Xero's.
var placeNames = []string{"billing", "payment", "customer", "buyer", "", "shipping", "ship", "delivery", "cardaddress", "po"}

// lineNames are parts of an address as only tables of purchases call them.
var lineNames = map[string]Field{
	"line1": FieldStreet, "line2": FieldExtra, "addressline1": FieldStreet, "addressline2": FieldExtra, "address1": FieldStreet,
	"address2": FieldExtra, "provincename": FieldRegion, "zipcodeprefix": FieldPostcode, "address12": FieldStreet,
}

// again marks a further column of a part: a town beside a district, of which one
// is empty in many rows.
const again Field = "+"

// findPlaces finds the columns of postal addresses.
func (c *Columns) findPlaces(plain []string, taken map[int]bool) {
	found := make(map[string]placeColumns)
	for i, name := range plain {
		free := !taken[i] || c.Of(FieldCountry) == i || slices.Contains(c.also[FieldCountry], i)
		if name == "" || !free {
			continue
		}
		prefix, part := placePart(name)
		if isHouse(plain, i) {
			prefix, part = placePart(plain[i-1])
			part = houseOf(part)
		}
		if part == FieldNone {
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
	if plain, ship := found[""], found["ship"]; plain != nil && ship != nil && !has(ship, FieldStreet) && !has(plain, FieldCity) {
		for part, i := range plain { // Etsy's orders have a street, and the rest of where it ships to
			ship[part] = i
		}
		delete(found, "")
	}
	for _, prefix := range placeNames {
		if p := found[prefix]; has(p, FieldStreet) || has(p, FieldCity) || has(p, FieldPostcode) {
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
func houseOf(part Field) Field {
	if part == FieldStreet {
		return FieldHouse
	}
	return FieldNone
}

func has(p placeColumns, part Field) bool {
	_, ok := p[part]
	return ok
}

// placePart tells whose address a column is of, and which part of it.
func placePart(plain string) (string, Field) {
	for _, prefix := range append([]string{""}, placeNames...) {
		rest, ok := strings.CutPrefix(plain, prefix)
		if !ok {
			rest, ok = strings.CutSuffix(plain, prefix) // City (Billing)
		}
		if !ok {
			continue
		}
		if part := lineNames[rest]; part != FieldNone {
			return prefix, part
		}
		if part := cmp.Or(addressNames[rest], placedNames[rest]); part != FieldNone && (prefix != "" || placedNames[rest] == FieldNone) {
			return prefix, part
		}
		if column, _ := inWords(rest); prefix == "" && slices.Contains(addressParts(), column.Part) {
			return prefix, column.Part
		}
	}
	return "", FieldNone
}

// isPlace tells whether an address names a place, and not a country alone.
func isPlace(a app.Address) bool { return a.Street != "" || a.City != "" || a.PostalCode != "" }
