package traces

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/folding"
)

// leastNumber is how many digits the end of a telephone number has at the least:
// a card may leave out the country, or what is dialled before it at home.
const leastNumber = 7

// Signs tells whether what stands on a card as its sender is the customer's: a
// customer number, a telephone number, an e-mail address, or the folded name unless
// that is empty.
func Signs(c app.Customer, named, sender string) bool {
	if sender == "" {
		return false
	}
	folded := folding.Fold(sender)
	parts := partsOf(folded)
	if named != "" && containsWords(parts, partsOf(named)) {
		return true
	}
	for _, r := range c.References {
		if value := folding.Fold(r.Value); value != "" && (folded == value || slices.Contains(parts, bare(value))) {
			return true
		}
	}
	for _, e := range c.Emails {
		if address := folding.Fold(e.Address); address != "" && slices.Contains(parts, address) {
			return true
		}
	}
	for _, number := range someNumber.FindAllString(sender, -1) {
		for _, p := range c.Phones {
			if sameEnd(folding.Digits(number), folding.Digits(p.Dialled())) {
				return true
			}
		}
	}
	return false
}

// sameEnd tells whether one of two numbers ends with the other, but for the noughts
// before them.
func sameEnd(one, other string) bool {
	short, long := strings.TrimLeft(one, "0"), strings.TrimLeft(other, "0")
	if len(short) > len(long) {
		short, long = long, short
	}
	return len(short) >= leastNumber && strings.HasSuffix(long, short)
}
