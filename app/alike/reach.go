package alike

import (
	"slices"
	"strings"
	"unicode"

	"ringback.app/app"
	"ringback.app/app/folding"
)

// NamedByReach tells whether what stands for a customer's name is no name, but one of
// their own addresses for mail or numbers: programs write these where nobody gave
// one.
func NamedByReach(c app.Customer) bool {
	name := c.Name.Full
	if strings.IndexByte(name, '@') >= 0 {
		name = folding.Fold(strings.Trim(name, "'\"<>()\u2018\u2019\u201C\u201D "))
		return slices.ContainsFunc(c.Emails, func(e app.Email) bool { return folding.Fold(e.Address) == name })
	}
	if len(c.Phones) == 0 || !strings.ContainsAny(name, "0123456789") || strings.ContainsFunc(name, unicode.IsLetter) {
		return false
	}
	named := app.Phone{Typed: name}
	return slices.ContainsFunc(c.Phones, func(p app.Phone) bool { return PhoneKey(p) != "" && (Numbers(named, p) || endsIn(p, name)) })
}

// fewestOfNumber is how many digits a number has at the least for its end to tell it.
const fewestOfNumber = 7

// endsIn tells whether a number of which the country is known ends in the digits of
// the text, which may have a zero before them, as within the country.
func endsIn(p app.Phone, text string) bool {
	digits := strings.TrimLeft(folding.Digits(text), "0")
	return len(digits) >= fewestOfNumber && p.E164 != "" && strings.HasSuffix(p.E164, digits)
}
