package dialing

import (
	"strings"

	"github.com/nyaruka/phonenumbers"
)

// plainCodes are country codes in which a number is its digits as they are, and
// whether a 0 goes before them at home. There a number of digits alone needs no
// search for extensions and carrier codes, which is what libphonenumber spends
// most of its time on; a test holds that both find the same.
var plainCodes = map[int]bool{
	31: true, 32: true, 33: true, 43: true, 44: true, 49: true, 353: true, 421: true,
	34: false, 45: false, 47: false, 48: false, 351: false, 420: false,
}

// parsePlain reads a number of nothing but digits and the signs between them;
// nil if it takes more than that.
func parsePlain(text, country string) *phonenumbers.PhoneNumber {
	var buf [16]byte
	plus, digits := digitsAlone(text, buf[:0])
	if len(digits) == 0 {
		return nil
	}
	code := 0
	if plus {
		for n := 2; n <= 3 && n < len(digits); n++ {
			c := int(number(digits[:n]))
			if _, plain := plainCodes[c]; plain {
				code, digits = c, digits[n:]
				break
			}
		}
		if code == 0 || digits[0] == '0' {
			return nil
		}
	} else {
		code = phonenumbers.GetCountryCodeForRegion(country)
		if !plainCodes[code] || digits[0] != '0' || len(digits) < 2 || digits[1] == '0' {
			return nil
		}
		digits = digits[1:]
	}
	// What is shorter may be a number within one town; libphonenumber looks closer.
	if len(digits) < 9 || len(digits) > 11 {
		return nil
	}
	cc, national := int32(code), number(digits)
	return &phonenumbers.PhoneNumber{CountryCode: &cc, NationalNumber: &national}
}

// digitsAlone appends the digits of the text, and tells whether a plus stands
// before them; none if anything else but spaces and hyphens is in it.
func digitsAlone(text string, digits []byte) (bool, []byte) {
	plus := strings.HasPrefix(text, "+")
	if plus {
		text = text[1:]
	}
	for i := range len(text) {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			if len(digits) == cap(digits) {
				return false, nil
			}
			digits = append(digits, c)
		case c == ' ' || c == '-' && len(digits) > 0:
		default:
			return false, nil
		}
	}
	return plus, digits
}

func number(digits []byte) uint64 {
	n := uint64(0)
	for _, c := range digits {
		n = n*10 + uint64(c-'0')
	}
	return n
}
