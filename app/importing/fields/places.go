package fields

import (
	"cmp"
	"slices"
	"strings"
)

// placeNames begin the columns of the addresses that a web shop knows of a
// customer, the surest first: where the bill goes, what has no other name, where
// the goods go, what the card says, and Xero's.
var placeNames = []string{"billing", "payment", "customer", "buyer", "", "shipping", "ship", "delivery", "cardaddress", "po"}

// lineNames are parts of an address as only tables of purchases call them.
var lineNames = map[string]Field{
	"line1": Street, "line2": Extra, "addressline1": Street, "addressline2": Extra, "address1": Street,
	"address2": Extra, "provincename": Region, "zipcodeprefix": Postcode, "address12": Street,
}

// houseNames are columns of a house's number only beside that of the street.
var houseNames = []string{"numero", "number", "nummer", "num", "nr", "no", "n"}

// IsHouse tells whether the column is called Number and no more, and stands right
// behind another.
func IsHouse(plain []string, i int) bool { return i > 0 && slices.Contains(houseNames, plain[i]) }

// HouseOf is the part of an address that a number is, behind one that is that part.
func HouseOf(part Field) Field {
	if part == Street {
		return House
	}
	return None
}

// PlacePart tells whose address a column is of, and which part of it.
func PlacePart(plain string) (string, Field) {
	for _, prefix := range append([]string{""}, placeNames...) {
		rest, ok := strings.CutPrefix(plain, prefix)
		if !ok {
			rest, ok = strings.CutSuffix(plain, prefix) // City (Billing)
		}
		if !ok {
			continue
		}
		if part := lineNames[rest]; part != None {
			return prefix, part
		}
		if part := cmp.Or(addressNames[rest], placedNames[rest]); part != None && (prefix != "" || placedNames[rest] == None) {
			return prefix, part
		}
		if column, _ := InWords(rest); prefix == "" && slices.Contains(AddressParts(), column.Part) {
			return prefix, column.Part
		}
	}
	return "", None
}

// Places begin the columns of the addresses that a web shop knows of a customer, the
// surest first.
func Places() []string { return slices.Clone(placeNames) }
