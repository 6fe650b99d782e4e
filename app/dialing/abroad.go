package dialing

import (
	"slices"
	"strings"

	"github.com/nyaruka/phonenumbers"
)

// abroad reads a number without its country as those who live abroad write it: n is what
// it is at home, in the shop's country, where it may be a number, too. Nil: it is n.
//
// Whose record names another country, and not the shop's, writes its numbers that way,
// unless a mobile number at home is none there.
func abroad(text, home string, n *phonenumbers.PhoneNumber, hints []string) *phonenumbers.PhoneNumber {
	if len(hints) == 0 || slices.ContainsFunc(hints, func(h string) bool { return strings.EqualFold(h, home) }) {
		return nil
	}
	var found *phonenumbers.PhoneNumber
	for _, hint := range hints {
		there := validIn(text, hint)
		if there == nil || e164(there) == e164(n) || int(there.GetCountryCode()) != phonenumbers.GetCountryCodeForRegion(strings.ToUpper(hint)) {
			continue
		}
		if found != nil && e164(found) != e164(there) || fits(there, text, hint) < fits(n, text, home) {
			return nil
		}
		found = there
	}
	return found
}

// fits tells how well a text fits the number that it is in a country: a mobile number
// best, and worst what lacks the digit that goes before a town's code there.
func fits(n *phonenumbers.PhoneNumber, text, country string) int {
	before := phonenumbers.GetNddPrefixForRegion(strings.ToUpper(country), true)
	if before == "0" && !strings.HasPrefix(strings.TrimLeft(text, "( "), before) {
		return 0
	}
	if phonenumbers.GetNumberType(n) == phonenumbers.MOBILE {
		return 2
	}
	return 1
}
