package alike

import (
	"slices"
	"strings"
	"unicode"

	"ringback.app/app"
	"ringback.app/app/dialing"
	"ringback.app/app/folding"
)

// Trait is what two of one name may have in common besides numbers, addresses for
// mail and what others call them by. With the name it speaks for them being one: an
// import and who looks for people that are in the book twice go by the same.
type Trait string

// The traits.
const (
	Street   Trait = "address"
	Birthday Trait = "birthday" // with its year
	Firm     Trait = "firm"
)

// Shared is something that two have in common.
type Shared struct {
	Trait Trait
	Value string // as the first of the two has it
}

// Traits returns what two have in common besides a name, as far as a name makes it
// speak for them.
func Traits(a, b app.Customer) []Shared {
	var shared []Shared
	for _, x := range a.Addresses {
		if slices.ContainsFunc(b.Addresses, func(y app.Address) bool { return sameHouse(x, y) }) {
			shared = append(shared, Shared{Street, x.Street})
		}
	}
	if BornTogether(a, b) {
		shared = append(shared, Shared{Birthday, a.Birthday})
	}
	if a.Firm != "" && a.Name.Full != "" && b.Name.Full != "" && folding.Fold(a.Firm) == folding.Fold(b.Firm) {
		shared = append(shared, Shared{Firm, a.Firm})
	}
	return shared
}

// NamedTraits are the Traits of two who have the same name, unless the shop numbered
// them as two: namesakes of one street, or a father and a son in one firm, are.
func NamedTraits(a, b app.Customer) []Shared {
	if Names(a, b) != Same || len(Words(a)) == 0 || ToldApart(a, b) {
		return nil
	}
	return Traits(a, b)
}

// HasTraits tells whether there is anything of a customer that NamedTraits compares.
func HasTraits(c app.Customer) bool {
	return c.Firm != "" || c.Birthday != "" || slices.ContainsFunc(c.Addresses, func(a app.Address) bool { return a.Street != "" })
}

// sameHouse tells whether two addresses are of one house.
func sameHouse(x, y app.Address) bool {
	if StreetKey(x) == "" || StreetKey(x) != StreetKey(y) {
		return false
	}
	if c, d := dialing.Country(x.Country), dialing.Country(y.Country); c != "" && d != "" && c != d {
		return false // a High Street is in every town
	}
	if x.PostalCode != "" && y.PostalCode != "" {
		return Plain(x.PostalCode) == Plain(y.PostalCode)
	}
	return x.City == "" || y.City == "" || folding.Fold(x.City) == folding.Fold(y.City)
}

// StreetKey is the street of an address as it is compared.
func StreetKey(a app.Address) string { return Plain(a.Street) }

// Plain is a text as its letters and digits alone, folded.
func Plain(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, folding.Fold(text))
}
