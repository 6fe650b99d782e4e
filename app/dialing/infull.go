package dialing

import (
	"strconv"
	"strings"

	"github.com/nyaruka/phonenumbers"
)

// fewestInFull is how many digits come after the country's code at least in a number
// written in full: one that is shorter is taken as it is dialled at home.
const fewestInFull = 9

// inFull reads a number that may begin with the country's code though no plus says so,
// as tables lose it: "49176 1234567". Where numbers may have almost any digits, as in
// Germany, n, which takes the code for a part of the town's, is valid, too; but who
// leaves out the code of the country writes the 0 before the town's. Nil: it is none.
func inFull(text, country string, n *phonenumbers.PhoneNumber) *phonenumbers.PhoneNumber {
	code := strconv.Itoa(int(n.GetCountryCode()))
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, text)
	rest, ok := strings.CutPrefix(digits, code)
	if !ok || len(rest) < fewestInFull || phonenumbers.GetNddPrefixForRegion(country, true) == "" ||
		!strings.HasPrefix(strconv.FormatUint(n.GetNationalNumber(), 10), code) {
		return nil
	}
	if first := strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' })[0]; first != digits && first != code {
		if full, err := parse("+"+digits, country); err != nil || phonenumbers.GetNumberType(full) != phonenumbers.MOBILE {
			return nil // it is grouped as the town's code is
		}
	}
	full, err := parse("+"+digits, country)
	if err != nil || !phonenumbers.IsValidNumberForRegion(full, country) {
		return nil
	}
	return full
}
