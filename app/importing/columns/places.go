package columns

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/fields"
)

// placeColumns is which columns of a table of purchases hold one postal address.
type placeColumns map[fields.Field]int

// again marks a further column of a part: a town beside a district, of which one
// is empty in many rows.
const again fields.Field = "+"

// findPlaces finds the columns of postal addresses.
func (c *Columns) findPlaces(plain []string, taken map[int]bool) {
	found := make(map[string]placeColumns)
	for i, name := range plain {
		free := !taken[i] || c.Of(fields.Country) == i || slices.Contains(c.also[fields.Country], i)
		if name == "" || !free {
			continue
		}
		prefix, part := fields.PlacePart(name)
		if fields.IsHouse(plain, i) {
			prefix, part = fields.PlacePart(plain[i-1])
			part = fields.HouseOf(part)
		}
		if part == fields.None {
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
	if plain, ship := found[""], found["ship"]; plain != nil && ship != nil && !has(ship, fields.Street) && !has(plain, fields.City) {
		for part, i := range plain { // Etsy's orders have a street, and the rest of where it ships to
			ship[part] = i
		}
		delete(found, "")
	}
	for _, prefix := range fields.Places() {
		if p := found[prefix]; has(p, fields.Street) || has(p, fields.City) || has(p, fields.Postcode) {
			c.places = append(c.places, p)
			for _, i := range p {
				taken[i] = true
			}
		}
	}
}

func has(p placeColumns, part fields.Field) bool {
	_, ok := p[part]
	return ok
}

// isPlace tells whether an address names a place, and not a country alone.
func isPlace(a app.Address) bool { return a.Street != "" || a.City != "" || a.PostalCode != "" }
